"""Leaks by what is kept (leaks.py has those by what leaves a server). Each takes a MonkeyPatch."""

import time

from server import codec
from server.stores import slots


def an_order_of_arrival_that_stays(patch):
    """Rows are never written anew in the order of their keys: not when a step moves on, and not on a tick."""
    patch.setattr(slots.Writing, "rewrite", lambda _writing, _workshop: None)


def a_time_in_a_row(patch):
    real = codec.encode_changes

    def encoded(changes):
        stamp = b'"at":%d,' % time.time_ns()
        return {key: body and body[:1] + stamp + body[1:] for key, body in real(changes).items()}

    patch.setattr(codec, "encode_changes", encoded)


def what_is_forgotten_stays_in_its_table(patch):
    patch.setattr(slots.Writing, "empty", lambda writing, workshop: writing._numbers.pop(workshop, None))


def ballots_in_the_order_in_which_they_came(patch):
    patch.setattr("random.SystemRandom.shuffle", lambda _random, _taken: None)


def people_in_the_order_in_which_they_came(patch):
    patch.setattr("server.people.sorted", lambda these, **_: list(these), raising=False)
