"""Tokens of meeting programs: by RS256 and a published key, or not at all."""

import json

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.utils import base64url_encode

from server.hosts import identity
from server.hosts.outside import Outside
from server.hosts.tokens import Rule, checked

NOW = 1_800_000_000
KEY, OTHER = (rsa.generate_private_key(65537, 2048) for _ in range(2))
RULE = Rule("https://keys.example.org", ("https://login.example.org",), ("ours",))
CLAIMS = {"iss": "https://login.example.org", "aud": "ours", "sub": "s", "exp": NOW + 600, "nbf": NOW - 5}


def listed(key, kid="k"):
    return jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key(), as_dict=True) | {"kid": kid, "use": "sig"}


def asked(token, rule=RULE, keys=None):
    def published(url):
        assert url == RULE.keys
        if keys == "gone":
            raise OSError
        return {"keys": [listed(KEY)]} if keys is None else keys

    return checked(token, rule, Outside(NOW * 1000, {}, None, published, None))


def signed(claims, key=KEY, kid="k"):
    return jwt.encode(claims, key, "RS256", headers={"kid": kid})


def test_a_token_that_holds_gives_its_claims():
    assert asked(signed(CLAIMS)) == CLAIMS


def test_the_algorithm_none_is_refused():
    assert asked(jwt.encode(CLAIMS, None, "none", headers={"kid": "k"})) == identity.FORGED


def test_a_public_key_is_no_secret_of_hs256():
    pem = KEY.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    parts = [base64url_encode(json.dumps(one).encode()) for one in ({"alg": "HS256", "kid": "k"}, CLAIMS)]
    mac = jwt.get_algorithm_by_name("HS256").sign(b".".join(parts), pem)
    assert asked(b".".join([*parts, base64url_encode(mac)]).decode()) == identity.FORGED


def test_another_key_or_another_name_of_a_key_is_refused():
    assert asked(signed(CLAIMS, OTHER)) == identity.FORGED
    assert asked(signed(CLAIMS, kid="x")) == identity.FORGED


@pytest.mark.parametrize("keys", [{}, {"keys": 1}, {"keys": [1]}, {"keys": [{"kty": "oct", "k": "eA", "kid": "k"}]}])
def test_keys_that_are_none_of_ours_take_nothing(keys):
    assert asked(signed(CLAIMS), keys=keys) == identity.FORGED


def test_keys_that_cannot_be_reached_say_so():
    assert asked(signed(CLAIMS), keys="gone") == identity.UNREACHABLE


@pytest.mark.parametrize("changed", [{"aud": "theirs"}, {"iss": "https://evil.example.org"}])
def test_a_token_for_somebody_else_is_refused(changed):
    assert asked(signed(CLAIMS | changed)) == identity.FOREIGN


@pytest.mark.parametrize(
    "changed",
    [
        {"exp": NOW},
        {"exp": (NOW + 600) * 1000},
        {"exp": "soon"},
        {"exp": True},
        {"exp": float("nan")},
        {"nbf": NOW + 301},
        {"iat": NOW + 301},
    ],
)
def test_a_token_that_is_not_of_now_is_refused(changed):
    assert asked(signed(CLAIMS | changed)) == identity.EXPIRED


@pytest.mark.parametrize("name", ["exp", "iss", "aud"])
def test_a_token_without_one_of_these_is_refused(name):
    assert asked(signed({key: value for key, value in CLAIMS.items() if key != name})) == identity.FORGED


def test_a_flipped_letter_rubbish_and_a_rule_for_nobody_are_refused():
    token = signed(CLAIMS)
    at = token.index(".") + 10
    assert asked(token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]) == identity.FORGED
    assert all(asked(one) == identity.FORGED for one in ("", "a.b.c", "€.€.€", "x" * 20_000))
    assert asked(token, Rule(RULE.keys, (), ())) == identity.FORGED
