"""Meeting programs, played around our page in a real browser: each at its own address, for all the browser knows."""

import json

from tests.journeys.settings import BRITISH
from tests.server.zoom_context import context

FRAME = """<!doctype html><html lang="en"><title>A meeting</title>
<style>body{margin:0} iframe{border:0;width:100vw;height:100vh}</style>
<script>%s</script>
<iframe title="Folkmoot" src="%s" allow="clipboard-write"></iframe>"""

ZOOM = """
window.role = %s;
window.heard = [];
const frame = () => document.querySelector("iframe").contentWindow;
const answers = {
  config: () => ({ clientVersion: "6.6.0", runningContext: "inMeeting", product: "web", unsupportedApis: [] }),
  getUserContext: () => ({ role: window.role, screenName: "From Zoom", participantUUID: "p", status: "authorized" }),
  getAppContext: async () => ({ context: await window.newContext(window.role) }),
  sendAppInvitationToAllParticipants: () => ({ invitationUUID: "i" }),
};
window.say = (name, data) => frame().postMessage({ type: "event", name, data }, "*");
addEventListener("message", async ({ data, source }) => {
  if (source !== frame() || window.silent) return;
  const { jsCallId, apiName } = typeof data === "string" ? JSON.parse(data) : data;
  window.heard.push(apiName);
  const result = (await answers[apiName]?.()) ?? { message: "Success" };
  frame().postMessage({ type: "apiResponse", data: { jsCallId, result } }, "*");
});
"""
ROLES = {"host": "host", "coHost": "co-host", "participant": "participant"}

TEAMS = """
window.theme = "default";
window.heard = [];
const frame = () => document.querySelector("iframe").contentWindow;
const runtime = JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {
  pages: {}, meeting: {}, teamsCore: {}, interactive: {}, logs: {} } });
const answers = {
  initialize: () => ["sidePanel", "web", runtime, "2.58.0"],
  getContext: () => [{ locale: "de-de", theme: window.theme, meetingId: "", chatId: %s, userObjectId: "o", tid: "t",
    frameContext: "sidePanel", hostClientType: "web", hostName: "Teams", userDisplayName: "From Teams" }],
  "authentication.getAuthToken": () => [true, %s],
  "meeting.shareAppContentToStage": () => [null, true],
};
window.say = (func, args) => frame().postMessage({ func, args }, "*");
addEventListener("message", ({ data, source }) => {
  if (source !== frame() || window.silent) return;
  window.heard.push([data.func, data.args]);
  const args = answers[data.func]?.();
  if (args) frame().postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, "*");
});
"""


def _around(open_page, address, script, link, **options):
    """A page at the program's own address that has ours in a frame. Nothing of it comes from a network."""
    page = open_page(**(BRITISH | options))
    page.context.route(
        f"{address}**", lambda route: route.fulfill(content_type="text/html", body=FRAME % (script, link))
    )
    page.context.grant_permissions(["local-network-access"])
    return page


def in_zoom(open_page, server, person, meeting, role="participant", *, silent=False, **options):
    """A page of Zoom's web client, with us in the side panel of this meeting."""
    address = "https://app.zoom.us/wc/"
    script = ("window.silent = true;" if silent else "") + ZOOM % json.dumps(role)
    page = _around(open_page, address, script, f"{server.url}/host/zoom", **options)
    page.expose_function("newContext", lambda now: context(person, meeting, ROLES[now]))
    page.goto(address)
    return page


def in_teams(open_page, server, chat, token="", **options):
    """A page of Teams, with us in the side panel of the meeting that this conversation belongs to."""
    address = "https://teams.microsoft.com/v2/"
    script = TEAMS % (json.dumps(chat), json.dumps(token))
    page = _around(open_page, address, script, f"{server.url}/host/teams", **options)
    page.goto(address)
    return page
