"""The whole check: a sound server holds every promise, and each leak put in on purpose is found."""

import pytest

from server.verify.checks import CHECKS, LIMITS, all_held, judged
from server.verify.evidence import Evidence
from server.verify.result import Verdict
from tests import keeping, running
from tests.server.verify.conftest import FAST, check
from tests.server.verify.leaks import LEAKS


def test_on_a_sound_server_every_promise_holds(checked):
    results = judged(checked.found)
    assert [(one.promise, one.seen) for one in results if one.verdict is not Verdict.HELD] == []
    assert checked.found.stopped == ""
    assert all_held(results)


def test_on_a_server_with_redis_every_promise_holds(tmp_path):
    with keeping.redis() as kept, running.servers(tmp_path) as start:
        settings = {"store": "redis", "redis_url": kept.url}
        server = start(**FAST, **settings)
        results = judged(check(server, **settings))
    assert [(one.promise, one.seen) for one in results if one.verdict is not Verdict.HELD] == []


def broken(found):
    return [one.promise for one in judged(found) if one.verdict is Verdict.BROKEN]


def test_each_leak_put_in_on_purpose_is_found(leaking, long):
    """All at once, where each breaks a promise of its own; in the long form one at a time, too."""
    together = broken(leaking(*(leak.__name__ for leak in LEAKS)))
    missed = [promise for promise in LEAKS.values() if not any(one.startswith(promise) for one in together)]
    assert missed == []
    for leak, promise in LEAKS.items() if long else ():
        alone = broken(leaking(leak.__name__))
        assert any(one.startswith(promise) for one in alone), leak.__name__


def test_nothing_is_said_of_what_the_rehearsal_did_not_come_to():
    found = Evidence("http://127.0.0.1:1", stopped="No server answered.")
    results = judged(found)
    assert {one.verdict for one in results} == {Verdict.UNKNOWN}
    assert not all_held(results)


@pytest.mark.parametrize("words", [*(promise for promise, _ in CHECKS), *LIMITS])
def test_promises_are_plain_sentences(words):
    assert words.endswith(".")
    assert not {"canary", "nullifier", "credential", "WAL", "HTTP", "seat"} & set(words.replace(",", " ").split())
