"""Groups: anybody puts like with like, and two hands at once do no harm."""

from facilitation import commands as c
from facilitation.refusals import Refusal
from tests.meeting import Meeting, name, refusal


def grouping() -> Meeting:
    meeting = Meeting().to("Ideas")
    for word in ("bus", "taxi", "tea"):
        meeting.add(word)
    meeting.to("Group")
    meeting.do(c.AddGroup(name("rides"), meeting.run, "Ways to get about"))
    return meeting


def test_a_card_moves_into_a_group_and_out_again():
    meeting = grouping()
    meeting.do(c.MoveCard(name("bus"), name("rides"), 0))
    assert meeting.seen()[f"card:{name('bus')}"].group == name("rides")
    meeting.do(c.MoveCard(name("bus"), "", 1))
    assert meeting.seen()[f"card:{name('bus')}"].group == ""


def test_the_first_of_two_moves_wins_and_the_second_is_told():
    meeting = grouping()
    meeting.do(c.MoveCard(name("bus"), name("rides"), 0))
    assert refusal(meeting.ask(c.MoveCard(name("bus"), "", 0))) == "superseded"


def test_a_move_whose_answer_was_lost_is_answered_well_the_second_time():
    meeting = grouping()
    move = c.MoveCard(name("bus"), name("rides"), 0)
    once = meeting.do(move)
    assert meeting.ask(move) is once


def test_unmaking_a_group_lets_its_cards_stand_alone_and_is_for_good():
    meeting = grouping()
    meeting.do(c.MoveCard(name("bus"), name("rides"), 0))
    meeting.do(c.RemoveGroup(name("rides")))
    assert meeting.workshop.cards[name("bus")].group == ""
    assert meeting.ask(c.AddGroup(name("rides"), meeting.run, "Again")) is meeting.workshop
    assert meeting.workshop.groups == {}


def test_a_group_s_name_is_a_shared_field():
    meeting = grouping()
    meeting.do(c.RenameGroup(name("rides"), "Getting out and about", 0))
    assert refusal(meeting.ask(c.RenameGroup(name("rides"), "Wheels", 0))) == "superseded"
    assert refusal(meeting.ask(c.RenameGroup(name("rides"), "  ", 1))) == Refusal.BAD_FIELD


def test_grouping_belongs_to_phases_that_ask_for_it():
    meeting = grouping().to("Good")
    assert refusal(meeting.ask(c.MoveCard(name("bus"), name("rides"), 0))) == Refusal.WRONG_PHASE
    late = c.AddGroup(name("late"), meeting.run, "Late")
    assert refusal(meeting.ask(late)) == Refusal.WRONG_PHASE


def test_what_is_not_on_the_board_cannot_be_moved():
    meeting = grouping()
    assert refusal(meeting.ask(c.MoveCard(name("nothing"), "", 0))) == Refusal.NO_SUCH_CARD
    move = c.MoveCard(name("bus"), name("nowhere"), 0)
    assert refusal(meeting.ask(move)) == Refusal.NO_SUCH_GROUP


def test_a_group_that_was_voted_on_stays():
    meeting = grouping()
    meeting.do(c.MoveCard(name("bus"), name("rides"), 0))
    meeting.to("Pull")
    meeting.open_ballot()
    meeting.back("Group")
    meeting.do(c.RenameGroup(name("rides"), "Other", 0))
    meeting.to("Pull")
    meeting.open_ballot()
    meeting.close_ballot()
    meeting.back("Group")
    assert refusal(meeting.ask(c.RemoveGroup(name("rides")))) == Refusal.ON_BALLOT
