"""The crowd counts right: what a server loses, doubles or refuses is noticed, to the last delivery."""

import math
import re
from types import SimpleNamespace

import pytest

from server.frames import compressed_text, squeezed, text
from tests.load import frames, measuring, opening, ours, soak, yjs
from tests.load.crowd import Crowd
from tests.load.member import Member
from tests.load.parts import Goal, Part, whole
from tests.load.programs import LIFTED
from tests.load.relay import Relay
from tests.load.run import Figures, Job, Run
from tests.load.tables import goals_of
from tests.load.tally import Tally, token

PEOPLE = 8
SHORT = {"line": "ours", "people": PEOPLE, "warm": 0.1, "seconds": 0.4, "drain": 10.0}


@pytest.fixture(scope="module")
def server(start_shared_server):
    return start_shared_server(**LIFTED, closing_ms=200, ballot_tick_ms=20)


@pytest.fixture
def through(server):
    """A relay to the server, with the copies that it makes of each frame."""
    opened = []

    def start(copies):
        opened.append(relay := Relay(server.url, copies))
        return relay.url

    yield start
    for relay in opened:
        relay.close()


def carried(place, **job):
    return Run(Job(places=[place], **SHORT | job)).all()


def test_every_command_reaches_everybody_else_once(server):
    figures = carried(server.url, rate=40)
    assert figures.sent >= 16
    assert (figures.lost, figures.doubled, figures.refused, figures.unanswered) == (0, 0, 0, 0)
    assert 0 < figures.delivered <= figures.sent * (PEOPLE - 1)
    assert 0 < figures.p50 <= figures.p99


def test_a_closed_loop_sends_a_new_command_when_one_has_reached_everybody(server):
    figures = carried(server.url, window=4, edits=True, cards=20)
    assert (figures.lost, figures.doubled, figures.refused, figures.unanswered) == (0, 0, 0, 0)
    assert figures.sent > 8
    assert figures.stalls == 0


def test_what_is_written_unseen_is_answered_and_shown_to_nobody(server):
    figures = carried(server.url, rate=40, sealed=True)
    assert figures.answers > 0
    assert (figures.delivered, figures.doubled, figures.refused, figures.unanswered) == (0, 0, 0, 0)


def test_an_opening_is_measured_until_everybody_has_voted(server):
    found = opening.Opening(server.url, PEOPLE, 0.2).all()
    assert (found["counted"], found["lost"], found["refused"]) == (PEOPLE, 0, 0)
    assert 0 < found["ready p50"] <= found["ready last"]
    assert 0 < found["opening p50"] <= found["opening worst"]


@pytest.mark.parametrize(("copies", "wrong"), [(0, "lost"), (2, "doubled")])
def test_a_server_that_loses_or_doubles_one_frame_is_noticed(through, copies, wrong):
    """The fault is seeded on the facilitator's line; each mark in the frames that it hits counts."""
    hit = []

    def once_in_a_while(who, payload):
        if who == 1 and b"~t0000003~" in payload:
            hit.append(payload)
            return copies
        return 1

    figures = carried(through(once_in_a_while), rate=40, drain=2.0)
    marks = sum(len(set(re.findall(rb"~t\d{7}~", payload))) for payload in hit)
    assert marks >= 1
    assert (figures.lost, figures.doubled) == ((marks, 0) if wrong == "lost" else (0, marks))


def test_a_server_that_refuses_is_noticed(server, monkeypatch):
    monkeypatch.setattr(ours, "WORDS", "too long " * 1000)
    figures = carried(server.url, rate=40, drain=0.1)
    assert figures.refused == figures.sent
    assert (figures.delivered, figures.lost) == (0, figures.sent * (PEOPLE - 1))


def test_commands_that_come_in_different_frames_to_different_people_are_counted_once_each():
    tally = Tally(3, echo=True)
    first, second = (tally.sent(0, float(at)) for at in range(2))
    together = tally.batch(f"{token(first)}{token(second)}".encode(), None)
    alone = [tally.batch(token(number).encode(), None) for number in (first, second)]
    tally.heard(together, 0, 5.0)
    tally.heard(together, 1, 6.0)
    assert tally.lost() == 2
    for batch in alone:
        tally.heard(batch, 2, 7.0)
    assert (tally.lost(), tally.doubled(), tally.finished, tally.delivered) == (0, 0, 2, 4)
    assert tally.latencies(0.0, 2.0) == [6.0, 7.0]
    tally.heard(alone[0], 1, 8.0)
    assert tally.doubled() == 1


@pytest.mark.parametrize("length", [0, 1, 125, 126, 65_535, 65_536])
def test_a_frame_of_any_length_is_cut_out_wherever_the_pieces_end(length):
    payload = bytes(at % 251 for at in range(length))
    stream = (frames.header(frames.TEXT, length, masked=0) + payload) * 3
    for step in (1, 7, 1000, len(stream)) if length < 1000 else (4096, len(stream)):
        member = Member(0, SimpleNamespace(recv_into=None))
        pieces = (stream[at : at + step] for at in range(0, len(stream), step))
        assert [found for piece in pieces for found in member.cut(piece)] == [(frames.TEXT, payload)] * 3


def test_what_comes_compressed_is_read_as_what_it_says_and_unfolded_once():
    said, member = b"4" + b"a bench near the bus stop " * 60, Member(0, SimpleNamespace(recv_into=None))
    folded = b"".join(compressed_text(squeezed(said)))
    assert b"bench" * 2 not in folded
    crowd = Crowd(SimpleNamespace(echo=True, pong=(b"3", frames.TEXT)), 1)
    heard = list(crowd._frames(member, folded + text(b"short") + folded))
    assert heard == [(frames.TEXT, said), (frames.TEXT, b"short"), (frames.TEXT, said)]
    assert heard[0][1] is heard[2][1]


def test_a_server_that_would_compress_for_each_by_itself_is_not_measured_wrongly():
    reply = b"HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Extensions: permessage-deflate"
    assert frames.accepted(reply + b"; server_no_context_takeover")
    with pytest.raises(ValueError, match="by itself"):
        frames.accepted(reply)


def test_a_frame_is_masked_as_the_protocol_asks():
    sent = frames.frame(b"hello, all of you")
    hidden = sent[6:]
    assert sent[:2] == bytes((0x81, 0x80 | 17))
    assert bytes(one ^ sent[2 + at % 4] for at, one in enumerate(hidden)) == b"hello, all of you"


def test_an_update_made_by_hand_is_what_yjs_writes():
    """Expected: what yjs 13.6.33 encodes of a new Y.Doc, clientID 1001, after `getMap("cards").set("k", "hi")`."""
    assert yjs.update(1001, 0, "k", "hi").hex() == "0101e907002801056361726473016b017702686900"


def test_a_goal_is_missed_by_a_figure_that_is_none_and_by_one_lost_delivery():
    assert not Goal("p99", None, "<=", 1.0).met(math.nan)
    row = measuring.Row(measuring.ours("ours", people=3, rate=1), [Figures(lost=1), Figures()])
    part = Part("one", "one", (row.entrant,), (whole("ours"),))
    assert goals_of(part, {"ours": row})[1][-1] == "**no**"


def samples(memory=0, objects=0, descriptors=0):
    """Half an hour in which these grow by so much a minute."""
    return [
        soak.Sample(at, 100_000_000 + memory * at, 50 + descriptors * at, 13_000 + objects * at) for at in range(31)
    ]


QUIET = SimpleNamespace(gone=0, refused=0, answered=0, tally=SimpleNamespace(sent_at=()))


@pytest.mark.parametrize("leak", [{"memory": 600_000}, {"objects": 30}, {"descriptors": 1}])
def test_a_leak_is_noticed_by_the_soak(leak):
    heard = []
    assert soak.verdict(samples(), QUIET, heard.append) == []
    assert len(soak.verdict(samples(**leak), QUIET, heard.append)) == 1
