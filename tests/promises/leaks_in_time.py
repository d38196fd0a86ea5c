"""Leaks by how it is said: in which order, when, and at what length (leaks.py lists them)."""

from dataclasses import replace

from facilitation import rules, update, view
from facilitation.commands import AddCard, FlagCard
from facilitation.moderation import waiting_flags
from facilitation.records import put, records
from facilitation.rules import MAY, SEES, Audience
from facilitation.workshop import Workshop
from server import beat, departures, moments, stretch
from server.desk import PRESENT, Desk
from server.hall import Hall
from server.routes import Routes
from tests.promises.leaks_in_words import entries_of, instead

# --- in which order -------------------------------------------------------------------------


def cards_in_the_order_in_which_they_came(patch):
    came = {}

    def add(real, workshop, command, context):
        came[command.id] = len(workshop.cards) + len(workshop.gone)
        return real(workshop, command, context)

    def by_arrival(keys):
        return sorted(keys, key=lambda key: (came.get(key.partition(":")[2], 0), key))

    act = update.ACTS[AddCard]
    acts = {**update.ACTS, AddCard: replace(act, apply=lambda *args: add(act.apply, *args))}
    patch.setattr(update, "ACTS", acts)
    patch.setattr(view, "sorted", by_arrival, raising=False)


def a_wording_that_counts_the_drafts_of_a_card(patch):
    entries_of(patch, "card", lambda _w, card, entry: replace(entry, wording=card.number))


# --- when and how long ----------------------------------------------------------------------


def a_tag_with_the_revision_of_the_store(patch):
    def workshop(real, one, workshop):
        found = real(one, workshop)
        found.headers["ETag"] = str(one.hall.live(workshop).desk.rev)
        return found

    instead(patch, Routes, "workshop", workshop)


def a_reply_as_long_as_what_is_stored(patch):
    def workshop(real, one, workshop):
        found = real(one, workshop)
        found.set_data(found.get_data() + b" " * len(records(one.hall.live(workshop).desk.workshop)))
        return found

    instead(patch, Routes, "workshop", workshop)


def after_each_save(patch, tell):
    def show(real, desk, shown, rev):
        real(desk, shown, rev)
        if shown.after.touched:
            tell(desk)

    instead(patch, Desk, "_show", show)


def an_empty_frame_for_each_unseen_card(patch):
    frame = {"from": 0, "to": 0, "set": {}, "gone": ()}
    after_each_save(patch, lambda desk: desk._world.publish(desk.workshop.head.id, PRESENT[0], frame))


def a_room_that_is_told_again_when_a_card_came(patch):
    def tell(desk):
        number = desk.numbers[PRESENT[1]]
        frame = {"from": number, "to": number, "set": {}, "gone": (), "room": desk.room_of(PRESENT[1])}
        desk._world.publish(desk.workshop.head.id, PRESENT[1], frame)

    after_each_save(patch, tell)


def a_frame_as_long_as_what_is_stored(patch):
    def publish(real, hall, workshop, audience, frame):
        frame = {**frame, "pad": " " * len(records(hall.live(workshop).desk.workshop))}
        return real(hall, workshop, audience, frame)

    instead(patch, Hall, "publish", publish)


def a_frame_with_the_revision_of_the_store(patch):
    def publish(real, hall, workshop, audience, frame):
        return real(hall, workshop, audience, {**frame, "rev": hall.live(workshop).desk.rev})

    instead(patch, Hall, "publish", publish)


def an_answer_that_waits_for_what_others_wrote(patch):
    patch.setattr(beat.Beat, "_veil_ms", lambda *_, **__: 0)


def answers_that_leave_at_once(patch):
    patch.setattr(beat, "hides", lambda _workshop: False)
    patch.setattr(departures, "hides", lambda _workshop: False)


def seen_and_unseen_saved_together(patch):
    patch.setattr(stretch, "alike", lambda _one, _other: True)
    patch.setattr("server.desk.unseen_first", lambda *_: 0)


def a_flag_that_is_shown_at_once(patch):
    def flag(workshop, command, context):
        answer = act.apply(workshop, command, context)
        if not isinstance(answer, Workshop):
            return answer
        return put(answer, *(replace(one, out=True) for one in waiting_flags(answer)))

    act = update.ACTS[FlagCard]
    patch.setattr(update, "ACTS", {**update.ACTS, FlagCard: replace(act, apply=flag)})


def a_hand_that_moves_while_unsigned_cards_gather(patch):
    patch.setattr(rules, "MAY", {command: replace(line, at_once=False) for command, line in MAY.items()})


def a_pointer_while_something_is_written_unseen(patch):
    patch.setattr(moments, "shows_at_once", lambda _workshop: True)


def a_card_that_is_shown_as_soon_as_it_comes(patch):
    patch.setattr(rules, "UNSEEN", frozenset())
    more = {**SEES, ("card", False): frozenset({Audience.PARTICIPANT})}
    patch.setattr("facilitation.rules.SEES", more)
