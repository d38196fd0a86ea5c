"""The last saves are known by their keys, a bounded number of them."""

from server.stores.recent import KEPT, Recent


def test_the_keys_of_the_saves_between_two_revisions():
    recent = Recent()
    for rev in range(2, 6):
        recent.note("w", rev, [f"card:{rev}", "about"])
    assert recent.since("w", 3, 5) == {"card:4", "card:5", "about"}
    assert recent.since("w", 3, 4) == {"card:4", "about"}
    assert recent.since("w", 5, 5) == set()


def test_what_is_not_known_whole_is_none():
    recent = Recent()
    recent.note("w", 3, ["card:3"])
    recent.note("w", 5, ["card:5"])
    assert recent.since("w", 1, 3) is None
    assert recent.since("w", 3, 5) is None
    assert recent.since("w", 6, 5) is None
    assert recent.since("other", 1, 2) is None
    recent.forget("w")
    assert recent.since("w", 2, 3) is None


def test_only_so_many_saves_are_kept():
    recent = Recent()
    for rev in range(1, KEPT + 3):
        recent.note("w", rev, [f"card:{rev}"])
    assert recent.since("w", 1, KEPT + 2) is None
    assert len(recent.since("w", 2, KEPT + 2)) == KEPT
