"""Eight people at one board at once, in eight browsers: they draw, type, drag, group and undo into each
other's hands. In the end all eight see the same, the store has just that, and nobody's undo touched another's act."""

import json
import random
import time
from collections import Counter

import pytest
from playwright.sync_api import expect

from tests.journeys.gathering import HOUR
from tests.journeys.many import IDEAS, ITEMS, Hands
from tests.journeys.people import exactly
from tests.journeys.settings import SHORT
from tests.waiting import eventually
from tests.wire import VERIFIER, marked

HANDS = 8
SEED = 20_261_124


def act_together(people, end, dice):
    """Everybody acts, move by move, in an order by chance."""
    busy = [one.goes_on(end) for one in people]
    while busy:
        one = dice.choice(busy)
        if next(one, busy) is busy:
            busy.remove(one)


def things(view):
    return {key: entry for key, entry in view.items() if key.partition(":")[0] in {"card", "group", "item", "spot"}}


def at_peace(person, everybody):
    """All eight show the same board: what it is, once nothing moves any more."""
    eventually(lambda: len({json.dumps(one.page.evaluate(ITEMS), sort_keys=True) for one in everybody}) == 1)
    return eventually(lambda: (found := person.lies()) and all(one.lies() == found for one in everybody) and found)


@pytest.mark.usefixtures("house")
def test_eight_browsers_at_one_board_end_with_the_same_and_nobody_undid_anothers_act(gather, start_server, long):
    server = start_server(**SHORT)
    meeting = gather(HOUR, url=server.url)
    meeting.lead()
    meeting.moves_to("Ideas")
    device = meeting.line()
    for number, text in enumerate(IDEAS):
        device.do("AddCard", id=f"{number:032x}", run=device.run, kind="idea", verifier=VERIFIER, text=text)
    meeting.moves_to("Like with like")
    people = [Hands(meeting.page(width=1800, height=1100), f"P{n}", SEED + n) for n in range(HANDS)]
    for one in people:
        one.joins(meeting.link)
        one.presses(exactly("Join in"))
        one.presses("Hide this step")
        one.presses(exactly("Show all"))
        expect(one.at.locator(".canvas [data-key^='card:']")).to_have_count(len(IDEAS))
    act_together(people, time.monotonic() + (300 if long else 10), random.Random(SEED))
    for one in people:
        one.page.keyboard.press("Escape")
        one.presses(exactly("Show all"))
        one.page.set_default_timeout(10_000)
    board = at_peace(people[0], people)
    assert len([key for key in board if key.startswith("card:")]) == len(IDEAS)
    assert [wrong for one in people for wrong in one.undid_only_own()] == []
    assert sum(one.missed for one in people) <= sum(one.acts for one in people) / 4  # a full board is a crowd
    asked = [command for one in people for command, _ in one.asked]
    assert {"Place", "AddItem", "AddGroup", "MoveCard"} <= set(asked)
    assert any(begin < end for one in people for begin, end in one.undone)
    for one in people:
        one.presses(exactly("List"))
    read = [one.at.get_by_role("article").all_inner_texts() for one in people]
    assert all(texts == read[0] for texts in read)
    marked(device)
    kept = things(device.view)
    if long:
        print(Counter(asked), f"{sum(one.missed for one in people)} missed")  # noqa: T201 - what it is run for
    device.close()
    server.kill9()
    server.restart()
    device = meeting.line()
    assert things(device.view) == kept
    assert board.keys() == {key for key in kept if not key.startswith("spot:")}
    device.close()
