"""Each promise test can fail: a fault is put in on purpose, and the test has to find it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from facilitation import ballots, cards, changes, phases, results, update, view
from facilitation import commands as c
from facilitation.context import Context
from facilitation.records import put
from facilitation.rules import SEES, Audience
from facilitation.update import ACTS
from facilitation.workshop import Run, Workshop
from server.stores import slots
from tests.promises import test_update_promises as promises
from tests.server.stores import test_people_sqlite as on_disk

Seed = Callable[[pytest.MonkeyPatch], None]


def _act(patch: pytest.MonkeyPatch, command: type, **change: object) -> None:
    patch.setattr(update, "ACTS", {**ACTS, command: replace(ACTS[command], **change)})


def crash_on_an_edit(patch: pytest.MonkeyPatch) -> None:
    _act(patch, c.EditCard, apply=lambda w, m, _c: w.groups[m.id])


def a_chance_in_update(patch: pytest.MonkeyPatch) -> None:
    counter = iter(range(10**9))
    _act(patch, c.AddCard, apply=lambda w, m, x: _renamed(cards.add(w, m, x), m.id, str(next(counter))))


def _renamed(answer: object, card_id: str, text: str) -> object:
    return put(answer, replace(answer.cards[card_id], text=text)) if isinstance(answer, Workshop) else answer


def a_repetition_that_is_saved_again(patch: pytest.MonkeyPatch) -> None:
    _act(patch, c.AddCard, done=lambda _w, _m: False)


def a_touch_that_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    forgetful = lambda _w, touched: frozenset(k for k in touched if not k.startswith("run:"))  # noqa: E731
    keys_for = view.keys_for
    patch.setattr(
        view,
        "keys_for",
        lambda w, touched: (
            keys_for(w, forgetful(w, touched)) if isinstance(touched, frozenset) else keys_for(w, touched)
        ),
    )


def back_without_a_version(patch: pytest.MonkeyPatch) -> None:
    real = phases.back_phase
    _act(patch, c.BackPhase, apply=lambda w, m, x: real(w, replace(m, version=w.clock.version), x))


def a_reveal_that_is_taken_back(patch: pytest.MonkeyPatch) -> None:
    def unreveal(workshop: Workshop, run: Run) -> Workshop:
        others = [replace(r, revealed=False) for r in workshop.runs.values() if r.id != run.id]
        return put(workshop, *others, replace(run, open=False, revealed=True))

    patch.setattr(phases, "_reveal", unreveal)


def a_budget_nobody_checks(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ballots, "over", lambda _ballot, _allocation: None)


def seats_nobody_counts(patch: pytest.MonkeyPatch) -> None:
    def cast(workshop: Workshop, command: c.CastBallot, context: Context) -> object:
        ballot = workshop.ballots.get(command.ballot)
        if ballot is None:
            return ballots.cast(workshop, command, context)
        answer = ballots.cast(put(workshop, replace(ballot, seats=10**6)), command, context)
        return put(answer, ballot) if isinstance(answer, Workshop) else answer

    _act(patch, c.CastBallot, apply=cast)


def a_record_that_sees_more(patch: pytest.MonkeyPatch) -> None:
    more = {**SEES, ("card", False): frozenset({Audience.RECORD})}
    patch.setattr("facilitation.rules.SEES", more)


def a_facilitator_who_peeks(patch: pytest.MonkeyPatch) -> None:
    more = {**SEES, ("card", False): frozenset({Audience.FACILITATOR})}
    patch.setattr("facilitation.rules.SEES", more)


def hidden_words_for_everybody(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("facilitation.rules.SEES", {**SEES, ("hidden", True): frozenset(Audience)})


def a_flag_for_everybody(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("facilitation.rules.SEES", {**SEES, ("flag", True): frozenset(Audience)})


def a_hidden_card_in_the_record(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("facilitation.rules.SEES", {**SEES, ("hidden card", True): frozenset(Audience)})


def a_tick_that_forgets_what_is_hidden(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(changes, "with_words", lambda w, card, text, _signed: put(w, replace(card, text=text)))


def a_key_that_is_kept(patch: pytest.MonkeyPatch) -> None:
    count = ballots.count
    patch.setattr(
        results, "count", lambda w, b: put(count(w, b), replace(count(w, b).ballots[b.id], private_key="kept"))
    )


FAULTS: list[tuple[Seed, Callable[[], None]]] = [
    (crash_on_an_edit, promises.test_update_answers_everything_and_always_the_same),
    (a_chance_in_update, promises.test_update_answers_everything_and_always_the_same),
    (crash_on_an_edit, promises.test_whoever_asks_for_whatever_gets_an_answer),
    (a_touch_that_is_forgotten, promises.test_patches_rebuild_every_view),
    (a_touch_that_is_forgotten, promises.test_the_difference_from_touched_keys_is_the_full_one),
    (a_repetition_that_is_saved_again, promises.test_any_command_sent_again_at_any_later_point_changes_nothing),
    (back_without_a_version, promises.test_any_command_sent_again_at_any_later_point_changes_nothing),
    (a_reveal_that_is_taken_back, promises.test_what_was_revealed_never_shrinks),
    (a_budget_nobody_checks, promises.test_dots_never_exceed_the_budget),
    (seats_nobody_counts, promises.test_dots_never_exceed_the_budget),
    (a_record_that_sees_more, promises.test_the_record_is_a_subset_of_what_participants_see),
    (a_facilitator_who_peeks, promises.test_no_view_holds_the_words_of_a_card_that_is_not_out),
    (hidden_words_for_everybody, promises.test_the_words_of_a_hidden_card_reach_who_leads_and_nobody_else),
    (a_flag_for_everybody, promises.test_the_words_of_a_hidden_card_reach_who_leads_and_nobody_else),
    (a_hidden_card_in_the_record, promises.test_the_words_of_a_hidden_card_reach_who_leads_and_nobody_else),
    (a_key_that_is_kept, promises.test_nothing_counted_leaves_before_close_and_no_vote_or_key_stays_after_it),
]


@pytest.mark.parametrize(
    ("fault", "promise"), FAULTS, ids=[f"{fault.__name__}-{promise.__name__}" for fault, promise in FAULTS]
)
def test_a_seeded_fault_is_found(monkeypatch: pytest.MonkeyPatch, fault: Seed, promise: Callable[[], None]):
    fault(monkeypatch)
    quick = settings(max_examples=1000, deadline=None, phases=[Phase.generate], database=None)
    monkeypatch.setattr(promise, "_hypothesis_internal_use_settings", quick)
    with pytest.raises((AssertionError, KeyError, ExceptionGroup)):
        promise()


def test_a_file_that_keeps_the_order_of_arrival_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(slots.Writing, "rewrite", lambda _writing, _workshop: None)
    with pytest.raises(AssertionError):
        on_disk.test_the_raw_file_does_not_tell_who_came_first_nor_when(tmp_path)
