"""Who leads in a meeting: whoever is proved to, and by the operator's word also whoever says so."""

from collections.abc import Mapping
from types import MappingProxyType

from server.hosts.identity import Grade, HostIdentity, HostRole

GRADES = tuple(Grade)
LEAD = frozenset({HostRole.HOST, HostRole.COHOST})
POLICIES: Mapping[str, tuple[Grade, bool]] = MappingProxyType(
    {
        "proof": (Grade.FULL, True),
        "first-identity": (Grade.IDENTITY, True),
        "open": (Grade.NONE, False),
    }
)
"""By the setting LEADING: how much must be proved of the first to lead, and whether they must be the meeting's host
as far as it says."""


def leads(identity: HostIdentity, policy: str, *, led: bool) -> bool:
    """Whether this person leads. `led`: somebody else does already; then only a full proof makes one more."""
    is_host = identity.role in LEAD
    if identity.grade is Grade.FULL and is_host:
        return True
    least, needs_host = POLICIES[policy]
    return not led and GRADES.index(identity.grade) >= GRADES.index(least) and (is_host or not needs_host)


def leads_no_more(identity: HostIdentity) -> bool:
    """Whether this proves that somebody is not the host of their meeting, or not any more."""
    return identity.grade is Grade.FULL and identity.role not in LEAD
