"""Google Meet: a claimed meeting, and whoever signs in with Google."""

import pytest

from server.hosts import identity, meet
from server.hosts.identity import Grade
from tests.server.hosts.issued import NOW, OTHER, flipped, issued, outside

SET = {"project": "123", "client_id": "ours"}
SAID = {"iss": "https://accounts.google.com", "aud": "ours", "sub": "s1", "name": "Ada"}


def asked(token="", settings=SET, meeting="spaces/abc"):
    return meet.verify({"meeting": meeting, "token": token}, outside(settings))


def test_without_signing_in_a_meeting_is_only_claimed():
    who = asked()
    assert (who.subject, who.meeting, who.grade) == ("", "spaces/abc", Grade.CLAIM)


def test_whoever_signs_in_with_google_is_known():
    for issuer in meet.ISSUERS:
        assert asked(issued(SAID | {"iss": issuer})).subject == "s1"
    assert asked(issued(SAID)).grade is Grade.IDENTITY


@pytest.mark.parametrize(
    ("token", "why"),
    [
        (issued(SAID | {"aud": "another"}), identity.FOREIGN),
        (issued(SAID | {"iss": "https://evil.example"}), identity.FOREIGN),
        (issued(SAID | {"sub": ""}), identity.FORGED),
        (issued(SAID | {"exp": NOW - 1}), identity.EXPIRED),
        (issued(SAID, OTHER), identity.FORGED),
        (issued(SAID, None, "none"), identity.FORGED),
    ],
)
def test_a_token_that_does_not_hold_is_refused(token, why):
    assert asked(token) == why


def test_a_token_with_a_letter_changed_is_refused():
    assert {asked(token) for token in flipped(issued(SAID))} == {identity.FORGED}


def test_what_is_not_set_up_is_told_so():
    assert asked(settings={}) == identity.NOT_SET_UP
    assert asked(issued(SAID), {"project": "123"}) == identity.NOT_SET_UP


@pytest.mark.parametrize("meeting", ["", "x" * 401])
def test_without_a_meeting_there_is_nothing_to_come_to(meeting):
    assert asked(meeting=meeting) == identity.FORGED
