"""Leaks by what is kept (leaks.py has those by what leaves a server). Each takes a MonkeyPatch."""

import hashlib
import time

from server import codec
from server.routes import Routes
from server.stores import redis_line, redis_people, redis_scripts, redis_sharing, slots
from tests.promises.device import Device
from tests.promises.leaks_in_words import instead, with_who_asks


def an_order_of_arrival_that_stays(patch):
    """Rows are never written anew in the order of their keys: not when a step moves on, and not on a tick."""
    patch.setattr(slots.Writing, "rewrite", lambda _writing, _workshop: None)


def an_order_of_people_that_stays_in_redis(patch):
    """Redis is not asked to write its log anew after a tick of people, nor after it was told who is here."""
    for module in (redis_people, redis_sharing):
        patch.setattr(module, "owe_scrub", lambda _lines: None)


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


def _beside(patch, kind, seat_of):
    """With each row of this kind another one that says whose it is: `seat_of(id)`."""
    real = codec.encode_changes

    def encoded(changes):
        found = dict(real(changes))
        for key in [key for key in found if key.startswith(f"{kind}:") and found[key]]:
            found[f"done:{key}"] = b'{"by":"%s"}' % seat_of(key.partition(":")[2]).encode()
        return found

    patch.setattr(codec, "encode_changes", encoded)


def a_done_mark_beside_the_row_of_a_card(patch):
    """Whoever writes a card is done, and that is kept with the card."""
    seats = {}

    def noted(command, seat):
        seats.setdefault(getattr(command, "verifier", "") and command.id, seat)
        return command

    with_who_asks(patch, noted)
    _beside(patch, "card", lambda card: seats.get(card, "nobody"))


def a_ballot_with_the_seat_of_who_cast_it(patch):
    """A device that says who it is when it votes, and a server that writes it down."""
    seats = []

    def cast(real, one, asked, **parts):
        seats.append(one.who().seat)
        return real(one, asked, **parts)

    def call(real, device, method, path, body=None, **_):
        return real(device, method, path, body)

    instead(patch, Routes, "cast", cast)
    instead(patch, Device, "call", call)
    _beside(patch, "vote", lambda _vote: seats[-1])


def a_nudge_with_what_was_saved(patch):
    """The script that saves publishes what, beside where and which number."""
    told = "ARGV[1] .. ' ' .. rev"
    leaky = redis_scripts.SAVE.replace(f"{told})", f"{told} .. ' ' .. (ARGV[11] or ''))")
    patch.setattr(redis_scripts, "SAVE", leaky)
    patch.setitem(redis_scripts._DIGESTS, leaky, hashlib.sha1(leaky.encode(), usedforsecurity=False).hexdigest())
    patch.setattr(redis_line, "LOADED", (*redis_scripts.LOADED, leaky))
