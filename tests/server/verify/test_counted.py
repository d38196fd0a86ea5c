"""Judging the vote."""

from server.verify import counted
from server.verify.evidence import Evidence
from server.verify.result import Verdict
from server.verify.story import Attempt

RESULT = {"totals": {"card:1": 3, "card:2": 0}, "cast": 2, "seats": 2}


def voted(**change):
    return Evidence("", **({"result": RESULT, "expected": {"card:1": 3}, "admitted": 2} | change))


def test_totals_must_be_exactly_right():
    assert counted.totals_right(voted()).verdict is Verdict.HELD
    assert counted.totals_right(voted(expected={"card:1": 2})).verdict is Verdict.BROKEN
    assert counted.totals_right(voted(admitted=3)).verdict is Verdict.BROKEN


def test_an_attempt_must_be_refused_and_with_a_sentence():
    good, silent = Attempt("to cheat", refused=True, say="This cannot be."), Attempt("to steal", refused=True, say="")
    assert counted.cheating_refused(voted(attempts=[good])).verdict is Verdict.HELD
    assert "to steal" in counted.cheating_refused(voted(attempts=[good, silent])).seen
    assert "Not refused: to lie." in counted.cheating_refused(voted(attempts=[Attempt("to lie", False, "")])).seen


def test_whoever_was_told_early_is_named():
    assert "the room's screen" in counted.nothing_early(voted(early=["the room's screen"])).seen
