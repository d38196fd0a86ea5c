"""What people do that everybody may know of: one line for each thing that can be asked, called or undone.

Each is `(life, a, b) -> None` with small numbers that say which. What a doing sends follows from what
the device that sends it may know, never from what is unseen.
"""

from functools import partial

from facilitation.context import Role
from server.api import CALLS
from tests.promises.canvas_verbs import CANVAS
from tests.promises.verbs import VERBS

PRESSED = (Role.FACILITATOR, Role.PARTICIPANT)
"""Whose verbs somebody presses; the others come about as they do in life: by a roll, a call or a clock."""
SOON = 600
"""Milliseconds after which what was asked about people has been answered: two ticks and a save."""


def rules(verb, life, a, b):
    """A command to the rules, by somebody who is no author; who has no right to it is refused."""
    role, make = VERBS[verb]
    command = make(life.known, a, b)
    leads = role is Role.FACILITATOR and b % 5
    device = life.leader(a) if leads else life.observer(a)
    device.ask(type(command).__name__, command)


def hand(life, a, b):
    """Somebody moves, colours, draws or points: all see what, and nobody whose hand it was."""
    verbs = [verb for verb, (role, _) in CANVAS.items() if role is Role.PARTICIPANT]
    command, device = CANVAS[verbs[b % len(verbs)]][1](life.known, a, b), life.hand(a)
    device.ask(type(command).__name__, command)
    device.send("moment", {"kind": "pointer", "x": a, "y": b})


def asks(command, life, a, _b, **fields):
    """A command about people, by whoever leads."""
    life.leader(a).ask(command, fields)


def joins(life, a, _b):
    """Somebody comes late, by the link."""
    late = life.newcomer(f"Late {a % 3}")
    late.call("POST", f"/api/workshops/{life.id}/seats", {"name": late.name}, named=False)
    life.soon(partial(life.take_a_seat, late))


def invites(guest, life, a, _b):
    """Another facilitator, or the room's screen, by an invitation that works once."""
    fay = life.people["Fay"]
    number = fay.ask("Invite", {"guest": guest})
    life.soon(partial(accepted, life, guest, fay, number, life.newcomer(f"{guest} {a % 2}")))


def accepted(life, guest, fay, number, newcomer):
    answer = fay.answer(number) or {}
    key = answer.get("data", {}).get("link", "#").partition("#")[2]
    path = f"/api/workshops/{life.id}/"
    if guest == "screen":
        newcomer.call("POST", path + "screens", {"key": key}, named=False)
    else:
        body = {"key": key, "name": newcomer.name, "label": "", "recovery_code": ""}
        newcomer.call("POST", path + "facilitators", body, named=False)
    life.soon(partial(life.take_a_seat, newcomer))


def loses_the_line(life, a, b):
    """Somebody's line breaks, and comes back in a while, or later."""
    device = life.observer(a)
    device.hang_up()
    life.soon(device.connect, SOON * (1 + b % 4 * 8))


def votes(life, a, b):
    """Somebody who is no author casts a ballot, or another one."""
    ballot, paper = life.ballot, life.paper(life.observer(a))
    if ballot and ballot.options and paper:
        options = sorted(ballot.options)
        paper.cast({options[b % len(options)]: 1})


def calls(life, a, b):
    """Somebody asks for a page or a file over HTTP."""
    method, path, body = GETS[b % len(GETS)]
    path = path.replace("<workshop>", life.id).replace("<ending>", ENDINGS[a % len(ENDINGS)])
    life.observer(a).call(method, path, body)


def confirms_the_roll(life, a, _b):
    """Everybody who has a seat may vote; each device asks for its ballot soon after."""
    ballot, run = life.drafted, life.known.workshop.run
    if ballot:
        life.leader(a).ask("ConfirmRoll", {"run": run.id, "ballot": ballot.id, "seats": life.seats})
        life.soon(life.ask_for_ballots, 2 * SOON)


def lets_in(life, a, _b):
    seats = life.seats or ["0" * 32]  # nobody is left where the workshop was deleted
    seat = seats[a % len(seats)]
    asks("LetIn", life, a, 0, ballot=life.ballot.id if life.ballot else "0" * 32, seat=seat)


def says_rubbish(life, a, b):
    """What no client of ours sends."""
    rubbish = [
        ("ask", {"command": "AddCard", "fields": {"id": "short"}}),
        ("ask", {"command": "Unknown", "fields": {}}),
        ("ask", [b]),
        ("moment", {"x": a, "y": b}),
        ("other", {}),
        ("ask", {"command": "WithdrawCard", "fields": {"id": f"{a:032x}", "key": f"{b:064x}"}}),
        ("ask", {"command": "EditCard", "fields": {"id": f"{a:032x}", "key": "0" * 64, "number": 1, "text": "x"}}),
    ]
    life.observer(a).send(*rubbish[b % len(rubbish)])


def retires(life, a, _b):
    """The last who came late is sent away."""
    late = [one for one in life.people.values() if one.name.startswith("Late") and one.seat]
    seat = late[a % len(late)].seat if late else "0" * 32
    asks("RetireSeat", life, a, 0, seat=seat)


ENDINGS = ("md", "html", "docx", "json", "exe")
GETS = [(call.method, call.path, None) for call in CALLS if call.method == "GET"]
GETS += [
    ("GET", "/w/<workshop>", None),
    ("GET", "/nowhere", None),
    ("POST", "/api/join", {"code": "ABCDEFGH"}),
    ("POST", "/api/workshops", {"agenda": "none", "title": "", "creation_code": ""}),
    ("POST", "/api/workshops/<workshop>/ballots/" + "0" * 32 + "/cast", {"nullifier": "0" * 64}),
    ("POST", "/api/workshops/<workshop>/moves", {"id": "0" * 32, "sealed": "A" * 21_883}),
    ("POST", "/api/moves/take", {"id": "0" * 32}),
    ("POST", "/api/workshops/<workshop>/moves/end", {"id": "0" * 32}),
    ("POST", "/api/workshops/<workshop>/moves/finish", {"id": "f" * 32, "token_hash": "1" * 64}),
]
DOINGS = {verb: partial(rules, verb) for verb, (role, _) in VERBS.items() if role in PRESSED}
DOINGS |= {
    "a hand": hand,
    "Beat": lambda life, a, _b: life.observer(a).ask("Beat", {}),
    "DeleteWorkshop": lambda life, a, b: (
        life.leader(a).ask("DeleteWorkshop", {"workshop": life.id}) if b == 7 else None
    ),
    "ChangeName": lambda life, a, b: life.observer(a).ask("ChangeName", {"name": f"Name {b}"}),
    "MarkDone": lambda life, a, b: life.anybody(a).ask("MarkDone", {"run": life.known.run, "done": b % 4 > 0}),
    "Leave": lambda life, a, _b: life.newcomer(f"Late {a % 3}").ask("Leave", {}),
    "ConfirmRoll": confirms_the_roll,
    "LetIn": lets_in,
    "AskCredential": lambda life, _a, _b: life.ask_for_ballots(),
    "AskToTalk": lambda life, a, b: life.observer(a).ask("AskToTalk", {"wish": b % 3 > 0}),
    "RetireSeat": retires,
    "Invite": partial(invites, "cofacilitator"),
    "Invite a screen": partial(invites, "screen"),
    "ListDevices": partial(asks, "ListDevices"),
    "SignOut": lambda life, a, _b: asks("SignOut", life, 0, 0, device=life.newcomer(f"cofacilitator {a % 2}").seat),
    "ShowRecovery": partial(asks, "ShowRecovery"),
    "join": joins,
    "reconnect": loses_the_line,
    "vote": votes,
    "call": calls,
    "enter": lambda life, a, _b: life.observer(a).send("enter", {}),
    "rubbish": says_rubbish,
    "nothing": lambda _life, _a, _b: None,
}
"""Everything that people do, by name."""
