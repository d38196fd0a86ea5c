"""Commands about people, over the wire: names, devices, invitations, leaving."""

import pytest
import requests

from tests import wire
from tests.waiting import eventually


def room(line):
    """The newest that this device knows of who is here."""
    frames = [frame["room"] for frame in line.frames if "room" in frame]
    return frames[-1] if frames else line.entered["room"]


def names(line):
    return {seat["name"] for seat in room(line)["seats"]}


def test_a_participant_s_name_is_shown_to_facilitators_and_to_nobody_else(made):
    facilitator, person, other = made.facilitator(), made.participant("Bea"), made.participant("Cai")
    eventually(lambda: "Bea" in names(facilitator))
    person.do("ChangeName", name="  Beatrice ")
    eventually(lambda: "Beatrice" in names(facilitator))
    assert person.enter()["name"] == "Beatrice"
    assert room(other)["seats"] == []
    assert b"Bea" not in bytes(other.heard)


def test_everybody_may_know_who_leads(made):
    facilitator, person = made.facilitator(), made.participant()
    facilitator.do("ChangeName", name="Fay Ward")
    eventually(lambda: room(person)["leading"] == "Fay Ward")


def test_counts_are_coarse_for_participants(made):
    facilitator = made.facilitator()
    people = [made.participant() for _ in range(4)]
    eventually(lambda: sum(seat["here"] for seat in room(facilitator)["seats"]) == 5)
    eventually(lambda: room(people[0])["people"] == 5)
    made.participant()
    eventually(lambda: len(room(facilitator)["seats"]) == 6)
    assert room(people[0])["people"] == 5


def test_done_is_shown_in_steps_and_belongs_to_its_run(made):
    facilitator = made.facilitator()
    people = [made.participant() for _ in range(5)]
    wire.to_stage(facilitator, "live")
    run = facilitator.run
    for person in people[:3]:  # fewer move nothing that is told
        person.until(lambda view: view["workshop"]["run"] == run)
        person.do("MarkDone", run=run, done=True)
    eventually(lambda: room(people[3])["done"] == "half")
    for person in people[:3]:
        person.do("MarkDone", run=run, done=False)
    eventually(lambda: room(people[3])["done"] == "none")
    wire.next_phase(facilitator)
    assert people[0].ask("MarkDone", run=run, done=True)["code"] == "superseded"


def test_who_leaves_hears_goodbye_and_the_token_ends(made):
    facilitator, person = made.facilitator(), made.participant("Pat")
    person.do("Leave")
    assert person.closed.wait(5)
    assert person.farewells[0]["reason"] == "left"
    with pytest.raises(wire.Refused, match="join again"):
        wire.Line(made.url, person.token)
    eventually(lambda: names(facilitator) == {"Fay"})


def test_a_facilitator_empties_a_place_but_not_that_of_whoever_leads(made):
    facilitator, twice = made.facilitator(), made.participant("Twice")
    assert twice.ask("RetireSeat", seat=facilitator.entered["seat"])["code"] == "wrong_role"
    assert facilitator.ask("RetireSeat", seat="f" * 32)["code"] == "no_such_seat"
    assert facilitator.ask("RetireSeat", seat=facilitator.entered["seat"])["code"] == "wrong_role"
    facilitator.do("RetireSeat", seat=twice.entered["seat"])
    facilitator.do("RetireSeat", seat=twice.entered["seat"])
    assert twice.closed.wait(5)


def test_devices_of_one_facilitator_share_a_seat_and_can_be_signed_out(made):
    laptop = made.facilitator()
    phone = made.line(made.token(key=made.key, label="phone"))
    assert phone.entered["seat"] == laptop.entered["seat"]
    devices = laptop.do("ListDevices")["devices"]
    assert sorted((one["label"], one["this"], one["here"]) for one in devices) == [
        ("laptop", True, True),
        ("phone", False, True),
    ]
    device = next(one["id"] for one in devices if one["label"] == "phone")
    laptop.do("SignOut", device=device)
    assert phone.closed.wait(5)
    assert phone.farewells[0]["reason"] == "signed_out"
    with pytest.raises(wire.Refused):
        wire.Line(made.url, phone.token)
    assert len(laptop.do("ListDevices")["devices"]) == 1
    eventually(lambda: [seat["here"] for seat in room(laptop)["seats"]] == [True])


def test_when_the_first_device_is_signed_out_its_seat_stays_with_the_second(made):
    laptop = made.facilitator()
    phone = made.line(made.token(key=made.key, label="phone"))
    device = next(one["id"] for one in phone.do("ListDevices")["devices"] if one["label"] == "laptop")
    phone.do("SignOut", device=device)
    assert laptop.closed.wait(5)
    assert names(phone) == {"Fay"}
    third = made.line(made.token(key=made.key, label="tablet"))
    assert third.entered["seat"] == phone.entered["seat"]


def test_a_cofacilitator_may_lead_but_not_end_it_or_shut_the_first_out(made):
    first = made.facilitator()
    key = first.do("Invite", guest="cofacilitator")["link"].partition("#")[2]
    second = made.line(made.token("Cora", key=key))
    assert second.entered["cofacilitator"] is True
    assert second.entered["seat"] != first.entered["seat"]
    second.do("StartWorkshop")
    second.until(lambda view: view["workshop"]["run"])
    assert second.ask("EndWorkshop", run=second.run)["code"] == "not_opener"
    assert second.ask("ShowRecovery")["code"] == "not_opener"
    device = next(one["id"] for one in second.do("ListDevices")["devices"] if not one["cofacilitator"])
    assert second.ask("SignOut", device=device)["code"] == "not_opener"
    assert second.ask("RetireSeat", seat=first.entered["seat"])["code"] == "not_opener"
    again = requests.post(f"{made.url}/api/workshops/{made.id}/facilitators", json={"key": key}, timeout=5)
    assert (again.status_code, again.json()["code"]) == (403, "bad_key")
    first.do("EndWorkshop", run=first.run)


def test_who_was_signed_out_does_not_come_back_by_an_invitation_made_before(made):
    first = made.facilitator()
    second = made.line(made.token("Cora", key=first.do("Invite", guest="cofacilitator")["link"].partition("#")[2]))
    kept = second.do("Invite", guest="cofacilitator")["link"].partition("#")[2]
    device = next(one["id"] for one in first.do("ListDevices")["devices"] if one["cofacilitator"])
    first.do("SignOut", device=device)
    again = requests.post(f"{made.url}/api/workshops/{made.id}/facilitators", json={"key": kept}, timeout=5)
    assert (again.status_code, again.json()["code"]) == (403, "bad_key")


def test_a_new_recovery_code_opens_the_workshop_and_the_old_one_does_not(made):
    first = made.facilitator()
    code = first.do("ShowRecovery")["recovery_code"]
    assert made.line(made.token(recovery_code=code.lower().replace("-", " "))).entered["role"] == "facilitator"
    old = {"recovery_code": made.reply["recovery_code"]}
    assert requests.post(f"{made.url}/api/workshops/{made.id}/facilitators", json=old, timeout=9).status_code == 403


def test_a_screen_sees_but_may_ask_for_nothing(made):
    facilitator = made.facilitator()
    screen = made.screen(facilitator)
    assert (screen.entered["role"], screen.entered["seat"]) == ("screen", "")
    assert screen.do("Beat")["number"] == screen.number
    for command, fields in {"ChangeName": {"name": "x"}, "ListDevices": {}, "StartWorkshop": {}}.items():
        assert screen.ask(command, **fields)["code"] == "wrong_role"
    assert len(room(facilitator)["seats"]) == 1


def test_who_asks_for_a_talk_is_seen_by_those_who_lead_and_by_nobody_else(made):
    facilitator, person, other = made.facilitator(), made.participant("Pat"), made.participant("Cai")
    seat = person.entered["seat"]
    person.do("AskToTalk", wish=True)
    eventually(lambda: room(facilitator)["talks"] == [seat])
    person.do("AskToTalk", wish=False)
    eventually(lambda: room(facilitator)["talks"] == [])
    assert room(other)["talks"] == []
    assert seat.encode() not in bytes(other.heard)
    assert facilitator.ask("AskToTalk", wish=True)["code"] == "wrong_role"


def test_a_wish_to_talk_goes_with_its_connection_and_the_device_says_it_again(made):
    facilitator, person = made.facilitator(), made.participant("Pat")
    person.do("AskToTalk", wish=True)
    eventually(lambda: room(facilitator)["talks"] != [])
    person.close()
    eventually(lambda: room(facilitator)["talks"] == [])
    again = made.line(person.token)
    again.do("AskToTalk", wish=True)
    eventually(lambda: room(facilitator)["talks"] == [person.entered["seat"]])
