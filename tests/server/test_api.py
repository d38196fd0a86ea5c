from server.api import CALLS, calls_by_name
from server.routes import Routes


def test_every_call_has_a_name_of_its_own_and_a_method_that_does_it():
    assert len(calls_by_name()) == len(CALLS)
    assert [name for name in calls_by_name() if not callable(getattr(Routes, name, None))] == []


def test_what_takes_something_is_posted():
    assert [call.name for call in CALLS if (call.takes is not None or call.raw) != (call.method == "POST")] == []
