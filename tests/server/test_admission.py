"""Coming in from a meeting, over HTTP and with proofs as Zoom makes them: one meeting, one workshop, one seat each."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from tests import running, wire
from tests.server.conftest import FAST
from tests.server.zoom_context import SETTINGS, context
from tests.waiting import eventually

AGENDA = "quick-hats-20"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running.servers(tmp_path_factory.mktemp("meetings")) as start:
        yield start(**FAST, **SETTINGS, creation_code="ABCD-EFGH", public_url="http://127.0.0.1")


@pytest.fixture
def meeting(request):
    """A meeting of its own for each test."""
    return request.node.name


def asked(server, host="zoom", **body):
    return requests.post(f"{server.url}/api/hosts/{host}/admit", json={"proof": {}} | body, timeout=20)


def admitted(server, person, meeting, role="participant", **body):
    done = asked(server, proof={"context": context(person, meeting, role)}, **body)
    assert done.ok, (done.status_code, done.text)
    return done.json()


def started(server, meeting, host="Hanna"):
    return admitted(server, host, meeting, "host", agenda=AGENDA, title="Our street")


def test_while_nobody_has_started_one_waits_with_a_ticket_and_comes_in_by_itself(server, meeting):
    waiting = admitted(server, "Pat", meeting)
    assert (waiting["workshop"], waiting["meeting"], waiting["leads"], waiting["may_start"]) == ("", True, False, False)
    again = asked(server, ticket=waiting["ticket"]).json()
    assert again["workshop"] == ""
    made = started(server, meeting)
    inside = asked(server, ticket=again["ticket"]).json()
    assert (inside["workshop"], inside["role"]) == (made["workshop"], "participant")
    assert (inside["title"], inside["state"], inside["language"]) == ("Our street", "waiting", "en")
    line = wire.Line(server.url, inside["token"])
    assert line.entered["seat"] == inside["seat"]
    line.close()


def test_the_host_of_the_meeting_may_start_and_leads(server, meeting):
    assert admitted(server, "Hanna", meeting, "host")["may_start"]
    made = started(server, meeting)
    assert (made["role"], made["grade"], made["leads"]) == ("facilitator", "full", True)
    line = wire.Line(server.url, made["token"])
    line.do("StartWorkshop")
    line.close()


def test_a_participant_starts_nothing_without_the_code_of_this_server(server, meeting):
    proof = {"context": context("Pat", meeting)}
    done = asked(server, proof=proof, agenda=AGENDA)
    assert (done.status_code, done.json()["code"], done.json()["field"]) == (403, "bad_key", "creation_code")
    made = admitted(server, "Pat", meeting, agenda=AGENDA, creation_code="ABCD-EFGH")
    assert (made["role"], made["leads"]) == ("facilitator", False)
    assert admitted(server, "Pat", meeting)["role"] == "facilitator"


def test_ten_who_open_the_same_meeting_at_once_get_one_workshop_one_facilitator_and_ten_seats(server, meeting):
    roles = {f"P{n}": "participant" for n in range(9)} | {"Hanna": "host"}

    def comes(person):
        start = {"agenda": AGENDA} if person == "Hanna" else {}
        found = admitted(server, person, meeting, roles[person], **start)
        return eventually(lambda: found if found["workshop"] else _again(found))

    def _again(found):
        later = asked(server, ticket=found["ticket"]).json()
        return later if later["workshop"] else None

    with ThreadPoolExecutor(10) as together:
        inside = list(together.map(comes, roles))
    assert len({one["workshop"] for one in inside}) == 1
    assert len({one["seat"] for one in inside}) == 10
    assert sorted(one["role"] for one in inside) == ["facilitator", *["participant"] * 9]


def test_hosts_who_start_at_the_same_moment_get_one_workshop(server, meeting):
    with ThreadPoolExecutor(6) as together:
        made = list(together.map(lambda n: started(server, meeting, f"H{n}"), range(6)))
    assert len({one["workshop"] for one in made}) == 1
    assert len({one["seat"] for one in made}) == 6
    assert {one["role"] for one in made} == {"facilitator"}


def test_another_meeting_is_another_workshop(server, meeting):
    assert started(server, meeting)["workshop"] != started(server, f"{meeting} too")["workshop"]


def test_whoever_only_looks_takes_no_seat(server, meeting):
    made = started(server, meeting)
    looked = admitted(server, "Pat", meeting, look=True)
    assert (looked["workshop"], looked["seat"], looked["token"]) == (made["workshop"], "", "")


def test_a_workshop_that_was_made_before_is_brought_into_the_meeting_by_its_key(server, meeting):
    made = wire.Made(server.url, creation_code="ABCD-EFGH")
    brought = {"workshop": made.id, "key": made.key}
    wrong = asked(server, proof={"context": context("Fay", meeting)}, workshop=made.id, key="0" * 64)
    assert (wrong.status_code, wrong.json()["code"]) == (403, "bad_key")
    gone = asked(server, proof={"context": context("Fay", meeting)}, workshop="f" * 32, key=made.key)
    assert (gone.status_code, gone.json()["code"]) == (404, "no_such_workshop")
    inside = admitted(server, "Fay", meeting, **brought)
    assert (inside["workshop"], inside["role"]) == (made.id, "facilitator")
    assert admitted(server, "Pat", meeting)["workshop"] == made.id
    made.close()


def test_nobody_puts_another_workshop_in_place_of_one_that_goes_on(server, meeting):
    first = started(server, meeting)
    made = wire.Made(server.url, creation_code="ABCD-EFGH")
    done = asked(server, proof={"context": context("Eve", meeting)}, workshop=made.id, key=made.key)
    assert (done.status_code, done.json()["field"]) == (422, "workshop")
    assert started(server, meeting, "Eve")["workshop"] == first["workshop"]
    assert admitted(server, "Pat", meeting)["workshop"] == first["workshop"]
    made.close()


def test_when_a_workshop_is_over_the_meeting_has_it_still_until_its_host_starts_another(server, meeting):
    first = started(server, meeting)
    line = wire.Line(server.url, first["token"])
    line.do("StartWorkshop")
    line.until(lambda view: view["workshop"]["run"])
    line.do("EndWorkshop", run=line.view["workshop"]["run"])
    line.close()
    after = admitted(server, "Pat", meeting)
    assert (after["workshop"], after["state"]) == (first["workshop"], "ended")
    second = started(server, meeting)
    assert second["workshop"] != first["workshop"]
    assert admitted(server, "Pat", meeting)["workshop"] == second["workshop"]


def test_an_agenda_that_is_not_there_starts_nothing(server, meeting):
    done = asked(server, proof={"context": context("Hanna", meeting, "host")}, agenda="none")
    assert (done.status_code, done.json()["code"]) == (404, "no_such_agenda")
    assert admitted(server, "Pat", meeting)["workshop"] == ""


def test_outside_a_meeting_there_is_nothing_to_start_or_to_come_into(server):
    found = admitted(server, "Hanna", "", "host")
    assert (found["meeting"], found["workshop"], found["may_start"]) == (False, "", False)
    done = asked(server, ticket=found["ticket"], agenda=AGENDA)
    assert (done.status_code, done.json()["code"]) == (422, "bad_field")


def test_a_proof_works_once_and_a_ticket_only_at_its_own_host(server, meeting):
    proof = {"context": context("Pat", meeting)}
    first = asked(server, proof=proof)
    assert first.ok
    done = asked(server, proof=proof)
    assert (done.status_code, done.json()["code"], done.json()["field"]) == (403, "unproven", "replayed")
    other = asked(server, ticket="x" + first.json()["ticket"][1:])
    assert (other.json()["code"], other.json()["field"]) == ("unproven", "expired")


@pytest.mark.parametrize("host", ["nobody", "ZOOM", "link"])
def test_a_host_that_we_do_not_know_is_told_so(server, host):
    done = asked(server, host)
    assert (done.status_code, done.json()["code"]) == (403, "unproven")


def test_nothing_of_a_meeting_or_a_person_is_in_the_log_or_in_what_is_kept(server, meeting):
    made = started(server, meeting, "Zebediah-7731")
    for person in ("Quentin-5512", "Zebediah-7731"):
        admitted(server, person, meeting, name="")
    asked(server, proof={"context": "Zebediah-7731"})
    kept = b"".join(path.read_bytes() for path in server.data.iterdir() if path.is_file())
    for word in ("Zebediah-7731", "Quentin-5512", meeting):
        assert word.encode() not in kept
        assert word not in server.log()
    assert made["workshop"].encode() in kept
