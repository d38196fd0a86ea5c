"""How long a workshop is kept: so many days after its end, and where nobody ends it, after it was last used.

All that is kept of time for this is a day: that of the end, or the last one on which somebody was
in the workshop. That somebody *wrote* moves nothing, and before the end no view holds a day: it
would tell who looks alone that somebody else had been here (DESIGN 7).

Days are counted from 1970, from noon to noon in Greenwich: at noon there, a date is the same date
almost everywhere on earth, so nobody loses a workshop on the day before the one that they were told.
"""

from dataclasses import replace

from facilitation.clock import at_once
from facilitation.commands import DeleteWorkshop, KeepFor, StillUsed
from facilitation.context import Context
from facilitation.records import put
from facilitation.refusals import Refusal, Refused, refused
from facilitation.states import State
from facilitation.workshop import Head, Workshop

NOON_MS, DAY_MS = 43_200_000, 86_400_000
FAR = 1_000_000
SCRATCH = (2 - FAR, FAR)
"""The days and the day of a workshop that a check of the server makes for itself (`server/verify`): its day has
long come, and nobody's being in it moves that. So it goes as soon as nobody is in it, after a crash too."""


def day_of(now: int) -> int:
    """The day that counts for what happens now (milliseconds since 1970): whose noon is the next. Never 0."""
    return max(1, -((NOON_MS - now) // DAY_MS))


def today(now: int) -> int:
    """The newest day of which the noon has come: what is kept until then, or less long, goes now."""
    return (now - NOON_MS) // DAY_MS


def forgotten_on(head: Head) -> int:
    """The day on which the workshop is to be forgotten; 0 where none has been set yet."""
    if head.state is State.DELETED:
        return 1
    return head.used_on + head.keep_days if head.used_on and head.keep_days else 0


def _told(head: Head) -> bool:
    """Whether people were told a date: then nothing moves it but who opened the workshop."""
    return head.state is State.ENDED and head.used_on > 0


def kept(workshop: Workshop, command: KeepFor) -> bool:
    """Already done: so many days are there, one version on."""
    head = workshop.head
    return head.keep_version == command.version + 1 and head.keep_days == command.days


def keep(workshop: Workshop, command: KeepFor, context: Context) -> Workshop | Refused:
    """Keep the workshop for so many days. Not for so few that they are over: deleting is said in so many words."""
    if workshop.head.keep_version != command.version:
        return refused(Refusal.SUPERSEDED)
    head = workshop.head
    day = head.used_on if _told(head) else max(head.used_on, day_of(context.now))
    if day + command.days <= today(context.now):
        return refused(Refusal.DAY_OVER)
    return put(workshop, replace(head, used_on=day, keep_days=command.days, keep_version=command.version + 1))


def noted(workshop: Workshop, command: StillUsed) -> bool:
    """Already done: such a day is there, or a date that people were told."""
    head = workshop.head
    return head.keep_days > 0 and (_told(head) or head.used_on >= command.day)


def note(workshop: Workshop, command: StillUsed, _context: Context) -> Workshop:
    """Somebody is in it on this day; and it gets its length where an older server set none."""
    head = workshop.head
    day = head.used_on if _told(head) else max(head.used_on, command.day)
    return put(workshop, replace(head, used_on=day, keep_days=head.keep_days or command.days))


def deleted(workshop: Workshop, _command: DeleteWorkshop) -> bool:
    """Already done."""
    return workshop.head.state is State.DELETED


def delete(workshop: Workshop, command: DeleteWorkshop, _context: Context) -> Workshop | Refused:
    """Nothing goes on in it from here; the server forgets it, and does so again after a crash."""
    if command.workshop != workshop.head.id:
        return refused(Refusal.NO_SUCH_WORKSHOP)
    return put(workshop, replace(workshop.head, state=State.DELETED, run=""), at_once(workshop.clock))
