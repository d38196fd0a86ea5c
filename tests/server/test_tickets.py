"""A ticket comes back as it was, from nobody but us, and not for long."""

import pytest

from server.tickets import MOST_LETTERS, Tickets

SECRET = bytes(range(32))


class Hours:
    time = 1_800_000_000_000

    def __call__(self):
        return self.time


@pytest.fixture
def hours():
    return Hours()


def test_a_ticket_comes_back_as_it_was(hours):
    tickets = Tickets(SECRET, hours)
    assert tickets.opened(tickets.seal({"who": "Ada", "where": ""}, 1000)) == {"who": "Ada", "where": ""}


def test_a_ticket_is_good_for_its_time_only(hours):
    tickets = Tickets(SECRET, hours)
    ticket = tickets.seal({}, 1000)
    hours.time += 999
    assert tickets.opened(ticket) == {}
    hours.time += 1
    assert tickets.opened(ticket) is None


def test_a_ticket_of_another_server_is_none(hours):
    assert Tickets(SECRET, hours).opened(Tickets(bytes(32), hours).seal({"a": "b"}, 1000)) is None


def test_another_process_with_the_same_secret_knows_it(hours):
    assert Tickets(SECRET, hours).opened(Tickets(SECRET, hours).seal({"a": "b"}, 1000)) == {"a": "b"}


@pytest.mark.parametrize("at", range(0, 200, 7))
def test_a_ticket_with_one_letter_changed_is_none(hours, at):
    tickets = Tickets(SECRET, hours)
    ticket = tickets.seal({"who": "Ada " * 20}, 1000)
    other = "A" if ticket[at] != "A" else "B"
    assert tickets.opened(ticket[:at] + other + ticket[at + 1 :]) is None


@pytest.mark.parametrize("typed", ["", "ticket", "\ud800", "\u00e4", "A" * (MOST_LETTERS + 1), "gAAAAA=="])
def test_what_never_was_a_ticket_is_none(hours, typed):
    assert Tickets(SECRET, hours).opened(typed) is None


def test_nobody_reads_in_a_ticket(hours):
    assert "Ada" not in Tickets(SECRET, hours).seal({"who": "Ada"}, 1000)
