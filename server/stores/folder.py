"""The folder that holds a server's two files: private, writable, and used by one server."""

import fcntl
import os
import secrets
from pathlib import Path

from server.stores.store import CannotOpen

LENGTH = 32


class Folder:
    """A folder of which this process is the only user until `close`, or until it dies."""

    def __init__(self, place: str) -> None:
        """Make the folder if need be, and take its lock.

        Raises: `CannotOpen` with a sentence.
        """
        self.path = Path(place).expanduser().resolve()
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock = os.open(self.path / "folkmoot.lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise CannotOpen(
                f"The folder {self.path} cannot be written to ({error.strerror}). Choose another folder "
                "for the data, or let the user that runs this server write there."
            ) from None
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # the kernel lets go when we die
        except OSError:
            os.close(self._lock)
            raise CannotOpen(
                f"Another Folkmoot server is using the folder {self.path}. "
                "Stop that one first, or choose another folder for the data."
            ) from None

    def secret(self) -> bytes:
        """The 32 bytes that only this folder holds; made at the first start. In no backup: it tells which meetings
        there were. Raises: `CannotOpen`."""
        path = self.path / "folkmoot.secret"
        try:
            if not path.exists():
                new = path.with_suffix(".new")
                new.unlink(missing_ok=True)
                with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                    file.write(secrets.token_bytes(LENGTH))
                    file.flush()
                    os.fsync(file.fileno())
                new.rename(path)
            found = path.read_bytes()
        except OSError as error:
            raise CannotOpen(f"The file {path} cannot be read or made ({error.strerror}).") from None
        if len(found) != LENGTH:
            raise CannotOpen(f"The file {path} is damaged. Take it away: a new one is made at the next start.")
        return found

    def close(self) -> None:
        """Let another server have the folder. Once more does nothing."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1
