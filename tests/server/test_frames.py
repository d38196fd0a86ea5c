"""WebSocket frames: what is whole, what is refused, and that nothing grows without end."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server import frames
from server.frames import Broken, Code, Frame, Opcode, Reader


def masked(payload, first=0x81, mask=b"\x01\x02\x03\x04", second=0x80):
    """A frame as a client sends it."""
    length = len(payload)
    if length < 126:
        size = bytes((second | length,))
    elif length < 65_536:
        size = bytes((second | 126,)) + length.to_bytes(2)
    else:
        size = bytes((second | 127,)) + length.to_bytes(8)
    return bytes((first,)) + size + mask + frames.unmasked(payload, mask)


def test_the_answer_to_a_key_is_that_of_the_rfc():
    """RFC 6455, 1.3."""
    assert frames.accept_key("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="


def test_an_unmasked_and_a_masked_hello_are_those_of_the_rfc():
    """RFC 6455, 5.7."""
    assert frames.text(b"Hello") == bytes.fromhex("810548656c6c6f")
    assert list(Reader(100).feed(bytes.fromhex("818537fa213d7f9f4d5158"))) == [Frame(Opcode.TEXT, b"Hello")]


@given(st.lists(st.binary(max_size=70_000), max_size=4), st.integers(1, 5000))
def test_messages_come_out_as_they_went_in_however_the_bytes_are_cut(messages, cut):
    sent = b"".join(masked(one) for one in messages)
    reader = Reader(70_000)
    got = [one.payload for at in range(0, len(sent), cut) for one in reader.feed(sent[at : at + cut])]
    assert got == messages


@given(st.binary(max_size=500), st.binary(min_size=4, max_size=4))
def test_masking_twice_changes_nothing(payload, mask):
    once = frames.unmasked(payload, mask)
    assert frames.unmasked(once, mask) == payload
    assert once == bytes(byte ^ mask[n % 4] for n, byte in enumerate(payload))


@pytest.mark.parametrize("length", [0, 125, 126, 65_535, 65_536])
def test_each_form_of_length_is_read_back(length):
    payload = b"x" * length
    size = len(frames.text(payload)) - length
    assert size == (2 if length < 126 else 4 if length < 65_536 else 10)
    assert list(Reader(70_000).feed(masked(payload))) == [Frame(Opcode.TEXT, payload)]


def test_parts_make_one_message_and_a_ping_may_come_between_them():
    reader = Reader(100)
    sent = masked(b"one ", 0x01) + masked(b"?", 0x89) + masked(b"two ", 0x00) + masked(b"three", 0x80)
    assert list(reader.feed(sent)) == [Frame(Opcode.PING, b"?"), Frame(Opcode.TEXT, b"one two three")]


def code_of(sent, most=100, *, inflates=False):
    with pytest.raises(Broken) as fault:
        list(Reader(most, inflates=inflates).feed(sent))
    return fault.value.code


@pytest.mark.parametrize(
    "sent",
    [
        masked(b"x" * 101),
        masked(b"x" * 60, 0x01) + masked(b"x" * 60, 0x00),
        masked(b"", 0x01) + masked(b"", 0x00) * frames.MOST_PARTS,
        bytes((0x81, 0xFF)) + (1 << 62).to_bytes(8),
    ],
    ids=["long", "long in parts", "ever more empty parts", "a length without end"],
)
def test_too_much_is_refused_before_it_has_come(sent):
    assert code_of(sent) is Code.TOO_BIG


@pytest.mark.parametrize(
    "sent",
    [
        masked(b"x", 0x81, second=0x00),
        masked(b"x", 0xA1),
        masked(b"x", 0xC1),
        masked(b"x", 0x83),
        masked(b"x", 0x8B),
        masked(b"x", 0x09),
        masked(b"x" * 126, 0x89),
        masked(b"x", 0x80),
        masked(b"x", 0x01) + masked(b"y", 0x81),
    ],
    ids=["no mask", "reserved", "not agreed", "opcode 3", "opcode 11", "ping in parts", "long ping", "no first", "two"],
)
def test_what_the_rfc_forbids_is_refused(sent):
    assert code_of(sent, 1000) is Code.PROTOCOL


def squeeze(payload):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return (packer.compress(payload) + packer.flush(zlib.Z_SYNC_FLUSH)).removesuffix(frames.TAIL)


def test_a_compressed_message_is_unfolded_within_bounds():
    reader = Reader(1000, inflates=True)
    assert list(reader.feed(masked(squeeze(b"x" * 1000), 0xC1))) == [Frame(Opcode.TEXT, b"x" * 1000)]
    assert code_of(masked(squeeze(b"x" * 1001), 0xC1), 1000, inflates=True) is Code.TOO_BIG
    assert code_of(masked(b"\xff\xff\xff", 0xC1), 1000, inflates=True) is Code.PROTOCOL


@given(st.lists(st.binary(max_size=3000), min_size=1, max_size=4))
def test_pieces_compressed_apart_make_one_message(pieces):
    head, *parts = frames.compressed_text(*map(frames.squeezed, pieces))
    body = b"".join(parts)
    assert head == frames.head(len(body), compressed=True)
    assert zlib.decompressobj(-15).decompress(body + frames.TAIL) == b"".join(pieces)


def test_closing_says_why():
    assert frames.closing(Code.GOING_AWAY) == bytes((0x88, 2)) + (1001).to_bytes(2)
