"""What the hall looks after: workshops loaded at the first touch, people who follow them, a quiet end."""

import shutil

import requests

from tests import wire
from tests.server.world import TEMPLATES
from tests.waiting import eventually


def test_after_a_restart_the_first_touch_loads_the_workshop_as_it_was(start_server):
    server = start_server(people_tick_ms=20)
    made = wire.Made(server.url)
    facilitator, person = made.facilitator("Fay"), made.participant("Pat")
    facilitator.do("RenameWorkshop", title="Kept", version=0)
    server.restart()
    back = wire.Line(server.url, person.token)
    assert back.view["workshop"]["title"] == "Kept"
    assert (back.entered["seat"], back.entered["name"]) == (person.entered["seat"], "Pat")
    assert back.number == facilitator.number
    assert {one["reason"] for one in facilitator.farewells} == {"shutting_down"}


def test_the_clock_of_an_agenda_moves_on_by_itself_also_after_a_restart(start_server, tmp_path):
    templates = tmp_path / "templates"
    with_a_clock(templates)
    server = start_server(people_tick_ms=20, grace_ms=100, templates=templates)
    made = wire.Made(server.url, "by-the-clock")
    facilitator = made.facilitator()
    facilitator.do("StartWorkshop")
    run = facilitator.until(lambda view: view["workshop"]["run"])
    facilitator.do("ExtendPhase", run=run, version=facilitator.clock["version"], seconds=-3600)
    facilitator.until(lambda view: view["workshop"]["run"] != run)


def with_a_clock(templates):
    """The project's templates, and an agenda whose first step ends by the clock."""
    shutil.copytree(TEMPLATES, templates)
    text = (templates / "agendas" / "quick-hats-20.yaml").read_text()
    first, rest = text.split("    kind: ", 1)
    (templates / "agendas" / "by-the-clock.yaml").write_text(first + "    advance: clock\n    kind: " + rest)


def test_at_the_end_a_time_is_set_for_forgetting_who_was_there_and_until_then_they_are_kept(start_server):
    server = start_server(people_tick_ms=20)
    made = wire.Made(server.url)
    facilitator = made.facilitator("Fay-to-forget")

    def kept():
        return b"".join(path.read_bytes() for path in server.data.glob("people.sqlite3*"))

    assert b'"until"' not in kept()
    facilitator.do("EndWorkshop", run="")
    eventually(lambda: b'"until"' in kept())
    assert b"Fay-to-forget" in kept()
    assert facilitator.ask("AddGroup", id="a" * 32, run="b" * 32, name="late")["code"] == "workshop_ended"
    done = requests.get(
        f"{made.url}/api/workshops/{made.id}/exports/md",
        headers={"Authorization": f"Bearer {facilitator.token}"},
        timeout=9,
    )
    assert done.status_code == 200


def test_before_the_start_one_sees_at_once_who_comes(made):
    facilitator = made.facilitator("Fay")
    made.participant("Pat")
    eventually(lambda: any("Pat" in str(frame.get("room")) for frame in facilitator.frames))
