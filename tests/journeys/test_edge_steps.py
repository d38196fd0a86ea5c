"""Edge cases of steps, as people meet them: showing, going back, mending one's words, ending early, two who lead."""

import re

from playwright.sync_api import expect

from tests.journeys.gathering import HOUR
from tests.journeys.test_offline import back_again, cut_off

BUS = "Let the bus wait five minutes at the surgery"
TEA = "Tea in the boathouse on Sundays"
WORRY = "Who pays for the driver's five minutes?"


def unfolded(person, text):
    """A card that stands open on the page, not one that was folded away."""
    return person.card(text).filter(visible=True)


def test_e19_before_anything_is_shown_it_is_said_what_to_whom_and_it_can_be_folded_away_after(gather):
    meeting = gather(HOUR)
    lead, tom = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("Ideas", lead, tom)
    tom.writes("Idea", BUS)
    lead.presses("Show all ideas and go on to “Read the ideas”")
    lead.reads("Everybody, and the room's screen, will see what was written in “Ideas”.")
    lead.sees_nothing_of(BUS)
    lead.presses("Not yet")
    lead.stands_at("Ideas")
    lead.goes_on("Read the ideas")
    tom.sees(BUS)
    lead.desk("What is on the board")
    lead.presses("Fold away “Ideas”")
    expect(unfolded(tom, BUS)).to_be_hidden()
    tom.opens("Folded away: 1 idea")
    tom.sees(BUS)
    lead.presses("Unfold “Ideas”")
    lead.sees(BUS)


def test_e20_few_people_are_warned_before_writing_and_before_showing(gather):
    meeting = gather()
    lead, tom = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("Ideas", lead, tom)
    tom.reads("You are a small group. Others may guess who wrote what.")
    lead.presses("Show all ideas")
    lead.reads("Fewer than five people are here. Others may guess who wrote what.")
    lead.presses("Not yet")
    more = [meeting.joins(name) for name in ("Aisha", "Bea", "Ken")]
    expect(tom.at.get_by_text("You are a small group")).to_be_hidden()
    lead.presses("Show all ideas")
    expect(lead.at.get_by_text("Fewer than five people are here.")).to_be_hidden()
    assert len(more) == 3


def test_e21_going_back_to_ideas_after_the_cautions_folds_those_and_keeps_new_ones_unseen(gather):
    meeting = gather()
    lead, tom, aisha = meeting.lead(), meeting.joins("Tom"), meeting.joins("Aisha")
    meeting.moves_to("Ideas", lead, tom, aisha)
    tom.keeps_a_worry(WORRY)
    tom.writes("Idea", BUS)
    tom.has_saved(BUS)  # and so the worry, which was sent before
    meeting.moves_to("What to watch", lead, tom, aisha)
    lead.shows_the_worries()
    aisha.sees(WORRY)
    lead.goes_back("Ideas")
    for one in (tom, aisha):
        one.stands_at("Ideas")
        one.reads("round 2")
    aisha.opens("The board so far")
    expect(unfolded(aisha, WORRY)).to_be_hidden()
    aisha.opens("Folded away: 1 caution")
    aisha.sees(WORRY)
    tom.writes("Idea", TEA)
    tom.keeps_a_worry("The boathouse roof leaks")
    lead.goes_on("Read the ideas")
    expect(unfolded(aisha, TEA)).to_contain_text("round 2")
    aisha.sees_nothing_of("The boathouse roof leaks")
    meeting.moves_to("What to watch", lead, tom, aisha)
    lead.shows_the_worries()
    aisha.sees("The boathouse roof leaks")


def test_e22_going_back_from_an_open_vote_frees_the_dots_and_people_are_told(gather):
    meeting = gather()
    lead, tom = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("Ideas", lead, tom)
    tom.writes("Idea", BUS, TEA)
    tom.has_saved(BUS, TEA)
    meeting.moves_to("What pulls you", lead, tom)
    lead.opens_the_vote(2)
    tom.picks(BUS)
    lead.goes_back("What is good")
    tom.stands_at("What is good")
    expect(tom.at.get_by_text(re.compile("New step: What is good"))).to_be_attached()
    meeting.moves_to("What pulls you", lead, tom)
    lead.opens_the_vote(2)
    expect(tom.at.get_by_role("checkbox", name=BUS)).not_to_be_checked()
    tom.reads("1 of 1 left")


def test_e23_one_s_own_words_can_be_mended_until_they_are_grouped_then_whoever_leads_can(gather):
    meeting = gather(HOUR)
    lead, tom = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("Ideas", lead, tom)
    tom.writes("Idea", "Tea in the boat hose")
    tom.rewrites("Tea in the boat hose", "Tea in the boathose")
    lead.goes_on("Read the ideas")
    lead.sees("Tea in the boathose")
    tom.opens("Your card on this device")
    tom.rewrites("Tea in the boathose", TEA)
    lead.sees(TEA)
    lead.goes_on("Like with like")
    tom.groups("Warm places", TEA)
    lead.desk("What is on the board")
    lead.opens("Change the words of a card")
    lead.hand.type(lead.box("Find a card"), "boathouse")
    lead.hand.tick(lead.at.get_by_role("radio", name=TEA))
    lead.hand.type(lead.box("Its words"), "Tea in the boathouse, all year")
    lead.presses("Save the new words")
    expect(tom.at.get_by_role("checkbox", name="Tea in the boathouse, all year")).to_be_visible()


def test_e24_one_s_own_card_can_be_taken_back_until_it_is_voted_on(gather):
    meeting = gather(HOUR)
    lead, tom = meeting.lead(), meeting.joins("Tom")
    meeting.moves_to("Ideas", lead, tom)
    tom.writes("Idea", "Never mind this one", TEA, BUS)
    tom.has_saved("Never mind this one", TEA, BUS)
    tom.takes_back("Never mind this one")
    expect(tom.card("Never mind this one")).to_have_count(0)
    lead.goes_on("Read the ideas")
    lead.sees(TEA, BUS)
    lead.sees_nothing_of("Never mind this one")
    tom.opens("Your 2 cards on this device")
    tom.takes_back(TEA)
    expect(lead.card(TEA)).to_have_count(0)
    lead.sees(BUS)


def test_e28_and_e29_what_was_never_shown_stays_with_its_writer_when_the_workshop_ends(gather):
    meeting = gather()
    lead, tom, aisha = meeting.lead(), meeting.joins("Tom"), meeting.joins("Aisha")
    meeting.moves_to("Ideas", lead, tom, aisha)
    tom.writes("Idea", BUS)
    tom.keeps_a_worry(WORRY)
    tom.hand.type(tom.box("Your idea"), "And another half")
    lead.ends_early()
    for one in (tom, aisha):
        one.stands_at("Thank you")
    tom.reads("Only you have these words")
    tom.sees(BUS, WORRY, "And another half")
    for one in (lead, aisha):
        expect(one.at.get_by_text("Only you have these words")).to_be_hidden()
        one.sees_nothing_of(BUS, WORRY, "And another half")
    path, _name = aisha.takes_home("Plan as text")
    plan = path.read_text()
    assert "Critique not yet reviewed" in plan
    assert not [text for text in (BUS, WORRY) if text in plan]
    tom.returns()
    tom.presses("Delete them")
    expect(tom.at.get_by_text("Only you have these words")).to_be_hidden()


def test_e47_of_two_who_lead_the_first_press_wins_and_the_second_sees_what_happened(gather):
    meeting = gather()
    lead, tom = meeting.lead(), meeting.joins("Tom")
    helper = type(lead)(meeting.page(), "Olu")
    helper.page.goto(lead.helper_link())
    helper.reads("Bring people in")
    meeting.moves_to("Ideas", lead, helper, tom)
    helper.presses("Show all ideas")
    cut_off(helper)
    helper.presses("Yes, show all")  # on its way, while the other is first
    lead.goes_on("Read the ideas")
    back_again(helper)
    helper.stands_at("Read the ideas")
    helper.reads("Someone changed this just before you.")
    helper.goes_on("What is good")
    for one in (lead, tom):
        one.stands_at("What is good")
