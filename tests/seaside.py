"""A whole workshop to look at: loneliness among older people in a seaside town, in one hour."""

from pathlib import Path

from facilitation import commands as c
from facilitation.agenda import Agenda, CardKind
from facilitation.context import Role
from facilitation.entries import Entry
from facilitation.rules import Audience
from server.agendas import load_agendas
from server.exports import Material
from server.plans import LoadedPlan, load_plan_templates
from tests.meeting import Meeting, name
from tests.meeting import key as edit_key

TEMPLATES = Path(__file__).parents[1] / "templates"
TITLE = "Lonely neighbours"
DATE = "2026-11-23"

GROUPS = {
    "Somewhere warm to meet": (
        "Open the chapel hall on Tuesday and Thursday mornings, kettle on",
        "A table for one more in the promenade cafés: sit here if you would like company",
        "Keep the bowls pavilion heated from October to March",
    ),
    "Somebody who calls": (
        "A phone tree: ten people ring ten people on Sunday evening",
        "Postal workers and chemists say hello and pass on a card",
        "Pair sixth-formers with someone over 75 for an hour a week",
    ),
    "Getting there": (
        "Ask the bus company to let the 14 wait outside the surgery",
        "Lifts from the hill estate, shared by the churches",
    ),
}
ALONE = "A choir that needs no auditions, on the old pier"
WORRIES = {
    "Volunteers may be gone by spring, because the same six people do everything": "Somebody who calls",
    "People who are most alone will not walk into a hall by themselves": "Somewhere warm to meet",
    "The hall costs £18 an hour to heat": "Somewhere warm to meet",
}
FIXES = {
    "People who are most alone will not walk into a hall by themselves": "The caller comes along the first time",
    "The hall costs £18 an hour to heat": "Ask the warm spaces fund before 12 December",
}


def agenda(which: str = "hats-problem-60") -> Agenda:
    return load_agendas(TEMPLATES)[which]


def _to_the_ideas(meeting: Meeting) -> None:
    meeting.do(c.RenameWorkshop(TITLE, 0))
    meeting.to("Our question")
    question = (
        "How might we make winter less lonely for older people who live alone, so that nobody goes a week unseen?"
    )
    meeting.add(question, CardKind.QUESTION, signed="Maureen")
    meeting.to("What we know")
    meeting.add("One in three households over 65 in the town is one person (census)", CardKind.FACT)
    meeting.add("The surgery sees more people in January who “just want a word”", CardKind.FACT, signed="Dr Okafor")
    meeting.add("How many people have nobody to ring on a Sunday?", CardKind.GAP)
    meeting.to("Ideas")
    for words in (*(idea for ideas in GROUPS.values() for idea in ideas), ALONE):
        meeting.add(words)
    for words in WORRIES:
        meeting.keep(words)
    meeting.to("Read the ideas")
    meeting.to("Like with like")
    for group, ideas in GROUPS.items():
        meeting.do(c.AddGroup(name(group), meeting.run, group))
        for idea in ideas:
            meeting.do(c.MoveCard(name(idea), name(group), 0))


def _to_the_choice(meeting: Meeting) -> None:
    meeting.to("What is good")
    warm, call = (f"group:{name(group)}" for group in ("Somewhere warm to meet", "Somebody who calls"))
    meeting.add("The hall stands empty in the morning, so it is ours to use", CardKind.BENEFIT, target=warm)
    meeting.add("A voice reaches people who cannot get out at all", CardKind.BENEFIT, target=call)
    meeting.to("What to watch")
    for words, group in WORRIES.items():
        kept = meeting.workshop.cards[name(words)]
        meeting.do(c.WithdrawCard(kept.id, edit_key(words)), Role.PARTICIPANT)
        again = f"{words} "
        meeting.add(again, CardKind.CAUTION, run=meeting.workshop.head.worry_run, target=f"group:{name(group)}")
    meeting.next()
    meeting.to("Ways round")
    for words, fix in FIXES.items():
        meeting.add(fix, CardKind.FIX, target=f"card:{name(f'{words} ')}")


def _vote(meeting: Meeting, first: str, second: str) -> None:
    meeting.open_ballot(seats=8)
    for voter in ("Ana", "Ben", "Cai", "Dee", "Eve"):
        meeting.vote(voter, {first: 1})
    for voter in ("Fay", "Gus"):
        meeting.vote(voter, {second: 1})
    meeting.close_ballot()


def hour(*, until: str = "") -> Meeting:
    """The whole hour with its end, or as far as the step of this title."""
    meeting = Meeting(agenda=agenda())
    _to_the_ideas(meeting)
    warm, call = (f"group:{name(group)}" for group in ("Somewhere warm to meet", "Somebody who calls"))
    if until == "Like with like":
        return meeting
    meeting.to("What pulls you")
    _vote(meeting, warm, call)
    _to_the_choice(meeting)
    meeting.to("Dots")
    _vote(meeting, warm, call)
    meeting.to("What we do next")
    decision = c.AddDecision(name("decision"), meeting.run, "We try warm mornings first, until Easter.", (warm,))
    meeting.do(decision)
    for words, owner, due in (
        ("Ask the chapel trustees for Tuesday and Thursday mornings", "Maureen", "2026-11-30"),
        ("Apply to the warm spaces fund", "Tom (council)", "2026-12-11"),
        ("Make a rota for the kettle", "", ""),
        ("Tell the surgery and the chemists", "Dr Okafor", "2026-12-04"),
    ):
        meeting.do(c.AddAction(name(words), meeting.run, words, owner, due))
    meeting.do(c.ChangeAction(name("Tell the surgery and the chemists"), c.ActionField.STATUS, "asked", 0))
    told = "A card through every door on the hill estate, large print, with a telephone number."
    meeting.do(c.ChangePlan("told", told, 0))
    meeting.do(c.EndWorkshop(meeting.run))
    return meeting


def record(meeting: Meeting) -> dict[str, Entry]:
    return dict(meeting.seen(Audience.RECORD))


def simple_plan() -> LoadedPlan:
    return load_plan_templates(TEMPLATES)["simple-plan"]


def material(entries: dict[str, Entry], date: str = DATE) -> Material:
    loaded = simple_plan()
    return Material(entries, date, loaded.template, loaded.word)
