"""The settings: one table, read from the environment, each explained in README.md here.

A setting NAME is the variable FOLKMOOT_NAME; PORT may also come as plain PORT, as hosts of
web programs give it.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from environs import Env, EnvError
from marshmallow import ValidationError, validate

from facilitation.context import Pace
from server.engines import ENGINES
from server.hosts import HOSTS
from server.leading import POLICIES

PREFIX = "FOLKMOOT_"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its default (which also says its type) and one sentence of help."""

    default: str | int
    help: str
    least: int = 0
    most: int = 2**31
    choices: tuple[str, ...] = ()


SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {
        "HOST": Setting("0.0.0.0", "The address to listen on. 127.0.0.1: this computer only."),  # noqa: S104
        "PORT": Setting(8000, "The port to listen on; 0 takes a free one.", most=65535),
        "DATA": Setting("data", "The folder in which everything is kept; made when missing."),
        "STORE": Setting(
            "sqlite",
            "Where workshops are kept: `sqlite`, `redis` (for several processes), or `memory` (gone at the end).",
            choices=("memory", "redis", "sqlite"),
        ),
        "REDIS_URL": Setting("redis://127.0.0.1:6379/0", "The Redis that keeps the workshops, with the store `redis`."),
        "REDIS_PEOPLE_URL": Setting("", "Another Redis for names, seats and tokens. Empty: the same."),
        "REDIS_CHECK": Setting(
            "yes", "`no` starts on a Redis that may lose what it answered, or will not say.", choices=("no", "yes")
        ),
        "TEMPLATES": Setting("templates", "The folder with agendas/ and plans/."),
        "PUBLIC_URL": Setting("", "The address people use, such as https://board.example.org."),
        "CREATION_CODE": Setting(
            "", "Asked of those who make a workshop from elsewhere. Empty: one is made at start; `anyone`: none."
        ),
        "EMBED_ORIGINS": Setting("", "Who may show the pages in a frame: origins with spaces between, or empty."),
        "LEADING": Setting(
            "proof",
            "Who leads in a meeting without a key: `proof`: its host, proved; `first-identity`: also the first who is "
            "proved to be who they are and says that they are its host; `open`: the first who comes.",
            choices=tuple(POLICIES),
        ),
        "SUPPORT": Setting("", "A line on where to find help or support locally, shown beside the promises."),
        "BATCH_MS": Setting(20_000, "How often unsigned cards appear in an open step.", least=50),
        "CHECK_MS": Setting(60_000, "How long people may look at their kept worries first."),
        "GRACE_MS": Setting(30_000, "How long after its time a step with `advance: clock` goes on."),
        "CLOSING_MS": Setting(10_000, "How long before its close a vote says so."),
        "RESULT_MS": Setting(60_000, "The time on the clock for a result."),
        "TALK_MS": Setting(120_000, "The time on the clock for talking about a tie."),
        "RUN_OFF_MS": Setting(120_000, "The time on the clock for a run-off."),
        "BALLOT_TICK_MS": Setting(1_000, "How often ballots are written down, shuffled.", least=10),
        "SPREAD_MS": Setting(3_000, "Devices ask for their ballot, and cast it, by chance within so long."),
        "PEOPLE_TICK_MS": Setting(250, "How often names, seats and tokens are written down.", least=10),
        "SEALED_TICK_MS": Setting(250, "The beat while something unseen is being written.", least=10),
        "ROOM_TICK_MS": Setting(5_000, "How often the screens learn who is here.", least=50),
        "HERE_MS": Setting(20_000, "How long somebody still counts as here after a lost connection."),
        "KEEP_PEOPLE_HOURS": Setting(24, "Names, seats and tokens go so many hours after the end.", least=1),
        "KEEP_DAYS": Setting(
            30, "A workshop goes so many days after its end, or after it was last used.", least=1, most=365
        ),
        "ENGINE": Setting("eventlet", "How one process does many things at once.", choices=tuple(ENGINES)),
        "REST": Setting(60, "How long to gather after sending, in hundredths of what it took.", most=1000),
        "RATE": Setting(10, "Commands a second from one connection; more have to wait.", least=1),
        "BURST": Setting(20, "Commands at once from one connection before they have to wait.", least=1),
        "WORKSHOP_RATE": Setting(400, "Commands a second from one workshop together; more have to wait.", least=1),
        "MEMBERS": Setting(1000, "Devices in one workshop at the same time.", least=1),
    }
)
"""Every setting by name."""


def host_variable(host: str, name: str) -> str:
    """The variable of a setting that a meeting program has of its own, such as FOLKMOOT_ZOOM_CLIENT_ID."""
    return f"{PREFIX}{host.upper()}_{name.upper()}"


class BadSetting(ValueError):  # noqa: N818 - named as the thing that is wrong
    """A setting that cannot be used; its text is a sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings as read. Lengths in milliseconds. `hosts`: those of each meeting program, by its name."""

    host: str
    port: int
    data: str
    store: str
    redis_url: str
    redis_people_url: str
    redis_check: str
    templates: str
    public_url: str
    creation_code: str
    embed_origins: tuple[str, ...]
    leading: str
    support: str
    batch_ms: int
    check_ms: int
    grace_ms: int
    closing_ms: int
    result_ms: int
    talk_ms: int
    run_off_ms: int
    ballot_tick_ms: int
    spread_ms: int
    people_tick_ms: int
    sealed_tick_ms: int
    room_tick_ms: int
    here_ms: int
    keep_people_hours: int
    keep_days: int
    engine: str
    rest: int
    rate: int
    burst: int
    workshop_rate: int
    members: int
    hosts: Mapping[str, Mapping[str, str]]

    @property
    def pace(self) -> Pace:
        """The lengths that the rules work with."""
        return Pace(
            closing_ms=self.closing_ms,
            check_ms=self.check_ms,
            result_ms=self.result_ms,
            talk_ms=self.talk_ms,
            run_off_ms=self.run_off_ms,
            grace_ms=self.grace_ms,
        )


def _origin(text: str, name: str) -> str:
    parts = urlsplit(text.rstrip("/"))
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path or parts.query:
        message = f"{PREFIX}{name} must be an address such as https://board.example.org"
        raise BadSetting(message)
    return f"{parts.scheme}://{parts.netloc}"


def _chosen(text: str, name: str, choices: tuple[str, ...]) -> str:
    if choices and text not in choices:
        message = f"{PREFIX}{name} must be one of: {', '.join(choices)}"
        raise BadSetting(message)
    return text


def read(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings from the environment.

    Raises: `BadSetting` with a sentence that names the variable.
    """
    given = dict(os.environ if environ is None else environ)
    if "PORT" in given:
        given.setdefault(f"{PREFIX}PORT", given["PORT"])
    env = _Given(given)
    found: dict[str, Any] = {}
    for name, setting in SETTINGS.items():
        variable = f"{PREFIX}{name}"
        try:
            if isinstance(setting.default, int):
                bounds = validate.Range(setting.least, setting.most)
                found[name.lower()] = env.int(variable, setting.default, validate=bounds)
            else:
                found[name.lower()] = _chosen(env.str(variable, setting.default).strip(), name, setting.choices)
        except (EnvError, ValidationError):
            message = f"{variable} must be a whole number from {setting.least} to {setting.most}"
            raise BadSetting(message) from None
    found["public_url"] = _origin(found["public_url"], "PUBLIC_URL") if found["public_url"] else ""
    embed = found["embed_origins"].split()
    found["embed_origins"] = tuple(_origin(one, "EMBED_ORIGINS") for one in embed)
    found["hosts"] = {
        host: {name: env.str(host_variable(host, name), "").strip() for name in about.settings}
        for host, about in HOSTS.items()
    }
    return Settings(**found)


class _Given(Env):
    """`environs` reading from a given mapping instead of the process's own environment."""

    def __init__(self, given: Mapping[str, str]) -> None:
        super().__init__()
        self._given = given

    def _get_value(self, key: str, default: Any) -> Any:  # noqa: ANN401
        return self._given.get(key, default)
