"""Pictures over HTTP: sent where something may be drawn, seen where an item in one's view shows them."""

import secrets

import pytest
import requests

from server.gate import MOST_BYTES, PICTURE_BYTES
from tests import wire
from tests.server.any_picture import CANARY, halves, jpeg, png, sent


@pytest.fixture
def server(start_server):
    return start_server(people_tick_ms=20, sealed_tick_ms=20, batch_ms=60_000)


@pytest.fixture
def made(server):
    made = wire.Made(server.url, agenda="hats-problem-60")
    yield made
    made.close()


def send(made, token, data, **more):
    path = f"{made.url}/api/workshops/{made.id}/pictures"
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/octet-stream"}
    return requests.post(path, data=data, headers=headers | more, timeout=10)


def fetch(made, token, file):
    path = f"{made.url}/api/workshops/{made.id}/pictures/{file}"
    return requests.get(path, headers={"Authorization": f"Bearer {token}"}, timeout=10)


def shown(line, file):
    """Put the picture on the board; the item's id."""
    item = secrets.token_hex(16)
    line.do("AddItem", id=item, run=line.run, kind="picture", x=0, y=0, width=200, height=100, file=file, text="Bench")
    return item


def test_a_picture_is_seen_by_all_once_an_item_shows_it_and_by_nobody_else(server, made):
    leads, ana, ben = made.facilitator(), made.participant(), made.participant()
    screen = made.screen(leads)
    other = wire.Made(server.url)
    stranger = other.participant()
    wire.to_stage(leads, "read")
    wire.marked(leads, ana)
    reply = send(made, ana.token, jpeg())
    assert reply.status_code == 201, reply.text
    file = reply.json()["file"]
    assert (reply.json()["width"], reply.json()["height"]) == (20, 40)
    assert fetch(made, ana.token, file).status_code == 404  # no item shows it yet
    item = shown(ana, file)
    ben.until(lambda view: f"item:{item}" in view)
    for line in (leads, ana, ben, screen):
        found = fetch(made, line.token, file)
        assert found.status_code == 200
        assert found.content.startswith(b"\xff\xd8\xff")
        assert b"CANARY" not in found.content
    assert found.headers["Content-Type"] == "image/jpeg"
    assert found.headers["X-Content-Type-Options"] == "nosniff"
    assert found.headers["Content-Disposition"] == "inline"
    assert found.headers["Cache-Control"] == "no-store"
    assert fetch(made, stranger.token, file).status_code == 401
    assert fetch(other, stranger.token, file).status_code == 404
    assert fetch(made, "0" * 64, file).status_code == 401
    leads.do("RemoveItem", id=item)
    leads.until(lambda view: f"item:{item}" not in view)
    assert fetch(made, ana.token, file).status_code == 404
    assert CANARY not in server.log()
    assert file not in server.log()
    other.close()


def test_a_picture_is_taken_only_where_something_may_be_drawn(made):
    leads, ana = made.facilitator(), made.participant()
    assert send(made, ana.token, png()).json()["code"] == "workshop_waiting"
    wire.to_stage(leads, "live", "check_in")
    assert send(made, ana.token, png()).json()["code"] == "wrong_phase"
    wire.to_stage(leads, "write", "ideate")
    assert send(made, ana.token, png()).json()["code"] == "wrong_phase"
    screen = made.screen(leads)
    wire.to_stage(leads, "read")
    assert send(made, screen.token, png()).status_code == 403
    assert send(made, "0" * 64, png()).status_code == 401


def test_what_is_no_picture_is_refused_with_a_sentence(made):
    leads = made.facilitator()
    wire.to_stage(leads, "read")
    refused = send(made, leads.token, b"<svg><script>alert(1)</script></svg>")
    assert refused.status_code == 422
    assert refused.json()["say"].startswith("Pictures of the kind SVG can hold programs")


def test_a_long_body_is_read_only_from_who_has_a_token_and_only_as_a_picture(made):
    leads = made.facilitator()
    wire.to_stage(leads, "read")
    large = sent(halves(4000, 3000), "PNG", compress_level=0)[:PICTURE_BYTES]
    assert len(large) > MOST_BYTES
    assert send(made, leads.token, large).json()["say"].endswith("It may be damaged.")  # read to its end, and cut there
    assert send(made, "0" * 64, large[: MOST_BYTES + 1]).status_code == 413
    assert send(made, leads.token, large + b"x").status_code == 413
    path = f"{made.url}/api/workshops/{made.id}/seats"
    bearer = {"Authorization": f"Bearer {leads.token}", "Content-Type": "application/json"}
    assert requests.post(path, data=b" " * (MOST_BYTES + 1), headers=bearer, timeout=10).status_code == 413
