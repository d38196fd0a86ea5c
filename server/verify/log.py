"""What the rehearsal left in the server's log, where whoever runs the check names its file."""

import re
from hashlib import sha256
from ipaddress import IPv6Address
from pathlib import Path

from server.verify.evidence import Evidence
from server.verify.result import Seen, broken, held, unknown
from server.verify.search import found as found_in

OLD = re.compile(rb"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}\b", re.IGNORECASE)
"""Four numbers; or four to eight groups, as also a network card has."""
NEW = re.compile(rb"[0-9a-f:]*::[0-9a-f:]*(?:(?<=:)(?:\d{1,3}\.){3}\d{1,3})?", re.IGNORECASE)
"""With groups left out, such as ::1 (RFC 5952)."""


class LogFile:
    """A log from now on."""

    def __init__(self, path: Path) -> None:
        """Raises: `OSError`."""
        self._path = path
        self._from = path.stat().st_size

    def since(self) -> bytes:
        """What has been written since. Raises: `OSError`."""
        with self._path.open("rb") as file:
            if self._path.stat().st_size >= self._from:
                file.seek(self._from)
            return file.read()


def addresses(log: bytes) -> list[bytes]:
    """The addresses in some bytes, of either kind."""
    return OLD.findall(log) + [one for one in NEW.findall(log) if _is_address(one)]


def _is_address(word: bytes) -> bool:
    try:
        IPv6Address(word.decode())
    except ValueError:
        return False
    return True


def in_log(found: Evidence) -> Seen:
    """Whether any words, names, keys or addresses came into the log."""
    if found.log is None:
        return unknown("Name the file with --log to have it read: only whoever runs the server knows where it is.")
    story = found.story
    cards = [part for one in (*story.cards, *story.taken_back) for part in (one.id, one.word)]
    hashes = [sha256(one.encode()).hexdigest() for one in (*story.tokens, *story.nullifiers)]
    words = [*cards, *story.never, *story.people, *story.tokens, *story.keys, *story.edit_keys, *story.nullifiers]
    there = found_in(found.log, [*words, *hashes, *story.signatures])
    of_devices = addresses(found.log)
    if there or of_devices:
        told = f"{len(there)} words, names or keys and {len(of_devices)} addresses"
        return broken(f"{told} are in the {len(found.log):,} bytes that were written to it meanwhile.")
    return held(f"{len(found.log):,} bytes were written to it meanwhile, with none of {len(words)} of these.")
