"""WebSocket frames as no browser sends them, before anybody says who they are and after."""

import os
import zlib

import pytest

from tests.hostile.attacker import CLOSE, GO_ON, PING, PONG, TEXT, Attacker, ask, frame, upgrade
from tests.hostile.weight import MIB, growth

AT_ONCE = 3.0  # less than who has no name is given anyway
LARGEST = 65_536
RSV1, RSV2, RSV3 = 4, 2, 1
BROKEN = {
    "the first reserved bit": frame("2", reserved=RSV1),
    "the second reserved bit": frame("2", reserved=RSV2),
    "the third reserved bit": frame("2", reserved=RSV3),
    "a reserved bit on a ping": frame(b"", PING, reserved=RSV1),
    "no mask": frame("2", mask=False),
    "no mask on a ping": frame(b"", PING, mask=False),
    "an unknown kind": frame("2", 0x3),
    "an unknown kind of control": frame(b"", 0xB),
    "a ping in parts": frame(b"", PING, final=False),
    "a ping too long": frame(b"x" * 126, PING),
    "a ping that claims too much": frame(b"", PING, claims=LARGEST),
    "a close too long": frame(b"x" * 126, CLOSE),
    "a part of nothing": frame("2", GO_ON),
    "a message inside a message": frame("4", final=False) + frame("2", TEXT),
    "one byte too many": frame("4" + "x" * LARGEST),
    "one byte too many, in parts": frame("4" * 40_000, final=False) + frame("x" * 40_000, GO_ON),
    "four gigabytes": frame(b"", claims=2**32),
    "more than there is": frame(b"", claims=2**63),
    "less than nothing": frame(b"", claims=2**64 - 1),
    "words that are none": frame(b"42\xff\xfe"),
    "words that are none, in parts": frame(b"42\xc3", final=False) + frame(b"\x28", GO_ON),
    "half a letter": frame(b"42\xe2\x82"),
    "half of a pair": frame(b"42\xed\xa0\x80"),
}


@pytest.fixture
def attackers(made):
    """Two attackers: one that has said who it is, and one that has not."""
    token = made.token()
    with Attacker(made.url) as inside, Attacker(made.url) as outside:
        inside.enter(token)
        outside.upgraded().hear()
        yield {"inside": inside, "outside": outside}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_frame_ends_its_connection_and_no_other(attackers, made, kind):
    calm = made.facilitator()
    for one in attackers.values():
        one.send(BROKEN[kind])
    assert {where: one.gone(AT_ONCE) for where, one in attackers.items()} == {"inside": True, "outside": True}
    assert calm.do("Beat")


@pytest.mark.parametrize("where", ["inside", "outside"])
@pytest.mark.parametrize("size", [0, 1, 1000])
def test_a_message_without_end_is_cut_off_and_holds_nobody_up(attackers, made, server, where, size):
    calm, one = made.facilitator(), attackers[where]
    part = frame(b"x" * size, GO_ON, final=False) + frame(b"still here", PING)
    with growth(server) as grew:
        one.send(frame("4", final=False))
        for _ in range(200):
            if not one.send(part * 50):
                break
        assert calm.do("Beat")
        assert one.gone(AT_ONCE)
        assert grew() < 4 * MIB


def test_a_message_in_parts_with_pings_between_is_one_message(attackers):
    one = attackers["inside"]
    words = ask(7, "Beat").encode()
    one.send(frame(words[:5], final=False) + frame(b"?", PING) + frame(words[5:9], GO_ON, final=False))
    one.send(frame(b"unasked", PONG) + frame(words[9:], GO_ON))
    assert one.pong() == b"?"
    assert one.answer(7)["status"] == "ok"


def test_a_message_byte_by_byte_and_many_in_one_piece_are_answered_in_order(attackers):
    one = attackers["inside"]
    for byte in frame(ask(1, "Beat")):
        one.send(bytes([byte]))
    one.send(b"".join(frame(ask(number, "Beat")) for number in range(2, 12)))
    assert [one.hear()[:4].rstrip("[") for _ in range(11)] == [f"43{number}" for number in range(1, 12)]


def test_the_longest_control_frame_is_taken_and_given_back(attackers):
    one, words = attackers["inside"], os.urandom(125)
    one.send(frame(words, PING))
    assert one.pong() == words


@pytest.mark.parametrize("code", [b"", b"\x03\xe8", b"\x03\xe8bye", b"\x03", b"\x00\x00", b"\x03\xe8\xff"])
def test_who_says_good_bye_is_let_go(attackers, code):
    for one in attackers.values():
        one.send(frame(code, CLOSE))
    assert {where: one.gone(AT_ONCE) for where, one in attackers.items()} == {"inside": True, "outside": True}


def test_a_connection_that_is_half_closed_is_closed(attackers):
    for one in attackers.values():
        one.socket.shutdown(1)
    assert {where: one.gone(AT_ONCE) for where, one in attackers.items()} == {"inside": True, "outside": True}


PACKING = "permessage-deflate; client_max_window_bits"


def packed(words):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(words) + packer.flush(zlib.Z_SYNC_FLUSH)[:-4]


def test_packed_words_do_not_unfold_in_the_memory(made, server):
    """Packing is refused, or what is packed is unpacked up to the largest message and no further."""
    small, large, token = packed(b"40" + b"x" * (3 * MIB)), packed(b"42" + b"x" * (50 * MIB)), made.token()
    with growth(server) as grew:
        with Attacker(made.url) as outside:
            outside.upgraded(Sec_WebSocket_Extensions=PACKING).hear()
            outside.send(frame(small, reserved=RSV1))
            assert outside.gone(AT_ONCE)
        for parts in (
            frame(large, reserved=RSV1),
            frame(large[:9], final=False, reserved=RSV1) + frame(large[9:], GO_ON),
        ):
            with Attacker(made.url).enter(token, Sec_WebSocket_Extensions=PACKING) as inside:
                inside.send(parts)
                assert inside.gone(AT_ONCE)
        assert grew() < 4 * MIB


BADLY_PACKED = {
    "words that are not packed": frame(b"\xff\xff\xff", reserved=RSV1),
    "the mark on a later part": frame(packed(b"42"), final=False, reserved=RSV1) + frame(b"", GO_ON, reserved=RSV1),
    "the mark on a ping": frame(b"", PING, reserved=RSV1),
    "a little that becomes too much": frame(packed(b"42" + b"x" * 65_536), reserved=RSV1),
    "words that are none": frame(packed(b"42\xff\xfe"), reserved=RSV1),
}


@pytest.mark.parametrize("kind", BADLY_PACKED)
def test_what_is_badly_packed_ends_its_connection(made, kind):
    with Attacker(made.url).enter(made.token(), Sec_WebSocket_Extensions=PACKING) as one:
        one.send(BADLY_PACKED[kind])
        assert one.gone(AT_ONCE)


@pytest.mark.parametrize("where", ["inside", "outside"])
def test_pings_without_end_hold_nobody_up_and_fill_no_memory(attackers, made, server, where):
    """The attacker reads no answer, so answers gather: they are bounded like everything that is sent."""
    calm, one = made.facilitator(), attackers[where]
    one.socket.settimeout(0.2)
    with growth(server) as grew:
        for _ in range(400):
            try:
                if not one.send(frame(b"x" * 125, PING) * 500):
                    break
            except TimeoutError:  # it is not read from any more, which is one way
                break
        assert calm.do("Beat")
        assert grew() < 4 * MIB


def test_an_older_websocket_has_no_way_around_the_limits(made):
    """The library also speaks the drafts of 2010, which know no lengths."""
    drafts = [
        {"Sec_WebSocket_Key": None},
        {"Sec_WebSocket_Key": None, "Sec_WebSocket_Key1": "4 @1  46546xW%0l 1 5", "Sec_WebSocket_Key2": "1"},
        {"Sec_WebSocket_Key": None, "Origin": None},
    ]
    for draft in drafts:
        with Attacker(made.url) as one:
            one.send(upgrade(one.host, Sec_WebSocket_Version=None, **draft))
            status, _ = one.reply()
            assert 400 <= status < 500, draft
