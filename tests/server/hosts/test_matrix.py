"""Matrix: the homeserver that the operator named says who it is, and the room what they may do there."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from server.hosts import identity, matrix
from server.hosts.identity import Grade, HostRole
from tests.server.hosts.issued import outside

SET = {"servers": "example.org=https://matrix.example.org other.org=https://m.other.org", "token": "admin"}
ADA, BO = "@ada:example.org", "@bo:example.org"
ROOM = "!room:example.org"
PROOF = {"token": "openid", "server": "example.org", "room": ROOM, "widget": "w1"}


def event(kind, content, key="", sender="@creator:example.org"):
    return {"type": f"m.room.{kind}", "state_key": key, "sender": sender, "content": content}


STATE = [
    event("create", {"room_version": "10"}),
    event("power_levels", {"users": {ADA: 50, BO: 49}}),
    event("member", {"membership": "join"}, ADA),
    event("member", {"membership": "join"}, BO),
]


class Homeserver:
    """Answers as Synapse does. `asked`: every address, with what came along."""

    def __init__(self, person=ADA, state=STATE, admin=200, client=403, userinfo=200):
        self.person, self.state, self.asked = person, state, []
        self.statuses = {"userinfo": userinfo, "admin": admin, "client": client}

    def __call__(self, url, headers):
        self.asked.append((url, headers))
        if "userinfo" in url:
            said = {"sub": self.person} if parse_qs(urlsplit(url).query)["access_token"] == ["openid"] else {}
            return (self.statuses["userinfo"] if said else 401), json.dumps(said).encode()
        which = "admin" if "_synapse" in url else "client"
        assert headers == {"Authorization": "Bearer admin"}
        return self.statuses[which], json.dumps({"state": self.state} if which == "admin" else self.state).encode()


def asked(there=None, settings=SET, **more):
    return matrix.verify(PROOF | more, outside(settings, there or Homeserver()))


def test_a_moderator_of_the_room_is_proved_to_lead_and_others_are_proved_not_to():
    who = asked()
    assert (who.subject, who.meeting, who.role, who.grade) == (ADA, f"{ROOM}|w1", HostRole.HOST, Grade.FULL)
    other = asked(Homeserver(BO))
    assert (other.role, other.grade) == (HostRole.MEMBER, Grade.FULL)


def test_a_bot_in_the_room_may_be_asked_instead_of_the_administration():
    assert asked(Homeserver(admin=403, client=200)).role is HostRole.HOST


@pytest.mark.parametrize(("version", "leads"), [("11", False), ("12", True), ("13", True), ("org.example.new", False)])
def test_who_made_a_new_room_stands_in_no_list_and_leads_all_the_same(version, leads):
    member = event("member", {"membership": "join"}, ADA)
    made = [event("create", {"room_version": version}, sender=ADA), event("power_levels", {"users": {}}), member]
    also = [event("create", {"room_version": version, "additional_creators": [ADA]}), *made[1:]]
    for state in (made, also):
        assert (asked(Homeserver(state=state)).role is HostRole.HOST) is leads


@pytest.mark.parametrize("membership", ["ban", "leave", "invite", "knock"])
def test_who_is_not_in_the_room_is_refused(membership):
    state = [*STATE[:2], event("member", {"membership": membership}, ADA)]
    assert asked(Homeserver(state=state)) == identity.FORGED
    assert asked(Homeserver(state=STATE[:2])) == identity.FORGED


def test_where_the_room_may_not_be_asked_only_the_person_is_proved():
    assert asked(Homeserver(admin=403, client=403)).grade is Grade.IDENTITY
    assert asked(settings=SET | {"token": ""}).grade is Grade.IDENTITY


@pytest.mark.parametrize("server", ["evil.example", "127.0.0.1", "", "https://example.org", "example.org@evil.example"])
def test_a_server_that_the_operator_did_not_name_is_never_asked(server):
    homeserver = Homeserver()
    assert asked(homeserver, server=server) == identity.FOREIGN
    assert homeserver.asked == []


def test_only_the_addresses_of_the_operator_are_asked_and_a_room_adds_no_path():
    homeserver = Homeserver()
    asked(homeserver, room="!a/../../../secret?x=1#y:example.org")
    assert {urlsplit(url).netloc for url, _ in homeserver.asked} == {"matrix.example.org"}
    assert all("/secret" not in urlsplit(url).path for url, _ in homeserver.asked)


@pytest.mark.parametrize("person", ["@ada:other.org", "@ada:evil.example.org.evil", "ada", "@ada:xexample.org", 7])
def test_a_homeserver_speaks_for_its_own_people_only(person):
    assert asked(Homeserver(person)) in {identity.FORGED, identity.UNREACHABLE}


def test_a_token_that_the_homeserver_does_not_know_is_refused():
    assert asked(token="guessed") == identity.FORGED  # noqa: S106 - what somebody guesses


@pytest.mark.parametrize("broken", [{"userinfo": 502}, {"userinfo": 200, "person": None}])
def test_a_homeserver_that_does_not_answer_is_told_so(broken):
    assert asked(Homeserver(**broken)) == identity.UNREACHABLE


def test_a_line_that_is_cut_is_told_so():
    def cut(_url, _headers):
        raise OSError

    assert asked(cut) == identity.UNREACHABLE


@pytest.mark.parametrize("more", [{"room": "room"}, {"room": ""}, {"room": "!" + "x" * 400}, {"token": "t" * 401}])
def test_what_is_no_room_and_no_token_is_refused(more):
    assert asked(**more) == identity.FORGED


def test_without_settings_there_is_no_homeserver():
    assert asked(settings={}) == identity.NOT_SET_UP
