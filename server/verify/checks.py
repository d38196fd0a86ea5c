"""The promises, each a plain sentence with the function that judges what the rehearsal brought home.

A function answers *could not be checked* where what it would need is not there: finding nothing means
something only where looking would have found it.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from server.verify import counted, headers, kept, outlets
from server.verify.evidence import NOT_REACHED, Evidence
from server.verify.log import in_log
from server.verify.result import Finding, Seen, Verdict

Check: TypeAlias = Callable[[Evidence], Seen]

CHECKS: tuple[tuple[str, Check], ...] = (
    (
        "What is written unseen reaches nobody before it is shown: no screen, export, page or error text.",
        outlets.ideas_unseen,
    ),
    ("A worry that is kept for later reaches nobody before the worries are shown.", outlets.worries_unseen),
    (
        "Words that were changed before they were shown, taken back or refused reach nobody at all.",
        outlets.taken_back_unseen,
    ),
    ("The names of those who take part reach only those who lead.", outlets.names_apart),
    ("The keys of cards and devices, and the ballots that were cast, are told to nobody.", outlets.secrets_untold),
    ("The order in which cards are shown or stored does not tell who wrote them.", outlets.order_tells_nothing),
    ("Nothing of a vote is counted or shown before it closes.", counted.nothing_early),
    (
        "Nobody can vote twice, give more than they have, use others' ballots, or vote after the close.",
        counted.cheating_refused,
    ),
    ("The result counts each person who was let in once.", counted.totals_right),
    ("Who was there is stored apart from what was written.", kept.names_apart),
    ("Keys are not stored, and neither is what was refused.", kept.keys_not_stored),
    ("What was changed or taken back is gone from what is stored when the step is over.", kept.taken_back_gone),
    (
        "When a vote closes, its ballots, its key and the list of voters are gone from what is stored.",
        kept.ballots_gone,
    ),
    ("A workshop that is deleted is gone from what is stored, every byte of it.", kept.all_gone),
    ("The addresses of a deleted workshop lead nowhere.", outlets.gone_from_outside),
    (
        "Pages ask nobody but this server for anything, set no cookie, and tell no other site of a visit.",
        headers.judged,
    ),
    ("The log holds no words, names, keys or addresses.", in_log),
)
"""Every promise that can be tried out from here."""

LIMITS = (
    "Whether the people who run this server have changed the software, or will. They could.",
    "Whether somebody watches the network, the computer's memory, or one of the devices while people write.",
    "Whether a proxy, a hosting company or a meeting program in front of the server keeps records of its own.",
    "Whether backups and copies of the disk that were made earlier are still there.",
    "Whether somebody recognises a person by their style of writing, or guesses in a small group.",
    "Whether the workshop you are in is treated like the one made for this check. The same program carries both.",
)
"""What nobody can find out by such a check, said in so many words."""


def judged(found: Evidence) -> list[Finding]:
    """Every promise with what was seen."""
    results = []
    for promise, check in CHECKS:
        seen = check(found)
        why = f"{seen.seen} {found.stopped}".strip() if seen.seen == NOT_REACHED else seen.seen
        results.append(Finding(promise, seen.verdict, why))
    return results


def all_held(results: Sequence[Finding]) -> bool:
    """Whether no promise is broken and some were seen to hold."""
    verdicts = {one.verdict for one in results}
    return Verdict.BROKEN not in verdicts and Verdict.HELD in verdicts
