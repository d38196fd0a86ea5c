"""The meeting programs that can prove who somebody is: one visible table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from server.hosts import jitsi, matrix, meet, teams, webex, zoom
from server.hosts.identity import HostIdentity, Unproven
from server.hosts.outside import Outside

Verify: TypeAlias = Callable[[Mapping[str, str], Outside], HostIdentity | Unproven]


@dataclass(frozen=True, slots=True)
class Host:
    """A meeting program. `settings`: the names of its own, each with a sentence of help. `ancestors`: who may show
    its page in a frame; with `own_origins` also whom the operator lets (FOLKMOOT_EMBED_ORIGINS). `connect`: where
    that page may ask beside us. Both as a Content-Security-Policy has them."""

    name: str
    verify: Verify
    settings: Mapping[str, str]
    ancestors: tuple[str, ...] = ()
    own_origins: bool = False
    connect: tuple[str, ...] = ()


_ZOOM = ("https://zoom.us", "https://*.zoom.us")
_TEAMS = ("https://teams.microsoft.com", "https://*.teams.microsoft.com", "https://*.cloud.microsoft")
_MEET = ("https://meet.google.com",)
_WEBEX = ("https://webex.com", "https://*.webex.com", "https://*.webexgov.us")
HOSTS: Mapping[str, Host] = MappingProxyType(
    {
        "zoom": Host("zoom", zoom.verify, zoom.SETTINGS, _ZOOM),
        "teams": Host("teams", teams.verify, teams.SETTINGS, _TEAMS),
        "meet": Host("meet", meet.verify, meet.SETTINGS, _MEET),
        "webex": Host("webex", webex.verify, webex.SETTINGS, _WEBEX),
        "matrix": Host("matrix", matrix.verify, matrix.SETTINGS, own_origins=True),
        "jitsi": Host("jitsi", jitsi.verify, jitsi.SETTINGS, own_origins=True),
    }
)
"""Every host by its name."""
