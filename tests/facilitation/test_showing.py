"""Entries are made from records, and leave out what nobody may see."""

from facilitation.ballots import FEW
from facilitation.showing import MAKERS
from facilitation.states import BallotMethod, BallotState
from facilitation.workshop import Ballot, Card
from tests.meeting import Meeting, name


def ballot(cast: int, state: BallotState = BallotState.CLOSED) -> Ballot:
    return Ballot(
        name("b"),
        name("r"),
        BallotMethod.DOTS,
        ("card:a", "card:b"),
        1,
        1,
        state=state,
        seats=9,
        public_key="public",
        private_key="private",
        cast=cast,
        totals={"card:a": cast, "card:b": 0},
        voters={"card:a": cast, "card:b": 0},
    )


def test_a_card_s_entry_holds_neither_its_verifier_nor_the_number_of_its_edits():
    card = Card(name("c"), name("r"), "idea", "the verifier", "words", number=7)
    entry = MAKERS["card"](Meeting().workshop, card)
    assert "the verifier" not in repr(entry)
    assert not hasattr(entry, "number")


def test_a_ballot_s_entry_never_holds_its_private_key():
    for state in BallotState:
        assert "private" not in repr(MAKERS["ballot"](Meeting().workshop, ballot(5, state)))


def test_totals_are_left_out_when_too_few_voted():
    assert MAKERS["ballot"](Meeting().workshop, ballot(FEW)).totals == {"card:a": FEW, "card:b": 0}
    few = MAKERS["ballot"](Meeting().workshop, ballot(FEW - 1))
    assert (few.cast, few.totals, few.voters, few.ranking, few.tied, few.chosen) == (0, {}, {}, (), (), ())


def test_the_workshop_s_entry_says_whether_a_worry_can_be_kept_now():
    meeting = Meeting().to("Facts")
    assert not MAKERS["workshop"](meeting.workshop, meeting.workshop.head).keeping
    meeting.to("Ideas")
    assert MAKERS["workshop"](meeting.workshop, meeting.workshop.head).keeping
