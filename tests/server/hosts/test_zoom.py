"""Zoom's app context: taken once when it is whole, ours and of now; refused in every other form."""

import base64
import hashlib
import json
import struct

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from server.hosts import identity, zoom
from server.hosts.identity import Grade, HostIdentity, HostRole
from server.hosts.outside import Outside

NOW = 1_800_000_000_000
SET = {"client_id": "ours", "client_secret": "now", "previous_secret": "before"}
SAID = {
    "typ": "meeting",
    "uid": "U1",
    "mid": "M1",
    "attendrole": "host",
    "iss": "marketplace.zoom.us",
    "aud": "ours",
    "ts": NOW - 1000,
    "exp": NOW + 60_000,
}


def sealed(said, key="now"):
    """Bytes of a context, as Zoom makes them."""
    nonce, signed = b"n" * 12, b"with it"
    both = AESGCM(hashlib.sha256(key.encode()).digest()).encrypt(nonce, json.dumps(said).encode(), signed)
    lengths = struct.pack("<H", len(signed)), struct.pack("<i", len(both) - 16)
    return bytes([12]) + nonce + lengths[0] + signed + lengths[1] + both


def asked(data, settings=None, seen=None):
    seen = set() if seen is None else seen

    def first_time(mark, _until):
        fresh = mark not in seen
        seen.add(mark)
        return fresh

    context = data if isinstance(data, str) else base64.urlsafe_b64encode(data).decode()
    return zoom.verify(
        {"context": context}, Outside(NOW, SET if settings is None else settings, None, None, first_time)
    )


def test_a_whole_context_proves_person_meeting_and_role():
    who = HostIdentity("zoom", "ours", "U1", "M1", "", HostRole.HOST, Grade.FULL, "", "", NOW + 60_000)
    assert asked(sealed(SAID)) == who
    assert asked(base64.b64encode(sealed(SAID)).decode().rstrip("=")) == who


def test_a_breakout_is_a_meeting_of_its_own_and_names_its_parent():
    who = asked(sealed(SAID | {"bmid": "B1"}))
    assert (who.meeting, who.parent) == ("B1", "M1")


@pytest.mark.parametrize(
    ("changed", "grade"),
    [({"mid": None}, Grade.IDENTITY), ({"uid": ""}, Grade.CLAIM), ({"attendrole": "king"}, Grade.MEETING)],
)
def test_what_is_missing_is_not_proved(changed, grade):
    assert asked(sealed(SAID | changed)).grade is grade


def test_a_secret_that_is_being_changed_still_holds_and_any_other_does_not():
    assert isinstance(asked(sealed(SAID, "before")), HostIdentity)
    assert asked(sealed(SAID, "guessed")) == identity.FORGED
    assert asked(sealed(SAID, ""), {"client_id": "ours"}) == identity.NOT_SET_UP


def test_every_flipped_bit_is_noticed():
    data = sealed(SAID)
    for at in range(len(data)):
        for bit in range(8):
            flipped = bytearray(data)
            flipped[at] ^= 1 << bit
            assert asked(bytes(flipped)) == identity.FORGED, (at, bit)


@pytest.mark.parametrize("length", [-1, -(2**31), 0, 10**6, 2**31 - 1])
def test_a_length_that_does_not_add_up_is_refused(length):
    data = sealed(SAID)
    assert asked(data[:22] + struct.pack("<i", length) + data[26:]) == identity.FORGED


def test_a_context_that_is_cut_or_too_long_is_refused():
    data = sealed(SAID)
    assert all(asked(data[:end]) == identity.FORGED for end in range(len(data)))
    assert asked(data + b"x") == identity.FORGED
    assert asked("A" * 20_000) == identity.FORGED
    assert asked("not base64 €") == identity.FORGED


@pytest.mark.parametrize("changed", [{"aud": "theirs"}, {"aud": ["ours"]}, {"iss": "zoom.us"}])
def test_a_context_for_somebody_else_is_refused(changed):
    assert asked(sealed(SAID | changed)) == identity.FOREIGN


@pytest.mark.parametrize(
    "changed",
    [{"exp": NOW}, {"exp": NOW // 1000 + 60}, {"exp": NOW * 1000}, {"ts": NOW - 300_001}, {"ts": NOW + 300_001}],
)
def test_a_context_that_is_not_of_now_is_refused(changed):
    assert asked(sealed(SAID | changed)) == identity.EXPIRED


@pytest.mark.parametrize("changed", [{"exp": "soon"}, {"exp": True}, {"ts": None}, {"exp": 1.5}])
def test_a_time_that_is_no_number_is_refused(changed):
    assert asked(sealed(SAID | changed)) == identity.FORGED


def test_a_context_is_good_once_however_it_is_spelled():
    seen, data = set(), sealed(SAID)
    assert isinstance(asked(data, seen=seen), HostIdentity)
    assert asked(base64.b64encode(data).decode(), seen=seen) == identity.REPLAYED
