import pytest

from server.addresses import Addresses
from server.creation import Creators
from server.settings import read
from server.shapes import Creation

HOME = Addresses("", "http://192.0.2.7:8000", "http://127.0.0.1:8000")
NEAR = {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "127.0.0.1:8000"}
FAR = {"REMOTE_ADDR": "192.0.2.50", "HTTP_HOST": "192.0.2.7:8000"}


def creators(addresses=HOME, **given):
    return Creators(read({f"FOLKMOOT_{name}": value for name, value in given.items()}), addresses)


def test_at_this_computer_anyone_may_make_a_workshop():
    assert creators().may(NEAR, "")


@pytest.mark.parametrize(
    "environ",
    [
        FAR,
        NEAR | {"HTTP_X_FORWARDED_FOR": "203.0.113.9"},
        NEAR | {"HTTP_FORWARDED": "for=203.0.113.9"},
        NEAR | {"HTTP_HOST": "rebound.example.org"},
        {},
    ],
)
def test_from_elsewhere_it_takes_the_code(environ):
    here = creators()
    assert here.asked_of(environ) is Creation.CODE
    assert not here.may(environ, "")
    assert not here.may(environ, "0000-0000")
    assert here.may(environ, here.code.lower().replace("-", " "))


def test_behind_a_proxy_even_this_computer_is_elsewhere():
    public = Addresses("https://board.example.org", "", "http://127.0.0.1:8000")
    assert creators(public).asked_of(NEAR) is Creation.CODE


def test_the_code_may_be_set_or_lifted():
    assert creators(CREATION_CODE="open sesame").may(FAR, "Open Sesame")
    assert creators(CREATION_CODE="anyone").asked_of(FAR) is Creation.ANYONE


def test_a_code_that_nobody_set_is_another_one_each_time():
    assert creators().code != creators().code
