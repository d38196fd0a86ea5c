"""Everybody in the live workshops: what waits for the tick, and who a token belongs to."""

import pytest

from server.companies import Companies
from server.people import Company
from server.people_commands import Guest
from server.secret import hash_of
from server.shapes import SeatRole
from server.stores.people import DoneMark, Invitation, Part, People, Place, RollLine, Until
from server.stores.people_memory import MemoryPeople
from server.stores.store import OutcomeUnknown, Unavailable

W = "c" * 32
KEY, OTHER = "1" * 64, "2" * 64


def place(name, part=Part.PARTICIPANT, token="", **more):
    return Place(name, part, hash_of(token) if token else "", name, **more)


@pytest.fixture
def store():
    return MemoryPeople()


@pytest.fixture
def failures():
    return []


@pytest.fixture
def companies(store, failures):
    return Companies(store, lambda work, *args: work(*args), failures.append)


def test_nobody_is_answered_before_the_tick_has_written(companies, store):
    company, answers = companies.of(W), []
    company.put(place("pat", token=KEY))
    companies.when_saved(company, answers.append)
    assert answers == []
    assert store.read(W).places == {}
    companies.flush()
    assert answers == [True]
    assert store.read(W).places["pat"].name == "pat"


def test_all_workshops_are_written_together(companies, store, monkeypatch):
    written = []
    real = store.write
    monkeypatch.setattr(store, "write", lambda changes: (written.append(set(changes)), real(changes)))
    for workshop in ("a" * 32, "b" * 32):
        companies.of(workshop).put(place("pat"))
    companies.flush()
    companies.flush()
    assert written == [{"a" * 32, "b" * 32}]


def test_what_stands_on_something_that_could_not_be_written_is_answered_no_and_not_forgotten(
    companies, store, monkeypatch
):
    company, answers = companies.of(W), []

    def full(_changes):
        company.put(place("tab"))  # while the tick writes, somebody else comes
        companies.when_saved(company, answers.append)
        raise Unavailable

    monkeypatch.setattr(store, "write", full)
    company.put(place("pat"))
    companies.flush()
    company.put(place("kim"))  # and somebody who had looked before
    companies.when_saved(company, answers.append)
    assert answers == [False, False]
    monkeypatch.undo()
    companies.flush()
    assert companies.of(W).places == {}


def test_what_could_not_be_written_is_not_remembered_either(companies, store, monkeypatch, failures):
    def full(_changes):
        raise Unavailable("the disk is full")

    company, answers = companies.of(W), []
    company.put(place("pat"))
    companies.when_saved(company, answers.append)
    with monkeypatch.context() as patch:
        patch.setattr(store, "write", full)
        companies.flush()
    assert answers == [False]
    assert len(failures) == 1
    assert companies.of(W).places == {}


def test_a_write_of_which_nobody_knows_is_done_again(companies, store, monkeypatch):
    real, tries = store.write, []

    def write(changes):
        tries.append(1)
        real(changes)
        if len(tries) == 1:
            raise OutcomeUnknown("the line was cut")

    monkeypatch.setattr(store, "write", write)
    company, answers = companies.of(W), []
    company.put(place("pat"))
    companies.when_saved(company, answers.append)
    companies.flush()
    assert (answers, len(tries)) == ([True], 2)


def test_a_token_finds_its_place_until_it_is_signed_out(companies):
    company = companies.of(W)
    company.put(place("fay", Part.FACILITATOR, "first"))
    company.put(place("phone", Part.FACILITATOR, "second", seat="fay"))
    company.put(place("wall", Part.SCREEN, "third"))
    companies.flush()
    found = {token: companies.who(token) for token in ("first", "second", "third")}
    assert [(who.seat, who.role) for who in found.values()] == [
        ("fay", SeatRole.FACILITATOR),
        ("fay", SeatRole.FACILITATOR),
        ("", SeatRole.SCREEN),
    ]
    assert companies.who("invented") is None
    company.retire("fay")
    companies.flush()
    assert companies.who("first") is None
    assert companies.who("second") is None


def test_a_token_that_was_just_replaced_no_longer_counts(companies):
    company = companies.of(W)
    company.put(place("pat", token=KEY))
    companies.flush()
    company.put(place("pat", token=OTHER))
    assert companies.who(KEY) is None  # before the tick has written it


def test_records_are_sorted_as_the_store_sorts_them(companies, store):
    company = companies.of(W)
    people = [
        place("pat"),
        Invitation("k" * 64, Guest.SCREEN, 5),
        RollLine("b" * 32, "pat"),
        DoneMark("r" * 32, "pat"),
        Until(3_600_000),
    ]
    for person in people:
        company.put(person)
    companies.flush()
    again = Company(W, store.read(W))
    assert (again.places, again.invitations, again.rolls) == (company.places, company.invitations, company.rolls)
    assert (again.done, again.until) == (company.done, company.until)
    for person in people[1:4]:
        company.drop(person)
    companies.flush()
    kept = store.read(W)
    assert (kept.invitations, kept.rolls, kept.done) == ({}, {}, {})
    with pytest.raises(TypeError):
        company.drop(Until(1))


def test_a_roll_that_is_forgotten_is_gone_from_the_store_even_when_some_of_it_still_waited(companies, store):
    company = companies.of(W)
    company.put(RollLine("b" * 32, "pat", "h" * 64))
    companies.flush()
    company.put(RollLine("b" * 32, "late"))
    company.forget_roll("b" * 32)
    companies.flush()
    assert store.read(W).rolls == {}


def test_done_marks_go_with_their_run(companies, store):
    company = companies.of(W)
    company.put(DoneMark("1" * 32, "pat"))
    company.put(DoneMark("2" * 32, "pat"))
    company.keep_done("2" * 32)
    companies.flush()
    assert store.read(W).done == {"2" * 32: frozenset({"pat"})}


def test_a_day_after_the_end_everybody_is_forgotten(companies, store):
    company = companies.of(W)
    company.put(place("pat", token=KEY))
    company.put(Until(7_200_000))
    companies.flush()
    assert companies.forget_overdue(7_199_999) == []
    assert companies.forget_overdue(7_200_000) == [W]
    assert store.read(W) == People()
    assert companies.who(KEY) is None


# --- several processes on one store ------------------------------------------------------


@pytest.fixture
def elsewhere(store, failures):
    """The companies of another process on the same store."""
    return Companies(store, lambda work, *args: work(*args), failures.append, shared=True)


def test_a_token_made_by_another_process_is_known_at_once(companies, elsewhere):
    elsewhere.of(W)
    companies.of(W).put(place("pat", token=KEY))
    companies.flush()
    assert elsewhere.who(KEY).seat == "pat"


def test_what_another_process_wrote_is_read_and_what_waits_here_stays(companies, elsewhere):
    here, there = companies.of(W), elsewhere.of(W)
    here.put(place("pat"))
    here.put(DoneMark("1" * 32, "pat"))
    companies.flush()
    there.put(place("mia"))
    there.drop(DoneMark("1" * 32, "pat"))
    assert elsewhere.refresh(W) is there
    assert set(there.places) == {"pat", "mia"}
    assert there.done == {}
    elsewhere.flush()
    companies.refresh(W)
    assert (here.places, here.done) == (there.places, there.done)


def test_what_is_read_while_ours_is_written_does_not_undo_it(companies, store, monkeypatch):
    company, real, reads = companies.of(W), store.read, []

    def read(workshop):
        found = real(workshop)
        reads.append(workshop)
        if len(reads) == 1:
            company.put(place("late"))
            companies.flush()
        return found

    monkeypatch.setattr(store, "read", read)
    companies.refresh(W)
    assert set(company.places) == {"late"}


def test_nobody_is_read_for_a_workshop_that_nobody_touched(companies):
    assert companies.refresh(W) is None
    assert companies.live() == []
    assert companies.loaded(W) is None
