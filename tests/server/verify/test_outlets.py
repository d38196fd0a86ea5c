"""Judging what left the server. The leaks in `leaks.py` are found by these; here is what they do not reach."""

import pytest

from server.verify import outlets
from server.verify.ear import Ears, Heard
from server.verify.evidence import SEALED, SHOWN, WORRIES, Evidence
from server.verify.result import Verdict
from server.verify.story import Sent, Story
from server.verify.web import Page

WORD = "0123456789abcdef01234567"


def evidence(*heard, **story):
    found = Evidence("", Ears(heard=list(heard)), Story(**story))
    found.moments = {SEALED, SHOWN, WORRIES}
    return found


def test_words_that_are_found_nowhere_even_later_prove_nothing():
    assert outlets.ideas_unseen(evidence(sealed=[Sent("1", "2", WORD)])).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(("moment", "verdict"), [(SHOWN, Verdict.BROKEN), (WORRIES, Verdict.HELD)])
def test_a_worry_stays_unseen_longer_than_an_idea(moment, verdict):
    found = evidence(Heard("participant 1", moment, WORD.encode()), kept=[Sent("1", "2", WORD)])
    assert outlets.worries_unseen(found).verdict is verdict


def test_the_name_of_another_in_what_a_participant_got_is_told():
    other = "fedcba9876543210fedcba98"
    heard = [Heard("the facilitator", SEALED, f"{WORD} {other}".encode())]
    assert outlets.names_apart(evidence(*heard, names=[WORD, other])).verdict is Verdict.HELD
    heard.append(Heard("participant 1", SEALED, f"{WORD} {other}".encode()))
    assert outlets.names_apart(evidence(*heard, names=[WORD, other])).verdict is Verdict.BROKEN


def test_a_deleted_workshop_that_still_answers_is_told():
    found = evidence()
    found.after_delete = [Page("/api/workshops/1", 200, (), b"")]
    assert outlets.gone_from_outside(found).verdict is Verdict.BROKEN


def test_an_order_is_only_told_where_all_cards_are():
    cards = [Sent(f"{number}", "", "") for number in range(20)]
    found = evidence(sealed=cards)
    found.orders["one"] = [card.id for card in cards[:10]]
    assert outlets.order_tells_nothing(found).verdict is Verdict.UNKNOWN
    found.orders["other"] = [card.id for card in cards]
    assert "other" in outlets.order_tells_nothing(found).seen
