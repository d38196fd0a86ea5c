"""Looking into the store at the moments of the rehearsal, from outside: the server is not asked."""

import base64
from collections.abc import Callable
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from server.stores.store import StoreError
from server.verify.evidence import Evidence
from server.verify.stored import CONTENT, LOG, PEOPLE, Stored, gone_in, orders_in, where

PATIENCE, LONG_PATIENCE = 30.0, 90.0
PEM_LINE = 64
BEFORE_MODULUS = 38
"""Bytes before the modulus in a private key (PKCS #8). In a public one there are 33: other letters come of it."""


def key_lines(public_pem: str) -> list[str]:
    """Two lines that the private key to this public one has when it is written out (both hold the modulus)."""
    key = load_pem_public_key(public_pem.encode())
    if not isinstance(key, RSAPublicKey):
        return []
    modulus = key.public_numbers().n.to_bytes(key.key_size // 8)
    text = base64.b64encode(bytes(BEFORE_MODULUS) + modulus).decode()
    return [text[line * PEM_LINE : (line + 1) * PEM_LINE] for line in (1, 2)]


class Look:
    """`stored`: where the server keeps things, or None where that cannot be read from here; `why` says why not."""

    def __init__(self, found: Evidence, workshop: str, stored: Stored | None, why: str) -> None:
        self._found, self._workshop, self._stored = found, workshop, stored
        found.store.problem = "" if stored else why
        found.store.what = stored.what if stored else ""

    def _looking(self, work: Callable[[Stored], None]) -> None:
        store = self._found.store
        if self._stored is None or store.problem:
            return
        try:
            work(self._stored)
        except (StoreError, OSError) as error:
            store.problem = f"What is stored could not be read ({type(error).__name__})."

    def while_sealed(self) -> None:
        """Whether this is the store of that server; and what must never be in it."""
        self._looking(self._control)
        self._looking(self._people)

    def _control(self, stored: Stored) -> None:
        store = self._found.store
        store.control = len(where(stored, [one.word for one in self._found.story.sealed], (CONTENT,)))
        if not store.control:
            store.problem = (
                "What was written to this server is not in the store that the settings here name. "
                "Start the check with the same settings as the server."
            )

    def _people(self, stored: Stored) -> None:
        store, story = self._found.store, self._found.story
        hashes = [sha256(one.encode()).hexdigest() for one in story.tokens]
        store.secrets = where(stored, [*story.tokens, *story.keys, *story.edit_keys, *story.refused])
        store.beside_cards = where(stored, [*story.people, *hashes], (CONTENT,))
        words = [part for one in story.cards for part in (one.id, one.word)]
        store.cards_beside = where(stored, words, (PEOPLE,))

    def after_the_step(self) -> None:
        """What was taken back or said otherwise is gone, and no order is left."""
        story = self._found.story
        gone = [*story.old, *story.refused, *(one.word for one in story.taken_back)]

        def look(stored: Stored) -> None:
            self._found.store.after_step = gone_in(stored, gone, PATIENCE)
            found = orders_in(stored, [card.id for card in story.sealed], (CONTENT, LOG))
            self._found.orders |= {f"the stored {name}": order for name, order in found.items()}
            self._found.store.orders = len(found)

        self._looking(look)

    def _of_the_vote(self) -> list[str]:
        story = self._found.story
        hashes = [sha256(one.encode()).hexdigest() for one in (*story.nullifiers, *story.requests)]
        return [*story.nullifiers, *story.signatures, *story.requests, *hashes]

    def while_voting(self, public_pem: str) -> None:
        """What there is while the vote is open: so that finding nothing later means something."""

        def look(stored: Stored) -> None:
            self._found.store.voting = len(where(stored, self._of_the_vote()))
            self._found.store.key_seen = bool(where(stored, key_lines(public_pem)))

        self._looking(look)

    def after_the_close(self, public_pem: str) -> None:
        """Ballots, roll and key are gone."""

        def look(stored: Stored) -> None:
            self._found.store.after_close = gone_in(stored, self._of_the_vote(), PATIENCE)
            self._found.store.key_left = bool(gone_in(stored, key_lines(public_pem), PATIENCE))

        self._looking(look)

    def after_the_end(self) -> None:
        """Nothing at all is left."""
        story = self._found.story
        cards = [part for one in (*story.cards, *story.taken_back) for part in (one.id, one.word)]
        tokens = [sha256(one.encode()).hexdigest() for one in (*story.tokens, *story.keys[:1])]
        everything = [self._workshop, *cards, *story.people, *tokens, *story.never, *self._of_the_vote()]

        def look(stored: Stored) -> None:
            self._found.store.after_delete = gone_in(stored, everything, LONG_PATIENCE)

        self._looking(look)
