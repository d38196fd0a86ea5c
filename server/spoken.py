"""Everything that is asked and replied beside commands and views, by name: for the TypeScript."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from server.admitted import Admit, Admitted
from server.bundle import Bundle, EndMove, FinishMove, Moved, OfferMove, TakeMove
from server.paper import Cast
from server.picture_replies import PictureReply
from server.shapes import (
    About,
    AgendaReply,
    BeatData,
    Created,
    CreateWorkshop,
    Device,
    Farewell,
    Invitation,
    Join,
    Joined,
    OpenAsFacilitator,
    OpenAsScreen,
    PaceEntry,
    Seated,
    StartCheck,
    TakeSeat,
    WorkshopReply,
)
from server.verify.result import CheckReply, Finding

REQUESTS: Mapping[str, type[Any]] = MappingProxyType(
    {one.__name__: one for one in (CreateWorkshop, Join, TakeSeat, OpenAsFacilitator, OpenAsScreen, StartCheck, Cast)}
    | {one.__name__: one for one in (OfferMove, TakeMove, FinishMove, EndMove, Admit)}
)
"""What is asked over HTTP, by name."""

REPLIES: Mapping[str, type[Any]] = MappingProxyType(
    {one.__name__: one for one in (About, AgendaReply, Created, Joined, WorkshopReply, Seated, Finding, CheckReply)}
    | {one.__name__: one for one in (PictureReply, Invitation, PaceEntry, BeatData, Device, Farewell, Bundle, Moved)}
    | {Admitted.__name__: Admitted}
)
"""What is replied over HTTP or sent over the socket, by name; `Entered` has a typed view."""
