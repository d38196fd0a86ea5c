"""What a workshop knows of itself: where it stands, and what everybody may see."""

from facilitation.workshop import is_out
from tests.meeting import Meeting, name


def test_before_the_start_there_is_neither_run_nor_phase():
    workshop = Meeting().workshop
    assert (workshop.run, workshop.phase) == (None, None)


def test_a_card_is_out_once_its_run_is_revealed():
    meeting = Meeting().to("Ideas")
    meeting.add("bus")
    assert not is_out(meeting.workshop, meeting.workshop.cards[name("bus")])
    meeting.to("Group")
    card = meeting.workshop.cards[name("bus")]
    assert card.run in meeting.workshop.revealed
    assert is_out(meeting.workshop, card)
