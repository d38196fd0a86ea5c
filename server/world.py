"""What a desk needs from outside, so that it can be stepped in a test."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from facilitation.rules import Audience
from facilitation.workshop import Workshop
from server.answers import Answer, Reply
from server.stores.store import Conflict, Save, Store


class World(Protocol):
    """The world around a desk: the hall of a server, or one of a test."""

    @property
    def store(self) -> Store:
        """Where workshops are kept."""

    def now(self) -> int:
        """Milliseconds since 1970."""

    def new_id(self) -> str:
        """A random id of 32 letters from 0 to f."""

    def save(self, save: Save) -> int | Conflict:
        """Save, together with what other desks save. Raises: as `Store.save`."""

    def offload(self, work: Callable[..., Any], *args: Any) -> Any:  # noqa: ANN401
        """Run blocking work beside the event loop."""

    def sleep(self, seconds: float) -> None:
        """Let others run for so long."""

    def publish(self, workshop: str, audience: Audience, frame: Mapping[str, object]) -> None:
        """Send one frame to every device of an audience."""

    def answer(self, workshop: str, replies: Sequence[tuple[Reply, Answer]]) -> None:
        """Give each its answer."""

    def moved(self, before: Workshop, after: Workshop) -> None:
        """Called after each save, before anybody is answered."""

    def failed(self, error: BaseException) -> None:
        """Something went wrong that the operator should know."""
