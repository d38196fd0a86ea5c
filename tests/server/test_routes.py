"""The HTTP calls of the real server."""

import io
import zipfile

import pytest
import requests

from server.protocol import PROTOCOL_VERSION
from tests import wire


def get(made, path, token=None):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return requests.get(f"{made.url}/api/workshops/{made.id}{path}", headers=headers, timeout=20)


def test_the_server_says_what_it_is(server):
    about = requests.get(server.url + "/api/about", timeout=5).json()
    assert about["protocol"] == PROTOCOL_VERSION
    assert about["creation"] == "anyone"


def test_agendas_and_plan_templates_can_be_chosen_from(server):
    agendas = requests.get(server.url + "/api/agendas", timeout=5).json()
    assert {"quick-hats-20", "initial-ideas-25", "hats-problem-60"} <= {agenda["id"] for agenda in agendas}
    assert all(agenda["phases"] for agenda in agendas)
    plans = requests.get(server.url + "/api/plans", timeout=5).json()
    assert "simple-plan" in {plan["id"] for plan in plans}


def test_it_lives_and_is_ready(server):
    assert requests.get(server.url + "/healthz", timeout=5).json() == {"ok": True}
    assert requests.get(server.url + "/readyz", timeout=5).json() == {"ok": True}


def test_whoever_holds_the_link_may_know_the_title(made):
    assert get(made, "").json() == {
        "workshop": made.id,
        "title": "Loneliness by the sea",
        "state": "waiting",
        "language": "en",
    }


def test_the_participants_link_is_a_picture_too(made):
    picture = get(made, "/qr.svg")
    assert picture.headers["Content-Type"].startswith("image/svg+xml")
    assert picture.text.startswith("<svg")
    assert "script" not in picture.text
    assert made.key not in picture.text


def test_the_plan_can_be_taken_home_under_a_name_for_people(made):
    facilitator = made.facilitator()
    word = get(made, "/exports/docx", facilitator.token)
    assert zipfile.ZipFile(io.BytesIO(word.content)).testzip() is None
    named = word.headers["Content-Disposition"]
    assert "Loneliness%20by%20the%20sea" in named
    assert named.endswith("plan.docx")
    for ending in ("md", "html", "json"):
        assert "Loneliness by the sea" in get(made, f"/exports/{ending}", facilitator.token).text


@pytest.mark.parametrize(
    ("path", "code", "status"),
    [
        ("/exports/exe", "no_such_format", 404),
        ("/exports/md?template=none", "no_such_template", 404),
        ("/exports/md?template=../../etc", "no_such_template", 404),
    ],
)
def test_a_file_that_we_cannot_make_gets_a_sentence(made, path, code, status):
    done = get(made, path, made.facilitator().token)
    assert (done.json()["code"], done.status_code) == (code, status)


def test_only_those_who_are_in_the_workshop_get_the_plan(made, server):
    other = wire.Made(server.url)
    assert get(made, "/exports/md").status_code == 401
    assert get(made, "/exports/md", "0" * 64).json()["code"] == "bad_token"
    assert get(made, "/exports/md", other.token()).json()["code"] == "bad_token"
    assert get(made, "/exports/md", made.token()).status_code == 200
    screen = made.screen(made.facilitator())
    assert get(made, "/exports/md", screen.token).json()["code"] == "export_not_allowed"


BODIES = [b"", b"null", b"[]", b"{", b'"x"', b'{"code": 7}', b'{"nonsense": 1}', b'{"code": "\\ud800"}', b"\xff"]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("path", ["/api/join", "/api/workshops"])
def test_a_body_that_is_wrong_gets_a_sentence(server, path, body):
    done = requests.post(server.url + path, data=body, headers={"Content-Type": "application/json"}, timeout=5)
    assert (done.status_code, done.json()["code"]) == (422, "bad_field")
    assert done.json()["say"].endswith(".")


def test_what_a_page_of_another_origin_could_send_unasked_is_not_taken(server):
    body = b'{"agenda": "quick-hats-20", "title": "x"}'
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        done = requests.post(server.url + "/api/workshops", data=body, headers={"Content-Type": kind}, timeout=5)
        assert done.status_code == 422


def test_the_interface_describes_itself(server):
    described = requests.get(server.url + "/api/openapi.json", timeout=5).json()
    assert "/api/workshops/{workshop}/ballots/{ballot}/cast" in described["paths"]
