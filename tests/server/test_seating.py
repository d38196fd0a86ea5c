"""The seat of somebody whom a meeting program named: theirs again on every device, until the workshop ends."""

import pytest

from server.seating import MOST_SCREENS
from tests import running, wire
from tests.server.conftest import FAST
from tests.server.test_admission import admitted, asked, started
from tests.server.zoom_context import SETTINGS, context
from tests.waiting import eventually


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running.servers(tmp_path_factory.mktemp("seats")) as start:
        yield start(**FAST, **SETTINGS)


@pytest.fixture
def meeting(request):
    return request.node.name


def test_the_same_person_gets_the_same_seat_again(server, meeting):
    started(server, meeting)
    first = admitted(server, "Pat", meeting, name="Pat")
    again = admitted(server, "Pat", meeting)
    assert again["seat"] == first["seat"]
    assert again["token"] != first["token"]
    line = wire.Line(server.url, again["token"])
    assert line.entered["name"] == "Pat"
    line.close()
    with pytest.raises(wire.Refused):
        wire.Line(server.url, first["token"])


def test_two_devices_of_one_person_share_a_seat_and_both_stay(server, meeting):
    started(server, meeting)
    laptop = wire.Line(server.url, admitted(server, "Pat", meeting)["token"])
    phone = wire.Line(server.url, admitted(server, "Pat", meeting)["token"])
    assert phone.entered["seat"] == laptop.entered["seat"]
    assert laptop.ask("Beat")["status"] == "ok"
    laptop.close()
    phone.close()


def test_a_device_that_names_its_token_keeps_it(server, meeting):
    started(server, meeting)
    first = admitted(server, "Pat", meeting)
    again = admitted(server, "Pat", meeting, token=first["token"])
    assert (again["seat"], again["token"]) == (first["seat"], first["token"])


def test_somebody_who_came_by_the_link_first_keeps_their_seat_in_the_meeting(server, meeting):
    made = started(server, meeting)
    by_link = wire.post(server.url, f"/api/workshops/{made['workshop']}/seats", name="Pat")
    inside = admitted(server, "Pat", meeting, token=by_link["token"])
    assert inside["seat"] == by_link["seat"]
    assert admitted(server, "Pat", meeting)["seat"] == by_link["seat"]


def test_another_person_on_the_same_device_gets_a_seat_of_their_own(server, meeting):
    started(server, meeting)
    pat = admitted(server, "Pat", meeting)
    assert admitted(server, "Quin", meeting, token=pat["token"])["seat"] != pat["seat"]


def test_a_guest_whom_nothing_tells_from_others_keeps_their_seat_by_their_device(server, meeting):
    started(server, meeting)
    guest = admitted(server, "", meeting)
    assert admitted(server, "", meeting)["seat"] != guest["seat"]
    assert admitted(server, "", meeting, token=guest["token"])["seat"] == guest["seat"]


def test_a_cohost_leads_too_but_did_not_open_the_workshop(server, meeting):
    started(server, meeting)
    second = wire.Line(server.url, admitted(server, "Cleo", meeting, "co-host")["token"])
    assert second.entered["role"] == "facilitator"
    assert second.entered["cofacilitator"] is True
    second.close()


def test_whoever_becomes_cohost_leads_from_then_on_and_their_page_opens_anew(server, meeting):
    started(server, meeting)
    before = admitted(server, "Pat", meeting)
    line = wire.Line(server.url, before["token"])
    after = admitted(server, "Pat", meeting, "co-host", token=before["token"])
    assert (after["seat"], after["role"]) == (before["seat"], "facilitator")
    eventually(lambda: [one["reason"] for one in line.farewells] == ["reload"])
    assert line.closed.wait(5)


def test_whoever_is_no_cohost_any_more_leads_no_more_at_once(server, meeting):
    started(server, meeting)
    before = admitted(server, "Cleo", meeting, "co-host")
    line = wire.Line(server.url, before["token"])
    after = admitted(server, "Cleo", meeting, "participant", token=before["token"])
    assert (after["seat"], after["role"]) == (before["seat"], "participant")
    assert line.closed.wait(5)
    with pytest.raises(wire.Refused):
        wire.Line(server.url, before["token"])


def test_whoever_made_the_workshop_leads_it_whatever_becomes_of_their_part_in_the_meeting(server, meeting):
    made = started(server, meeting)
    assert admitted(server, "Hanna", meeting, "participant")["role"] == "facilitator"
    assert admitted(server, "Hanna", meeting, "participant")["seat"] == made["seat"]


def test_a_closed_door_keeps_out_who_is_new_and_lets_those_back_who_were_in(server, meeting):
    made = started(server, meeting)
    pat = admitted(server, "Pat", meeting)
    line = wire.Line(server.url, made["token"])
    line.do("StartWorkshop")
    line.do("CloseDoor", closed=True, version=line.view["workshop"].get("door_version", 0))
    done = asked(server, proof={"context": context("New", meeting)})
    assert done.json()["code"] == "door_closed"
    assert admitted(server, "Pat", meeting)["seat"] == pat["seat"]
    line.close()


def test_a_device_of_the_whole_room_is_a_screen_and_has_no_seat(server, meeting):
    started(server, meeting)
    screen = admitted(server, "Room", meeting, screen=True)
    assert (screen["role"], screen["seat"]) == ("screen", "")
    line = wire.Line(server.url, screen["token"])
    assert line.entered["audience"] == "screen"
    line.close()


def test_a_workshop_has_a_bounded_number_of_screens_and_none_more_behind_a_closed_door(server, meeting):
    made = started(server, meeting)
    for _ in range(MOST_SCREENS):
        first = admitted(server, "Room", meeting, screen=True)
    full = asked(server, ticket=first["ticket"], screen=True)
    assert full.json()["code"] == "workshop_full"
    other = started(server, f"{meeting} too")
    line = wire.Line(server.url, other["token"])
    line.do("CloseDoor", closed=True, version=line.view["workshop"].get("door_version", 0))
    shut = asked(server, proof={"context": context("Room", f"{meeting} too")}, screen=True)
    assert shut.json()["code"] == "door_closed"
    line.close()
    assert made["seat"]


def test_one_person_has_a_bounded_number_of_devices(server, meeting):
    made = started(server, meeting)
    lines = [wire.Line(server.url, admitted(server, "Pat", meeting)["token"]) for _ in range(10)]
    assert len({line.entered["seat"] for line in lines}) == 1
    eventually(lambda: sum(not line.closed.is_set() for line in lines) == 8)
    for line in lines:
        line.close()
    assert made["workshop"]


def test_with_the_end_nobody_can_be_known_again(server, meeting):
    made = started(server, meeting)
    pat = admitted(server, "Pat", meeting)
    line = wire.Line(server.url, made["token"])
    line.do("StartWorkshop")
    line.until(lambda view: view["workshop"]["run"])
    line.do("EndWorkshop", run=line.view["workshop"]["run"])
    line.close()
    eventually(lambda: admitted(server, "Pat", meeting)["seat"] != pat["seat"])
    assert admitted(server, "Pat", meeting, token=pat["token"])["seat"] == pat["seat"]
