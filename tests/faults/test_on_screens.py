"""What people see of it: a board that cannot be saved says so, and one that was set back gets its words again."""

import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from server.stores.copies import put_back, take_copies
from tests.faults import kernel
from tests.journeys.gathering import Gathering
from tests.journeys.settings import SHORT
from tests.waiting import eventually

BOATS = ("Repaint the rowing boats together", "Row them out on Sundays")


@pytest.fixture
def meeting(start_server, open_page):
    """A server, who leads, and who writes ideas that nobody sees yet."""
    server = start_server(**SHORT)
    gathering = Gathering(server.url, open_page)
    lead, tom = gathering.lead(), gathering.joins("Tom")
    gathering.moves_to("Ideas", lead, tom)
    return server, lead, tom


def cards(server):
    """How many cards are on the disk."""
    with closing(sqlite3.connect(f"{(server.data / 'content.sqlite3').as_uri()}?mode=rw", uri=True)) as file:
        return file.execute("SELECT count(*) FROM slot_0 WHERE key GLOB 'card:*'").fetchone()[0]


def test_everybody_reads_that_saving_is_paused_and_what_was_written_meanwhile_is_saved_by_itself(meeting):
    server, lead, tom = meeting
    with kernel.no_room(server.pid):
        tom.writes("Idea", BOATS[0])
        for one in (lead, tom):
            one.reads("Saving is paused")
        expect(tom.card(BOATS[0])).to_contain_text("Not sent yet")
    tom.has_saved(BOATS[0])
    for one in (lead, tom):
        expect(one.at.get_by_text("Saving is paused")).to_have_count(0)


def test_what_was_saved_after_the_copy_that_was_put_back_is_offered_again_by_the_page(meeting):
    server, lead, tom = meeting
    before = take_copies(server.data)
    tom.writes("Idea", *BOATS)
    tom.has_saved(*BOATS)
    server.kill9()
    put_back(server.data, before, replace=True)
    assert cards(server) == 0
    server.start()
    eventually(lambda: cards(server) == len(BOATS))
    lead.goes_on("Read the ideas")
    for one in (lead, tom):
        for text in BOATS:
            expect(one.card(text)).to_have_count(1)
