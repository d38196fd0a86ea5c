"""What a check comes to."""

from server.verify.result import Verdict, broken, held, unknown


def test_a_promise_holds_or_does_not_or_nothing_is_known():
    assert [make("seen").verdict for make in (held, broken, unknown)] == list(Verdict)
