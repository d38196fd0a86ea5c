"""The operator's backups: everything, what nobody sees yet included, so always sealed with a secret.

What people take home is made from views (`exports/`) and holds nothing of the kind.
"""

import os
import secrets
from io import BytesIO
from pathlib import Path

import orjson

from server.sealing import CannotUnseal, seal, unseal
from server.settings import Settings
from server.stores.copies import FILES, CannotCopy, put_back, take_copies
from server.stores.folder import Folder
from server.stores.store import StoreError

SHORTEST = 12
"""Characters of a passphrase; shorter ones are guessed, whatever a guess costs."""


class BackupError(Exception):
    """Its text is a sentence for the operator."""


def secret_of(key: Path, *, make: bool) -> tuple[bytes, bool]:
    """What stands in a file of a key, and whether it was made just now. `make`: where it is missing.

    Raises: `BackupError`.
    """
    try:
        if make and not key.exists():
            with os.fdopen(os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_hex(32) + "\n")
            return secret_of(key, make=False)[0], True
        secret = key.read_bytes().strip()
    except OSError as error:
        raise BackupError(f"The key {key} cannot be read or made ({error.strerror}).") from None
    return long_enough(secret), False


def long_enough(secret: bytes) -> bytes:
    """The secret itself. Raises: `BackupError` when it could be guessed."""
    if len(secret) < SHORTEST:
        raise BackupError(f"A passphrase or key needs at least {SHORTEST} characters.")
    return secret


def _place(settings: Settings) -> Path:
    if settings.store != "sqlite":
        raise BackupError(f"These commands copy the store sqlite; this server uses {settings.store}.")
    return Path(settings.data).expanduser().resolve()


def back_up(settings: Settings, to: Path, secret: bytes) -> int:
    """Write a sealed copy of everything to the new file `to`; a server may run meanwhile. Answers its size.

    Raises: `BackupError`.
    """
    try:
        copies = take_copies(_place(settings))
    except CannotCopy as error:
        raise BackupError(str(error)) from None
    head = orjson.dumps({name: len(copies[name]) for name in FILES})
    whole = b"\n".join([head, b"".join(copies[name] for name in FILES)])
    part = to.with_name(f"{to.name}.part")
    try:
        if to.exists():
            raise BackupError(f"{to} is there already. Name another file; old backups are not written over.")
        with os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as file:
            seal(whole, secret, file)
            file.flush()
            os.fsync(file.fileno())
            file.seek(0)
            if unseal(file, secret) != whole:
                raise BackupError("What was written could not be read back. There is no backup.")
        part.replace(to)
    except (OSError, CannotUnseal) as error:
        raise BackupError(f"The backup cannot be written to {to} ({error}).") from None
    finally:
        part.unlink(missing_ok=True)
    return to.stat().st_size


def restore(settings: Settings, file: Path, secret: bytes, *, replace: bool) -> None:
    """Put a backup in place of what is stored; no server may run. `replace`: also where something is.

    The next start has a new epoch, so devices offer again what they sent in the last minute.
    Raises: `BackupError`; nothing has changed then, unless the disk failed in the middle.
    """
    place = _place(settings)
    try:
        with file.open("rb") as sealed:
            whole = unseal(sealed, secret)
        head, _, rest = whole.partition(b"\n")
        sizes, content = orjson.loads(head), BytesIO(rest)
        copies = {name: content.read(sizes[name]) for name in FILES}
        folder = Folder(str(place))
        try:
            put_back(folder.path, copies, replace=replace)
        finally:
            folder.close()
    except OSError as error:
        raise BackupError(f"The backup {file} cannot be read ({error.strerror}).") from None
    except (CannotUnseal, StoreError) as error:
        raise BackupError(str(error)) from None
