"""Judging what is stored."""

from server.verify import kept
from server.verify.evidence import Evidence, StoreFindings
from server.verify.result import Verdict


def seen(check, **findings):
    return check(Evidence("", store=StoreFindings("the files", **findings))).verdict


def test_what_was_found_there_breaks_a_promise_and_says_where():
    found = Evidence("", store=StoreFindings(after_delete={"word": {"people", "content"}}))
    assert kept.all_gone(found).seen == "1 pieces of the workshop were found in: content, people."


def test_a_store_that_could_not_be_read_says_why():
    found = Evidence("", store=StoreFindings(problem="It is elsewhere.", after_step={}))
    assert kept.taken_back_gone(found).seen == "It is elsewhere."


def test_finding_nothing_of_a_vote_means_something_only_where_it_was_found_before():
    assert seen(kept.ballots_gone, after_close={}, voting=0) is Verdict.UNKNOWN
    assert seen(kept.ballots_gone, after_close={}, voting=9) is Verdict.HELD
    assert seen(kept.ballots_gone, after_close={}, voting=9, key_left=True) is Verdict.BROKEN


def test_names_and_cards_must_be_apart_in_both_directions():
    assert seen(kept.names_apart, beside_cards={}) is Verdict.UNKNOWN
    assert seen(kept.names_apart, beside_cards={}, cards_beside={}) is Verdict.HELD
    assert seen(kept.names_apart, beside_cards={}, cards_beside={"a": {"people"}}) is Verdict.BROKEN


def test_a_key_that_is_stored_is_told():
    assert seen(kept.keys_not_stored, secrets={"key": {"content"}}) is Verdict.BROKEN
