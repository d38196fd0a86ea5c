"""The board of a record, put in order: options with all that was said about them, and results.

Reads the entries of a RECORD view and nothing else, so every ballot here is closed. Nothing here knows who wrote what,
except where a writer signed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from facilitation.agenda import CardKind
from facilitation.entries import (
    BallotEntry,
    CardEntry,
    DecisionEntry,
    Entry,
    GroupEntry,
    RunEntry,
    WorkshopEntry,
)
from facilitation.said import Said
from facilitation.states import BallotMethod, Outcome
from facilitation.wording import ENGLISH, Wording

E = TypeVar("E")

GONE = "(no longer on the board)"
FEW_VOTED = "Fewer than three people voted. What they chose would tell who voted how, so it is not shown."


@dataclass(frozen=True, slots=True)
class Worry:
    """A caution, with the ways round it that answer it."""

    text: str
    fixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A group of ideas, or an idea that stands alone (then `ideas` is empty)."""

    reference: str
    name: str
    chosen: bool
    ideas: tuple[str, ...] = ()
    benefits: tuple[str, ...] = ()
    cautions: tuple[Worry, ...] = ()
    fixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """What one option got: dots, and the number of people they came from."""

    option: str
    dots: int
    people: int


@dataclass(frozen=True, slots=True)
class Result:
    """A closed ballot. With fewer than three voters nothing is there but that (E32e)."""

    title: str
    unit: str
    turnout: str
    outcome: str
    shares: tuple[Share, ...]


def said(card: CardEntry, say: Wording = ENGLISH) -> str:
    """The words of a card, with the name where it was signed, and `later` where it came late (E03)."""
    marks = [say("signed: {name}", name=card.signed)] if card.signed else []
    marks += [say("later")] if card.late else []
    return Said(f"{card.text} ({', '.join(marks)})" if marks else card.text, card.language)


class Board:
    """What stands on the board, found by what it is about."""

    def __init__(self, entries: Mapping[str, Entry], say: Wording = ENGLISH) -> None:
        self._entries = entries
        self.say = say
        self.workshop = self._workshop()
        self.runs = {run.id: run for run in self.all(RunEntry)}
        self.cards = self.all(CardEntry)
        self._card = {card.id: card for card in self.cards}
        self._groups = {group.id: group for group in self.all(GroupEntry)}
        self.ballots = sorted(self.all(BallotEntry), key=self._when)
        self.chosen = self._chosen()

    def all(self, kind: type[E]) -> list[E]:
        """Every entry of a kind, in the order of their keys."""
        return [one for _, one in sorted(self._entries.items()) if isinstance(one, kind)]

    def collected(self, *kinds: CardKind) -> list[CardEntry]:
        return [card for card in self.cards if card.kind in kinds]

    def said(self, card: CardEntry) -> str:
        """The words of a card, with its marks."""
        return said(card, self.say)

    def name(self, reference: str) -> str:
        """What people call the thing that a reference points to."""
        kind, _, one = reference.partition(":")
        if kind == "group" and one in self._groups:
            return self._groups[one].name
        return self._card[one].text if kind == "card" and one in self._card else self.say(GONE)

    def options(self) -> tuple[Option, ...]:
        """Every idea, by group: the chosen ones first, then by their latest totals, then by name."""
        grouped: dict[str, list[CardEntry]] = {}
        for card in self.collected(CardKind.IDEA):
            grouped.setdefault(self._home(card), []).append(card)
        found = [self._option(reference, ideas) for reference, ideas in grouped.items()]
        rank = self._ranks()
        last = len(rank)
        return tuple(
            sorted(found, key=lambda one: (not one.chosen, rank.get(one.reference, last), one.name.casefold()))
        )

    def rest(self) -> Option:
        """What was said about no idea that is still here: about the question as a whole."""
        homes = {self._home(card) for card in self.collected(CardKind.IDEA)}
        return self._weighed("", "", (), lambda home: home not in homes)

    def results(self) -> tuple[Result, ...]:
        """Every closed ballot, in the order in which they were held."""
        return tuple(self._result(ballot) for ballot in self.ballots)

    def _workshop(self) -> WorkshopEntry:
        found = self.all(WorkshopEntry)
        if len(found) != 1:
            message = "a record has one workshop entry"
            raise ValueError(message)
        return found[0]

    def _when(self, ballot: BallotEntry) -> tuple[int, int]:
        run = self.runs.get(ballot.run)
        return (run.phase, run.round) if run else (0, 0)

    def _chosen(self) -> tuple[str, ...]:
        decided = [one for decision in self.all(DecisionEntry) for one in decision.options]
        voted = [ballot.chosen for ballot in self.ballots if ballot.chosen]
        return tuple(dict.fromkeys(map(self._now, decided or (voted[-1] if voted else ()))))

    def _ranks(self) -> dict[str, int]:
        ranks: dict[str, int] = {}
        for ballot in reversed(self.ballots):
            for one in ballot.ranking:
                ranks.setdefault(self._now(one), len(ranks))
        return ranks

    def _home(self, card: CardEntry) -> str:
        return f"group:{card.group}" if card.group in self._groups else f"card:{card.id}"

    def _now(self, reference: str) -> str:
        """The option that a reference means now: an idea may have come into a group since."""
        card = self._card.get(reference.removeprefix("card:"))
        return reference if card is None else self._home(card)

    def _about(self, card: CardEntry) -> str:
        """The option that a benefit, a caution or a fix is about; what it says if there is none."""
        kind, _, one = card.target.partition(":")
        target = self._card.get(one) if kind == "card" else None
        return self._home(target) if target is not None and target.kind is CardKind.IDEA else card.target

    def _option(self, reference: str, ideas: list[CardEntry]) -> Option:
        grouped = reference.startswith("group:")
        name = self.name(reference) if grouped else self.said(ideas[0])
        inside = tuple(self.said(card) for card in ideas) if grouped else ()
        return self._weighed(reference, name, inside, lambda about: about == reference)

    def _weighed(self, reference: str, name: str, ideas: tuple[str, ...], fits: Callable[[str], bool]) -> Option:
        cautions = self.collected(CardKind.CAUTION)
        answered = {f"card:{card.id}" for card in cautions}
        fixes = self.collected(CardKind.FIX)
        return Option(
            reference=reference,
            name=name,
            chosen=bool(reference) and reference in self.chosen,
            ideas=ideas,
            benefits=tuple(self._aimed(card) for card in self.collected(CardKind.BENEFIT) if fits(self._about(card))),
            cautions=tuple(
                Worry(self._aimed(card), tuple(self.said(fix) for fix in fixes if fix.target == f"card:{card.id}"))
                for card in cautions
                if fits(self._about(card))
            ),
            fixes=tuple(self._aimed(fix) for fix in fixes if fix.target not in answered and fits(self._about(fix))),
        )

    def _aimed(self, card: CardEntry) -> str:
        """What a card says, with the one idea that it means where that idea stands in a group."""
        one_of_several = card.target.startswith("card:") and self._about(card).startswith("group:")
        words = self.said(card)
        if not one_of_several:
            return words
        return Said(self.say("{words} (about: {idea})", words=words, idea=self.name(card.target)), card.language)

    def _result(self, ballot: BallotEntry) -> Result:
        run = self.runs.get(ballot.run)
        title = self.workshop.phases[run.phase].title if run else self.say("Vote")
        shares = [Share(self.name(one), ballot.totals.get(one, 0), ballot.voters.get(one, 0)) for one in ballot.ranking]
        turnout = self.say("{cast} of {seats} people voted.", cast=ballot.cast, seats=ballot.seats)
        if ballot.few:
            turnout = self.say(FEW_VOTED)
        return Result(
            title=self.say("{title}: run-off", title=title) if ballot.run_off else title,
            unit=self.say("Picks") if ballot.method is BallotMethod.PICKS else self.say("Dots"),
            turnout=turnout,
            outcome=self._outcome(ballot),
            shares=tuple(shares),
        )

    def _outcome(self, ballot: BallotEntry) -> str:
        names = "; ".join(self.name(one) for one in ballot.chosen)
        match ballot.outcome:
            case Outcome.TAKE_BOTH:
                return self.say("Too close to call, so the group took them together: {names}", names=names)
            case Outcome.RUN_OFF:
                return self.say("Too close to call, so there was a run-off.")
            case Outcome.CHOSEN if ballot.few:
                return self.say("After talking, the group chose: {names}", names=names)
            case Outcome.CHOSEN:
                return self.say("Too close to call. After talking, the group chose: {names}", names=names)
            case Outcome.NONE if ballot.tied:
                tied = "; ".join(self.name(one) for one in ballot.tied)
                return self.say("Too close to call: {names}", names=tied)
            case _:
                return self.say("Chosen: {names}", names=names) if names else ""
