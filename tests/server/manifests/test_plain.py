"""The files of the other programs: whole, of this server alone, and only what our page asks for."""

import json
import re
from pathlib import Path

import pytest

from server.hosts import HOSTS
from server.manifests import plain
from server.manifests.ids import asked

ASKED = asked("https://board.example.org", {})
CLIENT = Path(__file__).parents[3] / "client/src/hosts"


@pytest.mark.parametrize("host", ["zoom", "meet", "webex", "matrix", "jitsi"])
def test_every_address_is_of_this_server_and_of_the_page_of_this_program(host):
    said = b"\n".join(getattr(plain, host)(ASKED).values()).decode()
    assert {one.split("/")[2] for one in re.findall(r"https://[^\s\"',]+", said)} == {"board.example.org"}
    assert f"/host/{host}" in said
    assert host in HOSTS


def test_zoom_is_asked_for_just_what_the_page_uses():
    used = re.search(r"const ASKS: Apis\[\] = \[(.*?)\]", (CLIENT / "zoom.ts").read_text(), re.DOTALL)[1]
    assert re.findall(r'"(\w+)"', used) == plain.ZOOM_ASKS
    manifest = json.loads(plain.zoom(ASKED)["manifest.json"])["manifest"]
    assert manifest["features"]["domain_allow_list"][0]["domain"] == "board.example.org"
    assert manifest["features"]["in_client_feature"]["guest_mode"]["enable"] is True


def test_the_side_panel_of_meet_stands_on_an_origin_that_is_named():
    web = json.loads(plain.meet(ASKED)["deployment.json"])["addOns"]["meet"]["web"]
    assert [web["sidePanelUrl"].startswith(origin) for origin in web["addOnOrigins"]] == [True]


def test_what_element_fills_in_stands_behind_the_hash_where_no_log_sees_it():
    widget = json.loads(plain.matrix(ASKED)["widget.json"])
    before, _, behind = widget["url"].partition("#")
    assert "$" not in before
    assert {"room", "widgetId", "theme", "lang"} <= {part.partition("=")[0] for part in behind.split("&")}
    assert widget["waitForIframeLoad"] is False
