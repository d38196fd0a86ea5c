"""JSON Web Tokens of meeting programs (RFC 7519): RS256 by a key that the program publishes, and nothing else.

The algorithm is ours to say, never the token's (RFC 8725, 3.1): `none`, and a public key used as
the secret of HS256, come to nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt

from server.hosts.identity import EXPIRED, FOREIGN, FORGED, UNREACHABLE, Unproven
from server.hosts.outside import KeySet, Outside

ALGORITHM = "RS256"
MOST_LETTERS = 16_384
SKEW_S = 300
LONGEST_S = 2 * 86_400  # a time in milliseconds would lie thousands of years ahead
_TIMES = {"verify_exp": False, "verify_nbf": False, "verify_iat": False}  # against our clock, below


@dataclass(frozen=True, slots=True)
class Rule:
    """Whose tokens are taken: where their keys are, who may have issued them, and for whom."""

    keys: str
    issuers: tuple[str, ...]
    audiences: tuple[str, ...]


def checked(token: str, rule: Rule, outside: Outside) -> Mapping[str, Any] | Unproven:
    """The claims of a token that holds, or why it does not."""
    if len(token) > MOST_LETTERS or not rule.issuers or not rule.audiences:
        return FORGED
    try:
        head = jwt.get_unverified_header(token)
        key = None if head.get("alg") != ALGORITHM else _key(outside.keys(rule.keys), head.get("kid"))
        if key is None:
            return FORGED
        options: Any = {"require": ["exp", "iss", "aud"], **_TIMES}
        claims: dict[str, Any] = jwt.decode(
            token, key, [ALGORITHM], options=options, audience=rule.audiences, issuer=rule.issuers
        )
    except (jwt.InvalidAudienceError, jwt.InvalidIssuerError):
        return FOREIGN
    except OSError:
        return UNREACHABLE
    except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
        return FORGED
    return claims if _in_time(claims, outside.now / 1000) else EXPIRED


def _key(keys: KeySet, kid: object) -> jwt.PyJWK | None:
    """The RSA key for signatures with this id; without an id only where there is one key."""
    listed = keys.get("keys")
    fit = [
        one
        for one in (listed if isinstance(listed, list) else [])
        if isinstance(one, dict) and one.get("kty") == "RSA" and one.get("use", "sig") == "sig"
    ]
    found = [one for one in fit if kid is None or one.get("kid") == kid]
    return jwt.PyJWK(found[0], ALGORITHM) if len(found) == 1 else None


def _in_time(claims: Mapping[str, Any], now: float) -> bool:
    """Whether the times hold; each is seconds since 1970. Anything but a number does not."""
    times = [claims["exp"], claims.get("nbf", 0), claims.get("iat", 0)]
    if not all(isinstance(one, int | float) and not isinstance(one, bool) for one in times):
        return False
    ends, *begins = times
    return now < ends < now + LONGEST_S and all(one <= now + SKEW_S for one in begins)
