"""A program that saves a little of everything and says what became of each; faults are put under it.

python -m tests.faults.keeper FOLDER: `saved ID` and `seated ID` are promises, `refused ID` says that
nothing may have been kept. It goes on after a refusal, and ends when the disk failed to sync.
"""

import os
import sys

from server.stores import STORES
from server.stores.people import Part, Place, key_of
from server.stores.store import CannotOpen, Conflict, DiskFailed, OutcomeUnknown, StoreError
from tests.server.stores.sample import begin, card, hashed, new_id, put, run
from tests.server.stores.sample import drop as taken_away

WORKSHOP = "c" * 32
ROUNDS = 8


def say(*words):
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class Keeper:
    """Saves as a desk does: one after the other, and asks the store after an unknown outcome."""

    def __init__(self, both):
        self.content, self.people = both.content, both.people

    def rev(self):
        saved = self.content.load(WORKSHOP)
        return saved.rev if saved else 0

    def attempt(self, words, what, work):
        """Do it, and say what a person would have been told."""
        try:
            done = work()
        except DiskFailed:
            say("ended", what)
            os._exit(0)  # as the server does: closing would write and sync again
        except StoreError:
            say("refused", what)
        else:
            say("refused" if isinstance(done, Conflict) or done is None else words, what)

    def save(self, *records):
        mark = new_id()
        try:
            return put(self.content, WORKSHOP, self.rev(), *records, mark=mark)
        except OutcomeUnknown:
            return self.content.outcome(WORKSHOP, mark)

    def seat(self, one):
        self.people.write({WORKSHOP: {key_of(one): one}})
        return True

    def round(self, number):
        one, two = card(f"Card {number} " * 40), card(f"Twin {number} " * 20)
        self.attempt("saved", one.id, lambda: self.save(one))
        also = (two, run()) if number % 3 == 0 else (two,)
        self.attempt("saved", two.id, lambda: self.save(*also))
        place = Place(new_id(), Part.PARTICIPANT, hashed(str(number)), name="Pat")
        self.attempt("seated", place.id, lambda: self.seat(place))
        if number % 4 == 2:
            self.attempt("gone", one.id, lambda: taken_away(self.content, WORKSHOP, self.rev(), one))


def main(folder):
    try:
        both = STORES["sqlite"](folder)
    except CannotOpen:
        say("closed")
        return
    keeper = Keeper(both)
    for _ in range(3):  # somebody who is refused tries again
        if WORKSHOP in both.content.ids():
            break
        keeper.attempt("made", WORKSHOP, lambda: begin(both.content, "ABCD1234", WORKSHOP))
    for number in range(ROUNDS):
        keeper.round(number)
    say("done")


if __name__ == "__main__":
    main(*sys.argv[1:])
