"""People on the disk: apart from the contents, in no order of arrival, and gone when forgotten."""

import random
from dataclasses import replace

from server.stores import STORES
from server.stores.people import DoneMark, Part, People, Place, RollLine, key_of
from tests.server.stores.sample import begin, card, hashed, new_id, put, run
from tests.waiting import another_second


def raw(folder, name):
    """All bytes of a file and of what SQLite keeps beside it."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob(f"{name}.sqlite3*")))


def seat(number, place_id=None):
    token = hashed(f"token {number}")
    return Place(
        place_id or new_id(), Part.PARTICIPANT, token, name=f"Person {number} Surname", label=f"Phone {number}."
    )


def by_key(*persons):
    return {key_of(person): person for person in persons}


def test_everybody_is_there_when_the_server_starts_again(sqlite):
    people, workshop, one = sqlite().people, new_id(), seat(1)
    people.write({workshop: by_key(one, RollLine("b", one.id, hashed("request")), DoneMark("r", one.id))})
    before = people.read(workshop)
    people = sqlite().people
    assert people.read(workshop) == before != People()
    assert people.find_token(one.token_hash) == (workshop, one.id)


def test_neither_file_holds_anything_of_the_other(data, sqlite):
    both, workshop = sqlite(), new_id()
    begin(both.content, workshop=workshop)
    seats, cards, now = [seat(number) for number in range(20)], [card(f"Words {n}") for n in range(20)], run()
    for rev, (one, written) in enumerate(zip(seats, cards, strict=True), 1):
        put(both.content, workshop, rev, now, written)
        both.people.write({workshop: by_key(one, DoneMark(now.id, one.id), RollLine("b" * 32, one.id))})
    content, people = raw(data, "content"), raw(data, "people")
    of_people = [text.encode() for one in seats for text in (one.id, one.token_hash, one.name, one.label)]
    of_content = [text.encode() for one in cards for text in (one.id, one.verifier, one.text)]
    assert all(word in people for word in of_people)
    assert all(word in content for word in of_content)
    assert [word for word in of_people if word in content] == []
    assert [word for word in of_content if word in people] == []


def file_after(folder, seats):
    both = STORES["sqlite"](str(folder))
    for one in seats:
        both.people.write({"1" * 32: by_key(one, DoneMark("2" * 32, one.id), RollLine("3" * 32, one.id))})
    found = raw(folder, "people")
    both.close()
    return found


def test_the_raw_file_does_not_tell_who_came_first_nor_when(tmp_path):
    seats = [seat(number, f"{random.Random(number).getrandbits(128):032x}") for number in range(25)]
    before = file_after(tmp_path / "one", seats)
    another_second()
    after = file_after(tmp_path / "two", random.Random(1).sample(seats, 25))
    pages = [{text[at : at + 4096] for at in range(4096, len(text), 4096)} for text in (before, after)]
    for kind in (b'"place"', b'"done"', b'"roll"'):
        assert {page for page in pages[0] if kind in page} == {page for page in pages[1] if kind in page}
    assert all(before.count(f'"name":"{one.name}"'.encode()) == 1 for one in seats)


def test_who_was_forgotten_is_in_no_raw_byte(data, sqlite):
    people, doomed, other = sqlite().people, new_id(), new_id()
    seats = [seat(number) for number in range(120)]
    for number, one in enumerate(seats):
        people.write({doomed if number % 2 else other: by_key(one)})
    people.forget(doomed)
    found = raw(data, "people")
    assert doomed.encode() not in found
    for number, one in enumerate(seats):
        words = (one.id, one.name, one.label, one.token_hash)
        assert {word.encode() in found for word in words} == {number % 2 == 0}


def test_a_forgotten_roll_and_an_old_name_are_in_no_raw_byte(data, sqlite):
    people, workshop, one = sqlite().people, new_id(), seat(1)
    roll = [RollLine("b" * 32, new_id(), hashed(f"request {number}")) for number in range(50)]
    people.write({workshop: by_key(one, *roll)})
    people.write({workshop: by_key(replace(one, name="Somebody else"))})
    people.forget_roll(workshop, "b" * 32)
    found = raw(data, "people")
    assert one.name.encode() not in found
    assert [line.seat for line in roll if line.seat.encode() in found or line.request_hash.encode() in found] == []
    assert b"Somebody else" in found
