"""The whole workshop as JSON, as everybody may see it."""

import json

import pytest

from facilitation.agenda import CardKind
from facilitation.rules import Audience
from server.codec import BadRecord
from server.exports.record import FORMAT, VERSION, read_record, record
from tests import seaside
from tests.meeting import Meeting


def test_what_is_written_is_read_back_as_it_was():
    entries = seaside.record(seaside.hour())
    assert read_record(record(entries, seaside.DATE)) == entries


def test_it_says_what_it_is_and_in_which_version():
    document = json.loads(record(seaside.record(seaside.hour()), seaside.DATE))
    assert (document["format"], document["version"], document["date"]) == (FORMAT, VERSION, seaside.DATE)
    assert document["entries"]["workshop"]["workshop"]["title"] == "Lonely neighbours"


def test_it_holds_what_was_shown_and_nothing_that_is_sealed():
    meeting = Meeting().to("Facts")
    meeting.add("shown to all", CardKind.FACT)
    meeting.to("Ideas")
    meeting.add("sealed idea")
    meeting.keep("kept worry")
    data = record(meeting.seen(Audience.RECORD), seaside.DATE)
    assert b"shown to all" in data
    assert b"sealed idea" not in data
    assert b"kept worry" not in data


@pytest.mark.parametrize("words", ["<w:br/>&<b>", "עם 👩‍🦳", 'quote " back \\ slash', "line\nbreak\ttab"])
def test_marks_and_signs_in_a_card_are_read_back_letter_by_letter(words):
    meeting = Meeting().to("Facts")
    meeting.add(words, CardKind.FACT)
    meeting.next()
    entries = dict(meeting.seen(Audience.RECORD))
    assert read_record(record(entries, seaside.DATE)) == entries


@pytest.mark.parametrize(
    ("data", "say"),
    [
        (b"no json", "this file is not JSON"),
        (b"[]", "this file is no record of a workshop"),
        (b'{"format": "another"}', "this file is no record of a workshop"),
        (b'{"format": "folkmoot-record", "version": 99, "entries": {}}', "written by another version"),
        (b'{"format": "folkmoot-record", "version": 1, "entries": {"card:1": {"card": {}}}}', "lacks"),
    ],
)
def test_what_is_no_record_is_refused(data, say):
    with pytest.raises(BadRecord, match=say):
        read_record(data)
