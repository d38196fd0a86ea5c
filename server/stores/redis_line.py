"""The lines to one Redis: opened when needed, used by one caller at a time, dropped when in doubt.

Nothing is ever sent twice by itself: a command whose answer did not come may have been
carried out, and only its sender knows how to ask. The library's own pool would try again.
"""

import re
import secrets
from collections import deque
from collections.abc import Sequence
from typing import Any, TypeAlias

from redis.backoff import NoBackoff
from redis.connection import Connection, parse_url
from redis.exceptions import ConnectionError as LineError
from redis.exceptions import RedisError, ResponseError
from redis.exceptions import TimeoutError as LineTimeout
from redis.retry import Retry

from server.stores.redis_scripts import EPOCH, LOADED, digest
from server.stores.store import CannotOpen, OutcomeUnknown, Unavailable

Command: TypeAlias = tuple[str | bytes | int, ...]

PATIENCE = 2.0
"""Seconds to wait for one answer."""

ASKED = {
    "appendonly": "yes",
    "appendfsync": "always",
    "maxmemory-policy": "noeviction",
    "slowlog-log-slower-than": "-1",
}
"""What Redis has to be set to, so that an answer means that it is on the disk, and no list of slow
commands holds people's words."""


class Lines:
    """Connections to the Redis at `url`. `epoch`: another one once its data may have been set back."""

    def __init__(self, url: str, *, check: bool = True, patience: float = PATIENCE) -> None:
        """`check`: refuse a Redis that could forget what it answered. `patience`: seconds. Raises: `CannotOpen`."""
        self._patience = patience
        self._idle: deque[Connection] = deque()
        self._run, self.epoch = "", ""
        self._closed = False
        self.owes_scrub = False
        """Whether the log of Redis is still to be written anew."""
        self.rests_until = 0.0
        """When Redis may be asked next for what is owed, by the monotonic clock."""
        self.renewed: tuple[tuple[str, str], int] = (("", ""), 0)
        """Since which start of Redis and which forgetting, and what was written anew since (`redis_scrub.settle`)."""
        try:
            self._options = dict(parse_url(url))
        except ValueError as error:
            raise CannotOpen(f"FOLKMOOT_REDIS_URL is not the address of a Redis ({error}).") from None
        self._kind: Any = self._options.pop("connection_class", Connection)
        self._named = f"{self._options.get('host', 'this machine')}:{self._options.get('port', '')}"
        try:
            if check:
                self._check()
            self.ask(("PING",))
        except Unavailable as error:
            self.close()
            raise CannotOpen(f"The Redis at {self._named} cannot be used ({error}).") from None
        except CannotOpen:
            self.close()
            raise

    def _check(self) -> None:
        (found,) = self.ask(("CONFIG", "GET", "*a*"))
        have = dict(zip([one.decode() for one in found[::2]], [one.decode() for one in found[1::2]], strict=True))
        wrong = [f"{name} {value}" for name, value in ASKED.items() if have.get(name) != value]
        if wrong:
            raise CannotOpen(
                f"The Redis at {self._named} could lose what it said was kept, or keeps a list of slow commands, "
                "with people's words. Set: "
                f"{', '.join(wrong)}. FOLKMOOT_REDIS_CHECK=no starts all the same."
            )

    # --- asking ------------------------------------------------------------------------

    def ask(self, *commands: Command, writes: bool = False) -> list[Any]:
        """The answers to all of them, in order, sent in one go.

        `writes`: without an answer they may have been carried out.
        Raises: `Unavailable`, with `writes` also `OutcomeUnknown`.
        """
        line = self._take()
        try:
            answers = exchange(line, commands)
        except (RedisError, OSError) as error:
            line.disconnect()
            broken = OutcomeUnknown if writes else Unavailable
            raise broken(f"The line to Redis broke ({type(error).__name__}).") from error
        except BaseException:
            line.disconnect()
            raise
        self._give_back(line)
        refused = [one for one in answers if isinstance(one, ResponseError)]
        if refused:
            self._run = ""  # scripts may have been thrown away: the next line brings them again
            self._drop_idle()
            code = str(refused[0]).partition(" ")[0]  # what follows may repeat what was sent
            some = writes and len(refused) < len(answers)
            raise (OutcomeUnknown if some else Unavailable)(f"Redis refused ({type(refused[0]).__name__} {code}).")
        return answers

    def run(self, script: str, keys: Sequence[str], *args: str | bytes | int) -> Command:
        """The command that runs one of the loaded scripts."""
        return ("EVALSHA", digest(script), len(keys), *keys, *args)

    # --- lines -------------------------------------------------------------------------

    def _take(self) -> Connection:
        while self._idle:
            try:
                line = self._idle.pop()
            except IndexError:  # another thread was faster
                break
            try:
                if not line.can_read(0):
                    return line
            except (RedisError, OSError):
                pass
            line.disconnect()  # Redis hung up, or something is left on it that nobody asked for
        return self.open()

    def _give_back(self, line: Connection) -> None:
        if self._closed:
            line.disconnect()
        else:
            self._idle.append(line)

    def open(self) -> Connection:
        """A line of one's own; whoever has it hangs up. Raises: `Unavailable`."""
        line: Connection = self._kind(
            **{
                **self._options,
                "socket_timeout": self._patience,
                "socket_connect_timeout": self._patience,
                "protocol": 2,
                "retry": Retry(NoBackoff(), 0),
                "driver_info": None,
            }
        )
        try:
            line.connect()
            self._greet(line)
        except (RedisError, OSError) as error:
            line.disconnect()
            raise Unavailable(f"Redis does not answer ({type(error).__name__}).") from error
        return line

    def _greet(self, line: Connection) -> None:
        """Learn which start of Redis this is. After another one its data may be older: a new epoch."""
        (said,) = _sure(exchange(line, [("INFO", "server")]))
        found = re.search(rb"run_id:(\w+)", said)
        run = found[1].decode() if found else ""
        if run != self._run or not self.epoch:
            scripts: list[Command] = [("SCRIPT", "LOAD", one) for one in LOADED]
            epoch: Command = ("EVAL", EPOCH, 1, "folkmoot:epoch", run, secrets.token_hex(16))
            self.epoch = _sure(exchange(line, [*scripts, epoch]))[-1].decode()
            self._run = run

    def _drop_idle(self) -> None:
        while self._idle:
            try:
                self._idle.pop().disconnect()
            except IndexError:
                break

    def close(self) -> None:
        """Hang up everywhere."""
        self._closed = True
        self._drop_idle()


def exchange(line: Connection, commands: Sequence[Command]) -> list[Any]:
    """Send, and read one answer for each; an answer may be a `ResponseError`.

    Raises: the library's errors when the line fails.
    """
    line.send_packed_command(line.pack_commands(commands), check_health=False)
    answers: list[Any] = []
    for _ in commands:
        try:
            answers.append(line.read_response())
        except (LineError, LineTimeout):
            raise
        except ResponseError as error:
            answers.append(error)
    return answers


def _sure(answers: list[Any]) -> list[Any]:
    for one in answers:
        if isinstance(one, ResponseError):
            raise one
    return answers
