"""The HTTP interface as one table: each call, what it takes and what it replies.

Flask's routes and the OpenAPI page are both made from `CALLS`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from server.admitted import Admit, Admitted
from server.bundle import Bundle, EndMove, FinishMove, Moved, OfferMove, TakeMove
from server.paper import Cast
from server.picture_replies import PictureReply
from server.shapes import (
    About,
    AgendaReply,
    Created,
    CreateWorkshop,
    Join,
    Joined,
    OpenAsFacilitator,
    OpenAsScreen,
    Seated,
    StartCheck,
    TakeSeat,
    WorkshopReply,
)
from server.verify.result import CheckReply


@dataclass(frozen=True, slots=True)
class Call:
    """One HTTP call. `takes`: the body, or None. `many`: it replies a list.
    `raw`: the body is a file as it is."""

    method: str
    path: str
    name: str
    what: str
    takes: type[Any] | None = None
    replies: type[Any] | None = None
    many: bool = False
    status: int = 200
    raw: bool = False


_WORKSHOP = "/api/workshops/<workshop>"
_PICTURES = f"{_WORKSHOP}/pictures"

CALLS: tuple[Call, ...] = (
    Call("GET", "/api/about", "about", "What this server is.", replies=About),
    Call("GET", "/api/agendas", "agendas", "The agendas to choose from.", replies=AgendaReply, many=True),
    Call("GET", "/api/plans", "plan_templates", "The plan templates, with their fields."),
    Call("POST", "/api/workshops", "create", "Make a workshop.", CreateWorkshop, Created, status=201),
    Call("POST", "/api/join", "join", "Find the workshop of a join code.", Join, Joined),
    Call("GET", _WORKSHOP, "workshop", "What whoever holds the link may know.", replies=WorkshopReply),
    Call("POST", f"{_WORKSHOP}/seats", "take_seat", "Take a seat.", TakeSeat, Seated, status=201),
    Call("POST", f"{_WORKSHOP}/facilitators", "facilitate", "Lead.", OpenAsFacilitator, Seated, status=201),
    Call("POST", f"{_WORKSHOP}/screens", "open_screen", "Be a room screen.", OpenAsScreen, Seated, status=201),
    Call("POST", "/api/hosts/<host>/admit", "admit", "Come in from a meeting program.", Admit, Admitted),
    Call("POST", f"{_WORKSHOP}/moves", "offer_move", "Leave a sealed bundle.", OfferMove, Moved, status=201),
    Call("POST", "/api/moves/take", "take_move", "Fetch it, once.", TakeMove, Bundle),
    Call("POST", f"{_WORKSHOP}/moves/finish", "finish_move", "The place moves here.", FinishMove, Moved),
    Call("POST", f"{_WORKSHOP}/moves/end", "end_move", "Call it off.", EndMove, Moved),
    Call("GET", f"{_WORKSHOP}/qr.svg", "qr", "The participants' link as a QR code."),
    Call("POST", f"{_WORKSHOP}/ballots/<ballot>/cast", "cast", "Put a ballot in, with no identity.", Cast),
    Call("GET", f"{_WORKSHOP}/exports/<ending>", "export", "The plan as a file; `template` says which."),
    Call("POST", _PICTURES, "add_picture", "Take a picture in.", replies=PictureReply, raw=True, status=201),
    Call("GET", f"{_PICTURES}/<picture>", "picture", "A picture that lies on the board."),
    Call("POST", f"{_WORKSHOP}/check", "start_check", "Check this server.", StartCheck, CheckReply, status=202),
    Call("GET", f"{_WORKSHOP}/check", "check", "How far the check is, and its report.", replies=CheckReply),
    Call("GET", "/api/openapi.json", "openapi", "This description."),
    Call("GET", "/healthz", "healthz", "Whether the process lives."),
    Call("GET", "/readyz", "readyz", "Whether workshops can be loaded and saved."),
)
"""Every HTTP call."""


def calls_by_name() -> Mapping[str, Call]:
    """Every HTTP call by its name."""
    return {call.name: call for call in CALLS}
