"""Gevent, before it has patched anything."""

import threading

from server.engines import gevents
from tests.waiting import PATIENCE


def test_work_that_blocks_is_done_in_another_thread_while_others_go_on():
    others_went_on = threading.Event()

    def go_on():
        for _ in range(20):
            gevents.sleep(0)
        others_went_on.set()

    gevents.spawn(go_on)
    went_on, thread = gevents.offload(lambda: (others_went_on.wait(PATIENCE), threading.get_native_id()))
    assert went_on
    assert thread != threading.get_native_id()


def test_an_event_has_its_value_for_whoever_waits():
    event = gevents.event()
    gevents.spawn(event.send, 7)
    assert event.wait(PATIENCE) == 7
    assert event.ready()
