"""The files of the other meeting programs: JSON, and lines to copy."""

import json
from collections.abc import Mapping
from typing import Any

from server.manifests.ids import Asked

ZOOM_ASKS = [
    "getAppContext",
    "getUserContext",
    "sendAppInvitationToAllParticipants",
    "onMyUserContextChange",
    "onRunningContextChange",
    "onMeeting",
    "onAppVisibilityChange",
]
MATRIX_URL = (
    "{}/host/matrix#room=$matrix_room_id&user=$matrix_user_id&widgetId=$matrix_widget_id"
    "&theme=$org.matrix.msc2873.client_theme&lang=$org.matrix.msc2873.client_language"
)


def _json(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, indent=2) + "\n").encode()


def zoom(asked: Asked) -> Mapping[str, bytes]:
    """The manifest of a general app in Zoom's marketplace."""
    home = f"{asked.url}/host/zoom"
    sign_in = {"development_redirect_uri": home, "production_redirect_uri": home, "oauth_allow_list": [home]}
    features = {
        "products": ["ZOOM_MEETING"],
        "development_home_uri": home,
        "production_home_uri": home,
        "domain_allow_list": [{"domain": asked.domain, "explanation": "The board itself; nothing else is loaded."}],
        "in_client_feature": {
            "zoom_app_api": {"enable": True, "zoom_app_apis": ZOOM_ASKS},
            "guest_mode": {"enable": True, "enable_test_guest_mode": True},
            "in_client_oauth": {"enable": False},
            "collaborate_mode": {"enable": False},
        },
        "zoom_client_support": {"mobile": {"enable": True}, "pwa_client": {"enable": True}},
    }
    manifest = {
        "display_information": {
            "display_name": "Folkmoot",
            "description": "A whiteboard that carries a group through a workshop.",
            "long_description": "Ideas are written at the same moment, unsigned, and the group leaves with a plan.",
        },
        "oauth_information": {
            "usage": "USER_OPERATION",
            "strict_mode": True,
            "subdomain_strict_mode": True,
            "scopes": [{"scope": "zoomapp:inmeeting", "optional": False}],
            **sign_in,
        },
        "features": features,
    }
    return {"manifest.json": _json({"manifest": manifest})}


def meet(asked: Asked) -> Mapping[str, bytes]:
    """The deployment of an add-on for Google Meet. Its side panel keeps the query that Meet writes into the address."""
    icon = f"{asked.url}/static/icon-192.png"
    web = {
        "sidePanelUrl": f"{asked.url}/host/meet",
        "supportsScreenSharing": False,
        "addOnOrigins": [asked.url],
        "logoUrl": icon,
    }
    return {
        "deployment.json": _json({"addOns": {"common": {"name": "Folkmoot", "logoUrl": icon}, "meet": {"web": web}}})
    }


def webex(asked: Asked) -> Mapping[str, bytes]:
    """What to fill in at Webex's developer portal: it takes no file."""
    lines = [
        "Name: Folkmoot",
        "Where it opens: Meeting",
        f"Start page: {asked.url}/host/webex",
        f"Valid domains: {asked.domain}",
        "Personal data: yes (the name and the id, so that everybody gets one place; they are not kept with content)",
    ]
    return {"form.txt": ("\n".join(lines) + "\n").encode()}


def matrix(asked: Asked) -> Mapping[str, bytes]:
    """The two state events that put the widget into a room and to its top."""
    widget = {
        "type": "m.custom",
        "name": "Folkmoot",
        "url": MATRIX_URL.format(asked.url),
        "data": {"title": "Workshop"},
        "waitForIframeLoad": False,
    }
    layout = {"widgets": {"folkmoot": {"container": "top", "index": 0, "width": 100, "height": 60}}}
    return {"widget.json": _json(widget), "layout.json": _json(layout)}


def jitsi(asked: Asked) -> Mapping[str, bytes]:
    """Lines for Jitsi's two files of settings."""
    meet_js = f"config.etherpad_base = '{asked.url}/host/jitsi/';\nconfig.openSharedDocumentOnJoin = false;\n"
    jicofo = "jicofo.conference.shared-document.use-random-name = true\n"
    return {"config.js": meet_js.encode(), "jicofo.conf": jicofo.encode()}
