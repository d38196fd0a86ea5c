"""Entries: what a view may hold, and nothing that tells on anybody."""

import re
from dataclasses import fields

from facilitation.entries import ENTRIES
from facilitation.showing import MAKERS

UNTOLD = re.compile(r"author|verifier|private|token|key$|_at$|time|seat_id|address|released|number")


def test_every_kind_of_entry_is_made_somewhere():
    assert set(ENTRIES) == set(MAKERS)


def test_no_entry_about_content_has_a_field_that_could_tell_on_its_writer():
    for kind in ("card", "group", "decision", "action", "plan"):
        told = [field.name for field in fields(ENTRIES[kind]) if UNTOLD.search(field.name)]
        assert told == []
