"""Matrix: the homeserver says whose token it is, and the room who is in it and what they may do there.

Only homeservers that the operator named are ever asked, at the addresses that the operator gave: the name in a
proof comes from the page and chooses among them (an address of its choice would let it use us as its hand).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, urlencode

from server.hosts.identity import (
    FOREIGN,
    FORGED,
    NOT_SET_UP,
    UNREACHABLE,
    Grade,
    HostIdentity,
    HostRole,
    Unproven,
)
from server.hosts.outside import Outside

SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "servers": "Homeservers and their addresses, such as example.org=https://matrix.example.org, spaces between.",
        "token": "The access token of an administrator of the homeserver, or of a bot that is in the rooms.",
    }
)
LEADS = 50
"""The power level of moderators."""
CREATORS_LEAD = 12
"""From this version of rooms on creators stand above all levels, and in no list of them (MSC4289)."""
MOST_LETTERS = 400
LASTING_MS = 3_600_000
OK, DENIED = 200, 401


@dataclass(frozen=True, slots=True)
class Room:
    """What a room says of one person: `membership`, and whether they lead."""

    membership: str
    leads: bool


def verify(proof: Mapping[str, str], outside: Outside) -> HostIdentity | Unproven:
    """Who opened us in a Matrix room. `proof`: `token` of OpenID and the name of its `server`; `room`, `widget`."""
    servers = dict(one.split("=", 1) for one in outside.settings.get("servers", "").split() if "=" in one)
    name, room, widget = proof.get("server", ""), proof.get("room", ""), proof.get("widget", "")
    if not servers:
        return NOT_SET_UP
    if name not in servers:
        return FOREIGN
    if not room.startswith("!") or any(len(one) > MOST_LETTERS for one in (room, widget, proof.get("token", ""))):
        return FORGED
    base = servers[name].rstrip("/")
    try:
        person = _person(base, name, proof.get("token", ""), outside)
        if isinstance(person, Unproven):
            return person
        access = outside.settings.get("token", "")
        found = _room(base, room, person, access, outside) if access else None
    except (OSError, ValueError, RecursionError):
        return UNREACHABLE
    meeting, ends = f"{room}|{widget}", outside.now + LASTING_MS
    if found is None:
        return HostIdentity("matrix", "", person, meeting, "", HostRole.MEMBER, Grade.IDENTITY, "", "", ends)
    if found.membership != "join":
        return FORGED
    role = HostRole.HOST if found.leads else HostRole.MEMBER
    return HostIdentity("matrix", "", person, meeting, "", role, Grade.FULL, "", "", ends)


def _person(base: str, name: str, token: str, outside: Outside) -> str | Unproven:
    """Whose token this is; the homeserver can only speak for its own people."""
    asked = f"{base}/_matrix/federation/v1/openid/userinfo?{urlencode({'access_token': token})}"
    status, body = outside.fetch(asked, {})
    if status == DENIED:
        return FORGED
    said: Any = json.loads(body) if status == OK else None
    person = said.get("sub") if isinstance(said, dict) else None
    if not isinstance(person, str):
        return UNREACHABLE
    return person if person.startswith("@") and person.endswith(f":{name}") else FORGED


def _room(base: str, room: str, person: str, access: str, outside: Outside) -> Room | None:
    """What the room says of somebody, or None where nobody lets us ask."""
    headers = {"Authorization": f"Bearer {access}"}
    for path in ("_synapse/admin/v1/rooms/{}/state", "_matrix/client/v3/rooms/{}/state"):
        status, body = outside.fetch(f"{base}/{path.format(quote(room, safe=''))}", headers)
        if status == OK:
            said = json.loads(body)
            return said_of(said["state"] if isinstance(said, dict) else said, person)
    return None


def said_of(state: list[Mapping[str, Any]], person: str) -> Room:
    """What the state of a room says of somebody (Matrix specification, 11.2, and MSC4289)."""
    events = {(one.get("type"), one.get("state_key", "")): one for one in state if isinstance(one, dict)}
    member = events.get(("m.room.member", person), {}).get("content", {})
    create = events.get(("m.room.create", ""), {})
    powers = events.get(("m.room.power_levels", ""), {}).get("content", {})
    version = str(create.get("content", {}).get("room_version", "1"))
    creators = {create.get("sender"), *create.get("content", {}).get("additional_creators", [])}
    if version.isdigit() and int(version) >= CREATORS_LEAD and person in creators:
        return Room(str(member.get("membership", "")), leads=True)
    level = powers.get("users", {}).get(person, powers.get("users_default", 0))
    return Room(str(member.get("membership", "")), leads=isinstance(level, int) and level >= LEADS)
