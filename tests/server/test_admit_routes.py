"""The call of somebody in a meeting: what does not hold is refused with a sentence."""

import pytest
import requests

from tests import running
from tests.server.conftest import FAST
from tests.server.zoom_context import SETTINGS, context


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running.servers(tmp_path_factory.mktemp("forged")) as start:
        yield start(**FAST, **SETTINGS)


def asked(server, **body):
    return requests.post(f"{server.url}/api/hosts/zoom/admit", json=body, timeout=30)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"proof": "context"},
        {"proof": {"context": 1}},
        {"proof": {str(n): "" for n in range(9)}},
        {"proof": {}, "ticket": "x" * 8_193},
        {"proof": {}, "workshop": "nonsense"},
        {"proof": {}, "more": 1},
    ],
)
def test_what_has_the_wrong_form_is_refused(server, body):
    done = asked(server, **body)
    assert (done.status_code, done.json()["code"]) == (422, "bad_field")


def test_however_many_forged_proofs_come_from_an_address_its_people_are_let_in_at_once(server):
    said = [asked(server, proof={"context": f"guess {n}"}) for n in range(20)]
    assert {one.json()["code"] for one in said} == {"unproven"}
    assert asked(server, proof={"context": context("Pat")}).ok
