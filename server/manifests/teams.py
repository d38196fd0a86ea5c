"""The app package for Microsoft Teams: a manifest and two icons in a zip."""

import io
import json
import uuid
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from server.manifests.ids import Asked
from server.version import VERSION

ICON = Path(__file__).parents[1] / "static" / "icon-512.png"
LARGE, SMALL = 192, 32
WHEN = (1980, 1, 1, 0, 0, 0)
CONTEXTS = ["personalTab", "privateChatTab", "meetingChatTab", "meetingDetailsTab", "meetingSidePanel", "meetingStage"]
RESOURCES = ["MeetingStage.Write.Chat", "OnlineMeeting.ReadBasic.Chat"]


def manifest(asked: Asked) -> Mapping[str, Any]:
    """The manifest, version 1.23: side panel, stage, tabs before and after, guests without an account."""
    client = asked.of("teams", "client_id", str(uuid.uuid5(uuid.NAMESPACE_URL, f"{asked.url}#teams")))
    tab = {
        "entityId": "folkmoot",
        "name": "Folkmoot",
        "contentUrl": f"{asked.url}/host/teams",
        "websiteUrl": f"{asked.url}/",
        "scopes": ["personal", "groupChat"],
        "context": CONTEXTS,
    }
    return {
        "$schema": "https://developer.microsoft.com/en-us/json-schemas/teams/v1.23/MicrosoftTeams.schema.json",
        "manifestVersion": "1.23",
        "version": VERSION,
        "id": client,
        "developer": {
            "name": "Folkmoot",
            "websiteUrl": f"{asked.url}/",
            "privacyUrl": f"{asked.url}/who-can-see",
            "termsOfUseUrl": f"{asked.url}/who-can-see",
        },
        "name": {"short": "Folkmoot", "full": "Folkmoot: think together, one way at a time"},
        "description": {
            "short": "A whiteboard that carries a group through a workshop.",
            "full": "Ideas are written at the same moment, unsigned; worries are kept for later; dots are placed in "
            "secret; and the group leaves with a plan.",
        },
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#1E5B47",
        "staticTabs": [tab],
        "validDomains": [asked.domain],
        "webApplicationInfo": {
            "id": client,
            "resource": asked.of("teams", "resource", f"api://{asked.domain}/{client}"),
        },
        "authorization": {
            "permissions": {"resourceSpecific": [{"name": name, "type": "Delegated"} for name in RESOURCES]}
        },
        "meetingExtensionDefinition": {"supportsAnonymousGuestUsers": True, "supportsCustomShareToStage": True},
        "showLoadingIndicator": False,
    }


def package(asked: Asked) -> bytes:
    """The whole package; the same again for the same server. Raises: `OSError` where the screens are not built."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in (
            ("manifest.json", json.dumps(manifest(asked), indent=2).encode()),
            ("color.png", _icon(LARGE, outline=False)),
            ("outline.png", _icon(SMALL, outline=True)),
        ):
            file.writestr(zipfile.ZipInfo(name, WHEN), content)
    return out.getvalue()


def _icon(size: int, *, outline: bool) -> bytes:
    """Our sign in this size; `outline`: white on nothing, as Teams wants its small one."""
    with Image.open(ICON) as drawn:
        picture = drawn.convert("RGBA").resize((size, size), Image.Resampling.LANCZOS)
    if outline:
        white = Image.new("RGBA", (size, size), (255, 255, 255, 255))
        white.putalpha(picture.getchannel("A"))
        picture = white
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
