"""What has to be looked after now and then: workshops that run, people to forget, workshops to let go of."""

from facilitation.states import State
from server.hall import Hall
from server.people_acts import dismiss
from server.shapes import FarewellReason
from server.stores.store import StoreError


def wake(hall: Hall) -> None:
    """Load the workshops that run, so that their alarms ring, and those that ended with nobody
    told yet when to forget who was there. Raises: `StoreError`."""
    ended = hall.offload(hall.store.ids, State.ENDED)
    for workshop in [*hall.offload(hall.store.ids, State.RUNNING), *ended]:
        try:
            if workshop not in ended or hall.companies.lingers(workshop):
                hall.live(workshop)
        except StoreError as error:
            hall.failed(error)


def forget_people(hall: Hall) -> None:
    """Forget who was there, a day after a workshop ended."""
    try:
        for workshop in hall.companies.forget_overdue(hall.now()):
            hall.let_go(workshop)
            dismiss(hall, workshop, None, FarewellReason.FORGOTTEN)
    except StoreError as error:
        hall.failed(error)


def rest(hall: Hall) -> None:
    """Let go of workshops that nobody is in and that no alarm waits for."""
    for live in hall.all_live():
        desk, workshop = live.desk, live.desk.workshop.head.id
        if desk.workshop.head.state is State.RUNNING or desk.waiting or hall.presence.here(workshop):
            continue
        if hall.companies.let_go(workshop):
            hall.let_go(workshop)
