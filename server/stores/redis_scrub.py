"""Having Redis write its log anew, so that what is gone is in no byte of it.

Redis does that beside everything else; it may refuse, and it may fail. What a phase leaves behind is
asked for again until Redis takes it. For what was forgotten a mark stands in Redis itself, until a new
log (and, where it keeps one, a new dump) is known to be there: a crash of ours changes nothing then.
"""

from contextlib import suppress

from server.stores.redis_line import Lines
from server.stores.redis_scripts import OWED, SETTLED
from server.stores.store import StoreError

BUSY = ("aof_rewrite_in_progress", "aof_rewrite_scheduled", "rdb_bgsave_in_progress", "loading")
LOG, DUMP = ("BGREWRITEAOF", "aof_last_bgrewrite_status"), ("BGSAVE", "rdb_last_bgsave_status")
"""What to ask for, and where Redis says how the last one went."""


def scrub(lines: Lines) -> None:
    """Ask Redis to write its log anew. While it is writing one already it refuses, and is asked again
    later (`scrub_if_owed`): what went meanwhile is still in the one that it writes."""
    lines.owes_scrub = True
    with suppress(StoreError):
        lines.ask(("BGREWRITEAOF",))
        lines.owes_scrub = False


def scrub_if_owed(lines: Lines) -> None:
    """Ask again where Redis refused."""
    if lines.owes_scrub:
        scrub(lines)


def settle(lines: Lines) -> bool:
    """Go on with what forgetting leaves to do; whether nothing is left. Call it again until then.

    Raises: `Unavailable`.
    """
    (owed,) = lines.ask(("GET", OWED))
    if owed is None:
        return True
    (said,) = lines.ask(("INFO",))
    told = dict(line.split(":", 1) for line in said.decode().splitlines() if ":" in line)
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


def _dumps(lines: Lines) -> bool:
    """Whether this Redis also writes its data as a whole, now and then."""
    with suppress(StoreError):  # some will not say how they are set
        (found,) = lines.ask(("CONFIG", "GET", "save"))
        return bool(found and found[1])
    return False
