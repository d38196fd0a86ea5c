"""Forgetting a workshop: when, by whom, with whom in it; and that nothing that was on its way brings it back."""

from dataclasses import replace

import orjson
import pytest
from redis import Redis

from facilitation.commands import DeleteWorkshop, EndWorkshop, KeepFor
from facilitation.context import Role
from facilitation.opening import new_workshop
from facilitation.records import changes
from facilitation.states import State
from facilitation.workshop import Head
from server.secret import hash_of, new_id
from server.shapes import FarewellReason
from server.stores.people import Part, Place
from server.stores.store import Credentials, Unavailable
from tests.server.house import GONE, HERE, House
from tests.server.stores.sample import AGENDA, begin, card, put
from tests.waiting import eventually


@pytest.fixture(params=["memory", "redis", "sqlite"])
def house(request, tmp_path):
    url = request.getfixturevalue("redis_url") if request.param == "redis" else ""
    if url:
        with Redis.from_url(url) as client:
            client.flushdb()
    made = House(request.param, tmp_path, url)
    yield made
    made.close()


def test_a_workshop_goes_so_many_days_after_its_end_with_all_who_were_in_it(house):
    workshop, other = house.made(), house.made()
    house.comes_in(workshop)
    house.asked(workshop, EndWorkshop(""))
    house.later(29, 23)
    assert house.there(workshop) == HERE
    house.later(0, 6)
    assert house.there(workshop) == GONE
    assert house.farewells == [("Pat", FarewellReason.DELETED)]
    assert house.hall.live(workshop) is None
    assert house.hall.presence.here(workshop) == set()
    assert house.there(other)[0] is False  # nobody was ever in it
    house.later(1)


def test_while_somebody_is_in_a_workshop_that_has_not_ended_it_stays(house):
    workshop = house.made()
    house.comes_in(workshop)
    for _ in range(40):
        house.later(1)
    assert house.there(workshop) == HERE
    house.hall.presence.go("Pat")
    house.later(29)
    assert house.there(workshop) == HERE
    house.later(2)
    assert house.there(workshop) == GONE


def test_after_the_end_an_open_page_keeps_nothing_back(house):
    workshop = house.made()
    house.comes_in(workshop)
    house.asked(workshop, EndWorkshop(""))
    for _ in range(31):
        house.later(1)
    assert house.there(workshop) == GONE


def test_whoever_opened_it_may_say_for_how_long(house):
    short, long = house.made(), house.made()
    house.asked(short, KeepFor(1, 0))
    house.asked(long, KeepFor(365, 0))
    house.later(2)
    assert (house.there(short)[0], house.there(long)[0]) == (False, True)
    house.later(363)
    assert house.there(long)[0]
    house.later(1)
    assert not house.there(long)[0]


def test_deleted_by_hand_it_is_gone_at_once_and_everybody_is_told(house):
    workshop, other = house.made(), house.made()
    house.comes_in(workshop, "Fay")
    house.comes_in(workshop, "Pat")
    house.comes_in(other, "Oda")
    code = house.hall.store.credentials(workshop).join_code
    assert house.asked(workshop, DeleteWorkshop(workshop))["status"] == "ok"
    eventually(lambda: house.hall.answer_to(other, KeepFor(30, 9), Role.PARTICIPANT) and house.there(workshop) == GONE)
    assert sorted(house.farewells) == [("Fay", FarewellReason.DELETED), ("Pat", FarewellReason.DELETED)]
    assert house.hall.store.find_code(code) is None
    assert house.hall.companies.who("Pat") is None
    assert house.there(other) == HERE
    assert house.asked(workshop, DeleteWorkshop(workshop))["code"] == "no_such_workshop"


def test_what_could_not_be_forgotten_now_is_forgotten_on_a_later_tick(house, monkeypatch):
    workshop, other = house.made(), house.made()
    for one in (workshop, other):
        house.comes_in(one)
        house.asked(one, EndWorkshop(""))
    real = house.hall.store.forget

    def full(one):
        if one == workshop:
            raise Unavailable("no room")
        real(one)

    with monkeypatch.context() as patch:
        patch.setattr(house.hall.store, "forget", full)
        house.later(40)
    assert house.there(workshop) == (True, False)
    assert house.there(other) == GONE
    house.later(0)
    assert house.there(workshop) == GONE


def test_what_was_on_its_way_to_be_written_does_not_bring_anybody_back(house):
    workshop = house.made()
    place = house.comes_in(workshop)
    company = house.hall.companies.of(workshop)
    house.forgetting.forget(workshop)
    house.hall.stores.people.write({workshop: {f"place:{place.id}": place}})  # it was being written just then
    assert house.there(workshop) == (False, True)
    house.tick()
    assert house.there(workshop) == GONE
    answers = []
    company.put(place)
    house.hall.companies.when_saved(company, answers.append)
    house.hall.companies.flush()
    assert answers == [False]
    assert house.there(workshop) == GONE


def test_people_of_no_workshop_go_once_they_were_seen_twice(house):
    workshop = house.made()
    house.comes_in(workshop)
    stray = new_id()
    house.hall.stores.people.write({stray: {"place:1": Place("1", Part.PARTICIPANT, hash_of("stray"))}})
    house.forgetting.sweep_people()
    assert house.there(stray) == (False, True)
    house.forgetting.sweep_people()
    assert house.there(stray) == GONE
    assert house.there(workshop) == HERE


DAYS = ("forget_on", "used_on", "keep_days", "keep_version")


def as_of_old(house, *workshops):
    """Take out of the store what an older server did not write: it knew no days at all."""
    store = house.hall.store
    if house.hall.stores.sharing is not None:
        store._lines.ask(("DEL", "folkmoot:forget"))
    elif house.hall.stores.folder is not None:
        for one in workshops:
            rows = {key: orjson.loads(body) for key, body in store._slots.rows(one).items()}
            for row in rows.values():
                (fields,) = row.values()
                row |= {kind: {name: field for name, field in fields.items() if name not in DAYS} for kind in row}
            with store._slots.writing() as writing:
                writing.write(one, {key: orjson.dumps(row) for key, row in rows.items()})
    if house.hall.stores.sharing or house.hall.stores.folder:
        house.reopen()


def test_a_workshop_of_an_older_server_gets_its_day_and_is_not_forgotten_before(house):
    old, agenda = new_id(), house.hall.agendas["quick-hats-20"]
    ended = new_id()
    for one, state in ((old, State.WAITING), (ended, State.ENDED)):
        made = new_workshop(one, "Old", agenda)
        made = replace(made, head=replace(made.head, state=state))
        house.hall.store.create(one, changes(made), Credentials("a" * 64, "b" * 64, one[:8].upper()))
    as_of_old(house, old, ended)
    house.tick()
    assert house.hall.store.overdue(10**6) == dict.fromkeys(sorted([old, ended]), 20_030)
    house.later(29)
    assert house.there(old)[0]
    house.later(2)
    assert (house.there(old)[0], house.there(ended)[0]) == (False, False)


def test_where_a_day_cannot_be_saved_nobody_is_put_out(house, monkeypatch):
    workshop = house.made()
    house.comes_in(workshop)

    def full(_saves):
        raise Unavailable("no room")

    monkeypatch.setattr(house.hall.store, "save_many", full)
    house.later(60)
    assert house.there(workshop) == HERE


def test_a_store_knows_whose_day_has_come_and_what_somebody_deleted(house):
    store = house.hall.store

    def head(workshop, **fields):
        return Head(workshop, "Lonely in Seaford", AGENDA, **fields)

    undated, later, deleted, lengthened = sorted(begin(store) for _ in range(4))
    put(store, later, 1, head(later, used_on=20_000, keep_days=30))
    put(store, deleted, 1, head(deleted, used_on=20_000, keep_days=30, state=State.DELETED))
    put(store, lengthened, 1, head(lengthened, used_on=20_000, keep_days=1))
    assert store.overdue(20_001) == {undated: 0, deleted: 1, lengthened: 20_001}
    put(store, lengthened, 2, head(lengthened, used_on=20_000, keep_days=40))
    put(store, later, 2, card())  # says nothing about the day
    assert store.overdue(20_029) == {undated: 0, deleted: 1}
    assert store.overdue(20_030) == {undated: 0, deleted: 1, later: 20_030}
    made = house.made()
    assert made not in store.overdue(20_029)
    assert store.overdue(20_030)[made] == 20_030
    for one in (undated, deleted, lengthened, made):
        store.forget(one)
    assert store.overdue(30_000) == {later: 20_030}
    eventually(store.settle)
