"""The folder that holds a server's two files: private, writable, and used by one server."""

import fcntl
import os
from pathlib import Path

from server.stores.store import CannotOpen


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

    def close(self) -> None:
        """Let another server have the folder. Once more does nothing."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1
