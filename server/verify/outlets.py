"""Judging what left the server: who heard what, and when."""

from server.verify import evidence as at
from server.verify.evidence import NOT_REACHED, Evidence
from server.verify.linker import linked
from server.verify.result import Seen, broken, held, unknown
from server.verify.web import GONE


def _told(found: Evidence, words: list[str], moments: tuple[str, ...] = ()) -> list[str]:
    """Who heard any of these words then."""
    return sorted(found.ears.who_heard(words, moments))


def _unseen(found: Evidence, words: list[str], before: tuple[str, ...], after: str, what: str) -> Seen:
    """Nobody heard these words before; afterwards everybody did, so that looking is known to find them."""
    if after not in found.moments:
        return unknown(NOT_REACHED)
    early = _told(found, words, before)
    if early:
        return broken(f"Before they were shown, {what} were in what these got: {', '.join(early)}.")
    later = _told(found, words, tuple(found.moments - set(before)))
    if not any("participant" in one or "screen" in one for one in later):
        return unknown(f"{what.capitalize()} were found nowhere later either, so looking for them proves nothing.")
    size = sum(len(one.data) for one in found.ears.heard if one.moment in before)
    ways = len({one.by for one in found.ears.heard if one.moment in before})
    return held(
        f"{len(words)} {what} were in none of the {size:,} bytes that left the server in {ways} ways before, "
        f"and in {len(later)} of them afterwards."
    )


def ideas_unseen(found: Evidence) -> Seen:
    """Sealed cards."""
    return _unseen(found, [one.word for one in found.story.sealed], ("waiting", at.SEALED), at.SHOWN, "cards")


def worries_unseen(found: Evidence) -> Seen:
    """Kept worries: longer than the ideas."""
    before = ("waiting", at.SEALED, at.SHOWN)
    return _unseen(found, [one.word for one in found.story.kept], before, at.WORRIES, "worries")


def taken_back_unseen(found: Evidence) -> Seen:
    """First wordings, withdrawn cards, what was refused: at no time."""
    if at.SHOWN not in found.moments:
        return unknown(NOT_REACHED)
    told = _told(found, found.story.never)
    if told:
        return broken(f"Words that were changed, taken back or refused were in what these got: {', '.join(told)}.")
    return held(f"{len(found.story.never)} such pieces were in none of {found.ears.size:,} bytes.")


def names_apart(found: Evidence) -> Seen:
    """Names of participants go to those who lead, and to one's own device."""
    if at.SEALED not in found.moments:
        return unknown(NOT_REACHED)
    told = found.ears.who_heard(found.story.names)
    if not any("facilitator" in who for who in told):
        return unknown("No name was found where it should be, so looking for them proves nothing.")
    others = sorted(who for who, which in told.items() if "facilitator" not in who and len(which) > 1)
    if others:
        return broken(f"Names of others were in what these got: {', '.join(others)}.")
    return held(f"{len(found.story.names)} names reached those who lead and nobody else, in no page and no export.")


def secrets_untold(found: Evidence) -> Seen:
    """Keys and tokens leave only to whoever they are for; cast ballots to nobody."""
    if at.COUNTED not in found.moments:
        return unknown(NOT_REACHED)
    story = found.story
    told = _told(found, [*story.edit_keys, *story.tokens, *story.nullifiers, *story.signatures])
    if told:
        return broken(f"Keys or ballots were in what these got: {', '.join(told)}.")
    return held(f"{len(story.edit_keys)} keys of cards and {len(story.nullifiers)} ballots were told to nobody.")


def gone_from_outside(found: Evidence) -> Seen:
    """Its addresses lead nowhere."""
    if not found.after_delete:
        return unknown(NOT_REACHED)
    there = [page.path.rpartition("/")[2] for page in found.after_delete if page.status < GONE]
    return broken(f"These still answer: {', '.join(there)}.") if there else held("They lead nowhere any more.")


def order_tells_nothing(found: Evidence) -> Seen:
    """Neither what is shown nor what is stored is in the order of sending."""
    sent = [card.id for card in found.story.sealed]
    complete = {where: order for where, order in found.orders.items() if sent and set(order) == set(sent)}
    if not complete:
        return unknown(NOT_REACHED)
    telling = sorted(where for where, order in complete.items() if linked(sent, order))
    if telling:
        return broken(f"From the order of the cards one can guess who wrote them, in: {', '.join(telling)}.")
    missing = "" if found.store.orders else " The order in what is stored could not be read."
    return held(f"{len(sent)} cards by five people in turn; no such order in: {', '.join(sorted(complete))}.{missing}")
