"""How a workshop comes into being: waiting, with its own copy of an agenda."""

from facilitation.agenda import Agenda
from facilitation.records import put
from facilitation.workshop import Head, Workshop


def new_workshop(workshop_id: str, title: str, agenda: Agenda, keep_days: int = 0, day: int = 0) -> Workshop:
    """A workshop that waits for its start. All its records count as touched.

    It is kept for `keep_days` after `day` (`keeping.day_of`), or after it was used last.
    """
    empty = Workshop(head=Head(id=workshop_id, title=title, agenda=agenda, keep_days=keep_days, used_on=day))
    return put(empty, empty.head, empty.clock)
