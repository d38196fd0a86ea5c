"""Edge cases of votes, as people meet them: coming late, dropping out, ties, and minds that change."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.test_offline import back_again, cut_off

BUS, TEA, PIER = "Let the bus wait", "Tea in the boathouse", "Light the pier"


@pytest.fixture
def vote(gather):
    """Three ideas, put to the vote by Maureen, Tom and Aisha, two picks each."""
    meeting = gather()
    lead, tom, aisha = meeting.lead(), meeting.joins("Tom"), meeting.joins("Aisha")
    meeting.moves_to("Ideas", lead, tom, aisha)
    tom.writes("Idea", BUS, TEA, PIER)
    tom.has_saved(BUS, TEA, PIER)
    meeting.moves_to("What pulls you", lead, tom, aisha)
    lead.opens_the_vote(3)
    return meeting, lead, tom, aisha


def result(person):
    """The lines of the result, first to last."""
    return person.at.get_by_role("list", name="The result").get_by_role("listitem")


def test_e11_who_comes_while_a_vote_is_open_is_let_in_by_a_tap(vote):
    meeting, lead, tom, _aisha = vote
    tom.picks(BUS)
    late = meeting.joins("Ken")
    late.presses("Join in")
    late.hand.tick(late.at.get_by_role("checkbox", name=BUS))
    late.reads("You came after this vote opened. The facilitator can let you in.")
    lead.presses("Let Ken vote")
    expect(late.shown("✓ Counted")).to_be_visible()
    expect(late.at.get_by_role("checkbox", name=BUS)).to_be_checked()
    lead.picks(PIER)
    lead.closes_the_vote()
    for one in (lead, tom, late):
        expect(result(one).first).to_contain_text(re.compile(f"{BUS}.*picked by 2 people"))


def test_e12_the_dots_of_somebody_who_drops_out_stay(vote):
    _meeting, lead, tom, aisha = vote
    aisha.picks(PIER)
    aisha.page.close()
    expect(lead.at.get_by_text("2 people are here").first).to_be_visible()
    for one in (tom, lead):
        one.picks(PIER)
    lead.closes_the_vote()
    expect(result(tom).first).to_contain_text(re.compile(f"{PIER} chosen.*picked by 3 people"))


def test_a_vote_is_changed_until_it_closes_and_one_without_a_line_says_so(vote):
    _meeting, lead, tom, aisha = vote
    tom.picks(BUS, TEA)
    tom.hand.tick(tom.at.get_by_role("checkbox", name=TEA), on=False)
    tom.picks(PIER)
    tom.returns()
    expect(tom.at.get_by_role("checkbox", name=PIER)).to_be_checked()
    expect(tom.shown("✓ Counted")).to_be_visible()
    aisha.picks(BUS)
    cut_off(aisha)
    aisha.hand.tick(aisha.at.get_by_role("checkbox", name=PIER))
    aisha.reads("Not sent yet, stay here")
    back_again(aisha)
    expect(aisha.shown("✓ Counted")).to_be_visible()
    lead.picks(PIER)
    lead.closes_the_vote()
    expect(result(tom).nth(0)).to_contain_text(re.compile(f"{PIER}.*picked by 3 people"))
    expect(result(tom).nth(1)).to_contain_text(re.compile(f"{BUS}.*picked by 2 people"))
    expect(result(tom).nth(2)).to_contain_text(re.compile(f"{TEA}.*not picked"))


def tie(lead, *others):
    for one in (lead, *others):
        one.picks(BUS, TEA)
    lead.closes_the_vote()
    for one in (lead, *others):
        one.reads("too close to call")


def test_e30_a_tie_is_settled_by_taking_both(vote):
    _meeting, lead, tom, aisha = vote
    tie(lead, tom, aisha)
    lead.presses("Take both")
    for one in (tom, aisha):
        one.reads("We take both.")
        expect(result(one).filter(has_text="chosen")).to_have_count(2)


def test_e30_or_by_talking_for_two_minutes_and_choosing_together(vote):
    _meeting, lead, tom, aisha = vote
    tie(lead, tom, aisha)
    lead.presses("Talk for two minutes")
    for one in (tom, aisha):
        one.reads("We talk for two minutes, then choose together.")
        expect(one.at.get_by_role("timer").first).to_have_accessible_name(re.compile("^(1 minute|2 minutes)"))
    lead.hand.tick(lead.at.get_by_role("radio", name=TEA))
    lead.presses("We chose this")
    for one in (tom, aisha):
        one.reads("We chose together.")
        expect(result(one).filter(has_text="chosen")).to_have_count(1)
        expect(result(one).filter(has_text="chosen")).to_contain_text(TEA)
