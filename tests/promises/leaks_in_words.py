"""Leaks by what is said: who wrote it, how many there are, and the words themselves (leaks.py lists them)."""

from dataclasses import replace

from flask import request

from facilitation import view
from facilitation.canvas_commands import AddItem
from facilitation.commands import AddCard
from facilitation.records import put
from facilitation.refusals import Refused
from facilitation.room import RoomEntry
from facilitation.rules import SEES, Audience
from server import routes
from server.desk import Desk
from server.hall import Hall
from server.routes import Routes
from server.sockets import Sockets


def unseen_cards(workshop):
    return sum(not view._is_out(workshop, card) for card in workshop.cards.values())


def instead(patch, owner, name, work):
    """`work(real, *args)` in its place."""
    real = getattr(owner, name)
    patch.setattr(owner, name, lambda *args, **more: work(real, *args, **more))


def entries_of(patch, kind, change):
    """The entry of a kind of record, changed by `change(workshop, record, entry)`."""
    real = view.MAKERS[kind]
    made = {kind: lambda workshop, record: change(workshop, record, real(workshop, record))}
    patch.setattr(view, "MAKERS", {**view.MAKERS, **made})


# --- who ------------------------------------------------------------------------------------


def with_who_asks(patch, changed):
    """Each command as `changed(command, seat)` makes it, of the seat that asked."""
    seats = []

    def asked(real, sockets, member, data, reply):
        seats.append(member.who.seat)
        return real(sockets, member, data, reply)

    def done(real, hall, workshop, command, role, reply):
        return real(hall, workshop, changed(command, seats[-1]), role, reply)

    instead(patch, Sockets, "_ask", asked)
    instead(patch, Hall, "ask", done)


def signed(kind):
    """Words of this kind of command end with the seat of who wrote them."""
    return lambda one, seat: replace(one, text=f"{one.text} {seat}") if isinstance(one, kind) and one.text else one


def a_card_with_the_seat_of_its_writer(patch):
    with_who_asks(patch, signed(AddCard))


def a_drawing_with_the_seat_of_who_drew_it(patch):
    with_who_asks(patch, signed(AddItem))


def an_address_in_the_log(patch):
    def workshop(real, one, workshop):
        one.hall.log.info("asked", where=request.remote_addr)
        return real(one, workshop)

    instead(patch, Routes, "workshop", workshop)


def a_socket_in_the_log(patch):
    def asked(real, sockets, member, data, reply):
        sockets._hall.log.info("asked", code=member.sid)
        return real(sockets, member, data, reply)

    instead(patch, Sockets, "_ask", asked)


def words_in_the_log(patch):
    def update(real, desk, before, ask):
        desk._world.log.info("asked", where=repr(ask.command))
        return real(desk, before, ask)

    instead(patch, Desk, "_update", update)


# --- how many -------------------------------------------------------------------------------


def a_title_that_counts_what_is_unseen(patch):
    entries_of(patch, "workshop", lambda w, _, entry: replace(entry, title_version=unseen_cards(w)))


def an_idea_that_counts_the_worries_about_it(patch):
    entries_of(patch, "card", lambda w, _, entry: replace(entry, place=unseen_cards(w)))


def a_step_that_counts_its_drafts(patch):
    entries_of(patch, "run", lambda w, _, entry: replace(entry, tucked_version=len(w.gone)))


def a_tally_before_the_vote_closes(patch):
    def counted(workshop, ballot, entry):
        return replace(entry, totals={one.id: 1 for one in workshop.votes.values() if one.ballot == ballot.id})

    entries_of(patch, "ballot", counted)


def a_count_beside_who_is_here(patch):
    def room(real, desk, audience):
        found: RoomEntry = real(desk, audience)
        return replace(found, people=found.people + unseen_cards(desk.workshop))

    instead(patch, Desk, "room_of", room)


def a_number_that_counts_unseen_saves(patch):
    def save(real, desk, done_now, *, lease):
        done = real(desk, done_now, lease=lease)
        if done_now.after.touched:
            desk.numbers = {one: number + 1 for one, number in desk.numbers.items()}
        return done

    instead(patch, Desk, "_save", save)


def a_health_page_that_counts(patch):
    def healthz(_real, one):
        return routes.reply({"ok": True, "cards": [len(live.desk.workshop.cards) for live in one.hall.all_live()]})

    instead(patch, Routes, "healthz", healthz)


def a_refusal_that_counts(patch):
    def update(real, desk, before, ask):
        answer = real(desk, before, ask)
        if isinstance(answer, Refused):
            return replace(answer, say=f"{answer.say} There are {len(before.cards)} cards.")
        return answer

    instead(patch, Desk, "_update", update)


# --- what -----------------------------------------------------------------------------------


def an_export_of_the_whole_workshop(patch):
    def everything(real, workshop, room, audience):
        runs = [replace(run, revealed=True) for run in workshop.runs.values()]
        return real(put(workshop, *runs), room, audience)

    instead(patch, routes, "view", everything)


def a_facilitator_who_peeks(patch):
    more = {**SEES, ("card", False): frozenset({Audience.FACILITATOR})}
    patch.setattr("facilitation.rules.SEES", more)


def a_screen_that_shows_what_was_never_revealed(patch):
    more = {**SEES, ("card", False): frozenset({Audience.SCREEN})}
    patch.setattr("facilitation.rules.SEES", more)


def a_refusal_with_the_words_of_a_card(patch):
    def update(real, desk, before, ask):
        answer = real(desk, before, ask)
        words = [card.text for card in before.cards.values() if not view._is_out(before, card)]
        return replace(answer, say=f"Not {words[:1]}") if isinstance(answer, Refused) else answer

    instead(patch, Desk, "_update", update)
