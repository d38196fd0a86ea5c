"""Patches: what turns one view into the next."""

from facilitation.entries import GroupEntry
from facilitation.patch import Patch, apply, full_difference, joined

OLD = {"group:a": GroupEntry("a", "A", 0), "group:b": GroupEntry("b", "B", 0)}
NEW = {"group:a": GroupEntry("a", "A", 1), "group:c": GroupEntry("c", "C", 0)}


def test_a_patch_holds_what_is_new_what_changed_and_what_is_gone():
    patch = full_difference(OLD, NEW)
    assert set(patch.set) == {"group:a", "group:c"}
    assert patch.gone == ("group:b",)


def test_applying_the_difference_gives_the_new_view():
    assert apply(OLD, full_difference(OLD, NEW)) == NEW


def test_no_difference_is_an_empty_patch():
    assert not full_difference(OLD, OLD)
    assert apply(OLD, Patch()) == OLD


def test_patches_that_change_different_things_are_one_in_the_order_of_the_keys():
    one = Patch({"group:c": NEW["group:c"]}, ("group:b",))
    other = Patch({"group:a": NEW["group:a"]}, ("group:aa",))
    together = joined([one, other])
    assert list(together.set) == ["group:a", "group:c"]
    assert together.gone == ("group:aa", "group:b")
    assert joined([]) == Patch()


def test_patches_that_change_the_same_are_not_one():
    there, gone = Patch({"group:c": NEW["group:c"]}), Patch(gone=("group:c",))
    assert joined([there, there]) is None
    assert joined([there, gone]) is None
    assert joined([gone, gone]) is None
