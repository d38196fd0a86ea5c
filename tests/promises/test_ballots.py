"""Dots counted <= budget x ballots given out <= places, whatever crashes, is sent again, is lost or comes twice."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import Phase

from facilitation import update
from facilitation.commands import CastBallot
from facilitation.states import BallotState
from server.answers import OK
from tests.promises.polling import BEFORE, Polling
from tests.promises.voters import BUDGET, PEOPLE, search


@pytest.mark.parametrize(("store", "examples"), [("sqlite", 12), ("memory", 16)])
def test_no_interleaving_gives_a_second_vote_or_loses_one(store, examples, long):
    if long:
        search(store, 2000, steps=60)
    else:
        search(store, examples, derandomize=True)


def unsaved(live, command, hear):
    """As `routes._cast`, but that it is answered before it is saved."""
    live.beat.cast(command, lambda _answer: None)
    live.bell.ring()
    hear(OK)


NEVER_DONE = MappingProxyType({**update.ACTS, CastBallot: replace(update.ACTS[CastBallot], done=lambda *_: False)})
FAULTS = {
    "what was asked for is not written down": ("server.roll.replace", lambda line, **_: line),
    "a ballot is signed before its request is on the disk": ("server.hall.Hall.saved", lambda *_: True),
    "nobody looks at the signature": ("server.routes.is_genuine", lambda *_: True),
    "a vote is answered before it is saved": ("server.routes._cast", unsaved),
    "an older revision takes the place of a newer one": ("facilitation.update.ACTS", NEVER_DONE),
    "nobody counts the dots": ("facilitation.ballots.over", lambda *_: None),
    "votes stay when all is counted": ("facilitation.ballots.drop", lambda workshop, *_: workshop),
    "the roll stays when all is counted": ("server.people.Company.forget_roll", lambda *_: None),
}


QUICK = ("what was asked for is not written down", "votes stay when all is counted")
"""Found within seconds; the others take up to a minute."""


def test_faults_that_are_put_in_are_found(long, subtests):
    for fault in FAULTS if long else QUICK:
        with subtests.test(fault), pytest.MonkeyPatch.context() as patch:
            patch.setattr(*FAULTS[fault])
            with pytest.raises((AssertionError, ValueError)):
                search("memory", 300, derandomize=True, phases=[Phase.generate], report_multiple_bugs=False)


def test_the_vote_that_is_stepped_through_has_as_many_dots_as_is_said_here():
    polling = Polling(PEOPLE)
    polling.opens(PEOPLE)
    while polling.entry.state is not BallotState.OPEN:
        polling.rest()
    assert (polling.entry.budget, len(polling.entry.options)) == (BUDGET, 5)
    assert BEFORE.head.id == polling.workshop
    polling.close()
