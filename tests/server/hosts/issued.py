"""Tokens as the makers of meeting programs issue them, by a key that a test publishes."""

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from server.hosts.outside import Outside

NOW = 1_800_000_000
KEY, OTHER = (rsa.generate_private_key(65537, 2048) for _ in range(2))


def issued(claims, key=KEY, algorithm="RS256"):
    return jwt.encode({"exp": NOW + 600, "nbf": NOW - 5} | claims, key, algorithm, headers={"kid": "k"})


def outside(settings, fetch=None):
    """The world of a check, in which the key is published wherever it is asked for."""
    key = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True) | {"kid": "k", "use": "sig"}
    return Outside(NOW * 1000, settings, fetch, lambda _url: {"keys": [key]}, lambda _mark, _until: True)


def flipped(token):
    """The token with each tenth letter of its signature changed, one at a time."""
    head, _, signature = token.rpartition(".")
    for at in range(0, len(signature) - 1, 10):
        other = "A" if signature[at] != "A" else "B"
        yield f"{head}.{signature[:at]}{other}{signature[at + 1 :]}"
