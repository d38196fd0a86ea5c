"""The plan: what a group takes home, filled from the board. Every export is made of it.

Made from the entries of a RECORD view, so it can hold nothing that everybody may not see.
What people typed into a field of the plan wins over what the board says; the board itself
is printed further down, so nothing is lost by that. Source: step 7
of the guide (DESIGN 1), and the cases E29, E40, E41 and E42 (`facilitation/CASES.md`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from facilitation.agenda import CardKind, PhaseKind
from facilitation.board import Board, Option, Result
from facilitation.dates import plain_date
from facilitation.entries import ActionEntry, CardEntry, DecisionEntry, Entry, PlanEntry
from facilitation.plan_template import PlanField, PlanTemplate, Source
from facilitation.states import ActionStatus, Stage, State
from facilitation.wording import ENGLISH, Wording

UNSIGNED = "Unsigned cards carry no names."
NOT_REVIEWED = "Critique not yet reviewed: the step in which worries are shown and talked about has not been held."
STILL_GOING_ON = "Taken while the workshop was still going on."

STATUS_LABELS: Mapping[ActionStatus, str] = MappingProxyType(
    {
        ActionStatus.OPEN: "To do",
        ActionStatus.ASKED: "Asked, not yet agreed",
        ActionStatus.DOING: "Under way",
        ActionStatus.DONE: "Done",
    }
)

MISSING: Mapping[tuple[bool, bool], str] = MappingProxyType(
    {
        (False, False): "An owner and a date for: {what}",
        (False, True): "An owner for: {what}",
        (True, False): "A date for: {what}",
        (True, True): "",
    }
)
"""What is still to agree about an action, by whether it has an owner and whether it has a date."""


@dataclass(frozen=True, slots=True)
class Section:
    """One field of the template, filled. `typed`: people wrote it themselves.

    `with_actions`: the table of actions belongs here.
    """

    id: str
    label: str
    lines: tuple[str, ...]
    typed: bool
    with_actions: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and the names of the options that it is for."""

    text: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """An action as people read it. `owner`, `due`: empty while nobody has agreed on them."""

    what: str
    owner: str
    due: str
    status: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that a plan holds, as text. `to_agree` stands first in every format."""

    kind: str
    title: str
    question: str
    date: str
    agenda: str
    notes: tuple[str, ...]
    to_agree: tuple[str, ...]
    sections: tuple[Section, ...]
    facts: tuple[str, ...]
    gaps: tuple[str, ...]
    options: tuple[Option, ...]
    rest: Option
    results: tuple[Result, ...]
    decisions: tuple[Decided, ...]
    tasks: tuple[Task, ...]


def build_plan(entries: Mapping[str, Entry], template: PlanTemplate, date: str, say: Wording = ENGLISH) -> Plan:
    """The plan that these entries of a RECORD view make. `date`: ISO, printed as given otherwise.

    `say`: the language of what we say ourselves; what people wrote stays as it is.

    Raises: `ValueError` when there is no workshop among the entries.
    """
    board = Board(entries, say)
    typed = {line.id: line.text.strip() for line in board.all(PlanEntry)}
    sections = tuple(_section(board, field, typed.get(field.id, "")) for field in template.fields)
    tasks = _tasks(board)
    return Plan(
        kind=template.title,
        title=board.workshop.title,
        question="\n".join(_question(board)),
        date=plain_date(date, say),
        agenda=board.workshop.agenda_title,
        notes=_notes(board),
        to_agree=_to_agree(template, sections, tasks, say),
        sections=sections,
        facts=() if _facts_said(template, sections) else tuple(_facts(board)),
        gaps=tuple(board.said(card) for card in (*board.collected(CardKind.GAP), *_other_questions(board))),
        options=board.options(),
        rest=board.rest(),
        results=board.results(),
        decisions=tuple(
            Decided(said_so.text, tuple(board.name(one) for one in said_so.options))
            for said_so in board.all(DecisionEntry)
        ),
        tasks=tasks,
    )


def _section(board: Board, field: PlanField, typed: str) -> Section:
    lines = (typed,) if typed else tuple(FILLED_BY[field.source](board))
    return Section(field.id, field.label, lines, bool(typed), field.source is Source.ACTIONS)


def _facts_said(template: PlanTemplate, sections: tuple[Section, ...]) -> bool:
    """Whether a field of the plan lists the facts already."""
    pairs = zip(template.fields, sections, strict=True)
    return any(field.source is Source.FACTS and not section.typed for field, section in pairs)


def _opened_with(board: Board) -> list[CardEntry]:
    """The question that the workshop is about: its question cards, else what its first step collected."""
    phases = board.workshop.phases
    opening = {run.id for run in board.runs.values() if phases[run.phase].kind is PhaseKind.OPEN}
    asked = [card for card in board.collected(CardKind.QUESTION) if card.run in opening]
    return asked or [card for card in board.collected(CardKind.NOTE) if card.run in opening]


def _question(board: Board) -> list[str]:
    return [board.said(card) for card in _opened_with(board)]


def _other_questions(board: Board) -> list[CardEntry]:
    opened_with = {card.id for card in _opened_with(board)}
    return [card for card in board.collected(CardKind.QUESTION) if card.id not in opened_with]


def _facts(board: Board) -> list[str]:
    return [board.said(card) for card in board.collected(CardKind.FACT)]


def _solution(board: Board) -> list[str]:
    decided = [decision.text for decision in board.all(DecisionEntry)]
    chosen = [option for option in board.options() if option.chosen]
    return decided + [_in_a_line(option) for option in chosen]


def _in_a_line(option: Option) -> str:
    ideas = "; ".join(" ".join(idea.split()) for idea in option.ideas)
    return f"{option.name}: {ideas}" if ideas else option.name


def _by_date(board: Board) -> list[ActionEntry]:
    return sorted(board.all(ActionEntry), key=lambda one: (not one.due, one.due, one.text.casefold()))


def _steps(board: Board) -> list[str]:
    return [action.text for action in _by_date(board)]


def _dates(board: Board) -> list[str]:
    dates = sorted({action.due for action in board.all(ActionEntry) if action.due})
    if not dates:
        return []
    first, last = plain_date(dates[0], board.say), plain_date(dates[-1], board.say)
    if first == last:
        return [board.say("By {date}", date=first)]
    return [board.say("From {first} to {last}", first=first, last=last)]


def _nothing(_board: Board) -> list[str]:
    return []


FILLED_BY: Mapping[Source, Callable[[Board], list[str]]] = MappingProxyType(
    {
        Source.TYPED: _nothing,
        Source.QUESTION: _question,
        Source.FACTS: _facts,
        Source.SOLUTION: _solution,
        Source.STEPS: _steps,
        Source.DATES: _dates,
        Source.ACTIONS: _nothing,
    }
)
"""What the board says for a field while nobody has typed anything into it."""


def _tasks(board: Board) -> tuple[Task, ...]:
    """Those without an owner first, then those without a date, then by date (E41)."""
    ordered = sorted(_by_date(board), key=lambda one: (bool(one.owner.strip()), bool(one.due)))
    say = board.say
    return tuple(
        Task(one.text, one.owner.strip(), plain_date(one.due, say), say(STATUS_LABELS[one.status])) for one in ordered
    )


def _to_agree(
    template: PlanTemplate, sections: tuple[Section, ...], tasks: tuple[Task, ...], say: Wording
) -> tuple[str, ...]:
    found = []
    for field, section in zip(template.fields, sections, strict=True):
        filled = section.lines or (section.with_actions and any(task.owner for task in tasks))
        if field.required and not filled:
            found.append(field.label)
    missing = ((MISSING[bool(task.owner), bool(task.due)], task.what) for task in tasks)
    return (*found, *(say(sentence, what=what) for sentence, what in missing if sentence))


def _notes(board: Board) -> tuple[str, ...]:
    notes = [] if _reviewed(board) else [board.say(NOT_REVIEWED)]
    notes += [] if board.workshop.state is State.ENDED else [board.say(STILL_GOING_ON)]
    notes += _hidden(board.workshop.hidden, board.say)
    return (*notes, board.say(UNSIGNED))


def _hidden(count: int, say: Wording) -> list[str]:
    """How many cards were hidden, and nothing else of them (E33)."""
    one, other = "1 card was hidden by the facilitator.", "{count} cards were hidden by the facilitator."
    return [say.count(one, other, count)] if count else []


def _reviewed(board: Board) -> bool:
    """Whether kept worries were shown, every time they were collected; true where none are (E29)."""
    if not any(phase.kind is PhaseKind.CAUTION for phase in board.workshop.phases):
        return True
    kept = [run.revealed for run in board.runs.values() if run.stage is Stage.KEEP]
    return bool(kept) and all(kept)
