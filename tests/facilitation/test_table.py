"""A table behaves as a dict that is copied for each change, and costs less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.table import LEAST, Table

KEYS = st.sampled_from([f"{n}" for n in range(30)])
CHANGES = st.lists(st.dictionaries(KEYS, st.none() | st.integers(), max_size=4), max_size=200)


@given(st.dictionaries(KEYS, st.integers()), CHANGES)
def test_a_table_is_what_a_copied_dict_would_be_and_the_earlier_ones_stay(first, changes):
    table, copied, earlier = Table(first), dict(first), []
    for change in changes:
        earlier.append((table, dict(copied)))
        table = table.changed(change)
        copied |= {key: one for key, one in change.items() if one is not None}
        for key, one in change.items():
            if one is None:
                copied.pop(key, None)
    for made, expected in [*earlier, (table, copied)]:
        assert made == expected
        assert (len(made), set(made)) == (len(expected), set(expected))
        assert sorted(made.values()) == sorted(expected.values())
        assert dict(made.items()) == expected
        for key in map(str, range(30)):
            assert made.get(key) == expected.get(key)
            assert (key in made) is (key in expected)


def test_what_is_not_there_is_a_key_error_as_in_a_dict():
    table = Table({"a": 1}).changed({"a": None, "b": 2})
    assert table["b"] == 2
    for missing in ("a", "c"):
        with pytest.raises(KeyError):
            table[missing]
    assert table.get("a", 7) == 7


def test_many_changes_one_after_the_other_share_a_base_most_of_the_time():
    table = Table({str(n): n for n in range(5000)})
    bases = set()
    for n in range(1000):
        table = table.changed({f"new {n}": n})
        bases.add(id(table._base))
    assert len(table) == 6000
    assert len(bases) < 1000 / LEAST
