"""The sockets: who connects, what is asked, and frames to everybody in an audience.

A handler never waits for the desk: the acknowledgement is sent when the answer is there, so
that one device's commands keep their order and fill one save.
"""

import secrets
from functools import partial
from time import monotonic
from typing import Any

from flask import Flask
from flask_socketio import SocketIO
from socketio import packet
from socketio.exceptions import ConnectionRefusedError as Refuse

from facilitation.commands import WIRE, AddCard
from facilitation.refusals import SENTENCES, Refusal
from server import transport
from server.answers import OK, Answer, Reply, no, of_problem, ok
from server.entering import entered
from server.hall import Hall
from server.jsonwire import Json, JsonPacket
from server.limits import Bucket
from server.people_acts import carry_out
from server.presence import Member
from server.shapes import Farewell, FarewellReason
from server.wire import Problem, parse

LARGEST_MESSAGE = 65_536
PATIENCE = 5.0
MOST_CARDS = 300
MOST_WAITING = 256
UNNAMED_SECONDS = 5.0


class Sockets:
    """All sockets of one hall."""

    def __init__(self, hall: Hall, app: Flask, origins: Any) -> None:  # noqa: ANN401 - see `addresses.Origins`
        self._hall = hall
        self._seen: dict[str, float] = {}
        made = SocketIO(
            app,
            async_mode=transport.MODE,
            async_handlers=False,
            json=Json,
            serializer=JsonPacket,
            cors_allowed_origins=origins,
            cors_credentials=False,
            manage_session=False,
            max_http_buffer_size=LARGEST_MESSAGE,
            http_compression=False,
            ping_interval=25,
            ping_timeout=25,
        )
        self.server = made.server
        # Random throughout: the library's own ids count up.
        self.server.eio.generate_id = partial(secrets.token_urlsafe, 18)
        self.server.on("connect", self._connect)
        self.server.on("disconnect", self._disconnect)
        # The library answers when a handler returns; ours is answered when it is saved.
        self.server._handle_event_internal = self._event  # noqa: SLF001
        hall.emit, hall.dismiss = self._emit, self._dismiss

    def _emit(self, event: str, data: object, group: str) -> None:
        self.server.emit(event, data, to=group)

    # --- coming and going --------------------------------------------------------------

    def _connect(self, sid: str, environ: dict[str, Any], auth: object) -> None:
        token = auth.get("token") if isinstance(auth, dict) else None
        try:
            who = self._hall.companies.who(token) if isinstance(token, str) else None
        except Exception as error:  # noqa: BLE001 - a sentence, never a traceback
            self._hall.failed(error)
            raise self._refused(sid, Refusal.SAVING_PAUSED) from None
        if who is None:
            raise self._refused(sid, Refusal.BAD_TOKEN)
        settings = self._hall.settings
        bucket = Bucket(settings.rate, settings.burst, monotonic)
        self._hall.presence.come(Member(sid, who, str(environ.get("HTTP_HOST", "")), bucket))

    def _refused(self, sid: str, code: Refusal) -> Refuse:
        """Refuse a connection, and close what carries it: the library leaves it open."""
        eio_sid = self.server.manager.eio_sid_from_sid(sid, "/")
        transport.spawn(self._close_soon, eio_sid)
        return Refuse(SENTENCES[code], {"code": code.value, "say": SENTENCES[code]})

    def _close_soon(self, eio_sid: str) -> None:
        transport.sleep(0.5)
        self.server.eio.disconnect(eio_sid)

    def _disconnect(self, sid: str, *_: object) -> None:
        self._hall.presence.go(sid)

    def _dismiss(self, sid: str, farewell: Farewell) -> None:
        eio_sid = self.server.manager.eio_sid_from_sid(sid, "/")
        self.server.emit("farewell", farewell, to=sid)
        self.server.disconnect(sid)
        transport.spawn(self._close_soon, eio_sid)

    def say_goodbye(self) -> None:
        """The server is about to stop."""
        say = "The board is being restarted. It will come back by itself."
        self.server.emit("farewell", Farewell(FarewellReason.SHUTTING_DOWN, say))

    def sweep(self) -> None:
        """Close sockets that named no token in time, and those that no longer listen."""
        known = {eio for room in self.server.manager.rooms.get("/", {}).values() for eio in room.values()}
        seen, now = {}, monotonic()
        for eio_sid, socket in list(self.server.eio.sockets.items()):
            seen[eio_sid] = self._seen.get(eio_sid, now)
            unnamed = eio_sid not in known and now - seen[eio_sid] > UNNAMED_SECONDS
            if unnamed or socket.queue.qsize() > MOST_WAITING:
                transport.spawn(self._close_soon, eio_sid)
        self._seen = seen

    # --- events ------------------------------------------------------------------------

    def _event(self, _server: object, sid: str, eio_sid: str, data: list[Any], _space: str, ack: int | None) -> None:
        member = self._hall.presence.get(sid)
        if member is None:
            return
        reply = partial(self._acknowledge, eio_sid, ack)
        wait = member.bucket.wait()
        if wait > PATIENCE:
            reply(no(Refusal.TOO_FAST))
            return
        if wait:
            transport.sleep(wait)
        try:
            self._handle(member, data[0], data[1] if len(data) > 1 else None, reply)
        except Exception as error:  # noqa: BLE001 - the connection stays, whatever was sent
            self._hall.failed(error)
            reply(no(Refusal.SAVING_PAUSED))

    def _acknowledge(self, eio_sid: str, ack: int | None, answer: Answer) -> None:
        if ack is None:
            return
        try:
            self.server._send_packet(eio_sid, JsonPacket(packet.ACK, namespace="/", id=ack, data=[answer]))  # noqa: SLF001
        except Exception as error:  # noqa: BLE001 - one that has gone must not keep the others waiting
            self._hall.failed(error)

    def _handle(self, member: Member, event: object, data: object, reply: Reply) -> None:
        if event == "enter":
            self._enter(member, reply)
        elif event == "ask":
            self._ask(member, data, reply)
        elif event != "moment":  # accepted and dropped: no step in this version shows any
            reply(no(Refusal.UNKNOWN_COMMAND))

    def _enter(self, member: Member, reply: Reply) -> None:
        live = self._hall.live(member.who.workshop)
        if live is None:
            reply(no(Refusal.NO_SUCH_WORKSHOP))
            return
        self._hall.room_now(member.who.workshop)
        company = self._hall.companies.of(member.who.workshop)
        # From here to the answer nothing yields: no frame is missed and none comes twice.
        self.server.enter_room(member.sid, member.group)
        reply(ok(entered(self._hall, live, company, member)))

    def _ask(self, member: Member, data: object, reply: Reply) -> None:
        command: Any = parse(data)
        if isinstance(command, Problem):
            reply(of_problem(command))
        elif type(command).__name__ not in WIRE:
            transport.spawn(self._people, member, command, reply)
        elif isinstance(command, AddCard) and member.written.get(command.run, 0) >= MOST_CARDS:
            reply(no(Refusal.ENOUGH_CARDS))
        else:
            hear = partial(self._count, member, command.run, reply) if isinstance(command, AddCard) else reply
            self._hall.ask(member.who.workshop, command, member.who.asks_as, hear)

    def _count(self, member: Member, run: str, reply: Reply, answer: Answer) -> None:
        """How many cards one connection has written for one run; kept in memory only."""
        if answer is OK:
            member.written[run] = member.written.get(run, 0) + 1
        reply(answer)

    def _people(self, member: Member, command: object, reply: Reply) -> None:
        try:
            reply(carry_out(self._hall, member.who, command))
        except Exception as error:  # noqa: BLE001 - the connection stays
            self._hall.failed(error)
            reply(no(Refusal.SAVING_PAUSED))
