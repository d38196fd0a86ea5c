"""The shortlist: chosen by picks, changed by the facilitator."""

from facilitation import commands as c
from facilitation.context import Role
from facilitation.refusals import Refusal
from tests.meeting import Meeting, key, name, refusal


def reading() -> Meeting:
    meeting = Meeting().to("Ideas")
    for word in ("bus", "tea"):
        meeting.add(word)
    return meeting.next()


def option(word: str) -> str:
    return f"card:{name(word)}"


def test_a_facilitator_sets_the_shortlist_and_the_first_of_two_wins():
    meeting = reading()
    meeting.do(c.SetShortlist((option("bus"),), 0))
    assert meeting.seen()["workshop"].shortlist == (option("bus"),)
    assert refusal(meeting.ask(c.SetShortlist((), 0), Role.FACILITATOR)) == "superseded"
    assert meeting.ask(c.SetShortlist((option("bus"),), 0), Role.FACILITATOR) is meeting.workshop


def test_only_what_everybody_sees_can_be_on_it():
    meeting = reading()
    odd = c.SetShortlist((option("nothing"),), 0)
    assert refusal(meeting.ask(odd, Role.FACILITATOR)) == Refusal.NOT_AN_OPTION


def test_it_does_not_change_while_a_vote_is_open():
    meeting = reading().to("Dots")
    meeting.open_ballot()
    answer = meeting.ask(c.SetShortlist((option("bus"),), 0), Role.FACILITATOR)
    assert refusal(answer) == Refusal.BALLOT_OPEN


def test_a_shortlisted_idea_that_joins_a_group_is_there_as_its_group():
    meeting = reading()
    meeting.do(c.SetShortlist((option("bus"), option("tea")), 0))
    meeting.to("Group")
    meeting.do(c.AddGroup(name("g"), meeting.run, "Rides"))
    meeting.do(c.MoveCard(name("bus"), name("g"), 0))
    assert meeting.workshop.head.shortlist == (f"group:{name('g')}", option("tea"))


def test_a_shortlisted_group_that_is_unmade_or_emptied_is_there_as_its_ideas():
    for undo in (c.RemoveGroup(name("g")), c.MoveCard(name("bus"), "", 1)):
        meeting = reading().to("Group")
        meeting.do(c.AddGroup(name("g"), meeting.run, "Rides"))
        meeting.do(c.MoveCard(name("bus"), name("g"), 0))
        meeting.do(c.SetShortlist((f"group:{name('g')}",), 0))
        meeting.do(undo)
        assert meeting.workshop.head.shortlist == (option("bus"),)


def test_an_idea_taken_back_leaves_the_shortlist():
    meeting = reading()
    meeting.do(c.SetShortlist((option("bus"), option("tea")), 0))
    meeting.do(c.WithdrawCard(name("bus"), key("bus"), shown=True))
    meeting.do(c.ShowChanges(), Role.ALARM)
    assert meeting.workshop.head.shortlist == (option("tea"),)


def test_no_shortlist_is_made_from_fewer_than_three_ballots():
    meeting = Meeting().to("Ideas")
    for word in ("a", "b", "c", "d"):
        meeting.add(word)
    meeting.to("Pull")
    meeting.open_ballot()
    for voter in ("Ana", "Ben"):
        meeting.vote(voter, {option("a"): 1, option("b"): 1})
    meeting.close_ballot()
    assert meeting.workshop.head.shortlist == ()
