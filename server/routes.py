"""The HTTP calls: each checks what it takes, asks the hall, and replies.

Nothing here reads a cookie. The ballot's call reads no token either, and looks at no address.
"""

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import orjson
import segno
from flask import Flask, Response, request

from facilitation.commands import CastBallot
from facilitation.refusals import Refusal, Refused
from facilitation.room import Room
from facilitation.rules import Audience, may_export
from facilitation.view import view
from server import transport
from server.admission import Admission
from server.admit_routes import AdmitRoutes
from server.agenda_replies import offered
from server.answers import no
from server.api import Call, calls_by_name
from server.ballots import is_genuine
from server.checking import Checking
from server.creation import Creators
from server.entrance import Entrance, problem
from server.hall import Hall, Live
from server.move_routes import MoveRoutes
from server.moving import Moving
from server.openapi import describe
from server.paper import Cast
from server.patience import Patience
from server.picture_routes import PictureRoutes
from server.plans import LoadedPlan, document
from server.plans import describe as describe_plan
from server.protocol import PROTOCOL_VERSION
from server.replies import STATUS, reply
from server.secret import hash_of
from server.shapes import (
    About,
    CreateWorkshop,
    Join,
    Joined,
    OpenAsFacilitator,
    OpenAsScreen,
    TakeSeat,
    WorkshopReply,
)
from server.stores.store import StoreError
from server.version import VERSION
from server.wire import Problem, load, schema_of

ID = re.compile(r"[0-9a-f]{32}")


@dataclass
class Routes(PictureRoutes, MoveRoutes, AdmitRoutes):
    """The calls of one hall, by the names of `api.CALLS`."""

    hall: Hall
    plans: Mapping[str, LoadedPlan]
    creators: Creators
    patience: Patience
    checking: Checking
    moving: Moving
    admission: Admission

    def register(self, app: Flask) -> None:
        """Give Flask a rule for each call."""
        for name, call in calls_by_name().items():
            app.add_url_rule(call.path, name, self._handler(call), methods=[call.method])

    def _handler(self, call: Call) -> Callable[..., Response]:
        act: Callable[..., Response] = getattr(self, call.name)
        schema = None if call.takes is None else schema_of(call.takes)

        def handle(**parts: str) -> Response:
            if "workshop" in parts and not ID.fullmatch(parts["workshop"]):
                return reply(problem(Refusal.NO_SUCH_WORKSHOP))
            try:
                if schema is None or call.takes is None:
                    return act(**parts)
                asked = load(schema, call.takes, _body())
                return reply(asked) if isinstance(asked, Problem) else act(asked, **parts)
            except StoreError as error:
                self.hall.failed(error)
                return reply(problem(Refusal.SAVING_PAUSED))

        return handle

    # --- this server -------------------------------------------------------------------

    def about(self) -> Response:
        """What this server is."""
        creation = self.creators.asked_of(request.environ)
        return reply(About(PROTOCOL_VERSION, creation, VERSION, self.hall.addresses.passed_on))

    def agendas(self) -> Response:
        """The agendas to choose from."""
        return reply(offered(self.hall.agendas, request.args.get("language", "")))

    def plan_templates(self) -> Response:
        """The plan templates: what each asks for."""
        return reply([describe_plan(plan.spoken(request.args.get("language", ""))) for plan in self.plans.values()])

    def openapi(self) -> Response:
        """The description of all this."""
        return reply(describe())

    def healthz(self) -> Response:
        """The process lives."""
        return reply({"ok": True})

    def readyz(self) -> Response:
        """Workshops can be loaded and saved."""
        self.hall.offload(self.hall.store.find_code, "00000000")
        self.hall.offload(self.hall.stores.people.overdue, 0)
        return reply({"ok": True})

    # --- coming in ---------------------------------------------------------------------

    def create(self, asked: CreateWorkshop) -> Response:
        """Make a workshop."""
        if asked.creation_code and self.patience.is_over("creation"):
            return reply(problem(Refusal.TOO_FAST))
        if not self.creators.may(request.environ, asked.creation_code):
            self.patience.missed("creation")
            say = "This server asks for a code to make a workshop. It is shown where the server was started."
            return reply(Problem(Refusal.BAD_KEY, say, "creation_code"))
        return reply(Entrance(self.hall).create(asked), 201)

    def join(self, asked: Join) -> Response:
        """Find the workshop of a join code."""
        if self.patience.is_over("join"):
            return reply(problem(Refusal.TOO_FAST))
        workshop = Entrance(self.hall).find(asked.code)
        if workshop is None:
            self.patience.missed("join")
            return reply(problem(Refusal.BAD_CODE))
        return reply(Joined(workshop))

    def workshop(self, workshop: str) -> Response:
        """What whoever holds the link may know: the title, and whether it goes on."""
        live = self.hall.live(workshop)
        if live is None:
            return reply(problem(Refusal.NO_SUCH_WORKSHOP))
        entry: Any = live.desk.entries(Audience.PARTICIPANT)["workshop"]
        return reply(WorkshopReply(workshop, entry.title, entry.state, entry.language))

    def take_seat(self, asked: TakeSeat, workshop: str) -> Response:
        """Take a seat."""
        return reply(Entrance(self.hall).take_seat(workshop, asked.name), 201)

    def facilitate(self, asked: OpenAsFacilitator, workshop: str) -> Response:
        """Open the workshop as facilitator."""
        if asked.recovery_code and self.patience.is_over("recovery"):
            return reply(problem(Refusal.TOO_FAST))
        seated = Entrance(self.hall).open_as_facilitator(workshop, asked)
        if isinstance(seated, Problem) and asked.recovery_code:
            self.patience.missed("recovery")
        return reply(seated, 201)

    def open_screen(self, asked: OpenAsScreen, workshop: str) -> Response:
        """Open the room screen."""
        return reply(Entrance(self.hall).open_as_screen(workshop, asked.key), 201)

    def qr(self, workshop: str) -> Response:
        """The participants' link as a picture."""
        if self.hall.live(workshop) is None:
            return reply(problem(Refusal.NO_SUCH_WORKSHOP))
        url = f"{self.hall.addresses.seen_from(request.host)}/w/{workshop}"
        out = io.BytesIO()
        segno.make(url, error="m").save(out, kind="svg", scale=8, border=2, light="#fff", xmldecl=False)
        return Response(out.getvalue(), mimetype="image/svg+xml")

    # --- ballots and documents ---------------------------------------------------------

    def cast(self, asked: Cast, workshop: str, ballot: str) -> Response:
        """Put a ballot in. Who sent it is not looked at."""
        live = self.hall.live(workshop)
        found = None if live is None else live.desk.workshop.ballots.get(ballot)
        if live is not None and not (found and found.private_key) and self.hall.current(workshop):
            found = live.desk.workshop.ballots.get(ballot)  # another process may have opened it just now
        if live is None or found is None:
            return _answered(no(Refusal.NO_SUCH_BALLOT))
        if not found.private_key:
            return _answered(no(Refusal.BALLOT_NOT_OPEN))
        if not is_genuine(found.public_key, asked, workshop, ballot):
            return _answered(no(Refusal.BAD_SIGNATURE))
        command = CastBallot(ballot, hash_of(asked.nullifier), asked.rev, asked.allocation)
        return _answered(transport.wait_for(lambda hear: _cast(live, command, hear)))

    def export(self, workshop: str, ending: str) -> Response:
        """The plan as a file, for whoever is in the workshop and may have it."""
        who = self.who()
        live = self.hall.current(workshop)
        if who is None or live is None or who.workshop != workshop:
            return reply(problem(Refusal.NO_SUCH_WORKSHOP if live is None else Refusal.BAD_TOKEN))
        entries = view(live.desk.workshop, Room(), Audience.RECORD).entries
        head: Any = entries["workshop"]
        if not may_export(who.asks_as, participants_may_export=head.participants_may_export):
            return reply(problem(Refusal.EXPORT_NOT_ALLOWED))
        date = datetime.now(UTC).date().isoformat()
        template = request.args.get("template", "")
        pictures = self.pictures_in(workshop, entries)
        made = self.hall.offload(document, self.plans, entries, ending, template, date, pictures)
        if isinstance(made, Refused):
            return reply(Problem(made.code, made.say))
        named = f"attachment; filename*=UTF-8''{quote(made.name)}"
        return Response(made.content, content_type=made.media_type, headers={"Content-Disposition": named})


def _cast(live: Live, command: CastBallot, hear: Callable[..., None]) -> None:
    live.beat.cast(command, hear)
    live.bell.ring()


def _answered(answer: Mapping[str, Any]) -> Response:
    code = answer.get("code")
    status = 200 if code is None else STATUS.get(Refusal(code), 409)
    return reply(answer, status)


def _body() -> object:
    """The JSON that was sent, or None where it is none, or was not sent as such.

    Pages of other origins may send plain text here unasked, but not JSON.
    """
    if request.mimetype != "application/json":
        return None
    try:
        return orjson.loads(request.get_data(cache=False))
    except orjson.JSONDecodeError:
        return None
