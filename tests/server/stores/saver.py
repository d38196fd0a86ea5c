"""A program that saves one card after the other, and says so before and after each, until it is killed.

python saver.py FOLDER WORKSHOP: each line is `try MARK CARD`, or `saved REVISION CARD` once it is.
Every fourth save moves a run on, every seventh takes the card before it away again.
"""

import sys

from server.stores import STORES
from server.stores.store import Save
from tests.server.stores.sample import by_key, card, new_id, run


def say(*words):
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main(folder, workshop):
    store = STORES["sqlite"](folder).content
    rev, number, before = store.load(workshop).rev, 0, None
    while True:
        number += 1
        one, mark = card(f"Card {number} " * 30), new_id()
        changes = by_key(one, run()) if number % 4 == 0 else by_key(one)
        if before and number % 7 == 0:
            changes[f"card:{before}"] = None
            say("drop", mark, before)
        say("try", mark, one.id)
        rev = store.save(Save(workshop, changes, rev, {"participant": rev}, mark))
        say("saved", rev, one.id)
        before = one.id


if __name__ == "__main__":
    main(*sys.argv[1:])
