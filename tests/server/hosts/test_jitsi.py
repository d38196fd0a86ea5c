"""Jitsi: the name of a shared document, and nothing proved."""

import pytest

from server.hosts import identity, jitsi
from server.hosts.identity import Grade
from tests.server.hosts.issued import outside

SET = {"domain": "meet.example.org"}


def test_a_conference_is_known_by_its_document_on_this_server():
    who = jitsi.verify({"meeting": "e3f0c2a1"}, outside(SET))
    assert (who.tenant, who.meeting, who.subject, who.grade) == ("meet.example.org", "e3f0c2a1", "", Grade.CLAIM)


@pytest.mark.parametrize("meeting", ["", "abc", "with space", "a/b/c/d", "x" * 201])
def test_what_is_no_name_of_a_document_is_refused(meeting):
    assert jitsi.verify({"meeting": meeting}, outside(SET)) == identity.FORGED


def test_where_no_jitsi_is_used_there_is_none():
    assert jitsi.verify({"meeting": "e3f0c2a1"}, outside({})) == identity.NOT_SET_UP
