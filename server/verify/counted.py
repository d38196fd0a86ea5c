"""Judging the vote of the rehearsal: nothing told early, no cheating, the right totals."""

from server.verify.evidence import NOT_REACHED, Evidence
from server.verify.result import Seen, broken, held, unknown

SENTENCE = 10
"""A refusal with a sentence has at least so many letters."""


def nothing_early(found: Evidence) -> Seen:
    """No totals while a vote is open."""
    if not found.result:
        return unknown(NOT_REACHED)
    if found.early:
        return broken(f"While the vote was open, these were told something of it: {', '.join(found.early)}.")
    return held(f"While {found.admitted} people voted, no screen was told how many had, or for what.")


def cheating_refused(found: Evidence) -> Seen:
    """Each attempt is refused with a sentence."""
    if not found.result:
        return unknown(NOT_REACHED)
    taken = [one.what for one in found.attempts if not one.refused]
    silent = [one.what for one in found.attempts if one.refused and len(one.say) < SENTENCE]
    if taken or silent:
        told = [f"Not refused: {'; '.join(taken)}."] if taken else []
        told += [f"Refused without a sentence: {'; '.join(silent)}."] if silent else []
        return broken(" ".join(told))
    tried = "; ".join(one.what for one in found.attempts)
    return held(f"{len(found.attempts)} attempts, each refused with a sentence: {tried}.")


def totals_right(found: Evidence) -> Seen:
    """Each admitted seat counts once, as it chose last."""
    if not found.result:
        return unknown(NOT_REACHED)
    result = found.result
    totals = {option: dots for option, dots in result["totals"].items() if dots}
    if totals != dict(found.expected) or {result["cast"], result["seats"]} != {found.admitted}:
        return broken("The result is not what the people who were let in had marked last.")
    dots = sum(totals.values())
    return held(
        f"{found.admitted} people were let in; {found.admitted} ballots with {dots} dots were counted, each once."
    )
