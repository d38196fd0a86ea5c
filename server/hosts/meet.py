"""Google Meet: its page proves nothing; whoever signs in with Google shows who they are. The meeting is claimed."""

from collections.abc import Mapping
from types import MappingProxyType

from server.hosts.identity import FORGED, NOT_SET_UP, Grade, HostIdentity, HostRole, Unproven
from server.hosts.outside import Outside
from server.hosts.tokens import Rule, checked

SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "project": "The number of the Cloud project of the add-on.",
        "client_id": "The client id for signing in with Google; empty: nobody signs in.",
        "keys": "Where Google publishes its keys; empty: at its own address.",
    }
)
KEYS = "https://www.googleapis.com/oauth2/v3/certs"
ISSUERS = ("https://accounts.google.com", "accounts.google.com")
MOST_LETTERS = 400


def verify(proof: Mapping[str, str], outside: Outside) -> HostIdentity | Unproven:
    """Who opened us in Meet. `proof`: `meeting`, a claim; `token`, an ID token of Google, or empty."""
    meeting, token = proof.get("meeting", ""), proof.get("token", "")
    if not outside.settings.get("project"):
        return NOT_SET_UP
    if not meeting or len(meeting) > MOST_LETTERS:
        return FORGED
    if not token:
        return HostIdentity("meet", "", "", meeting, "", HostRole.MEMBER, Grade.CLAIM, "", "", outside.now)
    audience = outside.settings.get("client_id", "")
    if not audience:
        return NOT_SET_UP
    claims = checked(token, Rule(outside.settings.get("keys") or KEYS, ISSUERS, (audience,)), outside)
    if isinstance(claims, Unproven):
        return claims
    person, name = claims.get("sub"), claims.get("name", "")
    if not isinstance(person, str) or not person:
        return FORGED
    called, ends = name if isinstance(name, str) else "", int(claims["exp"]) * 1000
    return HostIdentity("meet", "", person, meeting, "", HostRole.MEMBER, Grade.IDENTITY, called, "", ends)
