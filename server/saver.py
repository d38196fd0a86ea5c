"""Group commit: one write at a time, and in it everything that all workshops have waiting.

While one commit runs the next batch gathers, so the disk is waited for once for many. Whoever
comes to an idle store writes at once, with nobody to wait for.

Where a write fails, saving is paused until one succeeds; `watch` tries by itself, so that this
ends also when nobody has anything to save.
"""

from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import Any, TypeAlias

from server import transport
from server.stores.store import Conflict, Save, Store, StoreError

Offload: TypeAlias = Callable[..., Any]
Outcome: TypeAlias = int | Conflict | Exception
Waiting: TypeAlias = tuple[Save, Callable[[Outcome], None]]
Failed: TypeAlias = Callable[[BaseException], None]
STALLED_SECONDS = 2.0
"""A write that takes longer counts as a pause, so that it can be told within three seconds."""


class Saver:
    """Saves for all desks of one process."""

    def __init__(
        self, store: Store, offload: Offload = transport.offload, now: Callable[[], float] = monotonic
    ) -> None:
        """`offload`: runs blocking work beside the event loop. `now`: seconds that only ever grow."""
        self._store, self._offload, self._now = store, offload, now
        self._waiting: list[Waiting] = []
        self._busy = self._failed = self._told = False
        self._began: float | None = None

    @property
    def paused(self) -> bool:
        """Whether the last write failed, or one does not come to its end."""
        return self._failed or (self._began is not None and self._now() - self._began > STALLED_SECONDS)

    def save(self, save: Save) -> int | Conflict:
        """The new revision once it is durable, or that somebody saved first. Raises: as `Store.save`."""
        if self._busy:

            def start(reply: Callable[[Outcome], None]) -> None:
                self._waiting.append((save, reply))

            outcome = transport.wait_for(start)
        else:
            self._busy = True
            try:
                (outcome,) = self._written([save])
            finally:
                self._pass_on()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def _pass_on(self) -> None:
        """What gathered meanwhile is written beside us: our own caller has its answer now."""
        if self._waiting:
            transport.spawn(self._write_all)
        else:
            self._busy = False

    def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            outcomes = self._written([save for save, _ in batch])
            for (_, reply), outcome in zip(batch, outcomes, strict=True):
                reply(outcome)
        self._busy = False

    def _written(self, saves: list[Save]) -> list[Outcome]:
        """What became of each. What is wrong with one record keeps nobody else's back."""
        try:
            answers: list[Outcome] = self._wrote(self._store.save_many, saves)
        except StoreError as error:
            return [_another(error, error.__traceback__) for _ in saves]
        except Exception as error:  # noqa: BLE001 - a record that cannot be written, or a fault of ours with one
            if len(saves) == 1:
                return [error]
            return [outcome for save in saves for outcome in self._written([save])]
        return answers

    def _wrote(self, work: Callable[..., Any], *args: object) -> Any:  # noqa: ANN401 - what the work answers
        self._began = self._now()
        try:
            answer = self._offload(work, *args)
        except StoreError:
            self._failed = True
            raise
        finally:
            self._began = None
        self._failed = False
        return answer

    # --- when nothing can be saved -----------------------------------------------------

    def watch(self, tell: Callable[[], None], failed: Failed) -> None:
        """The tick: try again where saving failed. `tell` is called while it is paused, and once
        when it goes on; `failed` hears why it does not."""
        if self._failed and not self._busy:
            self._try_again(failed)
        paused = self.paused
        if paused or self._told:
            tell()
        self._told = paused

    def _try_again(self, failed: Failed) -> None:
        self._busy = True
        try:
            self._wrote(self._store.probe)
        except StoreError as error:
            failed(error)
        finally:
            self._pass_on()


def _another(error: StoreError, trace: TracebackType | None) -> StoreError:
    """The same error once more: each caller raises one of its own, with the same place and cause."""
    another = type(error)(*error.args).with_traceback(trace)
    another.__cause__ = error.__cause__
    return another
