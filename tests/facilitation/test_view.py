"""One door out: what each audience sees, and that the difference is found from what was touched."""

from facilitation import commands as c
from facilitation.agenda import CardKind
from facilitation.patch import full_difference
from facilitation.records import settled
from facilitation.room import Room, Seat
from facilitation.rules import Audience
from facilitation.view import difference, differences, view
from tests.meeting import Meeting, name


def test_a_view_of_a_new_workshop_holds_its_agenda_and_its_clock():
    seen = Meeting().seen()
    assert set(seen) == {"workshop", "clock", "keeping"}
    assert len(seen["workshop"].phases) == 13


def test_no_entry_tells_an_author_a_key_or_a_time():
    meeting = Meeting().to("Ideas")
    meeting.add("bus")
    meeting.next()
    fields = set(type(meeting.seen()[f"card:{name('bus')}"]).__dataclass_fields__)
    assert fields == {
        "id",
        "run",
        "kind",
        "text",
        "signed",
        "target",
        "group",
        "place",
        "wording",
        "late",
        "hidden",
        "hidden_version",
        "language",
    }


def test_a_sealed_card_changes_no_view_at_all():
    meeting = Meeting().to("Ideas")
    before = settled(meeting.workshop)
    meeting.workshop = before
    meeting.add("bus")
    meeting.keep("worry")
    for audience in Audience:
        assert not difference(before, meeting.workshop, audience)


def test_leaving_a_private_phase_carries_its_cards_in_the_ordinary_difference():
    meeting = Meeting().to("Ideas")
    meeting.add("bus")
    before = settled(meeting.workshop)
    meeting.workshop = before
    meeting.next()
    for audience in (Audience.FACILITATOR, Audience.PARTICIPANT, Audience.SCREEN):
        patch = difference(before, meeting.workshop, audience)
        assert patch.set[f"card:{name('bus')}"].text == "bus"


def test_cards_come_in_the_order_of_their_random_ids():
    meeting = Meeting().to("Ideas")
    for word in ("one", "two", "three", "four"):
        meeting.add(word)
    meeting.next()
    keys = [key for key in meeting.seen() if key.startswith("card:")]
    assert keys == sorted(keys)


def test_only_facilitators_see_exact_places_and_when_it_started():
    room = Room((Seat("1", "Ana", facilitator=True, here=True),), waiting=("1",))
    meeting = Meeting().start()
    for audience in Audience:
        exact = audience is Audience.FACILITATOR
        found = view(meeting.workshop, room, audience)
        assert bool(found.room.seats) is exact
        assert bool(found.room.waiting) is exact
        assert ("timing" in found.entries) is exact


def test_the_record_has_no_clock_and_no_vote_that_is_open():
    meeting = Meeting().to("Ideas")
    meeting.add("bus", CardKind.IDEA)
    meeting.to("Dots")
    ballot = meeting.open_ballot()
    record = meeting.seen(Audience.RECORD)
    assert "clock" not in record
    assert f"ballot:{ballot}" not in record
    assert f"ballot:{ballot}" in meeting.seen(Audience.SCREEN)


def test_the_difference_from_what_was_touched_is_the_whole_difference():
    meeting = Meeting().to("Ideas")
    meeting.add("bus")
    meeting.keep("worry")
    for command in (
        lambda: c.NextPhase(meeting.run, 0),
        lambda: c.NextPhase(meeting.run, 0),
        lambda: c.AddGroup(name("g"), meeting.run, "Group"),
        lambda: c.MoveCard(name("bus"), name("g"), 0),
        lambda: c.RemoveGroup(name("g")),
    ):
        before = settled(meeting.workshop)
        meeting.workshop = before
        meeting.do(command())
        for audience in Audience:
            whole = full_difference(
                view(before, Room(), audience).entries, view(meeting.workshop, Room(), audience).entries
            )
            assert difference(before, meeting.workshop, audience) == whole
            assert differences(before, meeting.workshop, Audience)[audience] == whole


def test_the_same_change_for_two_audiences_is_one_patch():
    meeting = Meeting()
    before = settled(meeting.workshop)
    meeting.workshop = before
    meeting.start()
    found = differences(before, meeting.workshop, Audience)
    assert found[Audience.PARTICIPANT] is found[Audience.SCREEN]
    assert found[Audience.PARTICIPANT] != found[Audience.FACILITATOR]  # who alone sees when it started
