"""Where things lie: shared fields that anybody may change where what people write shows at once."""

from facilitation.canvas import Colour
from facilitation.canvas_commands import Lock, Paint, Place, ReadOut
from facilitation.commands import HideCard, RemoveGroup, ShowChanges, WithdrawCard
from facilitation.context import Role
from facilitation.refusals import Refusal
from facilitation.states import HideReason
from tests.facilitation.test_groups import grouping
from tests.meeting import Meeting, key, name, refusal

BUS, RIDES = f"card:{name('bus')}", f"group:{name('rides')}"


def test_a_card_lies_where_it_was_put_for_everybody():
    meeting = grouping()
    meeting.do(Place(BUS, placed=True, x=40, y=-60, version=0))
    spot = meeting.seen()[f"spot:{name('bus')}"]
    assert (spot.placed, spot.x, spot.y, spot.version) == (True, 40, -60, 1)


def test_a_group_can_be_put_somewhere_and_back_to_where_the_board_puts_it():
    meeting = grouping()
    meeting.do(Place(RIDES, placed=True, x=1, y=2, version=0))
    meeting.do(Place(RIDES, placed=False, x=0, y=0, version=1))
    assert not meeting.seen()[f"spot:{name('rides')}"].placed


def test_of_two_hands_on_one_card_the_first_wins_and_the_second_is_told():
    meeting = grouping()
    once = meeting.do(Place(BUS, placed=True, x=1, y=1, version=0))
    assert refusal(meeting.ask(Place(BUS, placed=True, x=2, y=2, version=0))) == Refusal.SUPERSEDED
    assert meeting.ask(Place(BUS, placed=True, x=1, y=1, version=0)) is once


def test_a_colour_and_a_place_are_two_fields_and_do_not_get_in_each_others_way():
    meeting = grouping()
    meeting.do(Place(BUS, placed=True, x=1, y=1, version=0))
    meeting.do(Paint(BUS, Colour.PINK, 0))
    assert refusal(meeting.ask(Paint(BUS, Colour.BLUE, 0))) == Refusal.SUPERSEDED
    assert meeting.seen()[f"spot:{name('bus')}"].colour is Colour.PINK


def test_what_is_locked_stays_where_and_as_it_is_until_who_leads_unlocks_it():
    meeting = grouping()
    assert refusal(meeting.ask(Lock(BUS, locked=True, version=0))) == Refusal.WRONG_ROLE
    meeting.do(Lock(BUS, locked=True, version=0), Role.FACILITATOR)
    assert refusal(meeting.ask(Place(BUS, placed=True, x=1, y=1, version=0))) == Refusal.LOCKED
    assert refusal(meeting.ask(Paint(BUS, Colour.PINK, 0))) == Refusal.LOCKED
    meeting.do(Lock(BUS, locked=False, version=1), Role.FACILITATOR)
    meeting.do(Place(BUS, placed=True, x=1, y=1, version=0))


def test_a_card_that_nobody_sees_yet_can_be_put_nowhere():
    meeting = Meeting().to("Ideas")
    meeting.add("secret")
    unknown = Place(f"card:{name('nothing')}", placed=True, x=1, y=1, version=0)
    sealed = Place(f"card:{name('secret')}", placed=True, x=1, y=1, version=0)
    assert refusal(meeting.ask(sealed)) == refusal(meeting.ask(unknown)) == Refusal.WRONG_PHASE
    meeting.to("Group")
    meeting.do(sealed)
    assert refusal(meeting.ask(unknown)) == Refusal.NO_SUCH_CARD


def test_no_hand_moves_anything_while_unsigned_cards_gather():
    meeting = grouping().to("Care")
    assert refusal(meeting.ask(Place(BUS, placed=True, x=1, y=1, version=0))) == Refusal.WRONG_PHASE


def test_a_card_that_is_taken_back_leaves_no_place_behind():
    meeting = grouping()
    meeting.do(Place(BUS, placed=True, x=1, y=1, version=0))
    meeting.do(Place(RIDES, placed=True, x=1, y=1, version=0))
    meeting.do(WithdrawCard(name("bus"), key("bus"), shown=True))
    meeting.do(ShowChanges(), Role.ALARM)
    meeting.do(RemoveGroup(name("rides")))
    assert not [one for one in meeting.seen() if one.startswith("spot:")]
    late = Place(BUS, placed=True, x=3, y=3, version=1)
    assert meeting.ask(late) is meeting.workshop


def test_the_card_that_is_read_out_is_shown_to_all():
    meeting = grouping()
    assert refusal(meeting.ask(ReadOut(BUS, 0))) == Refusal.WRONG_ROLE
    once = meeting.do(ReadOut(BUS, 0), Role.FACILITATOR)
    assert meeting.seen()["workshop"].reading == BUS
    assert meeting.ask(ReadOut(BUS, 0), Role.FACILITATOR) is once
    meeting.do(ReadOut("", 1), Role.FACILITATOR)
    assert meeting.seen()["workshop"].reading == ""


def test_with_a_new_step_no_card_is_read_out_any_more_and_what_comes_late_changes_nothing():
    meeting = grouping()
    meeting.do(ReadOut(BUS, 0), Role.FACILITATOR)
    meeting.to("Rest")
    assert meeting.seen()["workshop"].reading == ""
    assert refusal(meeting.ask(ReadOut(BUS, 0), Role.FACILITATOR)) == Refusal.SUPERSEDED
    assert refusal(meeting.ask(ReadOut(BUS, 1), Role.FACILITATOR)) == Refusal.SUPERSEDED
    meeting.do(ReadOut(BUS, 2), Role.FACILITATOR)


def test_only_what_lies_on_the_board_can_be_read_out():
    meeting = grouping()
    gone = ReadOut(f"card:{name('nothing')}", 0)
    assert refusal(meeting.ask(gone, Role.FACILITATOR)) == Refusal.NO_SUCH_CARD


def test_a_hidden_card_keeps_its_place():
    meeting = grouping()
    meeting.do(Place(BUS, placed=True, x=7, y=7, version=0))
    meeting.do(HideCard(name("bus"), HideReason.PERSON, 0), Role.FACILITATOR)
    assert meeting.seen()[f"spot:{name('bus')}"].x == 7
