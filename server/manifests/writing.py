"""The files for every meeting program, written into a folder."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from server.hosts import HOSTS
from server.manifests import plain, teams
from server.manifests.ids import Asked
from server.settings import host_variable

Files: TypeAlias = Callable[[Asked], Mapping[str, bytes]]
HOW: Mapping[str, str] = MappingProxyType(
    {
        "zoom": "In Zoom's marketplace, make a general app and give it manifest.json.",
        "teams": 'Give folkmoot.zip to whoever looks after Teams: in the admin centre under "Manage apps", "Upload".',
        "meet": "In Google Cloud, turn on the Marketplace SDK, and make an HTTP deployment from deployment.json.",
        "webex": "In Webex's developer portal, make an embedded app, and fill in its form from form.txt.",
        "matrix": "As a moderator, send widget.json as the state event im.vector.modular.widgets, key folkmoot, and "
        "layout.json as io.element.widgets.layout.",
        "jitsi": "Put config.js into the settings of Jitsi Meet, and jicofo.conf into those of Jicofo.",
    }
)
"""What to do with the files of each program."""

MANIFESTS: Mapping[str, Files] = MappingProxyType(
    {
        "zoom": plain.zoom,
        "teams": lambda asked: {"folkmoot.zip": teams.package(asked)},
        "meet": plain.meet,
        "webex": plain.webex,
        "matrix": plain.matrix,
        "jitsi": plain.jitsi,
    }
)
"""The files of each program by their names."""


def write(asked: Asked, hosts: tuple[str, ...], out: Path) -> list[Path]:
    """Write the files of these programs, each into a folder of its own; their paths. Raises: `OSError`."""
    written = []
    for host in hosts:
        folder = out / host
        folder.mkdir(parents=True, exist_ok=True)
        settings = [f"  {host_variable(host, name)}: {told}" for name, told in HOSTS[host].settings.items()]
        more = "  FOLKMOOT_EMBED_ORIGINS: the address of your own meeting server.\n" if HOSTS[host].own_origins else ""
        told = f"{HOW[host]}\n\nThen set here, and start the server again:\n" + "\n".join(settings) + f"\n{more}"
        for name, content in {**MANIFESTS[host](asked), "READ-ME.txt": told.encode()}.items():
            (folder / name).write_bytes(content)
            written.append(folder / name)
    return written
