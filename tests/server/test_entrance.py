"""The ways in, over HTTP, as a device takes them."""

import pytest
import requests

from tests import wire


def refused(made, door, **body):
    done = requests.post(f"{made.url}/api/workshops/{made.id}/{door}", json=body, timeout=15)
    return done.status_code, done.json()["code"]


def test_a_new_workshop_waits_and_its_key_stands_in_the_fragment_only(made):
    reply = made.reply
    assert reply["link"] == f"/w/{made.id}"
    assert reply["facilitator_link"] == f"/f/{made.id}#{made.key}"
    line = made.facilitator()
    assert line.view["workshop"]["state"] == "waiting"
    assert line.entered["invitation"]["join_code"] == reply["join_code"]
    assert made.key.encode() not in bytes(line.heard)


def test_an_agenda_that_is_not_there_makes_no_workshop(server):
    done = requests.post(server.url + "/api/workshops", json={"agenda": "none", "title": "x"}, timeout=5)
    assert (done.status_code, done.json()["code"]) == (404, "no_such_agenda")


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", " "), lambda code: f"  {code}  "])
def test_a_join_code_is_understood_however_it_is_typed(made, change):
    assert wire.post(made.url, "/api/join", code=change(made.reply["join_code"])) == {"workshop": made.id}


def test_a_join_code_that_nobody_has_gets_a_sentence(server):
    done = requests.post(server.url + "/api/join", json={"code": "0000-0000"}, timeout=15)
    assert (done.status_code, done.json()["code"]) == (404, "bad_code")


def test_a_workshop_that_is_not_there_is_told_at_every_door(made):
    for workshop in ("f" * 32, "nonsense", "%00"):
        base = f"{made.url}/api/workshops/{workshop}"
        assert requests.get(base, timeout=5).json()["code"] == "no_such_workshop"
        for door, body in {"seats": {}, "facilitators": {"key": "a" * 64}, "screens": {"key": "a" * 64}}.items():
            done = requests.post(f"{base}/{door}", json=body, timeout=5)
            assert (done.status_code, done.json()["code"]) == (404, "no_such_workshop")


def test_the_same_token_is_the_same_seat_for_good(made):
    person = made.participant("Pat")
    seat = person.entered["seat"]
    person.close()
    again = made.line(person.token)
    assert (again.entered["seat"], again.entered["name"]) == (seat, "Pat")


def test_a_workshop_opens_from_another_computer_by_link_or_by_printed_code(made):
    monday = made.facilitator("Fay")
    monday.close()
    by_link = made.line(made.token(key=made.key, label="another"))
    by_code = made.line(made.token(recovery_code=made.reply["recovery_code"].lower()))
    for line in (by_link, by_code):
        assert (line.entered["role"], line.entered["cofacilitator"], line.entered["name"]) == (
            "facilitator",
            False,
            "Fay",
        )
        assert line.entered["seat"] == monday.entered["seat"]


def test_a_wrong_key_or_code_or_none_opens_nothing(made):
    assert refused(made, "facilitators", key="a" * 64) == (403, "bad_key")
    assert refused(made, "facilitators", recovery_code="0000-0000-0000-0000") == (403, "bad_key")
    assert refused(made, "facilitators") == (403, "bad_key")
    assert refused(made, "screens", key="a" * 64) == (403, "bad_key")
    assert refused(made, "screens", key=made.key) == (403, "bad_key")
    assert refused(made, "screens") == (422, "bad_field")


def test_an_invitation_works_once_and_only_for_whom_it_is_meant(made):
    facilitator = made.facilitator()
    for_screen = facilitator.do("Invite", guest="screen")["link"].partition("#")[2]
    for_cora = facilitator.do("Invite", guest="cofacilitator")["link"].partition("#")[2]
    assert refused(made, "facilitators", key=for_screen) == (403, "bad_key")
    assert refused(made, "screens", key=for_cora) == (403, "bad_key")
    assert wire.post(made.url, f"/api/workshops/{made.id}/screens", key=for_screen)["seat"] == ""
    assert refused(made, "screens", key=for_screen) == (403, "bad_key")


def test_no_secret_is_kept_but_its_hash(made, server):
    facilitator = made.facilitator("Fay")
    facilitator.do("Invite", guest="screen")
    kept = b"".join(path.read_bytes() for path in server.data.iterdir() if "sqlite" in path.name)
    for secret in (made.key, facilitator.token, made.reply["recovery_code"].replace("-", "")):
        assert secret.encode() not in kept


def test_behind_a_closed_door_nobody_new_comes_in_and_who_is_inside_comes_back(made):
    facilitator, person = made.facilitator(), made.participant("Pat")
    facilitator.do("CloseDoor", closed=True, version=0)
    assert refused(made, "seats", name="Late") == (409, "door_closed")
    person.close()
    assert made.line(person.token).entered["name"] == "Pat"
    invited = facilitator.do("Invite", guest="cofacilitator")["link"].partition("#")[2]
    made.token(key=invited)
    facilitator.do("CloseDoor", closed=False, version=1)
    made.participant("Late")
