"""Envelopes: answers given at once leave in one write, in their order; outside they leave at once."""

import socket

import pytest

from server import frames
from server.envelopes import Envelopes
from server.line import Line


class Carrier:
    """What envelopes need of a carrier. A device that polls has no line."""

    def __init__(self, *, polls=False):
        self.line, self.said, self.writes = None if polls else self, [], []

    def say(self, payload):
        self.said.append(payload)

    def write(self, data):
        self.writes.append(data)


def test_what_is_said_together_to_one_is_one_write_in_the_order_in_which_it_was_said():
    envelopes, one, other = Envelopes(), Carrier(), Carrier()
    with envelopes.together():
        for carrier, payload in ((one, b"31[]"), (other, b"37[]"), (one, b"32[]")):
            envelopes.say(carrier, payload)
        assert not one.writes
    assert one.writes == [frames.text(b"431[]") + frames.text(b"432[]")]
    assert other.writes == [frames.text(b"437[]")]


def test_what_is_said_alone_or_to_a_device_that_polls_waits_for_nothing():
    envelopes, one, polls = Envelopes(), Carrier(), Carrier(polls=True)
    envelopes.say(one, b"31[]")
    with envelopes.together():
        envelopes.say(polls, b"32[]")
        assert (one.said, polls.said) == ([b"31[]"], [b"32[]"])
    assert not one.writes


def test_what_was_said_leaves_also_when_something_fails():
    envelopes, one = Envelopes(), Carrier()

    def half():
        with envelopes.together():
            envelopes.say(one, b"31[]")
            envelopes.say(one, 1 / 0)

    with pytest.raises(ZeroDivisionError):
        half()
    envelopes.say(one, b"32[]")
    assert one.writes == [frames.text(b"431[]")]
    assert one.said == [b"32[]"]


def test_the_bytes_of_an_envelope_are_whole_frames_to_whoever_reads():
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    carrier = Carrier()
    carrier.line = Line(ours, 1000, deflates=False)
    envelopes = Envelopes()
    with envelopes.together():
        for number in range(3):
            envelopes.say(carrier, b"3%d[]" % number)
    assert theirs.recv(1000) == b"".join(frames.text(b"43%d[]" % number) for number in range(3))
    ours.close()
    theirs.close()
