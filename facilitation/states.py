"""In which state a workshop, a run, a ballot or an action may be: one word from a list each."""

from enum import StrEnum


class State(StrEnum):
    """Where the workshop as a whole is. `deleted`: it is being forgotten, nothing goes on in it."""

    WAITING = "waiting"
    RUNNING = "running"
    ENDED = "ended"
    DELETED = "deleted"


class Stage(StrEnum):
    """What a run is for.

    `write`: sealed until Next. `live`: shown while it runs. `read`: read only.
    `keep`: the worry run, beside the others. `check`: writers look at what they kept.
    `vote`: a ballot is open or about to be. `result`: its totals are shown.
    """

    WRITE = "write"
    LIVE = "live"
    READ = "read"
    KEEP = "keep"
    CHECK = "check"
    VOTE = "vote"
    RESULT = "result"


class BallotMethod(StrEnum):
    """How a ballot is marked: some picks, or dots that may be put together."""

    PICKS = "picks"
    DOTS = "dots"


class BallotState(StrEnum):
    """`draft`: who is here is not confirmed yet. `void`: the group went back; dots are free."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    VOID = "void"


class Outcome(StrEnum):
    """How a result too close to call was settled (E30)."""

    NONE = ""
    TAKE_BOTH = "take_both"
    RUN_OFF = "run_off"
    CHOSEN = "chosen"


class HideReason(StrEnum):
    """Why a card was hidden, in words that everybody may read; empty while it is not."""

    NONE = ""
    AGREEMENT = "agreement"
    PERSON = "person"
    PRIVATE = "private"
    HARM = "harm"


class ActionStatus(StrEnum):
    """Where an action stands; `asked` while its owner has not agreed yet (E42)."""

    OPEN = "open"
    ASKED = "asked"
    DOING = "doing"
    DONE = "done"
