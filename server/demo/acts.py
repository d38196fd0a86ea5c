"""What a simulated person does in each step. Each `yield` is a breath before the next act."""

import secrets
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import TypeAlias

from server.demo.board import Found
from server.demo.content import Theme, share
from server.demo.mind import Mind
from server.demo.votes import vote

Acts: TypeAlias = Iterator[None]
CHANGES_ONE_IN = 3


def _plain(kind: str, what: str) -> Callable[[Mind], Acts]:
    """Cards about nothing but the topic."""

    def write(mind: Mind) -> Acts:
        for text in mind.own(what):
            yield
            mind.write(kind, text)

    return write


def _notes(mind: Mind) -> Acts:
    """A hello; where the step is about the question, the question."""
    hello = mind.board.phase["kind"] == "check_in"
    return _plain("note", "hello" if hello else "questions")(mind)


def _ideas(mind: Mind) -> Acts:
    """Ideas; while all are read, what they spark. In between a worry is kept for later."""
    reading = mind.board.phase["kind"] == "reveal"
    worries = mind.own_of_themes("worries")
    for _, text in mind.own_of_themes("sparks" if reading else "ideas"):
        yield
        mind.write("idea", text)
    for theme, text in worries[1:] if reading else worries[:1]:
        yield
        _keep(mind, theme, text)


def _keep(mind: Mind, theme: Theme, text: str) -> None:
    """Keep a worry: about the topic, or about an idea that is there to see."""
    board = mind.board
    if board.workshop.get("keeping"):
        target = mind.town.option_for(board, theme)
        answer, card, key = mind.device.write(board.workshop["worry_run"], "caution", text, target=target)
        if answer["status"] == "ok":
            mind.kept[card] = (key, text)


def _check(mind: Mind) -> Acts:
    """Look at what one kept; some say it a little better."""
    for card, (key, text) in list(mind.kept.items())[:1]:
        yield
        if mind.taste.randrange(CHANGES_ONE_IN):
            continue
        mind.device.ask("EditCard", id=card, key=key, number=1, text=f"{text} (I have seen it happen)")


def _about(kind: str, what: str) -> Callable[[Mind], Acts]:
    """Cards about an option: benefits and cautions."""

    def write(mind: Mind) -> Acts:
        for theme, text in mind.own_of_themes(what):
            yield
            mind.write(kind, text, mind.town.option_for(mind.board, theme))

    return write


def _fixes(mind: Mind) -> Acts:
    """Ways round a worry that is on the board, else for an option."""
    for theme, text in mind.own_of_themes("fixes"):
        yield
        known = (*theme.worries, *theme.cautions)
        worries = [f"card:{one['id']}" for one in mind.board.cards("caution") if one["text"].startswith(known)]
        mind.write("fix", text, mind.taste.choice(worries) if worries else mind.town.option_for(mind.board, theme))


def _groups(mind: Mind) -> Acts:
    """Make one's own themes into groups and fill them; then help with the others."""
    own = share(mind.town.themes, mind.seat, mind.people)
    for theme in own:
        yield
        if all(group["name"] != theme.name for group in mind.board.entries("group")):
            mind.device.ask("AddGroup", id=secrets.token_hex(16), run=mind.board.run_id, name=theme.name)
    yield
    while moves := _moves(mind, own) or _moves(mind, mind.town.themes):
        card, group = mind.taste.choice(moves)
        mind.device.ask("MoveCard", id=card["id"], group=group, version=card["place"])
        yield


def _moves(mind: Mind, themes: Collection[Theme]) -> list[tuple[Found, str]]:
    """Ideas that stand alone although the group of their theme is there."""
    board = mind.board
    groups = {group["name"]: str(group["id"]) for group in board.entries("group")}
    alone = [(card, mind.town.theme_of(card["text"])) for card in board.cards("idea") if not card["group"]]
    return [(card, groups[theme.name]) for card, theme in alone if theme and theme in themes and theme.name in groups]


def _decision(mind: Mind) -> Acts:
    """The first person says what the group chose."""
    if mind.seat == 0:
        yield
        theme, options = _chosen(mind)
        decision = secrets.token_hex(16)
        mind.device.ask("AddDecision", id=decision, run=mind.board.run_id, text=theme.decision, options=options)


def _actions(mind: Mind) -> Acts:
    """Actions for what was chosen, and lines of the plan."""
    theme, _ = _chosen(mind)
    today = datetime.now(UTC).date()
    for errand in share(theme.actions, mind.seat, mind.people):
        yield
        due = (today + timedelta(days=errand.days)).isoformat() if errand.days else ""
        line = {"text": errand.text, "owner": errand.owner, "due": due}
        mind.device.ask("AddAction", id=secrets.token_hex(16), run=mind.board.run_id, **line)
    for name, text in share(tuple(mind.town.plan.items()), mind.seat, mind.people):
        yield
        if f"plan:{name}" not in mind.board.view:
            mind.device.ask("ChangePlan", field=name, text=text, version=0)


def _chosen(mind: Mind) -> tuple[Theme, list[str]]:
    """The theme that the votes led to, and the option it stands for."""
    chosen = mind.board.chosen
    themes = [theme for option in chosen if (theme := mind.town.theme_behind(mind.board, option))]
    return (themes[0] if themes else mind.town.themes[0]), chosen[:1]


WRITES: Mapping[str, Callable[[Mind], Acts]] = MappingProxyType(
    {
        "note": _notes,
        "question": _plain("question", "questions"),
        "fact": _plain("fact", "facts"),
        "gap": _plain("gap", "gaps"),
        "idea": _ideas,
        "benefit": _about("benefit", "benefits"),
        "caution": _about("caution", "cautions"),
        "fix": _fixes,
        "theme": _groups,
        "decision": _decision,
        "action": _actions,
    }
)
"""What is done for each kind that a step collects."""


def acts(mind: Mind) -> Acts:
    """All that this person does in the run that goes on."""
    board = mind.board
    if board.stage == "vote":
        yield from vote(mind)
    elif board.stage == "check":
        yield from _check(mind)
    elif board.stage in {"write", "live"}:
        for kind in board.phase["cards"]:
            yield from WRITES[kind](mind)
