"""The parts, put together without being served: what a web server would call."""

import pytest
from werkzeug.test import Client

from server.addresses import Addresses
from server.app import create_app
from server.log import make_log
from server.settings import read
from server.stores.store import CannotOpen
from tests.server.world import TEMPLATES

HOME = Addresses("", "", "http://127.0.0.1:8000")


def made(**given):
    given = {"STORE": "memory", "TEMPLATES": str(TEMPLATES)} | given
    return create_app(read({f"FOLKMOOT_{name}": value for name, value in given.items()}), HOME, make_log())


def test_it_answers_without_a_server_around_it():
    client = Client(made().wsgi)
    assert client.get("/healthz").status_code == 200
    assert client.get("/api/agendas").status_code == 200


def test_only_behind_https_is_it_said_that_nothing_else_will_do():
    secure = Client(made(PUBLIC_URL="https://board.example.org").wsgi).get("/healthz")
    assert secure.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in Client(made().wsgi).get("/healthz").headers


def test_an_error_in_a_call_is_told_in_a_sentence_without_its_words(monkeypatch):
    app = made()

    def broken():
        raise RuntimeError("CANARY")

    monkeypatch.setattr(app.hall, "offload", lambda *_: broken())
    done = Client(app.wsgi).get("/readyz")
    assert done.status_code == 500
    assert b"CANARY" not in done.data
    assert done.headers["X-Content-Type-Options"] == "nosniff"


def test_a_folder_that_cannot_be_used_is_told_at_the_start(tmp_path):
    file = tmp_path / "file"
    file.write_text("in the way")
    with pytest.raises(CannotOpen):
        made(STORE="sqlite", DATA=str(file))
