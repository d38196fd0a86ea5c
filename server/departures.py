"""When answers and frames leave a desk: at once, but at set times while something unseen is written.

Otherwise the moment of an answer, or of a frame, would tell that somebody's unseen words had
been saved just before it. The times are the tenths of the sealed tick.
"""

from collections.abc import Callable

from facilitation.rules import hides
from server.beat import Beat

TENTHS = 10


class Departures:
    """What one desk sends while its beat is stepped. `now`: milliseconds; `sleep`: seconds."""

    def __init__(
        self,
        tick_ms: int,
        now: Callable[[], int],
        sleep: Callable[[float], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._every_ms = max(1, tick_ms // TENTHS)
        self._now, self._sleep, self._failed = now, sleep, failed
        self._held: list[Callable[[], None]] | None = None

    def send(self, work: Callable[[], None]) -> None:
        """Let this leave now, or with all else at the next set time."""
        if self._held is None:
            work()
        else:
            self._held.append(work)

    def step(self, beat: Beat) -> float:
        """Step the beat; seconds to wait, as it says. What it sends has left when this returns."""
        if not hides(beat.desk.workshop):
            return beat.step()
        self._held = []
        try:
            wait = beat.step()
        finally:
            pause = self._pause() if self._held else 0.0
            self._sleep(pause)
            self.let_go()
            self._held = None
        return max(0.0, wait - pause)

    def let_go(self) -> None:
        """What is held leaves: also when what nobody sees has been saved, so that it waits for nothing else."""
        held = self._held or []
        if self._held is not None:
            self._held = []
        for work in held:
            self._let_go(work)

    def _pause(self) -> float:
        return (self._every_ms - self._now() % self._every_ms) / 1000

    def _let_go(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - the others leave all the same
            self._failed(error)
