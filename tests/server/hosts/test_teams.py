"""Microsoft Teams: who it is by Entra's token; a guest without one; every token that does not hold refused."""

import pytest

from server.hosts import identity, teams
from server.hosts.identity import Grade, HostIdentity, HostRole
from tests.server.hosts.issued import KEY, NOW, OTHER, flipped, issued, outside

TENANT = "11111111-2222-3333-4444-555555555555"
SET = {"client_id": "ours", "tenants": f"{TENANT} other", "resource": "api://board.example.org/ours"}
SAID = {"iss": teams.ISSUER.format(TENANT), "aud": "ours", "tid": TENANT, "oid": "o1", "name": "Ada"}
CHAT = "19:meeting_abc@thread.v2"


def asked(token, settings=SET, meeting=CHAT, **more):
    return teams.verify({"token": token, "meeting": meeting} | more, outside(settings))


def test_a_token_of_entra_shows_who_it_is_and_no_more():
    ends = (NOW + 600) * 1000
    who = HostIdentity("teams", "", f"{TENANT}|o1", CHAT, "", HostRole.MEMBER, Grade.IDENTITY, "Ada", "", ends)
    assert asked(issued(SAID)) == who
    assert asked(issued(SAID), role="host").role is HostRole.MEMBER
    assert isinstance(asked(issued(SAID | {"aud": SET["resource"]})), HostIdentity)


def test_a_guest_without_an_account_comes_in_as_nobody_known():
    guest = asked("")
    assert (guest.subject, guest.grade, guest.role, guest.meeting) == ("", Grade.CLAIM, HostRole.GUEST, CHAT)


def test_people_of_another_tenant_come_to_the_same_meeting_where_they_are_known():
    other = asked(issued(SAID | {"tid": "other", "iss": teams.ISSUER.format("other")}))
    assert (other.tenant, other.meeting) == (asked(issued(SAID)).tenant, CHAT)


@pytest.mark.parametrize(
    ("token", "why"),
    [
        (issued(SAID | {"aud": "another app"}), identity.FOREIGN),
        (issued(SAID | {"iss": teams.ISSUER.format("stranger"), "tid": "stranger"}), identity.FOREIGN),
        (issued(SAID | {"tid": "other"}), identity.FORGED),
        (issued(SAID | {"oid": ""}), identity.FORGED),
        (issued({name: value for name, value in SAID.items() if name != "oid"}), identity.FORGED),
        (issued(SAID | {"exp": NOW - 1}), identity.EXPIRED),
        (issued(SAID | {"exp": NOW * 1000}), identity.EXPIRED),
        (issued(SAID, OTHER), identity.FORGED),
        (issued(SAID, None, "none"), identity.FORGED),
        ("no token", identity.FORGED),
    ],
)
def test_a_token_that_does_not_hold_is_refused(token, why):
    assert asked(token) == why


def test_a_token_with_a_letter_changed_is_refused():
    assert {asked(token) for token in flipped(issued(SAID, KEY))} == {identity.FORGED}


@pytest.mark.parametrize("settings", [{}, {"client_id": "ours"}, {"tenants": TENANT}])
def test_without_settings_nobody_is_known(settings):
    assert asked(issued(SAID), settings) == asked("", settings) == identity.NOT_SET_UP


def test_a_meeting_with_an_endless_name_is_none():
    assert asked(issued(SAID), meeting="x" * 401) == identity.FORGED
