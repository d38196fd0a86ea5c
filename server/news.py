"""News of a workshop that another process saved: taken over change by change, as one's own are."""

from collections.abc import Mapping

from facilitation.records import Record, drop, put, record_at, settled
from facilitation.workshop import Workshop


def taken_over(workshop: Workshop, changes: Mapping[str, Record | None]) -> Workshop:
    """The workshop with these changes, all of them marked as touched: the difference of its views
    is found from that, as after `update`."""
    there = [record for record in changes.values() if record is not None]
    gone = [record for key in changes if changes[key] is None and (record := record_at(workshop, key)) is not None]
    return drop(put(settled(workshop), *there), *gone)


def torn(number: int, other: int) -> dict[str, object]:
    """A frame that fits no view with a number up to these: who gets it asks for the whole view.

    So everybody learns of a new epoch, also while nothing that they see has changed.
    """
    last = max(number, other)
    return {"from": last + 1, "to": last + 2, "set": {}, "gone": ()}
