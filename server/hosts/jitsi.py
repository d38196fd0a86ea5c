"""Jitsi: the shared document of a conference. Its name in the address is all there is; nothing is proved."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from server.hosts.identity import FORGED, NOT_SET_UP, Grade, HostIdentity, HostRole, Unproven
from server.hosts.outside import Outside

SETTINGS: Mapping[str, str] = MappingProxyType(
    {"domain": "The name of your Jitsi server, such as meet.example.org; empty: Jitsi is not used."}
)
NAME = re.compile(r"[^\s/]{4,200}")
"""Jicofo's random names have 36 letters; a room that is called by a word of three is everybody's."""


def verify(proof: Mapping[str, str], outside: Outside) -> HostIdentity | Unproven:
    """Somebody in a Jitsi conference. `proof`: `meeting`, the name of the shared document."""
    domain, meeting = outside.settings.get("domain", ""), proof.get("meeting", "")
    if not domain:
        return NOT_SET_UP
    if not NAME.fullmatch(meeting):
        return FORGED
    return HostIdentity("jitsi", domain, "", meeting, "", HostRole.MEMBER, Grade.CLAIM, "", "", outside.now)
