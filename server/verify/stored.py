"""What the server has stored, read as bytes by somebody who does not trust it."""

import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from server.addresses import is_loopback
from server.settings import Settings
from server.stores.store import StoreError
from server.verify.search import forms

if TYPE_CHECKING:
    from server.stores.redis_line import Lines

CONTENT, PEOPLE, LOG = "content", "people", "log"
BLOCK, OVERLAP = 8_000_000, 4_000
STORED_FORMS = 3
"""Of `search.forms`: both halves, and the bytes that an id stands for. What is stored is written by our codec."""
PEOPLE_KEYS = ("people", "company", "places", "tokens", "until", "claims", "turn", "here")
LOOK = 0.25


@dataclass(frozen=True, slots=True)
class Block:
    """Some bytes. `part`: content, people, or log (of Redis, where everything stands). `name`: of what."""

    part: str
    name: str
    data: bytes


class Stored(Protocol):
    """A store that can be read from here."""

    @property
    def what(self) -> str:
        """What it is, for people."""

    def blocks(self) -> Iterator[Block]:
        """All bytes of it, as far as they can be read."""


@dataclass(frozen=True)
class Files:
    """The two files of the store `sqlite`, and what SQLite keeps beside them."""

    folder: Path
    what: str = "the two SQLite files and what lies beside them"

    def blocks(self) -> Iterator[Block]:
        """Files that go while we read are no longer there: nothing is in them."""
        names = "\n".join(sorted(path.name for path in self.folder.iterdir()))
        yield Block(LOG, "the names of files", names.encode())
        for part in (CONTENT, PEOPLE):
            for path in sorted(self.folder.glob(f"{part}.sqlite3*")):
                with suppress(FileNotFoundError):
                    yield from _read(part, path)


def _read(part: str, path: Path) -> Iterator[Block]:
    """A file, piece by piece; each piece begins with the end of the one before."""
    tail = b""
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield Block(part, path.name, tail + block)
            tail = (tail + block)[-OVERLAP:]


@dataclass(frozen=True)
class Redis:
    """Everything under `folkmoot:` in Redis, and its log where that is on this computer and may be read."""

    urls: tuple[str, ...]
    what: str = "all keys of Redis, and its log where it can be read from here"

    def blocks(self) -> Iterator[Block]:
        """Raises: `StoreError`, `OSError`."""
        from server.stores.redis_line import Lines  # noqa: PLC0415 - only who keeps workshops in Redis waits for it

        for url in dict.fromkeys(self.urls):
            lines = Lines(url, check=False)
            try:
                cursor = b"0"
                while True:
                    ((cursor, keys),) = lines.ask(("SCAN", cursor, "MATCH", "folkmoot:*", "COUNT", 500))
                    for key in keys:
                        yield _value(lines, key)
                    if cursor == b"0":
                        break
                if is_loopback(urlsplit(url).hostname or ""):
                    for path in _logs(lines):
                        yield from _read(LOG, path)
            finally:
                lines.close()


READS = {
    b"hash": ("HGETALL", ()),
    b"set": ("SMEMBERS", ()),
    b"zset": ("ZRANGE", (0, -1)),
    b"list": ("LRANGE", (0, -1)),
    b"stream": ("XRANGE", ("-", "+")),
    b"string": ("GET", ()),
}


def _value(lines: "Lines", key: bytes) -> Block:
    """What stands under a key. Gone meanwhile: nothing."""
    (kind,) = lines.ask(("TYPE", key))
    name = key.decode(errors="replace")
    part = PEOPLE if name.split(":")[1] in PEOPLE_KEYS else CONTENT
    if kind not in READS:
        return Block(part, name, key)
    command, rest = READS[kind]
    (value,) = lines.ask((command, key, *rest))
    return Block(part, name, key + b"\n" + b"\n".join(_flat(value)))


def _flat(value: object) -> Iterator[bytes]:
    if isinstance(value, list):
        for one in value:
            yield from _flat(one)
    elif isinstance(value, bytes):
        yield value


def _logs(lines: "Lines") -> list[Path]:
    """The files that Redis writes, if they can be found and read from here."""
    with suppress(StoreError, OSError):
        (said,) = lines.ask(("CONFIG", "GET", "*dir*"))
        told = dict(zip(said[::2], said[1::2], strict=True))
        folder = Path(told[b"dir"].decode())
        logs = told.get(b"appenddirname", b"").decode() or "appendonlydir"
        files = [*folder.glob(f"{logs}/*"), *folder.glob("*.rdb")]
        return [path for path in sorted(files) if path.is_file()]
    return []


def store_of(settings: Settings) -> Stored | None:
    """The store that these settings name, or None: one that keeps nothing."""
    if settings.store == "redis":
        return Redis((settings.redis_url, settings.redis_people_url or settings.redis_url))
    return Files(Path(settings.data)) if settings.store == "sqlite" else None


def where(stored: Stored, words: Iterable[str], parts: tuple[str, ...] = ()) -> dict[str, set[str]]:
    """Which of these words are stored, each with the parts it is in. Raises: `StoreError`, `OSError`."""
    wanted = {word: forms(word)[:STORED_FORMS] for word in words}
    there: dict[str, set[str]] = {}
    for block in stored.blocks():
        if not parts or block.part in parts:
            for word, shapes in wanted.items():
                if any(shape in block.data for shape in shapes):
                    there.setdefault(word, set()).add(block.part)
    return there


def gone_in(stored: Stored, words: list[str], seconds: float, parts: tuple[str, ...] = ()) -> dict[str, set[str]]:
    """The same after a while: some of it goes on a tick, and Redis writes its log anew beside everything else."""
    until = time.monotonic() + seconds
    while (left := where(stored, words, parts)) and time.monotonic() < until:
        time.sleep(LOOK)
    return left


def orders_in(stored: Stored, ids: Iterable[str], parts: tuple[str, ...] = (CONTENT,)) -> dict[str, list[str]]:
    """These ids in the order in which they stand first in each file or key that has all of them."""
    wanted = list(ids)
    first: dict[str, dict[str, int]] = {}
    passed: dict[str, int] = {}
    for block in stored.blocks():
        if block.part in parts:
            begin, seen = passed.get(block.name, 0), first.setdefault(block.name, {})
            for one in wanted:
                at = block.data.find(one.encode())
                if at >= 0:
                    seen.setdefault(one, begin + at)
            passed[block.name] = begin + len(block.data)
    return {name: sorted(seen, key=seen.__getitem__) for name, seen in first.items() if len(seen) == len(wanted)}
