"""Patience with wrong codes, in Flask's own test requests, with time that does not pass by itself."""

import pytest
from flask import Flask

from server import patience as module
from server.limits import WrongCodes
from server.patience import Patience

app = Flask(__name__)


@pytest.fixture
def slept(monkeypatch):
    slept = []
    monkeypatch.setattr(module.transport, "sleep", slept.append)
    return slept


@pytest.fixture
def wrong():
    return WrongCodes(lambda: 100.0)


def test_who_tries_many_codes_waits_longer_and_is_sent_away_at_last(slept, wrong):
    patience = Patience(proxied=False, wrong=wrong)
    with app.test_request_context(environ_base={"REMOTE_ADDR": "192.0.2.1"}):
        for _ in range(15):
            patience.missed("join")
            patience.is_over("join")
        assert max(slept) == wrong.most - 1
        assert patience.is_over("join")
    with app.test_request_context(environ_base={"REMOTE_ADDR": "192.0.2.2"}):
        assert not patience.is_over("join")


def test_behind_a_proxy_the_proxys_word_counts_and_otherwise_nobodys(wrong):
    def asked(proxied, forwarded):
        place = Patience(proxied=proxied, wrong=wrong)
        headers = {"X-Forwarded-For": forwarded}
        with app.test_request_context(headers=headers, environ_base={"REMOTE_ADDR": "127.0.0.1"}):
            return place._who("join")

    assert asked(True, "203.0.113.9, 192.0.2.1") == "join 192.0.2.1"
    assert asked(False, "203.0.113.9") == "join 127.0.0.1"


def test_wrong_join_codes_do_not_slow_down_a_recovery_code(slept, wrong):
    patience = Patience(proxied=False, wrong=wrong)
    with app.test_request_context(environ_base={"REMOTE_ADDR": "192.0.2.1"}):
        for _ in range(50):
            patience.missed("join")
        assert patience.is_over("join")
        assert not patience.is_over("recovery")
    assert slept == [0.0]
