"""Webex: a token says who it is; which meeting, and what they are in it, is only claimed."""

from collections.abc import Mapping
from types import MappingProxyType

from server.hosts.identity import FORGED, NOT_SET_UP, Grade, HostIdentity, HostRole, Unproven
from server.hosts.outside import Outside
from server.hosts.tokens import Rule, checked

SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "issuer": "Who issues the tokens of Webex, as they name themselves.",
        "audience": "For whom they are issued: the id of the embedded app.",
        "keys": "Where Webex publishes its keys; empty: at its own address.",
    }
)
KEYS = "https://idbroker.webex.com/idb/oauth2/v2/keys/verificationjwk"
USER, COMPANY = "com.cisco.user.uuid", "com.cisco.user.orgid"
ROLES: Mapping[str, HostRole] = MappingProxyType(
    {"host": HostRole.HOST, "cohost": HostRole.COHOST, "guest": HostRole.GUEST}
)
MOST_LETTERS = 400


def verify(proof: Mapping[str, str], outside: Outside) -> HostIdentity | Unproven:
    """Who opened us in Webex. `proof`: `token`; `meeting` and `role`, which are claims."""
    issuer, audience = outside.settings.get("issuer", ""), outside.settings.get("audience", "")
    meeting = proof.get("meeting", "")
    if not issuer or not audience:
        return NOT_SET_UP
    if len(meeting) > MOST_LETTERS:
        return FORGED
    claims = checked(
        proof.get("token", ""), Rule(outside.settings.get("keys") or KEYS, (issuer,), (audience,)), outside
    )
    if isinstance(claims, Unproven):
        return claims
    person, company, name = claims.get(USER), claims.get(COMPANY, ""), claims.get("name", "")
    if not isinstance(person, str) or not isinstance(company, str) or not person:
        return FORGED
    role = ROLES.get(proof.get("role", ""), HostRole.MEMBER)
    called, ends = name if isinstance(name, str) else "", int(claims["exp"]) * 1000
    # No tenant: guests from elsewhere come to the same meeting.
    return HostIdentity("webex", "", f"{company}|{person}", meeting, "", role, Grade.IDENTITY, called, "", ends)
