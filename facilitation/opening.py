"""How a workshop comes into being: waiting, with its own copy of an agenda."""

from facilitation.agenda import Agenda
from facilitation.records import put
from facilitation.workshop import Head, Workshop


def new_workshop(workshop_id: str, title: str, agenda: Agenda) -> Workshop:
    """A workshop that waits for its start. All its records count as touched."""
    empty = Workshop(head=Head(id=workshop_id, title=title, agenda=agenda))
    return put(empty, empty.head, empty.clock)
