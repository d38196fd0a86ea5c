"""The check from its start to its end: a scratch workshop on a running server, and the report."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from server.demo.calls import DeclinedError, UnreachableError, call
from server.settings import Settings
from server.verify.agenda import TITLE, fitting
from server.verify.checks import LIMITS, all_held, judged
from server.verify.evidence import Evidence
from server.verify.gathering import Gathering, StoppedError
from server.verify.log import LogFile
from server.verify.look import Look
from server.verify.rehearsal import Rehearsal
from server.verify.report import FORMS, Report, markdown
from server.verify.stored import store_of

NO_STORE = "This server keeps workshops in memory only: there is nothing stored to look at."
NO_AGENDA = "No agenda here has unseen ideas, a step for worries and a vote, so there is nothing to rehearse."


class CannotCheckError(Exception):
    """The check could not even begin; its text says why."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """`code`: what the server asks of those who make a workshop. `report`, `log`: files, or none.

    `made`: the scratch workshop, where the server has made it itself.
    """

    url: str
    code: str = ""
    report: Path | None = None
    log: Path | None = None
    made: Mapping[str, str] | None = None


def made_on(url: str, code: str) -> Mapping[str, str]:
    """A new scratch workshop. Raises: `CannotCheckError`, `DeclinedError`, `UnreachableError`."""
    agenda = fitting(call(f"{url}/api/agendas"))
    if not agenda:
        raise CannotCheckError(NO_AGENDA)
    asked = {"agenda": agenda, "title": TITLE, "creation_code": code, "scratch": True}
    made: Mapping[str, str] = call(f"{url}/api/workshops", asked)
    return made


def gathered(wishes: Wishes, settings: Settings, say: Callable[[str], object]) -> Evidence:
    """What the rehearsal brings home. Raises: `CannotCheckError`, `UnreachableError`, `DeclinedError`, `OSError`."""
    found = Evidence(wishes.url)
    log = LogFile(wishes.log) if wishes.log else None
    made = wishes.made or made_on(wishes.url, wishes.code)
    look = Look(found, made["workshop"], store_of(settings), NO_STORE)
    try:
        with Gathering(found, made) as gathering:
            Rehearsal(gathering, look, say).run()
    except (StoppedError, DeclinedError, UnreachableError) as error:
        found.stopped = str(error)
    found.log = log.since() if log else None
    return found


def checked(wishes: Wishes, settings: Settings, say: Callable[[str], object]) -> Report:
    """The report. Raises: as `gathered`."""
    found = gathered(wishes, settings, say)
    about: dict[str, Any] = call(f"{wishes.url}/api/about")
    when = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    return Report(about["public_url"] or wishes.url, about["version"], when, judged(found), LIMITS)


def run_verify(wishes: Wishes, settings: Settings) -> int:
    """Check, print the report and write it down. Returns the exit code: 0 where every promise held."""

    def say(words: str) -> None:
        sys.stderr.write(f"{words}\n")

    try:
        report = checked(wishes, settings, say)
        if wishes.report:
            wishes.report.write_text(FORMS[wishes.report.suffix](report), encoding="utf-8")
    except (CannotCheckError, DeclinedError, UnreachableError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(markdown(report))
    return 0 if all_held(report.results) else 1


def run_for_server(wishes: Wishes, settings: Settings) -> int:
    """The same for the server that has started us: the results as JSON on standard output."""
    os.nice(10)  # others' workshops come first
    try:
        report = checked(wishes, settings, lambda _words: None)
    except (CannotCheckError, DeclinedError, UnreachableError, OSError) as error:
        sys.stdout.write(orjson.dumps({"problem": str(error)}).decode())
        return 1
    page = FORMS[".html"](report)
    sys.stdout.write(orjson.dumps({"results": report.results, "limits": report.limits, "page": page}).decode())
    return 0
