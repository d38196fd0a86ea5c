"""Eight people move, paint, group, draw and rub out at once: all see the same in the end, and the store has just that.

Who asked first wins and the others are told; every act that was answered well counts exactly once."""

import json
import random
import secrets
import threading
import time
from collections import Counter

from tests import wire

HANDS = 8
SEED = 20_261_123
COLOURS = ("", "yellow", "green", "blue", "pink", "orange", "grey")
SPOT = {"version": 0, "colour_version": 0}


def _spot(view, what):
    return view.get(f"spot:{what.partition(':')[2]}", SPOT)


def _thing(view, dice, *kinds):
    found = sorted(key for key in view if key.partition(":")[0] in kinds)
    return dice.choice(found) if found else ""


def places(view, dice):
    what = _thing(view, dice, "card", "group", "item")
    at = {"x": dice.randrange(-500, 4000), "y": dice.randrange(-500, 4000)}
    return "Place", {"what": what, "placed": True, **at, "version": _spot(view, what)["version"]}


def paints(view, dice):
    what = _thing(view, dice, "card", "item")
    return "Paint", {"what": what, "colour": dice.choice(COLOURS), "version": _spot(view, what)["colour_version"]}


def groups(view, dice):
    card = _thing(view, dice, "card")
    into = dice.choice(["", _thing(view, dice, "group").partition(":")[2]])
    return "MoveCard", {"id": card.partition(":")[2], "group": into, "version": view[card]["place"]}


def draws(view, dice):
    points = [dice.randrange(0, 200) if n % 3 < 2 else 50 for n in range(30)]
    run, fresh = view["workshop"]["run"], secrets.token_hex(16)
    return "AddItem", {"id": fresh, "run": run, "kind": "pen", "x": 0, "y": 0, "points": points}


def redraws(view, dice):
    item = _thing(view, dice, "item")
    if not item:
        return draws(view, dice)
    same = {"points": view[item]["points"], "text": f"wave {dice.randrange(9)}"}
    return "ChangeItem", {"id": item.partition(":")[2], "version": view[item]["version"], **same}


def rubs_out(view, dice):
    item = _thing(view, dice, "item")
    return ("RemoveItem", {"id": item.partition(":")[2]}) if item else draws(view, dice)


ACTS = (places, places, places, paints, groups, draws, redraws, rubs_out)


def goes_on(line, dice, end, counted):
    """One pair of hands, until the end: acts on what it sees, however old that is by then."""
    while time.monotonic() < end:
        command, fields = dice.choice(ACTS)(dict(line.view), dice)
        answer = line.ask(command, **fields)
        told = answer["status"] if answer["status"] == "ok" else answer["code"]
        about = fields.get("what") or fields["id"]
        counted[command, about, told] += 1


def board_of(view):
    return {key: json.dumps(entry, sort_keys=True) for key, entry in view.items() if not key.startswith("keeping")}


def every_good_answer_counts_once(view, said):
    for what in [key for key in view if key.partition(":")[0] in {"card", "group", "item"}]:
        spot = view.get(f"spot:{what.partition(':')[2]}", SPOT)
        assert spot["version"] == said["Place", what, "ok"]
        assert spot["colour_version"] == said["Paint", what, "ok"]


def test_eight_pairs_of_hands_end_with_one_board_and_every_act_that_was_answered_counts_once(start_server, long):
    server = start_server(rate=500, burst=500, people_tick_ms=20)
    made = wire.Made(server.url)
    fay = made.facilitator()
    wire.to_stage(fay, "write", "ideate")
    for kind in fay.view["workshop"]["phases"][fay.view[f"run:{fay.run}"]["phase"]]["cards"]:
        asked = [fay.later("AddCard", **wire.card(fay.run, kind, f"{kind} {n}")) for n in range(20)]
        assert {one.result(10)["status"] for one in asked} == {"ok"}
    wire.to_stage(fay, "live", "group")
    people = [made.participant() for _ in range(HANDS)]
    for n in range(3):
        fay.do("AddGroup", id=secrets.token_hex(16), run=fay.run, name=f"Group {n}")
    counted, end = [Counter() for _ in people], time.monotonic() + (300 if long else 4)
    busy = [
        threading.Thread(target=goes_on, args=(line, random.Random(SEED + n), end, mine))
        for n, (line, mine) in enumerate(zip(people, counted, strict=True))
    ]
    for one in busy:
        one.start()
    for one in busy:
        one.join()
    wire.marked(fay, *people)
    boards = [board_of(line.view) for line in (fay, *people)]
    assert all(board["workshop"] for board in boards)
    assert all(board == boards[1] for board in boards[2:])
    said = sum(counted, Counter())
    assert {told for _, _, told in said} <= {"ok", "superseded", "no_such_item"}
    assert sum(said.values()) > 100
    for key, spot in people[0].view.items():
        if key.startswith("spot:"):
            what = next(
                f"{kind}:{key[5:]}" for kind in ("card", "group", "item") if f"{kind}:{key[5:]}" in people[0].view
            )
            assert spot["version"] == said["Place", what, "ok"]
            assert spot["colour_version"] == said["Paint", what, "ok"]
    made.close()
    server.kill9()
    server.restart()
    again = made.participant()
    assert board_of(again.view) == boards[1]
    made.close()
