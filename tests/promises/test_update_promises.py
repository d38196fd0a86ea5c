"""What `update` and `view` promise, for any workshop that can be played."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from facilitation.ballots import candidates
from facilitation.context import Context, Role
from facilitation.patch import apply, full_difference
from facilitation.refusals import Refused
from facilitation.room import Room
from facilitation.rules import Audience
from facilitation.states import BallotState, Stage
from facilitation.update import update
from facilitation.view import difference, view
from facilitation.workshop import Workshop, is_out
from tests.meeting import name
from tests.promises.scripts import Played, Step, play, scripts, stages_reached

EXAMPLES = settings(max_examples=40, deadline=None)


def entries(workshop: Workshop, audience: Audience) -> dict[str, object]:
    return dict(view(workshop, Room(), audience).entries)


@EXAMPLES
@given(scripts)
def test_update_answers_everything_and_always_the_same(script: list[Step]):
    for played in play(script):
        again = update(played.before, played.command, played.context)
        assert again == played.answer
        assert isinstance(again, Workshop | Refused)


@EXAMPLES
@given(scripts, st.sampled_from(list(Role)))
def test_whoever_asks_for_whatever_gets_an_answer(script: list[Step], role: Role):
    for played in play(script):
        context = Context(played.context.now, role, played.context.ids)
        assert isinstance(update(played.after, played.command, context), Workshop | Refused)


@EXAMPLES
@given(scripts)
def test_a_refusal_or_a_repetition_touches_nothing(script: list[Step]):
    for played in play(script):
        if not played.changed:
            assert played.after is played.before
            assert played.after.touched == frozenset()


@EXAMPLES
@given(scripts)
def test_patches_rebuild_every_view(script: list[Step]):
    history = play(script)
    for audience in Audience:
        seen = entries(history[0].before, audience)
        for played in history:
            seen = dict(apply(seen, difference(played.before, played.after, audience)))
            assert seen == entries(played.after, audience)


@EXAMPLES
@given(scripts)
def test_the_difference_from_touched_keys_is_the_full_one(script: list[Step]):
    for played in play(script):
        for audience in Audience:
            full = full_difference(entries(played.before, audience), entries(played.after, audience))
            assert difference(played.before, played.after, audience) == full


def replayed(now: Workshop, earlier: Played, late: Context) -> Workshop | Refused:
    fresh = tuple(name(f"later {one}") for one in late.ids)
    return update(now, earlier.command, Context(late.now, earlier.context.role, fresh))


@EXAMPLES
@given(scripts)
def test_any_command_sent_again_at_any_later_point_changes_nothing(script: list[Step]):
    done: list[Played] = []
    for played in play(script):
        if played.changed:
            done.append(played)
        for earlier in done:
            answer = replayed(played.after, earlier, played.context)
            assert isinstance(answer, Refused) or answer is played.after, earlier.command


@EXAMPLES
@given(scripts)
def test_what_was_revealed_never_shrinks(script: list[Step]):
    for played in play(script):
        assert played.before.revealed <= played.after.revealed
        for card in played.before.cards.values():
            if is_out(played.before, card) and card.id in played.after.cards:
                assert is_out(played.after, played.after.cards[card.id])


@EXAMPLES
@given(scripts)
def test_dots_never_exceed_the_budget(script: list[Step]):
    for played in play(script):
        for vote in played.after.votes.values():
            ballot = played.after.ballots[vote.ballot]
            assert sum(vote.allocation.values()) <= ballot.budget
            assert all(1 <= dots <= ballot.cap for dots in vote.allocation.values())
        for ballot in played.after.ballots.values():
            assert sum(ballot.totals.values()) <= ballot.budget * ballot.seats
            assert ballot.cast <= ballot.seats
            in_the_box = [vote for vote in played.after.votes.values() if vote.ballot == ballot.id]
            assert len(in_the_box) <= ballot.seats


@EXAMPLES
@given(scripts)
def test_the_record_is_a_subset_of_what_participants_see(script: list[Step]):
    after = play(script)[-1].after
    participants = entries(after, Audience.PARTICIPANT)
    for key, entry in entries(after, Audience.RECORD).items():
        assert participants[key] == entry


@EXAMPLES
@given(scripts)
def test_the_words_of_a_hidden_card_reach_who_leads_and_nobody_else(script: list[Step]):
    for played in play(script):
        after = played.after
        assert {card.id for card in after.cards.values() if card.hidden} == set(after.hidden)
        for audience in (Audience.PARTICIPANT, Audience.SCREEN, Audience.RECORD):
            seen = entries(after, audience)
            assert not [key for key in seen if key.startswith(("hidden:", "flag:"))]
            assert all(seen[f"card:{one}"].text == "" for one in after.hidden if f"card:{one}" in seen)
        record = entries(after, Audience.RECORD)
        assert not any(f"card:{one}" in record for one in after.hidden)


@EXAMPLES
@given(scripts)
def test_everything_on_the_shortlist_can_be_voted_on(script: list[Step]):
    for played in play(script):
        assert set(played.after.head.shortlist) <= set(candidates(played.after))


@EXAMPLES
@given(scripts)
def test_no_view_holds_the_words_of_a_card_that_is_not_out(script: list[Step]):
    for played in play(script):
        hidden = [card for card in played.after.cards.values() if not is_out(played.after, card)]
        for audience in Audience:
            shown = str(entries(played.after, audience))
            assert not any(card.id in shown or card.verifier in shown for card in hidden)


@EXAMPLES
@given(scripts)
def test_nothing_counted_leaves_before_close_and_no_vote_or_key_stays_after_it(script: list[Step]):
    for played in play(script):
        for ballot in played.after.ballots.values():
            if ballot.state is BallotState.CLOSED:
                assert ballot.private_key == ""
                assert all(vote.ballot != ballot.id for vote in played.after.votes.values())
            else:
                assert (ballot.totals, ballot.voters, ballot.cast) == ({}, {}, 0)


@pytest.mark.parametrize("stage", list(Stage))
def test_scripts_reach_every_stage(stage: Stage):
    def reaches(script: list[Step]) -> bool:
        return stage in stages_reached(play(script))

    find(scripts, reaches, settings=settings(max_examples=500, deadline=None, phases=[Phase.generate]))
