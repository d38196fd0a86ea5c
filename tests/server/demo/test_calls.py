import pytest

from server.demo.calls import DeclinedError, UnreachableError, call, fetch


def test_a_reply_comes_back_as_lists_and_names(url):
    assert any(agenda["id"] == "hats-problem-60" for agenda in call(f"{url}/api/agendas"))


def test_a_refusal_has_its_code_and_its_sentence(url):
    with pytest.raises(DeclinedError, match="We found no workshop with this code") as refused:
        call(f"{url}/api/join", {"code": "AAAA-AAAA"})
    assert refused.value.code == "bad_code"


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/api/about", "not an address"])
def test_an_address_where_nothing_is_says_so(address):
    with pytest.raises(UnreachableError, match="no server answers"):
        fetch(address)


def test_a_page_that_is_no_folkmoot_call_says_so(url):
    with pytest.raises(UnreachableError, match="not a Folkmoot server"):
        call(f"{url}/")
