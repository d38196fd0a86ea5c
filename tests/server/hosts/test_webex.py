"""Webex: who it is by the token; the meeting and the role are claims."""

import pytest

from server.hosts import identity, webex
from server.hosts.identity import Grade, HostRole
from tests.server.hosts.issued import NOW, OTHER, flipped, issued, outside

SET = {"issuer": "https://idbroker.example", "audience": "ours"}
SAID = {"iss": SET["issuer"], "aud": "ours", webex.USER: "u1", webex.COMPANY: "c1", "name": "Ada"}


def asked(token, settings=SET, **more):
    return webex.verify({"token": token, "meeting": "m1", "role": "host"} | more, outside(settings))


def test_a_token_shows_who_it_is_and_the_role_stays_a_claim():
    who = asked(issued(SAID))
    assert (who.subject, who.meeting, who.role, who.grade) == ("c1|u1", "m1", HostRole.HOST, Grade.IDENTITY)
    assert asked(issued(SAID), role="king").role is HostRole.MEMBER


@pytest.mark.parametrize(
    ("token", "why"),
    [
        (issued(SAID | {"aud": "another"}), identity.FOREIGN),
        (issued(SAID | {"iss": "https://evil.example"}), identity.FOREIGN),
        (issued(SAID | {webex.USER: ""}), identity.FORGED),
        (issued(SAID | {webex.COMPANY: 1}), identity.FORGED),
        (issued(SAID | {"exp": NOW - 1}), identity.EXPIRED),
        (issued(SAID, OTHER), identity.FORGED),
        (issued(SAID, None, "none"), identity.FORGED),
        ("", identity.FORGED),
    ],
)
def test_a_token_that_does_not_hold_is_refused(token, why):
    assert asked(token) == why


def test_a_token_with_a_letter_changed_is_refused():
    assert {asked(token) for token in flipped(issued(SAID))} == {identity.FORGED}


def test_without_settings_nobody_is_known_and_an_endless_meeting_is_none():
    assert asked(issued(SAID), {"issuer": "x"}) == identity.NOT_SET_UP
    assert asked(issued(SAID), meeting="m" * 401) == identity.FORGED
