"""The cases of `facilitation/CASES.md` that the rules alone decide.

Each is named after its case; the ones that people meet in a browser are in
`tests/journeys/test_edge_time.py` and its neighbours, those of moderation in `test_edge_moderation.py`.
"""

from facilitation import commands as c
from facilitation.agenda import CardKind
from facilitation.alarm import due
from facilitation.commands import Way
from facilitation.context import Role
from facilitation.refusals import Refusal
from facilitation.room import Room, Seat
from facilitation.rules import Audience
from facilitation.states import BallotState, Stage
from facilitation.view import view
from tests.meeting import Meeting, key, name, refusal


def option(word: str) -> str:
    return f"card:{name(word)}"


def after_a_tie() -> tuple[Meeting, str]:
    meeting = Meeting().to("Ideas")
    for word in ("bus", "tea", "phone", "choir"):
        meeting.add(word)
    meeting.to("Dots")
    ballot = meeting.open_ballot()
    for voter in ("Ana", "Ben", "Cai"):
        meeting.vote(voter, {option("bus"): 1, option("tea"): 1})
    meeting.close_ballot()
    return meeting, ballot


def test_e01_when_the_time_is_up_nothing_is_cut_and_nobody_is_moved_on():
    meeting = Meeting().to("Ideas")
    meeting.now += 24 * 3_600_000
    assert due(meeting.workshop, meeting.pace) is None
    meeting.add("typed at zero")
    assert meeting.title == "Ideas"


def test_e02_text_that_comes_after_next_is_refused_whole_and_lands_nowhere():
    meeting = Meeting().to("Ideas")
    typed = meeting.card("half typed")
    meeting.next()
    before = meeting.workshop
    assert refusal(meeting.ask(typed)) == Refusal.RUN_OVER
    assert meeting.workshop is before


def test_e03_a_late_card_is_marked_and_has_no_name_and_no_time():
    meeting = Meeting().to("Read")
    meeting.add("late idea")
    meeting.next()
    entry = meeting.seen()[f"card:{name('late idea')}"]
    assert entry.late
    assert entry.signed == ""


def test_e03_a_late_card_does_not_join_an_open_ballot():
    meeting, _ballot = after_a_tie()
    meeting.back("Read").to("Dots")
    meeting.open_ballot()
    late = meeting.card("late idea")
    assert refusal(meeting.ask(late)) == Refusal.WRONG_PHASE


def test_e10_who_comes_late_sees_what_is_shown_and_nothing_that_is_not():
    meeting = Meeting().to("Ideas")
    meeting.add("shown")
    meeting.to("Good")
    meeting.add("not shown", CardKind.BENEFIT)
    seen = meeting.seen()
    assert meeting.seen_texts() == {"shown"}
    assert seen["clock"].ends_at == meeting.workshop.clock.ends_at
    meeting.add("her own first card", CardKind.BENEFIT)


def test_e11_who_comes_while_a_vote_is_open_votes_once_let_in():
    meeting = Meeting().to("Ideas")
    for word in ("bus", "tea"):
        meeting.add(word)
    meeting.to("Dots")
    ballot = meeting.open_ballot(seats=1)
    meeting.vote("Ana", {option("bus"): 1})
    assert refusal(meeting.vote("Late", {option("bus"): 1})) == Refusal.NOT_ON_ROLL
    meeting.do(c.WidenRoll(ballot, 2), Role.SERVER)
    meeting.vote("Late", {option("bus"): 1})
    assert len(meeting.workshop.votes) == 2


def test_e12_when_somebody_drops_their_cards_and_dots_stay():
    meeting = Meeting().to("Ideas")
    meeting.add("hers")
    ballot = meeting.to("Dots").open_ballot()
    for voter in ("she", "Ana", "Ben"):
        meeting.vote(voter, {option("hers"): 1})
    gone = Room((Seat("1", "", facilitator=False, here=False),))
    assert f"card:{name('hers')}" in view(meeting.workshop, gone, Audience.PARTICIPANT).entries
    meeting.close_ballot()
    assert meeting.workshop.ballots[ballot].totals[option("hers")] == 3


def test_e15_when_the_facilitator_drops_the_phase_and_its_clock_run_on_and_nobody_else_can_lead():
    meeting = Meeting().to("Ideas")
    room = Room((Seat("1", "Fay", facilitator=True, here=False), Seat("2", "", facilitator=False, here=True)))
    assert not view(meeting.workshop, room, Audience.PARTICIPANT).room.facilitator_here
    meeting.now += 120_000
    meeting.add("still writing")
    press = c.NextPhase(meeting.run, meeting.workshop.clock.version)
    assert refusal(meeting.ask(press, Role.PARTICIPANT)) == Refusal.WRONG_ROLE


def test_e19_tucking_away_undoes_no_seeing():
    meeting = Meeting().to("Ideas")
    meeting.add("shown too soon")
    run = meeting.run
    meeting.next()
    meeting.do(c.TuckAway(run, tucked=True, version=0))
    assert meeting.seen_texts(Audience.SCREEN) == {"shown too soon"}
    assert meeting.seen()[f"run:{run}"].tucked


def test_e20_the_warning_comes_from_who_is_present_and_never_from_the_cards():
    meeting = Meeting().to("Ideas")
    four = Room(tuple(Seat(str(n), "", facilitator=n == 0, here=True) for n in range(4)))
    before = view(meeting.workshop, four, Audience.FACILITATOR)
    for word in "abcdef":
        meeting.add(word)
    assert view(meeting.workshop, four, Audience.FACILITATOR) == before
    assert before.room.small


def test_e21_back_to_ideas_after_cautions_tucks_them_away_and_keeps_new_ones_unseen():
    meeting = Meeting().to("Ideas")
    meeting.add("first idea")
    meeting.keep("first worry")
    worry_run = meeting.workshop.head.worry_run
    meeting.to("Ways").back("Ideas")
    assert meeting.workshop.runs[worry_run].tucked
    assert "first worry" in meeting.seen_texts()
    meeting.add("second idea")
    meeting.keep("second worry")
    assert meeting.workshop.runs[meeting.run].round == 2
    meeting.to("Care")
    assert meeting.workshop.run.stage is Stage.CHECK
    assert "second worry" not in meeting.seen_texts()
    meeting.next()
    assert "second worry" in meeting.seen_texts()


def test_e22_going_back_keeps_all_content_and_frees_the_dots_of_an_open_vote():
    meeting = Meeting().to("Ideas")
    meeting.add("bus")
    meeting.to("Dots")
    ballot = meeting.open_ballot()
    meeting.vote("Ana", {option("bus"): 1})
    meeting.back("Group")
    assert meeting.workshop.ballots[ballot].state is BallotState.VOID
    assert meeting.workshop.votes == {}
    assert meeting.seen_texts() == {"bus"}


def test_e23_one_s_own_words_can_be_mended_until_grouped():
    meeting = Meeting().to("Ideas")
    meeting.add("a buss")
    meeting.to("Read").now += 3_600_000
    meeting.do(c.EditCard(name("a buss"), key("a buss"), 1, "a bus", shown=True), Role.PARTICIPANT)
    meeting.to("Group")
    meeting.do(c.AddGroup(name("g"), meeting.run, "Rides"))
    meeting.do(c.MoveCard(name("a buss"), name("g"), 0))
    late = c.EditCard(name("a buss"), key("a buss"), 2, "a tram", shown=True)
    assert refusal(meeting.ask(late)) == Refusal.TOO_LATE_TO_EDIT
    meeting.do(c.RewordCard(name("a buss"), "a tram", 1))
    assert meeting.seen_texts() == {"a tram"}


def test_e23_one_s_own_words_can_be_mended_until_voted_on():
    meeting = Meeting().to("Ideas")
    meeting.add("a buss")
    meeting.to("Pull")
    meeting.open_ballot()
    late = c.EditCard(name("a buss"), key("a buss"), 1, "a bus", shown=True)
    assert refusal(meeting.ask(late)) == Refusal.TOO_LATE_TO_EDIT


def test_e23_earlier_wordings_are_kept_for_nobody():
    meeting = Meeting().to("Ideas")
    meeting.add("first wording")
    meeting.do(c.EditCard(name("first wording"), key("first wording"), 1, "second"), Role.PARTICIPANT)
    assert "first wording" not in repr(meeting.workshop)


def test_e24_one_s_own_card_can_be_taken_back_until_it_is_voted_on():
    meeting = Meeting().to("Ideas")
    for word in ("unseen", "seen", "voted on"):
        meeting.add(word)
    meeting.do(c.WithdrawCard(name("unseen"), key("unseen")), Role.PARTICIPANT)
    assert "unseen" not in repr(meeting.workshop.cards)
    meeting.next()
    meeting.do(c.WithdrawCard(name("seen"), key("seen"), shown=True), Role.PARTICIPANT)
    meeting.to("Pull")
    assert meeting.seen_texts() == {"voted on"}
    meeting.open_ballot()
    late = c.WithdrawCard(name("voted on"), key("voted on"), shown=True)
    assert refusal(meeting.ask(late)) == Refusal.ON_BALLOT


def test_e28_what_was_never_shown_is_published_to_nobody_at_the_end():
    meeting = Meeting().to("Ideas")
    meeting.add("never shown")
    meeting.do(c.EndWorkshop(meeting.run))
    for audience in Audience:
        assert meeting.seen_texts(audience) == set()


def test_e28_nobody_learns_whether_anything_was_waiting():
    empty, full = Meeting().to("Ideas"), Meeting().to("Ideas")
    full.add("never shown")
    for meeting in (empty, full):
        meeting.do(c.EndWorkshop(meeting.run))
    for audience in Audience:
        assert empty.seen(audience) == full.seen(audience)


def test_e29_kept_worries_stay_unseen_when_the_workshop_ends_before_they_are_shown():
    meeting = Meeting().to("Ideas")
    meeting.keep("a worry")
    meeting.to("Care")
    meeting.do(c.EndWorkshop(meeting.run))
    for audience in Audience:
        assert meeting.seen_texts(audience) == set()


def test_e30_a_tie_is_settled_by_people_and_never_by_order():
    for way in (Way.TAKE_BOTH, Way.RUN_OFF, Way.TALK):
        meeting, ballot = after_a_tie()
        assert meeting.workshop.ballots[ballot].chosen == ()
        meeting.do(c.SettleTie(meeting.run, ballot, way))


def test_e47_of_two_facilitators_the_first_wins_and_the_second_sees_what_happened():
    meeting = Meeting().to("Ideas")
    forward = c.NextPhase(meeting.run, meeting.workshop.clock.version)
    backward = c.BackPhase(meeting.run, 0, meeting.workshop.clock.version)
    meeting.do(forward)
    assert refusal(meeting.ask(backward, Role.FACILITATOR)) == Refusal.SUPERSEDED
    assert meeting.title == "Read"
