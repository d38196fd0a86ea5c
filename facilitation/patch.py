"""The difference between two views: what a client applies to the view it has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from facilitation.entries import Entry


@dataclass(frozen=True, slots=True)
class Patch:
    """`set`: entries added or replaced, by key. `gone`: keys taken away, in order."""

    set: Mapping[str, Entry] = field(default_factory=dict)
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return bool(self.set or self.gone)


def joined(patches: Iterable[Patch]) -> Patch | None:
    """Patches that follow each other as one; None where two change the same: it may be as it was again."""
    changed: dict[str, Entry] = {}
    gone: list[str] = []
    keys = 0
    for patch in patches:
        changed.update(patch.set)
        gone += patch.gone
        keys += len(patch.set) + len(patch.gone)
    if len(changed.keys() | set(gone)) < keys:
        return None
    return Patch(dict(sorted(changed.items())), tuple(sorted(gone)))


def full_difference(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> Patch:
    """What turns the entries `old` into `new`, found by looking at all of them."""
    return Patch(
        {key: entry for key, entry in sorted(new.items()) if old.get(key) != entry},
        tuple(sorted(key for key in old if key not in new)),
    )


def apply(entries: Mapping[str, Entry], patch: Patch) -> Mapping[str, Entry]:
    """The entries after a patch."""
    gone = set(patch.gone)
    kept = {key: entry for key, entry in entries.items() if key not in gone}
    return {**kept, **patch.set}
