"""The sockets: who connects, what is asked, and frames to everybody in an audience.

A handler never waits for the desk: the acknowledgement is sent when the answer is there, so
that one device's commands keep their order and fill one save.
"""

import secrets
from functools import partial
from time import monotonic
from typing import Any

import orjson
from flask import Flask
from flask_socketio import SocketIO
from socketio.exceptions import ConnectionRefusedError as Refuse

from facilitation.commands import WIRE, AddCard
from facilitation.moderation import SLOW_SECONDS
from facilitation.refusals import SENTENCES, Refusal
from server import transport
from server.answers import OK, Answer, Reply, no, of_problem
from server.carrier import LARGEST_MESSAGE, Carrier
from server.door import Door
from server.entering import Entrance
from server.envelopes import Envelopes
from server.groups import Groups, Shared
from server.hall import Hall
from server.jsonwire import Json, JsonPacket, encoded
from server.limits import Bucket, Turns
from server.moments import Moments
from server.people_acts import carry_out
from server.presence import Member
from server.shapes import Farewell, FarewellReason
from server.veil import unveiled
from server.wire import Problem, parse

PATIENCE = 5.0
MOST_CARDS = 300
AT_A_TIME = 20
LONGEST_ACK = 16
"""Digits of an acknowledgement's number."""
MOMENT = b'["moment",'
ANSWER_OK = encoded(OK)


class Sockets:
    """All sockets of one hall."""

    def __init__(self, hall: Hall, app: Flask, origins: Any) -> None:  # noqa: ANN401 - see `addresses.Origins`
        self._hall = hall
        self._groups, self._envelopes = Groups(), Envelopes()
        self._entrance = Entrance(hall)
        self.moments = Moments(hall.loaded, self._groups)
        self._carriers: dict[str, Carrier] = {}
        self._turns = Turns(SLOW_SECONDS, monotonic)
        self._door = Door(hall.settings.members, hall.settings.workshop_rate, proxied=bool(hall.settings.public_url))
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
        eio = self.server.eio
        # Random throughout: the library's own ids count up.
        eio.generate_id = partial(secrets.token_urlsafe, 18)
        transport.fit(eio)
        eio.start_service_task = False  # `sweep` looks after them
        self._door.open(eio, self._hear)
        self.server.on("connect", self._connect)
        self.server.on("disconnect", self._disconnect)
        hall.emit, hall.dismiss = self._groups.show, self._dismiss
        hall.together = self._envelopes.together

    # --- coming and going --------------------------------------------------------------

    def _connect(self, sid: str, environ: dict[str, Any], auth: object) -> None:
        carrier: Carrier = self.server.eio.sockets[self.server.manager.eio_sid_from_sid(sid, "/")]
        token = auth.get("token") if isinstance(auth, dict) else None
        try:
            who = self._hall.companies.who(token) if isinstance(token, str) else None
        except Exception as error:  # noqa: BLE001 - a sentence, never a traceback
            self._hall.failed(error)
            raise self._refused(carrier, Refusal.SAVING_PAUSED) from None
        if who is None:
            raise self._refused(carrier, Refusal.BAD_TOKEN)
        if not self._door.come_in(who.workshop, who.place.id):
            raise self._refused(carrier, Refusal.WORKSHOP_FULL)
        settings = self._hall.settings
        bucket = Bucket(settings.rate, settings.burst, monotonic)
        member = Member(sid, who, str(environ.get("HTTP_HOST", "")), bucket)
        carrier.let_in(member)
        self._carriers[sid] = carrier
        self._hall.presence.come(member)

    def _refused(self, carrier: Carrier, code: Refusal) -> Refuse:
        """Refuse a connection, and close what carries it: the library leaves it open."""
        transport.spawn(self._close_soon, carrier)
        return Refuse(SENTENCES[code], {"code": code.value, "say": SENTENCES[code]})

    def _close_soon(self, carrier: Carrier) -> None:
        transport.sleep(0.5)
        carrier.end()

    def _disconnect(self, sid: str, *_: object) -> None:
        member = self._hall.presence.go(sid)
        carrier = self._carriers.pop(sid, None)
        if member is not None and carrier is not None:
            self._door.go_out(member.who.workshop, member.who.place.id)
            self._groups.leave(member.group, carrier)

    def _dismiss(self, sid: str, farewell: Farewell) -> None:
        carrier = self._carriers.get(sid)
        if carrier is not None:
            Shared("farewell", farewell).to(carrier)
            self.server.disconnect(sid)
            transport.spawn(self._close_soon, carrier)

    def say_goodbye(self) -> None:
        """The server is about to stop."""
        say = "The board is being restarted. It will come back by itself."
        farewell = Shared("farewell", Farewell(FarewellReason.SHUTTING_DOWN, say))
        for carrier in list(self._carriers.values()):
            farewell.to(carrier)

    def sweep(self) -> None:
        """Look after each connection: close those that named no token in time, or do not listen.

        A few at a time, over a second: a thousand who answer at once would hold up everybody.
        """
        carriers = list(self.server.eio.sockets.values())
        for turn, carrier in enumerate(carriers, 1):
            if turn % AT_A_TIME == 0:
                transport.sleep(AT_A_TIME / len(carriers))
            try:
                carrier.look_after(monotonic())
            except Exception as error:  # noqa: BLE001 - one broken connection must not keep the others waiting
                self._hall.failed(error)
        transport.hang_up_on_the_slow()

    # --- events ------------------------------------------------------------------------

    def _hear(self, carrier: Carrier, tail: bytes) -> bool:
        """One event, `7["ask",{…}]`; False: it is none, and the library may look at it."""
        member: Member | None = carrier.member
        number, _, _ = tail.partition(b"[")
        if member is None or len(number) > LONGEST_ACK or (number and not number.isdigit()):
            return False
        if tail.startswith(MOMENT, len(number)):
            self.moments.hear(carrier, member, tail[len(number) :])
            return True
        reply = partial(self._acknowledge, carrier, number)
        wait = max(member.bucket.wait(), self._door.flood(member.who.workshop))
        if wait > PATIENCE:
            reply(no(Refusal.TOO_FAST))
            transport.sleep(PATIENCE)  # said once; what comes behind it is not read meanwhile
            return True
        if wait:
            transport.sleep(wait)
        try:
            said = orjson.loads(tail[len(number) :])
            event, data = said[0], said[1] if len(said) > 1 else None
        except (ValueError, TypeError, IndexError):
            reply(no(Refusal.BAD_FIELD))
            return True
        try:
            if event == "enter":
                self._enter(carrier, member, number, reply)
            else:
                self._handle(member, event, data, reply)
        except Exception as error:  # noqa: BLE001 - the connection stays, whatever was sent
            self._hall.failed(error)
            reply(no(Refusal.SAVING_PAUSED))
        return True

    def _handle(self, member: Member, event: object, data: object, reply: Reply) -> None:
        if event == "ask":
            self._ask(member, data, reply)
        else:
            reply(no(Refusal.UNKNOWN_COMMAND))

    def _enter(self, carrier: Carrier, member: Member, number: bytes, reply: Reply) -> None:
        live = self._hall.live(member.who.workshop)
        if live is None:
            reply(no(Refusal.NO_SUCH_WORKSHOP))
            return
        self._hall.room_now(member.who.workshop)
        company = self._hall.companies.of(member.who.workshop)
        # From here to the answer nothing yields: no frame is missed and none comes twice.
        if not carrier.closed:
            self._groups.join(member.group, carrier)
            before, whole, after = self._entrance.answer(live, company, member)
            carrier.say_whole(b"3" + number + b"[" + before, whole, after + b"]")

    def _ask(self, member: Member, data: object, reply: Reply) -> None:
        command: Any = parse(unveiled(data))
        if isinstance(command, Problem):
            reply(of_problem(command))
        elif type(command).__name__ not in WIRE:
            transport.spawn(self._people, member, command, reply)
        elif isinstance(command, AddCard) and member.written.get(command.run, 0) >= MOST_CARDS:
            reply(no(Refusal.ENOUGH_CARDS))
        elif isinstance(command, AddCard) and self._too_soon(member, command):
            reply(no(Refusal.SLOW_ROOM))
        else:
            if isinstance(command, AddCard):
                # Counted when asked: all could be asked before the first is answered. In memory only.
                member.written[command.run] = member.written.get(command.run, 0) + 1
            hear = partial(self._counted, member, command.run, reply) if isinstance(command, AddCard) else reply
            self._hall.ask(member.who.workshop, command, member.who.asks_as, hear)

    def _counted(self, member: Member, run: str, reply: Reply, answer: Answer) -> None:
        """One that was refused does not count."""
        if answer is not OK:
            member.written[run] -= 1
            self._turns.give_back(member.who.place.id)
        reply(answer)

    def _too_soon(self, member: Member, command: AddCard) -> bool:
        """Whether the room is slowed and this device has had its turn; what is there already is only asked again."""
        live = self._hall.live(member.who.workshop)
        if live is None or not live.desk.workshop.head.slow:
            return False
        known = command.id in live.desk.workshop.cards or command.id in live.desk.workshop.gone
        return not known and not self._turns.take(member.who.place.id)

    def _people(self, member: Member, command: object, reply: Reply) -> None:
        try:
            reply(carry_out(self._hall, member.who, command))
        except Exception as error:  # noqa: BLE001 - the connection stays
            self._hall.failed(error)
            reply(no(Refusal.SAVING_PAUSED))

    def _acknowledge(self, carrier: Carrier, number: bytes, answer: Answer) -> None:
        """Answer an ask; one without a number wants no answer, and who has gone needs none."""
        if number and not carrier.closed:
            body = ANSWER_OK if answer is OK else encoded(answer)
            self._envelopes.say(carrier, b"3" + number + b"[" + body + b"]")
