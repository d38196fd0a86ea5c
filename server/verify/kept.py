"""Judging what the server has stored, as it was found there byte by byte."""

from server.verify.evidence import NOT_REACHED, Evidence, Where
from server.verify.result import Seen, broken, held, unknown


def _nothing(found: Evidence, where: Where | None, what: str, fine: str) -> Seen:
    """Nothing was found there."""
    if found.store.problem:
        return unknown(found.store.problem)
    if where is None:
        return unknown(NOT_REACHED)
    if where:
        parts = sorted({part for one in where.values() for part in one})
        return broken(f"{len(where)} pieces of {what} were found in: {', '.join(parts)}.")
    return held(f"{fine} Read byte by byte: {found.store.what}.")


def names_apart(found: Evidence) -> Seen:
    """Nothing in one place says who was there and what was written."""
    beside, cards = found.store.beside_cards, found.store.cards_beside
    both = None if beside is None or cards is None else {**beside, **cards}
    fine = "No name, seat or token is stored with the cards, and no card with the names."
    return _nothing(found, both, "names beside cards", fine)


def keys_not_stored(found: Evidence) -> Seen:
    """Only hashes of keys are stored, and nothing of what was refused."""
    fine = "No key, no token and nothing that was refused is stored."
    return _nothing(found, found.store.secrets, "keys", fine)


def taken_back_gone(found: Evidence) -> Seen:
    """After the step."""
    fine = "When the step was over, words that were changed or taken back were stored nowhere."
    return _nothing(found, found.store.after_step, "old words", fine)


def ballots_gone(found: Evidence) -> Seen:
    """After the close: key, roll, nullifiers, votes."""
    store = found.store
    if not store.problem and store.after_close is not None:
        if not store.voting:
            return unknown("Nothing of the vote was found while it was open, so finding nothing later proves nothing.")
        if store.key_left:
            return broken("The private key of the vote is still stored after its close.")
    key = "its private key" if store.key_seen else "(its private key could not be told apart before)"
    fine = f"Ballots, list of voters and {key}: stored while the vote was open, gone after its close."
    return _nothing(found, store.after_close, "the vote", fine)


def all_gone(found: Evidence) -> Seen:
    """After forgetting."""
    fine = "After the scratch workshop was deleted, no byte of it was left."
    return _nothing(found, found.store.after_delete, "the workshop", fine)
