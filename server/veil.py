"""A veil over what a device asks: on its way it has one of a few sizes, whatever it says.

Who watches the network sees sizes in spite of TLS, and could tell by its length which card came
from whom once the cards are shown. Browsers compress what they send, so filling up alone would
not help: what is asked is filled up and mixed with random bytes, which are sent with it. That
hides a size and nothing else; TLS hides the words.
"""

import binascii
from base64 import b64decode

import orjson


def unveiled(said: object) -> object:
    """What was asked: `said` itself, or what is under the veil if it is one; None where nothing can be read there."""
    if not isinstance(said, str):
        return said
    try:
        both = b64decode(said, validate=True)
    except (binascii.Error, ValueError):
        return None
    half = len(both) // 2
    mixed = int.from_bytes(both[:half]) ^ int.from_bytes(both[half:])
    try:
        return orjson.loads(mixed.to_bytes(len(both) - half))
    except orjson.JSONDecodeError:
        return None
