"""Microsoft Teams: a token of Entra says who it is; which meeting, and what they are in it, is only claimed.

Guests without an account have no token: they are let in as somebody who is not known. The meeting is the
conversation that belongs to it, which is the same for all of a series and unique among all tenants.
"""

from collections.abc import Mapping
from types import MappingProxyType

from server.hosts.identity import FORGED, NOT_SET_UP, Grade, HostIdentity, HostRole, Unproven
from server.hosts.outside import Outside
from server.hosts.tokens import Rule, checked

SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "client_id": "The application (client) id of the app in Entra.",
        "tenants": "The ids of the tenants whose people are known here, with spaces between.",
        "resource": "The application id address, such as api://board.example.org/…; or empty.",
        "keys": "Where Entra publishes its keys; empty: at Microsoft's own address.",
    }
)
KEYS = "https://login.microsoftonline.com/common/discovery/v2.0/keys"
ISSUER = "https://login.microsoftonline.com/{}/v2.0"
MOST_LETTERS = 400


def verify(proof: Mapping[str, str], outside: Outside) -> HostIdentity | Unproven:
    """Who opened us in Teams. `proof`: `token` of Entra, or empty for a guest; `meeting`, the conversation."""
    client, tenants = outside.settings.get("client_id", ""), outside.settings.get("tenants", "").split()
    meeting, token = proof.get("meeting", ""), proof.get("token", "")
    if not client or not tenants:
        return NOT_SET_UP
    if len(meeting) > MOST_LETTERS:
        return FORGED
    if not token:
        return _somebody("", meeting, HostRole.GUEST, Grade.CLAIM, "", outside.now)
    audiences = tuple(one for one in (client, outside.settings.get("resource", "")) if one)
    rule = Rule(outside.settings.get("keys") or KEYS, tuple(map(ISSUER.format, tenants)), audiences)
    claims = checked(token, rule, outside)
    if isinstance(claims, Unproven):
        return claims
    tenant, person, name = claims.get("tid"), claims.get("oid"), claims.get("name", "")
    if not isinstance(tenant, str) or not isinstance(person, str) or not person:
        return FORGED
    if claims["iss"] != ISSUER.format(tenant):
        return FORGED
    called = name if isinstance(name, str) else ""
    ends = int(claims["exp"]) * 1000
    return _somebody(f"{tenant}|{person}", meeting, HostRole.MEMBER, Grade.IDENTITY, called, ends)


def _somebody(subject: str, meeting: str, role: HostRole, grade: Grade, name: str, ends: int) -> HostIdentity:
    # No tenant: guests from elsewhere come to the same meeting.
    return HostIdentity("teams", "", subject, meeting, "", role, grade, name, "", ends)
