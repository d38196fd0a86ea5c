"""The whole workshop as JSON, as everybody may see it."""

import json

import pytest

from facilitation.agenda import CardKind
from facilitation.canvas import ItemKind
from facilitation.rules import Audience
from server.codec import BadRecord
from server.exports.record import FORMAT, VERSION, read_pictures, read_record, record
from server.pictures import made_anew
from tests import seaside
from tests.facilitation.test_drawings import item
from tests.meeting import Meeting
from tests.server.any_picture import png

BENCH, POSTER = "b" * 32, "c" * 32


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


def with_pictures():
    """A workshop with two pictures on its board, and the bytes of the first."""
    shown = item(1, ItemKind.PICTURE, "A bench", file=BENCH) | item(2, ItemKind.PICTURE, file=POSTER)
    return seaside.record(seaside.hour()) | shown, {BENCH: made_anew(png()).body}


def test_pictures_come_along_with_what_they_show_and_one_that_is_gone_is_said_to_be_missing():
    entries, pictures = with_pictures()
    data = record(entries, seaside.DATE, pictures | {"d" * 32: b"on no board"})
    told = json.loads(data)["pictures"]
    assert told[POSTER] == {"shows": "", "missing": True}
    bench = told[BENCH]
    assert (bench["shows"], bench["type"], bench["size"]) == ("A bench", "image/png", len(pictures[BENCH]))
    assert set(told) == {BENCH, POSTER}
    assert read_pictures(data) == pictures
    assert read_record(data) == entries


def test_a_workshop_without_pictures_has_none_in_its_record():
    data = record(seaside.record(seaside.hour()), seaside.DATE)
    assert "pictures" not in json.loads(data)
    assert read_pictures(data) == {}


@pytest.mark.parametrize("broken", [{"size": 1}, {"data": "no base64!"}, {"data": None}])
def test_a_picture_that_is_not_as_it_says_is_refused(broken):
    told = json.loads(record(with_pictures()[0], seaside.DATE, with_pictures()[1]))
    told["pictures"][BENCH] |= broken
    with pytest.raises(BadRecord, match="pictures"):
        read_pictures(json.dumps(told).encode())
