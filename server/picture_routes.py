"""The calls about pictures: taken in where something may be drawn, given out where an item in one's view shows them."""

from collections.abc import Mapping

from flask import Response, request

from facilitation.canvas import ItemKind
from facilitation.canvas_commands import AddItem
from facilitation.canvas_entries import ItemEntry
from facilitation.refusals import Refusal
from facilitation.rules import may
from server.check_routes import CheckRoutes
from server.entrance import problem
from server.live import Live
from server.people import Who
from server.picture_keeping import is_named
from server.picture_replies import PictureReply
from server.pictures import MOST_BYTES, BadPicture, made_anew, media_type
from server.presence import AUDIENCES
from server.replies import reply
from server.secret import new_id
from server.wire import Problem

NO_PICTURE = "This picture is not on the board any more."
FULL = "There is no room for more pictures in this workshop. Remove one first."


class PictureRoutes(CheckRoutes):
    """A part of `Routes`."""

    def add_picture(self, workshop: str) -> Response:
        """Take a picture in. An item that names it shows it to the others; one that none names goes after an hour."""
        who, live = self.who(), self.hall.current(workshop)
        kept_out = self._may_not_add(who, live, workshop)
        if kept_out is not None:
            return reply(kept_out)
        request.max_content_length = MOST_BYTES
        try:
            picture = self.hall.offload(made_anew, request.get_data(cache=False))
        except BadPicture as error:
            return reply(Problem(Refusal.BAD_FIELD, str(error), "picture"))
        name = new_id()
        if not self.hall.offload(self.hall.stores.pictures.keep, workshop, name, picture.body):
            return reply(Problem(Refusal.BOARD_FULL, FULL))
        return reply(PictureReply(name, picture.width, picture.height), 201)

    def _may_not_add(self, who: Who | None, live: Live | None, workshop: str) -> Problem | None:
        if live is None:
            return problem(Refusal.NO_SUCH_WORKSHOP)
        if who is None or who.workshop != workshop:
            return problem(Refusal.BAD_TOKEN)
        now = live.desk.workshop
        refused = may(now, AddItem(workshop, now.head.run, ItemKind.PICTURE, 0, 0), who.asks_as)
        return None if refused is None else Problem(refused.code, refused.say)

    def pictures_in(self, workshop: str, entries: Mapping[str, object]) -> dict[str, bytes]:
        """The pictures that are on the board in this view, by name."""
        names = {str(entry.file) for entry in entries.values() if isinstance(entry, ItemEntry) and entry.file}
        kept = {name: self.hall.offload(self.hall.stores.pictures.read, workshop, name) for name in sorted(names)}
        return {name: body for name, body in kept.items() if body is not None}

    def picture(self, workshop: str, picture: str) -> Response:
        """Give a picture out, as it lies on the board for whoever asks."""
        who, live = self.who(), self.hall.live(workshop)
        if live is None or who is None or who.workshop != workshop:
            return reply(problem(Refusal.NO_SUCH_WORKSHOP if live is None else Refusal.BAD_TOKEN))
        audience = AUDIENCES[who.role]
        seen = is_named(live.desk.entries(audience), picture)
        if not seen and self.hall.current(workshop):  # another process may have put it there just now
            seen = is_named(live.desk.entries(audience), picture)
        body = self.hall.offload(self.hall.stores.pictures.read, workshop, picture) if seen else None
        if body is None:
            return reply(Problem(Refusal.NO_SUCH_ITEM, NO_PICTURE))
        return Response(body, content_type=media_type(body), headers={"Content-Disposition": "inline"})
