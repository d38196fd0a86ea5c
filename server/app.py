"""Where the parts meet, and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from flask import Flask
from whitenoise import WhiteNoise

from server import neighbours, pages, transport
from server.addresses import Addresses
from server.admission import Admission
from server.agendas import load_agendas
from server.caretaker import forget_people, rest, wake
from server.check_routes import token_in
from server.checking import Checking
from server.creation import Creators
from server.forgetting import Forgetting
from server.gate import MOST_BYTES
from server.hall import Hall
from server.headers import HASHED, Headers
from server.host_routes import HOST_ROUTES
from server.host_world import HostWorld
from server.log import Log
from server.luggage import Luggage
from server.moving import Moving
from server.patience import Patience
from server.picture_keeping import PictureKeeping
from server.plans import load_plan_templates
from server.routes import Routes
from server.settings import Settings
from server.sockets import Sockets
from server.stores import STORES, Stores, open_redis
from server.stores.store import StoreError

SWEEP_SECONDS = 1.0
REST_SECONDS = 60.0
WATCH_SECONDS = 1.0
SETTLE_SECONDS = 2.0
HOUR_SECONDS = 3600.0
PICTURE_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Application:
    """A whole server, ready to be served. `wsgi`: what a web server calls."""

    wsgi: Callable[..., Any]
    hall: Hall
    sockets: Sockets
    creators: Creators
    forgetting: Forgetting
    luggage: Luggage

    def start(self) -> None:
        """Set going what goes on by itself: ticks, alarms, forgetting."""
        settings = self.hall.settings
        _every(settings.people_tick_ms / 1000, self.hall.companies.flush, self.hall)
        _every(settings.room_tick_ms / 1000, self.hall.show_rooms, self.hall)
        _every(WATCH_SECONDS, partial(self.hall.saver.watch, self.hall.show_rooms, self.hall.failed), self.hall)
        _every(SWEEP_SECONDS, self.sockets.sweep, self.hall)
        _every(REST_SECONDS, partial(rest, self.hall), self.hall)
        _every(SWEEP_SECONDS, self.luggage.sweep, self.hall)
        _every(SETTLE_SECONDS, self.forgetting.settle, self.hall)
        _every(REST_SECONDS, self.forgetting.sweep, self.hall)
        _every(HOUR_SECONDS, self.forgetting.sweep_people, self.hall)
        pictures = PictureKeeping(self.hall)
        _every(PICTURE_SECONDS, pictures.look, self.hall)
        _every(HOUR_SECONDS / 2, pictures.sweep, self.hall)
        _every(HOUR_SECONDS, partial(forget_people, self.hall), self.hall)
        neighbours.start(self.hall, _every)
        if self.hall.stores.sharing is not None:
            self.sockets.moments.share(self.hall.stores.sharing)
        transport.spawn(wake, self.hall)
        transport.spawn(forget_people, self.hall)
        transport.spawn(self.forgetting.finish)
        if self.hall.stores.sharing is not None:  # another process may have started one, and have ended
            _every(REST_SECONDS, partial(wake, self.hall), self.hall)

    def knows(self, environ: dict[str, Any]) -> bool:
        """Whether a request comes with a token of somebody here."""
        try:
            return self.hall.companies.who(token_in(environ)) is not None
        except StoreError as error:
            self.hall.failed(error)
            return False

    def stop(self) -> None:
        """Say good-bye, write down what waits, let go of the files."""
        self.sockets.say_goodbye()
        transport.sleep(0.2)
        self.hall.companies.flush()
        self.hall.stores.close()


def _every(seconds: float, work: Callable[[], object], hall: Hall) -> None:
    def go_on() -> None:
        while True:
            transport.sleep(seconds)
            try:
                work()
            except Exception as error:  # noqa: BLE001 - a tick that fails is followed by the next
                hall.failed(error)

    transport.spawn(go_on)


def _opened(settings: Settings) -> Stores:
    """The stores that the settings name. Raises: `stores.store.CannotOpen`."""
    if settings.store == "redis":
        return open_redis(settings.redis_url, settings.redis_people_url, check=settings.redis_check == "yes")
    return STORES[settings.store](settings.data)


def create_app(settings: Settings, addresses: Addresses, log: Log) -> Application:
    """A server with these settings.

    Raises: `stores.store.CannotOpen`, `template_file.TemplateError`, `BadSetting`.
    """
    templates = Path(settings.templates)
    plans = load_plan_templates(templates)
    agendas = load_agendas(templates)
    stores = _opened(settings)
    hall = Hall(settings, stores, agendas, addresses, log)
    app = Flask("folkmoot", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    app.logger.handlers, app.logger.propagate = [], True
    creators = Creators(settings, addresses)
    luggage = Luggage(hall.now, stores.sharing)
    moving = Moving(hall, luggage)
    world = HostWorld.made(hall.now, settings.public_url, settings.hosts, stores.secret, luggage)
    forgetting = Forgetting(hall)
    admission = Admission(hall, world, forgetting)
    patience = Patience(proxied=bool(settings.public_url))
    Routes(hall, plans, creators, patience, Checking(hall), moving, admission).register(app)
    for more in HOST_ROUTES.values():
        more(app, world)
    pages.register(app, settings)
    sockets = Sockets(hall, app, addresses.may_speak)
    if pages.STATIC.is_dir():
        files = WhiteNoise(
            app.wsgi_app,
            immutable_file_test=lambda _path, url: bool(HASHED.match(url)),
            mimetypes={".webmanifest": "application/manifest+json"},
        )
        files.add_files(str(pages.STATIC), prefix="static/")
        app.wsgi_app = files  # type: ignore[method-assign]  # this is how Flask is wrapped
    https = settings.public_url.startswith("https://")
    headers = Headers(app, addresses.may_open, embed=settings.embed_origins, https=https)
    return Application(headers, hall, sockets, creators, forgetting, luggage)
