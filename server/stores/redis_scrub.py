"""Having Redis write its log anew, so that what is gone is in no byte of it, nor the order in which people came.

Redis does that beside everything else; it may refuse, and it may fail. What a phase leaves behind is
asked for again until Redis takes it. For what was forgotten a mark stands in Redis itself, until a new
log (and, where it keeps one, a new dump) is known to be there: a crash of ours changes nothing then.
"""

from contextlib import suppress
from time import monotonic

from server.stores.redis_line import Lines
from server.stores.redis_scripts import OWED, SETTLED
from server.stores.store import StoreError

BUSY = ("aof_rewrite_in_progress", "aof_rewrite_scheduled", "rdb_bgsave_in_progress", "loading")
LOG, DUMP = ("BGREWRITEAOF", "aof_last_bgrewrite_status"), ("BGSAVE", "rdb_last_bgsave_status")
"""What to ask for, and where Redis says how the last one went."""


REST_SECONDS = 1.0
SHARE, SPLIT_SHARE = 10, 50
"""Between two logs, where nothing has to go at once: a second, and where Redis holds much longer. It writes its log
for a tenth of the time at most, and for a fiftieth at most it stands still, since it splits in two for that."""


def scrub(lines: Lines) -> None:
    """Ask Redis to write its log anew. While it is writing one already it refuses, and is asked again
    later (`scrub_if_owed`): what went meanwhile is still in the one that it writes."""
    lines.owes_scrub = False  # before it: what others write from here on may be in the old log and the new one
    try:
        lines.ask(("BGREWRITEAOF",))
    except StoreError:
        lines.owes_scrub = True


def owe_scrub(lines: Lines) -> None:
    """Something was written that tells an order: the log is to be written anew soon."""
    lines.owes_scrub = True


def scrub_if_owed(lines: Lines) -> None:
    """Ask where that is owed, or Redis refused; unless it is busy, or had no rest. Call it every two seconds."""
    if not lines.owes_scrub or monotonic() < lines.rests_until:
        return
    lines.rests_until = monotonic() + REST_SECONDS
    with suppress(StoreError):
        told = _told(lines)
        wrote, split = (int(told.get(name, 0)) for name in ("aof_last_rewrite_time_sec", "latest_fork_usec"))
        lines.rests_until = monotonic() + max(REST_SECONDS, wrote * SHARE, split * SPLIT_SHARE / 1e6)
        if not any(told.get(name) == "1" for name in BUSY):
            scrub(lines)


def settle(lines: Lines) -> bool:
    """Go on with what forgetting leaves to do; whether nothing is left. Call it again until then.

    Raises: `Unavailable`.
    """
    (owed,) = lines.ask(("GET", OWED))
    if owed is None:
        return True
    told = _told(lines)
    if any(told.get(name) == "1" for name in BUSY):
        return False
    since, steps = (told.get("run_id", ""), owed.decode()), [LOG, DUMP] if _dumps(lines) else [LOG]
    done = lines.renewed[1] if lines.renewed[0] == since else 0
    if done and told.get(steps[done - 1][1]) != "ok":
        done -= 1
    if done == len(steps):
        return bool(lines.ask(lines.run(SETTLED, (OWED,), owed), writes=True)[0])
    with suppress(StoreError):  # refused just now: asked again
        lines.ask((steps[done][0],))
        done += 1
    lines.renewed = (since, done)
    return False


def _told(lines: Lines) -> dict[str, str]:
    """What Redis says about itself."""
    (said,) = lines.ask(("INFO",))
    return dict(line.split(":", 1) for line in said.decode().splitlines() if ":" in line)


def _dumps(lines: Lines) -> bool:
    """Whether this Redis also writes its data as a whole, now and then."""
    with suppress(StoreError):  # some will not say how they are set
        (found,) = lines.ask(("CONFIG", "GET", "save"))
        return bool(found and found[1])
    return False
