"""The context: the lengths that DESIGN 4 promises."""

from facilitation.context import Context, Pace, Role


def test_the_waits_are_those_that_people_were_promised():
    pace = Pace()
    assert (pace.closing_ms, pace.check_ms, pace.batch_least, pace.batch_longest) == (10_000, 60_000, 3, 3)
    assert Context(0, Role.PARTICIPANT).pace == pace
