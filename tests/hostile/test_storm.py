"""All devices of a large workshop lose their line and come back at once, as when a router starts anew."""

import contextlib
import threading
import time

from tests import wire
from tests.hostile.attacker import Attacker
from tests.hostile.guests import Guests, seats
from tests.hostile.weight import MIB, resident
from tests.waiting import eventually

IN_STEP, USUALLY = 30.0, 10.0  # seconds, on two cores
HELD = 600 * MIB


def late(guests, since):
    """How many seconds after `since` the slowest of 95 in a hundred was in, and the slowest of all."""
    took = sorted(guest.came - since for guest in guests.all)
    return took[len(took) * 95 // 100 - 1], took[-1]


@contextlib.contextmanager
def going_on(fay):
    """Somebody goes on changing the title meanwhile: who missed a frame between the view and the first one that
    followed would have a gap."""
    stop = threading.Event()

    def marks():
        while not stop.wait(0.1):
            wire.marked(fay)

    busy = threading.Thread(target=marks)
    busy.start()
    try:
        yield
    finally:
        stop.set()
        busy.join()


def test_all_drop_and_return_at_once_and_are_in_step(start_server, hasty_server, long):
    server = start_server(people_tick_ms=20, rate=1000, burst=1000) if long else hasty_server
    made = wire.Made(server.url)
    fay, count = made.facilitator(), 998 if long else 100
    with Guests(server.url, seats(made, count)) as guests:
        with going_on(fay):
            guests.come()
            assert guests.until(in_or_told, 60)
            guests.drop()
            since = time.monotonic()
            guests.come()
            assert guests.until(in_or_told, 60)
            assert {guest.refusal for guest in guests.all} == {""}
        title = fay.title.encode()
        assert guests.until(lambda guest: guest.title == title, 60)
        in_step, (usual, last) = time.monotonic() - since, late(guests, since)
    said = f"{count} back: 95 % in {usual:.1f} s, the last in {last:.1f} s, in step after {in_step:.1f} s"
    print(f"{said}, {guests.again} tried again, {resident(server) // MIB} MiB")  # noqa: T201
    assert resident(server) < HELD
    if long:
        assert in_step <= IN_STEP
        assert usual <= USUALLY
    made.close()


def test_who_comes_back_to_a_full_workshop_is_let_in_while_the_lost_line_still_counts(start_server):
    """The server learns late that a phone has lost its line, and sooner that it is there again."""
    made = wire.Made(start_server(people_tick_ms=20, members=2).url)
    fay, token = made.facilitator(), made.token()
    with Attacker(made.url).enter(token), Guests(made.url, [token]) as again:
        again.come()
        assert again.until(in_or_told)
        assert [guest.refusal for guest in again.all] == [""]
        assert fay.do("Beat")
    made.close()


def test_a_workshop_takes_a_thousand_devices_and_tells_the_next_one_why_it_cannot_come_in(start_server, long):
    """The short form sets a lower bound."""
    most = 1000 if long else 30
    server = start_server(people_tick_ms=20, rate=1000, burst=1000, **({} if long else {"members": most}))
    made, elsewhere = wire.Made(server.url), wire.Made(server.url)
    fay, nobody = made.facilitator(), made.token()
    made.screen(fay)
    with Guests(server.url, seats(made, most - 2)) as guests:
        guests.come()
        assert guests.until(in_or_told, 60)
        assert [guest.refusal for guest in guests.all if guest.refusal] == []
        with Guests(server.url, [nobody]) as more:
            more.come()
            assert more.until(in_or_told)
            assert [guest.refusal for guest in more.all] == ["This workshop is full. Please ask the facilitator."]
            assert fay.do("Beat")
            assert elsewhere.participant().do("Beat")
    with Guests(server.url, [nobody]) as more:
        eventually(lambda: comes_in(more))
    made.close()
    elsewhere.close()


def in_or_told(guest):
    return guest.number >= 0 or guest.refusal


def comes_in(guests):
    """Whether they get in now that others have gone."""
    guests.drop()
    guests.come()
    assert guests.until(in_or_told)
    return not guests.all[0].refusal
