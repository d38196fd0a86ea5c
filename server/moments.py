"""Moments: where somebody points, a stroke while it is drawn, and where whoever leads asks all to look. Passed on
to the others, and forgotten.

Only where what people write shows at once (`rules.shows_at_once`): elsewhere a hand that moves would tell
who is not writing. Nothing says whose they are, nothing is stored, and any of them may be lost: they come
out of turn for nobody who reads slowly, and never wait beyond one of a kind from each device.
"""

import secrets
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias, cast

import orjson

from facilitation.context import Role
from facilitation.rules import EVERYBODY, LEADERS, shows_at_once
from facilitation.shapes import FARTHEST
from server import transport
from server.carrier import Carrier
from server.groups import Groups, Shared
from server.jsonwire import encoded
from server.live import Live
from server.mailbox import Mailbox
from server.presence import AUDIENCES, EACH_SECOND, Member, group_of
from server.stores.sharing import Sharing

Moment: TypeAlias = Mapping[str, Any]
"""`{"kind": "pointer", "x", "y"}`, or `{"kind": "stroke", "id", "points"}`: x, y and pressure by turns, those
since the last moment of this stroke; or `{"kind": "look", "x", "y", "width", "height"}`, from those who lead:
what everybody is asked to look at. Units of the board."""

TICK_S = 1 / EACH_SECOND
MOST_NUMBERS = 300
LONGEST = 4_096
"""Bytes of one moment."""
FLOOD_S = 5.0
"""Seconds that a device may be ahead of its rate. Who sends more is read from slowly; nobody else is."""
ID = 32


def _number(value: object) -> bool:
    return type(value) is int and -FARTHEST <= value <= FARTHEST


def _size(value: object) -> bool:
    return _number(value) and cast(int, value) > 0


def _id(value: object) -> bool:
    return isinstance(value, str) and len(value) == ID and set(value) <= set("0123456789abcdef")


def _points(value: object) -> bool:
    bounded = isinstance(value, list) and 0 < len(value) <= MOST_NUMBERS and len(value) % 3 == 0
    return bounded and all(map(_number, value))  # type: ignore[call-overload]  # a list, by the line above


SHAPES: Mapping[str, Mapping[str, Callable[[object], bool]]] = {
    "pointer": {"x": _number, "y": _number},
    "stroke": {"id": _id, "points": _points},
    "look": {"x": _number, "y": _number, "width": _size, "height": _size},
}
"""Each kind of moment, with its fields. Nothing else passes."""
SAID_BY: Mapping[str, frozenset[Role]] = {"pointer": EVERYBODY, "stroke": EVERYBODY, "look": LEADERS}
"""Whose moments of each kind are passed on."""


def moment_of(said: object) -> Moment | None:
    """What was said, if it is a moment and nothing besides."""
    if not isinstance(said, dict) or not isinstance(said.get("kind"), str):
        return None
    shape = SHAPES.get(said["kind"])
    if shape is None or set(said) != {"kind", *shape}:
        return None
    return said if all(fits(said[name]) for name, fits in shape.items()) else None


class Moments:
    """Those of all workshops of one server. `loaded(workshop)`: its desk, if it is loaded."""

    def __init__(self, loaded: Callable[[str], Live | None], groups: Groups) -> None:
        self._loaded, self._groups = loaded, groups
        self._waiting: dict[str, dict[tuple[Carrier | str, str], Moment]] = {}
        self._sharing: Sharing | None = None
        self._process = secrets.token_hex(8)

    def _shows(self, workshop: str) -> bool:
        live = self._loaded(workshop)
        return live is not None and shows_at_once(live.desk.workshop)

    def _reach(self, workshop: str) -> list[Carrier]:
        return [one for audience in AUDIENCES.values() for one in self._groups.of(group_of(workshop, audience))]

    def hear(self, carrier: Carrier, member: Member, body: bytes) -> None:
        """One event, `["moment",{…}]`. It takes no turn of a command's and has no answer; what is no moment, or one
        too many, is dropped without a word."""
        wait, workshop = member.gestures.wait(), member.who.workshop
        if wait > FLOOD_S:
            transport.sleep(FLOOD_S)
        if wait or member.who.asks_as not in EVERYBODY:
            return
        try:
            event, said = orjson.loads(body) if len(body) <= LONGEST else ("", None)
        except (ValueError, TypeError):
            return
        moment = moment_of(said) if event == "moment" else None
        said_by = SAID_BY.get(moment["kind"], frozenset()) if moment is not None else frozenset()
        if moment is not None and member.who.asks_as in said_by and self._shows(workshop):
            self._keep(workshop, carrier, moment)

    def _keep(self, workshop: str, sender: Carrier | str, moment: Moment) -> None:
        first = not self._waiting
        kept, key = self._waiting.setdefault(workshop, {}), (sender, str(moment["kind"]))
        kept[key] = _joined(kept.get(key), moment)
        if first:
            transport.spawn(self._flush_soon)

    def _flush_soon(self) -> None:
        transport.sleep(TICK_S)
        waiting, self._waiting = self._waiting, {}
        for workshop, kept in waiting.items():
            if self._shows(workshop):  # the step may have moved on meanwhile
                self._flush(workshop, kept)

    def _flush(self, workshop: str, kept: Mapping[tuple[Carrier | str, str], Moment]) -> None:
        senders = {sender for sender, _ in kept}
        to_all = Shared("moment", _frame(kept.values()))
        for carrier in self._reach(workshop):
            if carrier.is_behind:
                continue
            if carrier not in senders:
                to_all.to(carrier)
            elif others := [one for (sender, _), one in kept.items() if sender is not carrier]:
                Shared("moment", _frame(others)).to(carrier)
        near = [one for (sender, _), one in kept.items() if not isinstance(sender, str)]
        if self._sharing is not None and near:
            self._sharing.pass_on(workshop, b" ".join([self._process.encode(), encoded(_frame(near))]))

    # --- other processes ---------------------------------------------------------------

    def share(self, sharing: Sharing) -> None:
        """Pass them on to other processes too, and hear theirs."""
        mail: Mailbox[tuple[str, bytes]] = Mailbox()
        sharing.overhear(lambda workshop, said: mail.post((workshop, said)))
        self._sharing = sharing
        transport.spawn(self._go_on, mail)

    def _go_on(self, mail: Mailbox[tuple[str, bytes]]) -> None:
        while letters := mail.take():
            for workshop, said in letters:
                self._overheard(workshop, said)

    def _overheard(self, workshop: str, said: bytes) -> None:
        process, _, body = said.partition(b" ")
        if not workshop or process == self._process.encode() or not self._shows(workshop):
            return
        found = [moment_of(one) for one in orjson.loads(body)["moments"]]
        for number, moment in enumerate(one for one in found if one is not None):
            self._keep(workshop, f"{process.decode()} {number}", moment)


def _joined(before: Moment | None, now: Moment) -> Moment:
    """One moment for two of a device and kind: the last pointer; the points of a stroke, as far as there is room."""
    if before is None or now["kind"] != "stroke" or before["id"] != now["id"]:
        return now
    return {**now, "points": [*before["points"], *now["points"]][-MOST_NUMBERS:]}


def _frame(moments: Iterable[Moment]) -> dict[str, list[Moment]]:
    """In an order that tells nothing: that of their bytes."""
    return {"moments": sorted(moments, key=encoded)}
