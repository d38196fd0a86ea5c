"""Any value of a type that records use, for property tests. Texts hold whatever a person may type."""

import dataclasses
from collections.abc import Mapping
from enum import Enum
from typing import get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from facilitation.records import RECORDS, key_of
from facilitation.workshop import Head

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
IDS = st.uuids().map(lambda one: one.hex)
NUMBERS = st.integers(-(2**53), 2**53)


def any_of(hint):
    origin, args = get_origin(hint), get_args(hint)
    if origin is tuple:
        return st.lists(any_of(args[0]), max_size=3).map(tuple)
    if origin is Mapping:
        return st.dictionaries(TEXTS, any_of(args[1]), max_size=3)
    if dataclasses.is_dataclass(hint):
        fields = {name: any_of(field) for name, field in get_type_hints(hint).items()}
        return st.builds(hint, **fields)
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    return {str: TEXTS, int: NUMBERS, bool: st.booleans()}[hint]


def with_id(cls, strategy=IDS):
    return any_of(cls).flatmap(lambda one: strategy.map(lambda text: dataclasses.replace(one, id=text)))


records = st.one_of(with_id(cls) for cls in RECORDS.values() if cls is not Head)
heads = with_id(Head)


def workshops():
    """The records of a workshop by key: one head, and any others."""
    both = st.tuples(heads, st.lists(records, max_size=12))
    return both.map(lambda pair: {key_of(one): one for one in (pair[0], *pair[1])})
