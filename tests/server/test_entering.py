from server.protocol import PROTOCOL_VERSION
from tests import wire


def test_who_enters_hears_the_whole_view_and_who_one_is_here(made):
    person = made.participant("Pat")
    entered = person.entered
    assert (entered["audience"], entered["role"], entered["name"]) == ("participant", "participant", "Pat")
    assert entered["protocol"] == PROTOCOL_VERSION
    assert entered["pace"] == {"closing_ms": 200, "batch_ms": 200, "grace_ms": 30_000, "spread_ms": 3_000}
    assert entered["support"] == "Local help: 555 0100"
    assert entered["room"]["seats"] == []
    assert set(entered["view"]) == {"workshop", "clock", "keeping"}
    assert len(entered["seat"]) == 32


def test_facilitators_alone_hear_when_it_started(made):
    facilitator, person = made.facilitator(), made.participant()
    wire.to_stage(facilitator, "live")
    assert facilitator.enter()["view"]["timing"]["started_at"] > 0
    assert "timing" not in person.enter()["view"]


def test_entering_again_brings_the_number_that_the_next_frame_starts_from(made):
    facilitator, person = made.facilitator(), made.participant()
    for n in range(5):
        facilitator.do("RenameWorkshop", title=f"Title {n}", version=n)
        assert person.enter()["number"] == facilitator.do("Beat")["number"]
    facilitator.do("RenameWorkshop", title="Last", version=5)
    person.until(lambda view: view["workshop"]["title"] == "Last")
