"""All devices of a large workshop lose their line and come back at once, as when a router starts anew."""

import threading
import time

from tests import wire
from tests.hostile.guests import Guests, seats
from tests.hostile.weight import MIB, resident
from tests.waiting import eventually

IN_STEP, USUALLY = 30.0, 10.0  # seconds, on two cores
HELD = 600 * MIB


def late(guests, since):
    """How many seconds after `since` the slowest of 95 in a hundred was in, and the slowest of all."""
    took = sorted(guest.came - since for guest in guests.all)
    return took[len(took) * 95 // 100 - 1], took[-1]


def test_all_drop_and_return_at_once_and_are_in_step(start_server, hasty_server, long):
    """Somebody goes on changing the title meanwhile: who missed a frame between the view and the first one that
    followed would have a gap."""
    server = start_server(people_tick_ms=20, rate=1000, burst=1000) if long else hasty_server
    made = wire.Made(server.url)
    fay, count = made.facilitator(), 998 if long else 100
    stop = threading.Event()

    def goes_on():
        while not stop.wait(0.1):
            wire.marked(fay)

    with Guests(server.url, seats(made, count)) as guests:
        busy = threading.Thread(target=goes_on)
        busy.start()
        guests.come()
        assert guests.until(lambda guest: guest.number >= 0, 60)
        guests.drop()
        since = time.monotonic()
        guests.come()
        assert guests.until(lambda guest: guest.number >= 0, 60)
        stop.set()
        busy.join()
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


def test_a_workshop_takes_a_thousand_devices_and_tells_the_next_one_why_it_cannot_come_in(start_server, long):
    """One seat may have several devices: it is devices that are counted. The short form sets a lower bound."""
    most = 1000 if long else 30
    server = start_server(people_tick_ms=20, rate=1000, burst=1000, **({} if long else {"members": most}))
    made, elsewhere = wire.Made(server.url), wire.Made(server.url)
    fay, token = made.facilitator(), made.token()
    with Guests(server.url, [token] * (most - 1)) as guests:
        guests.come()
        assert guests.until(in_or_told, 60)
        assert [guest.refusal for guest in guests.all if guest.refusal] == []
        with Guests(server.url, [made.token()]) as more:
            more.come()
            assert more.until(in_or_told)
            assert [guest.refusal for guest in more.all] == ["This workshop is full. Please ask the facilitator."]
            assert fay.do("Beat")
            assert elsewhere.participant().do("Beat")
    with Guests(server.url, [made.token()]) as more:
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
