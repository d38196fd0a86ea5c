"""A server with leaks on purpose, to see that the check finds them: `python leaks.py NAME ... run`."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))  # it is started as a program

from server import transport

if __name__ == "__main__":
    transport.patch()

from facilitation import ballots, results, rules, view
from facilitation.records import put
from facilitation.rules import SEES, Audience
from server import headers, routes, wire
from server.settings import read
from server.stores import people_sqlite, sqlite


def sealed_cards_for_who_leads():
    rules.SEES = {**SEES, ("card", False): frozenset({Audience.FACILITATOR})}


def errors_that_repeat_what_was_typed():
    load = wire.load

    def repeating(schema, cls, data):
        made = load(schema, cls, data)
        words = data.get("text", "") if isinstance(data, dict) else ""
        return replace(made, say=f"This was wrong: {words}") if isinstance(made, wire.Problem) and words else made

    wire.load = repeating


def a_count_of_ballots_while_they_come():
    entry = view.MAKERS["ballot"]

    def counting(workshop, ballot):
        votes = [one for one in workshop.votes.values() if one.ballot == ballot.id]
        return replace(entry(workshop, ballot), cast=len(votes)) if votes else entry(workshop, ballot)

    view.MAKERS = {**view.MAKERS, "ballot": counting}


def ballots_that_nobody_checks():
    routes.is_genuine = lambda *_: True


def a_key_that_is_kept():
    def keeping(workshop, ballot):
        closed = ballots.count(workshop, ballot)
        return put(closed, replace(closed.ballots[ballot.id], private_key=ballot.private_key))

    results.count = keeping


def _beside(name, line):
    with (Path(read().data) / name).open("a") as file:
        file.write(f"{line}\n")


def names_beside_the_cards():
    write = people_sqlite.SqlitePeople.write

    def writing(store, changes):
        write(store, changes)
        for rows in changes.values():
            for one in rows.values():
                _beside("content.sqlite3-names", getattr(one, "name", ""))

    people_sqlite.SqlitePeople.write = writing


def a_log_of_what_was_saved():
    save = sqlite.SqliteStore.save_many

    def saving(store, saves):
        for one in saves:
            for key in one.changes:
                _beside("content.sqlite3-order", key)
        return save(store, saves)

    sqlite.SqliteStore.save_many = saving


def old_words_that_stay():
    save = sqlite.SqliteStore.save_many

    def saving(store, saves):
        for one in saves:
            for record in one.changes.values():
                _beside("content.sqlite3-history", getattr(record, "text", ""))
        return save(store, saves)

    sqlite.SqliteStore.save_many = saving


def forgetting_that_forgets_nothing():
    sqlite.SqliteStore.forget = lambda _store, _workshop: None


def a_cookie():
    ours = headers.Headers._ours
    headers.Headers._ours = lambda one, *rest: [*ours(one, *rest), ("Set-Cookie", "seat=1")]


def words_in_the_log():
    load = wire.load

    def logging(schema, cls, data):
        sys.stderr.write(f"{data}\n")
        return load(schema, cls, data)

    wire.load = logging


LEAKS = {
    sealed_cards_for_who_leads: "What is written unseen",
    errors_that_repeat_what_was_typed: "Words that were changed",
    a_count_of_ballots_while_they_come: "Nothing of a vote is counted",
    ballots_that_nobody_checks: "Nobody can vote twice",
    a_key_that_is_kept: "When a vote closes",
    names_beside_the_cards: "Who was there",
    a_log_of_what_was_saved: "The order in which",
    old_words_that_stay: "What was changed or taken back",
    forgetting_that_forgets_nothing: "A workshop that is deleted",
    a_cookie: "Pages ask nobody",
    words_in_the_log: "The log holds no words",
}
"""Each leak with the beginning of the promise that it breaks."""

if __name__ == "__main__":
    for leak in LEAKS:
        if leak.__name__ in sys.argv[1:]:
            leak()
    from server.running import run_server

    sys.exit(run_server())
