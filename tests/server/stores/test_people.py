"""The contract of a store of people. Every test runs on every store."""

import tempfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.codec import BadRecord
from server.people_commands import Guest
from server.stores.people import KINDS, DoneMark, Invitation, Part, People, Place, RollLine, Salt, Until, key_of
from tests.server.any_record import any_of
from tests.server.stores.sample import hashed, new_id, opened_all
from tests.waiting import eventually

ADA = Place("a" * 32, Part.PARTICIPANT, hashed("Ada's token"), name="Ada")
BEA = Place("b" * 32, Part.FACILITATOR, hashed("Bea's token"), name="Bea", label="Bea's laptop")
WALL = Place("c" * 32, Part.SCREEN, hashed("screen"), label="The wall")
INVITATION = Invitation(hashed("key"), Guest.COFACILITATOR, 1_800_000_000_000)
ROLL = [RollLine("d" * 32, ADA.id, hashed("request")), RollLine("d" * 32, BEA.id), RollLine("e" * 32, ADA.id)]
DONE = [DoneMark("f" * 32, ADA.id), DoneMark("f" * 32, BEA.id), DoneMark("0" * 32, ADA.id)]


def by_key(*persons):
    return {key_of(person): person for person in persons}


def gone(*persons):
    return dict.fromkeys(by_key(*persons))


@pytest.fixture
def workshop(people):
    """A workshop with some of everything about its people."""
    workshop = new_id()
    people.write(
        {workshop: by_key(ADA, BEA, WALL, INVITATION, *ROLL, *DONE, Until(1_800_000_000_000), Salt("own key"))}
    )
    return workshop


def test_everything_about_people_is_read_back_sorted(people, workshop):
    assert people.read(workshop) == People(
        places={place.id: place for place in (ADA, BEA, WALL)},
        invitations={INVITATION.key_hash: INVITATION},
        rolls={"d" * 32: {ADA.id: ROLL[0], BEA.id: ROLL[1]}, "e" * 32: {ADA.id: ROLL[2]}},
        done={"f" * 32: frozenset({ADA.id, BEA.id}), "0" * 32: frozenset({ADA.id})},
        until=Until(1_800_000_000_000),
        salt=Salt("own key"),
    )


def test_nobody_is_known_in_a_workshop_that_nobody_joined(people, workshop):
    other = new_id()
    assert people.read(other) == People()
    people.write({other: gone(ADA), new_id(): {}})
    people.forget_roll(other, "d" * 32)
    people.forget(other)
    assert people.read(other) == People()
    assert people.read(workshop).places[ADA.id] == ADA


def test_one_tick_changes_several_workshops_at_once(people, workshop):
    other = new_id()
    people.write({workshop: {**by_key(replace(ADA, name="Ada L.")), **gone(WALL, DONE[0])}, other: by_key(WALL)})
    now = people.read(workshop)
    assert set(now.places) == {ADA.id, BEA.id}
    assert now.places[ADA.id].name == "Ada L."
    assert now.done["f" * 32] == {BEA.id}
    assert people.read(other) == People(places={WALL.id: WALL})


def test_the_same_write_again_changes_nothing(people, workshop):
    changes = {workshop: {**by_key(replace(ADA, name="Ada L.")), **gone(WALL)}}
    people.write(changes)
    once = people.read(workshop)
    people.write(changes)
    assert people.read(workshop) == once


def test_a_broken_record_keeps_the_whole_tick_from_being_written(people, workshop):
    before = people.read(workshop)
    for broken in (by_key(replace(BEA, name=7)), {"place:other": BEA}, {key_of(ADA): BEA}):
        with pytest.raises(BadRecord):
            people.write({workshop: {**gone(ADA), **broken}})
    assert people.read(workshop) == before


def test_a_token_leads_to_its_place_until_it_is_signed_out(people, workshop):
    assert people.find_token(hashed("Ada's token")) == (workshop, ADA.id)
    assert people.find_token(hashed("screen")) == (workshop, WALL.id)
    assert people.find_token(hashed("invented")) is None
    assert people.find_token("") is None
    people.write(
        {workshop: {**by_key(replace(ADA, token_hash=""), replace(BEA, token_hash=hashed("new"))), **gone(WALL)}}
    )
    assert people.find_token(hashed("Ada's token")) is None
    assert people.find_token(hashed("Bea's token")) is None
    assert people.find_token(hashed("screen")) is None
    assert people.find_token(hashed("new")) == (workshop, BEA.id)
    assert people.find_token("") is None


def test_the_roll_of_one_ballot_can_be_forgotten_alone(people, workshop):
    before = people.read(workshop)
    people.forget_roll(workshop, "d" * 32)
    assert people.read(workshop) == replace(before, rolls={"e" * 32: {ADA.id: ROLL[2]}})


def test_a_workshop_is_overdue_from_its_hour_on(people, workshop):
    later = new_id()
    people.write({later: by_key(Until(1_800_003_600_000)), new_id(): by_key(ADA)})
    assert people.overdue(1_799_999_999_999) == []
    assert people.overdue(1_800_000_000_000) == [workshop]
    assert people.overdue(1_800_003_600_000) == sorted([workshop, later])


def test_forgetting_leaves_nobody_and_others_untouched(people, workshop):
    other = new_id()
    people.write({other: by_key(replace(ADA, token_hash=hashed("other")))})
    people.forget(workshop)
    assert people.read(workshop) == People()
    assert people.find_token(hashed("Ada's token")) is None
    assert people.find_token(hashed("other")) == (other, ADA.id)
    assert people.overdue(2**60) == []
    assert people.ids() == [other]
    eventually(people.settle)


def test_who_is_known_is_listed_by_workshop(people, workshop):
    other = new_id()
    people.write({other: by_key(ADA)})
    assert people.ids() == sorted([workshop, other])


PERSONS = st.one_of(any_of(cls) for cls in KINDS.values())
TICKS = st.lists(st.tuples(st.sampled_from(["1" * 32, "2" * 32]), st.lists(PERSONS, max_size=4), st.booleans()))


def own(workshop, person):
    """The same with a token of this workshop: nobody is given the token of somebody elsewhere."""
    has_one = isinstance(person, Place) and person.token_hash
    return replace(person, token_hash=workshop[0] + person.token_hash) if has_one else person


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TICKS)
def test_all_stores_answer_the_same_to_the_same(redis_url, ticks):
    with tempfile.TemporaryDirectory() as folder:
        opened = opened_all(folder, redis_url)
        ticks = [(workshop, [own(workshop, one) for one in persons], there) for workshop, persons, there in ticks]
        tokens = [one.token_hash for _, persons, _ in ticks for one in persons if isinstance(one, Place)]
        for workshop, persons, there in ticks:
            answers = []
            for both in opened.values():
                both.people.write({workshop: by_key(*persons) if there else gone(*persons)})
                found = [both.people.find_token(token) for token in tokens]
                answers.append((both.people.read("1" * 32), both.people.read("2" * 32), found, both.people.overdue(0)))
            assert all(answer == answers[0] for answer in answers)
        for both in opened.values():
            both.close()
