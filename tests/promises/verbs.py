"""What a step of a script asks: each verb makes a command that fits what is on the board, or nearly."""

from collections.abc import Callable
from typing import TypeAlias

from facilitation import commands as c
from facilitation.agenda import NOT_CARDS, Authorship, CardKind
from facilitation.commands import ActionField, Way
from facilitation.context import Role
from facilitation.states import HideReason
from tests.meeting import HOUR, Meeting, key, name
from tests.promises.canvas_verbs import CANVAS

REASONS = list(HideReason)
WORDS = 6
"""Few words, so that scripts meet the same card, group or voter again."""


def _word(kind: str, number: int) -> str:
    return f"{kind} {number % WORDS}"


def _option(meeting: Meeting, number: int) -> str:
    options = sorted(f"card:{card}" for card in meeting.workshop.cards)
    options += sorted(f"group:{group}" for group in meeting.workshop.groups)
    return options[number % len(options)] if options else f"card:{name('nothing')}"


def _add(meeting: Meeting, a: int, b: int) -> c.Command:
    phase = meeting.workshop.phase
    kinds = [k for k in phase.cards if k not in NOT_CARDS] if phase else []
    kind = kinds[b % len(kinds)] if kinds else CardKind.IDEA
    signed = "Ana" if phase and (phase.authorship is Authorship.SIGNED or (b % 3 == 0)) else ""
    if phase and phase.authorship is Authorship.UNSIGNED:
        signed = ""
    return meeting.card(
        f"{_word('card', a)} in {meeting.run[:4]}", kind, run=meeting.run or name("no run"), signed=signed
    )


def _keep(meeting: Meeting, a: int, b: int) -> c.Command:
    run = meeting.workshop.head.worry_run or name("no run")
    target = _option(meeting, b) if b % 2 else ""
    return meeting.card(f"{_word('worry', a)} in {run[:4]}", CardKind.CAUTION, run=run, target=target)


def _some_card(meeting: Meeting, a: int) -> tuple[str, str]:
    cards = sorted(meeting.workshop.cards.values(), key=lambda card: card.id)
    if not cards:
        return name("nothing"), "nothing"
    card = cards[a % len(cards)]
    return card.id, card.text


def _edit(meeting: Meeting, a: int, b: int) -> c.Command:
    card_id, _text = _some_card(meeting, a)
    held = next((w for w in _all_words(meeting) if name(w) == card_id), "nothing")
    return c.EditCard(card_id, key(held), b, f"edited {b}", shown=b % 3 > 0)


def _all_words(meeting: Meeting) -> list[str]:
    runs = [run[:4] for run in meeting.workshop.runs]
    return [f"{kind} {n} in {run}" for kind in ("card", "worry") for n in range(WORDS) for run in runs]


def _withdraw(meeting: Meeting, a: int, b: int) -> c.Command:
    card_id, _text = _some_card(meeting, a)
    held = next((w for w in _all_words(meeting) if name(w) == card_id), "nothing")
    return c.WithdrawCard(card_id, key(held), shown=b % 3 > 0)


def _move(meeting: Meeting, a: int, b: int) -> c.Command:
    card_id, _text = _some_card(meeting, a)
    card = meeting.workshop.cards.get(card_id)
    groups = ["", *sorted(meeting.workshop.groups)]
    return c.MoveCard(card_id, groups[b % len(groups)], card.place if card else 0)


def _group_version(meeting: Meeting, group: str) -> int:
    found = meeting.workshop.groups.get(group)
    return found.version if found else 0


def _action_change(meeting: Meeting, a: int, b: int) -> c.Command:
    action = name(_word("action", a))
    field = list(ActionField)[b % 4]
    value = ["Do it", "Ana", "2026-12-01", "doing"][b % 4]
    found = meeting.workshop.actions.get(action)
    return c.ChangeAction(action, field, value, found.versions.get(field, 0) if found else 0)


def _cast(meeting: Meeting, a: int, b: int) -> c.Command:
    run = meeting.workshop.run
    ballot = run.ballot if run and run.ballot else name("no ballot")
    found = meeting.workshop.ballots.get(ballot)
    options = list(found.options) if found else []
    allocation = {options[(b + n) % len(options)]: 1 + (b % 5 == 4) for n in range(b % 4)} if options else {}
    return c.CastBallot(ballot, (name(_word("voter", a)) * 2), b, allocation)


def _keep_for(meeting: Meeting, a: int, b: int) -> c.Command:
    """Now and then it is deleted; mostly not, for nothing comes after that."""
    return (
        c.DeleteWorkshop(meeting.workshop.head.id)
        if a % 12 == 11
        else c.KeepFor(1 + b % 365, meeting.workshop.head.keep_version)
    )


def _ballot(meeting: Meeting) -> str:
    run = meeting.workshop.run
    return run.ballot if run and run.ballot else name("no ballot")


def _run(meeting: Meeting) -> str:
    return meeting.run or name("no run")


def _version(meeting: Meeting) -> int:
    return meeting.workshop.clock.version


F, P, ALARM, SERVER, VOTER = Role.FACILITATOR, Role.PARTICIPANT, Role.ALARM, Role.SERVER, Role.VOTER
Maker: TypeAlias = Callable[[Meeting, int, int], c.Command]
VERBS: dict[str, tuple[Role, Maker]] = {
    "start": (F, lambda _m, _a, _b: c.StartWorkshop()),
    "next": (F, lambda m, _a, _b: c.NextPhase(_run(m), _version(m))),
    "back": (F, lambda m, a, _b: c.BackPhase(_run(m), a % len(HOUR.phases), _version(m))),
    "extend": (F, lambda m, a, b: c.ExtendPhase(_run(m), _version(m), 60 * (a - b))),
    "pause": (F, lambda m, _a, _b: c.PausePhase(_run(m), _version(m))),
    "resume": (F, lambda m, _a, _b: c.ResumePhase(_run(m), _version(m))),
    "keep open": (F, lambda m, _a, _b: c.KeepBallotOpen(_run(m), _version(m))),
    "end": (F, lambda m, _a, _b: c.EndWorkshop(m.run)),
    "rename": (F, lambda m, a, _b: c.RenameWorkshop(_word("title", a), m.workshop.head.title_version)),
    "keep for": (F, _keep_for),
    "still used": (SERVER, lambda _m, a, b: c.StillUsed(a, b + 1)),
    "tuck": (F, lambda m, a, b: c.TuckAway(_any_run(m, a), b % 2 == 0, _tuck_version(m, a))),
    "add": (P, _add),
    "keep": (P, _keep),
    "edit": (P, _edit),
    "withdraw": (P, _withdraw),
    "reword": (F, lambda m, a, b: c.RewordCard(_some_card(m, a)[0], f"reworded {b}", _wording(m, a))),
    "hide": (F, lambda m, a, b: c.HideCard(_some_card(m, a)[0], REASONS[b % len(REASONS)], _hidden_version(m, a))),
    "bring back": (F, lambda m, a, _b: c.ShowCard(_some_card(m, a)[0], _hidden_version(m, a), _hidden_wording(m, a))),
    "flag": (P, lambda m, a, _b: c.FlagCard(_some_card(m, a)[0], _wording(m, a))),
    "look at": (F, lambda m, a, _b: c.LookedAt(_some_card(m, a)[0], _wording(m, a))),
    "slow": (F, lambda m, _a, b: c.SlowRoom(b % 2 == 0, m.workshop.head.slow_version)),
    "close door": (F, lambda m, _a, b: c.CloseDoor(b % 2 == 0, m.workshop.head.door_version)),
    "call off": (F, lambda m, _a, _b: c.CallOffBallot(_run(m), _version(m))),
    "add group": (P, lambda m, a, b: c.AddGroup(name(_word("group", a)), _run(m), f"group {b}")),
    "rename group": (
        P,
        lambda m, a, b: c.RenameGroup(name(_word("group", a)), f"name {b}", _group_version(m, name(_word("group", a)))),
    ),
    "remove group": (P, lambda _m, a, _b: c.RemoveGroup(name(_word("group", a)))),
    "move": (P, _move),
    "shortlist": (
        F,
        lambda m, a, b: c.SetShortlist(
            tuple(dict.fromkeys((_option(m, a), _option(m, b)))), m.workshop.head.shortlist_version
        ),
    ),
    "settle": (
        F,
        lambda m, a, b: c.SettleTie(_run(m), _ballot(m), list(Way)[a % 4], _option(m, b) if a % 4 == 3 else ""),
    ),
    "decide": (P, lambda m, a, b: c.AddDecision(name(_word("decision", a)), _run(m), f"decision {b}")),
    "redecide": (P, lambda _m, a, b: c.ChangeDecision(name(_word("decision", a)), f"decided {b}", b)),
    "undecide": (P, lambda _m, a, _b: c.RemoveDecision(name(_word("decision", a)))),
    "act": (P, lambda m, a, b: c.AddAction(name(_word("action", a)), _run(m), f"action {b}")),
    "change action": (P, _action_change),
    "remove action": (P, lambda _m, a, _b: c.RemoveAction(name(_word("action", a)))),
    "plan": (P, lambda m, a, b: c.ChangePlan(_word("field", a), f"line {b}", _plan_version(m, a))),
    **CANVAS,
    "open ballot": (SERVER, lambda m, a, _b: c.OpenBallot(_run(m), _ballot(m), 1 + a % 4, "pub", "priv")),
    "widen": (SERVER, lambda m, a, _b: c.WidenRoll(_ballot(m), 1 + a % 6)),
    "cast": (VOTER, _cast),
    "close": (ALARM, lambda m, _a, _b: c.CloseBallot(_run(m))),
    "release": (ALARM, lambda m, _a, _b: c.ReleaseBatch(_run(m), m.workshop.run.tick + 1 if m.workshop.run else 1)),
    "show changes": (ALARM, lambda _m, _a, _b: c.ShowChanges()),
}


def _any_run(meeting: Meeting, a: int) -> str:
    runs = sorted(meeting.workshop.runs)
    return runs[a % len(runs)] if runs else name("no run")


def _tuck_version(meeting: Meeting, a: int) -> int:
    run = meeting.workshop.runs.get(_any_run(meeting, a))
    return run.tucked_version if run else 0


def _wording(meeting: Meeting, a: int) -> int:
    card = meeting.workshop.cards.get(_some_card(meeting, a)[0])
    return card.wording if card else 0


def _hidden_version(meeting: Meeting, a: int) -> int:
    card = meeting.workshop.cards.get(_some_card(meeting, a)[0])
    return card.hidden_version if card else 0


def _hidden_wording(meeting: Meeting, a: int) -> int:
    kept = meeting.workshop.hidden.get(_some_card(meeting, a)[0])
    return kept.wording if kept else 0


def _plan_version(meeting: Meeting, a: int) -> int:
    line = meeting.workshop.plan.get(_word("field", a))
    return line.version if line else 0
