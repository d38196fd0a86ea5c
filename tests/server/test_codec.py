"""What is written can be read back as it was; anything else is refused, and nothing of it repeated."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, replace
from pathlib import Path
from types import MappingProxyType

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.agenda import Agenda, CardKind
from facilitation.records import RECORDS, key_of
from facilitation.states import BallotMethod, Stage
from facilitation.workshop import Action, Ballot, Card, Head, Run
from server.codec import BadRecord, Codec, decode, encode, encode_changes, head_in
from tests.server.any_record import any_of, records

CARD = Card("a" * 32, "b" * 32, CardKind.IDEA, "c" * 64, "A lunch club, twice a week")


@given(st.one_of(any_of(cls) for cls in RECORDS.values()))
def test_every_record_comes_back_as_it_was_with_the_same_types(record):
    again = decode(encode(record))
    assert again == record
    assert repr(again) == repr(record)  # an enum is not its text, a tuple is not a list


def test_the_bytes_are_json_with_every_field():
    fields = orjson.loads(encode(CARD))["card"]
    assert fields["text"] == "A lunch club, twice a week"
    assert set(fields) == set(Card.__dataclass_fields__)


FIRST = Path(__file__).parent / "stores" / "format_1.json"


def as_far_as(written, again):
    """What is there again of what was written: newer servers write more beside it."""
    if isinstance(written, dict) and isinstance(again, dict):
        return {name: as_far_as(value, again[name]) for name, value in written.items()}
    if isinstance(written, list) and isinstance(again, list) and len(written) == len(again):
        return [as_far_as(*pair) for pair in zip(written, again, strict=True)]
    return again


def test_what_the_first_format_wrote_is_read_with_nothing_lost():
    kept = orjson.loads(FIRST.read_bytes())
    assert len({key.partition(":")[0] for key in kept}) == 11
    for key, written in kept.items():
        record = decode(orjson.dumps(written))
        assert key_of(record) == key
        again = orjson.loads(encode(record))
        assert as_far_as(written, again) == written


def test_a_field_that_an_older_server_did_not_know_has_its_default():
    written = orjson.loads(encode(CARD))["card"]
    del written["released"], written["signed"]
    assert decode(orjson.dumps({"card": written})) == CARD


@given(any_of(Head), st.data())
def test_a_missing_field_is_refused_by_name_however_deep_it_lies(head, data):
    found = orjson.loads(encode(head))
    cls, inside = data.draw(st.sampled_from([(Head, found["workshop"]), (Agenda, found["workshop"]["agenda"])]))
    name = data.draw(st.sampled_from(sorted(one.name for one in fields(cls) if one.default is MISSING)))
    del inside[name]
    with pytest.raises(BadRecord, match=rf"lacks {name}$"):
        decode(orjson.dumps(found))


@pytest.mark.parametrize(
    ("change", "say"),
    [
        ({"text": 7}, "card.text is not a str"),
        ({"place": True}, "card.place is not a int"),
        ({"place": 1.0}, "card.place is not a int"),
        ({"released": 1}, "card.released is not a bool"),
        ({"kind": "banana"}, "card.kind is not a CardKind"),
        ({"kind": ["idea"]}, "card.kind is not a CardKind"),
        ({"author": "Ada"}, "card has a field that nobody knows"),
        ({"text": None}, "card.text is not a str"),
    ],
)
def test_a_field_of_another_shape_is_refused(change, say):
    fields = orjson.loads(encode(CARD))["card"] | change
    with pytest.raises(BadRecord) as caught:
        decode(orjson.dumps({"card": fields}))
    assert str(caught.value) == say


def test_lists_and_maps_are_checked_member_by_member():
    ballot = orjson.loads(encode(Ballot("a" * 32, "b" * 32, BallotMethod.DOTS, ("card:1",), 3, 2)))["ballot"]
    for change in ({"options": [1]}, {"options": "card:1"}, {"totals": {"card:1": "3"}}, {"totals": [3]}):
        with pytest.raises(BadRecord):
            decode(orjson.dumps({"ballot": ballot | change}))


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"{}", b'"card"', b'{"card":1}', b'{"banana":{}}', b'{"card":{},"run":{}}']
)
def test_bytes_that_are_no_record_are_refused(data):
    with pytest.raises(BadRecord):
        decode(data)


@given(st.binary(max_size=60))
def test_any_other_bytes_are_refused_and_nothing_else_happens(data):
    with pytest.raises(BadRecord):
        decode(data)


def test_nothing_is_written_that_would_not_be_read_back():
    broken = [
        replace(CARD, text=7),
        replace(CARD, place="1"),
        replace(CARD, text="half a \ud83d face"),
        replace(CARD, place=2**70),
        replace(CARD, kind="banana"),
        replace(CARD, text=b"bytes"),
        Action("a" * 32, "Book the hall", versions={"text": 1.5}),
        "a card",
    ]
    for record in broken:
        with pytest.raises(BadRecord):
            encode(record)


def test_a_read_only_map_is_a_map():
    action = Action("a" * 32, "Book the hall", versions=MappingProxyType({"text": 1}))
    assert decode(encode(action)) == action


@given(records, st.data())
def test_an_error_never_repeats_what_people_wrote(record, data):
    (kind, fields), *_ = orjson.loads(encode(record)).items()
    name = data.draw(st.sampled_from(sorted(fields)))
    fields[name] = {"canary 5f3": "canary 5f3"}
    fields["canary 5f3"] = "canary 5f3"
    for broken in (orjson.dumps({kind: fields}), orjson.dumps({"canary 5f3": fields}), b'{"card":{"text":"canary 5f3'):
        with pytest.raises(BadRecord) as caught:
            decode(broken)
        assert "canary" not in str(caught.value)
        assert caught.value.__cause__ is None


def test_a_record_stands_under_its_own_key():
    assert encode_changes({f"card:{CARD.id}": CARD, "card:gone": None})["card:gone"] is None
    with pytest.raises(BadRecord, match="a key that is not its own"):
        encode_changes({"card:other": CARD})


def test_a_workshop_without_a_head_is_refused():
    with pytest.raises(BadRecord, match="no head"):
        head_in({f"card:{CARD.id}": CARD, "run:1": Run("1", 0, Stage.WRITE), "clock:clock": None})


def test_a_record_may_hold_only_what_can_be_checked():
    @dataclass
    class Odd:
        id: str
        seen: Mapping[int, str]

    with pytest.raises(TypeError, match="no record may hold"):
        Codec({"odd": Odd})
