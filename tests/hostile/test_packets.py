"""Packets of Engine.IO and Socket.IO that no page of ours sends: binary ones first of all."""

import contextlib
import json

from tests import wire
from tests.hostile.attacker import BINARY, Attacker, GoneError, ask, frame
from tests.hostile.weight import MIB, growth

HELD_BACK = '{"_placeholder":true,"num":0}'
BINARY_ONES = {
    "an event": f'451-["ask",{HELD_BACK}]',
    "an event of another namespace": f'451-/other,["ask",{HELD_BACK}]',
    "an event with an answer": f'451-7["ask",{HELD_BACK}]',
    "an event that waits for a million": f'451000000-["ask",{HELD_BACK}]',
    "an event that waits for more digits": f'4599999999999-["ask",{HELD_BACK}]',
    "an event that waits for nothing": '450-["ask",{}]',
    "an answer": f"461-7[{HELD_BACK}]",
    "an answer that waits for a million": f"461000000-7[{HELD_BACK}]",
    "a plain event that waits for one": f'421-["ask",{HELD_BACK}]',
    "a connect that waits for one": f"401-{HELD_BACK}",
}
ODD = [
    "0",
    "2",
    "2probe",
    "3",
    "3probe",
    "5",
    "6",
    "7",
    "9",
    "x",
    "",
    "4",
    "40",
    "40{}",
    "40[1]",
    "40/",
    "40/other,",
    '40/other,{"token":1}',
    "40/" + "x" * 5000 + ",",
    "40/?token=1,",
    '42/other,["enter",{}]',
    "43",
    "430[]",
    "437[1]",
    "43[1]",
    "43999999999999999999[1]",
    '44{"message":"no"}',
    "44",
    "47",
    "49",
    "42",
    "42[]",
    "42[1]",
    "42{}",
    "42null",
    '42"ask"',
    '42["connect",{}]',
    '42["disconnect",{}]',
    '42["patch",{"from":0,"to":9,"set":{},"gone":[]}]',
    '42["farewell",{"reason":"left"}]',
    '42["message",{}]',
    '42["*",{}]',
    '42[["ask"],{}]',
    '42[{"a":1},{}]',
    '42["ask",{},{},{},{}]',
    '42["ask"]',
    '42-1["ask",{}]',
    "42" + "9" * 99 + '["ask",{}]',
    "42" + "9" * 101 + '["ask",{}]',
    '42\u0661["ask",{}]',
    '42007["ask",{}]',
    '427\ufeff["ask",{}]',
    '42["enter",' + HELD_BACK + "]",
    '42["' + "e" * 60_000 + '",{}]',
]


def stays_or_goes(one):
    """Whether who sent something odd is still served, or was sent away."""
    one.say(ask(99, "Beat"))
    answer = one.answer(99)
    return answer is None or answer["status"] == "ok"


def heard(*calm):
    """All that the others heard until now: what was sent to them before this has come."""
    wire.marked(*calm)
    return b"".join(bytes(line.heard) for line in calm)


def test_what_is_binary_is_refused_and_nothing_is_kept_of_it(made):
    calm, token = (made.facilitator(), made.participant()), made.token()
    for kind, packet in BINARY_ONES.items():
        with Attacker(made.url).enter(token) as one:
            one.say(packet)
            one.send(frame(b"canary" * 20, BINARY))
            assert stays_or_goes(one), kind
    said = heard(*calm)
    assert b"canary" not in said
    assert b"_placeholder" not in said


def test_who_hoards_binary_parts_fills_no_memory(made, server):
    calm = made.facilitator()
    tokens = [made.token() for _ in range(10)]
    with contextlib.ExitStack() as until, growth(server) as grew:
        for token in tokens:
            one = until.enter_context(Attacker(made.url).enter(token))
            one.say(BINARY_ONES["an event that waits for a million"])
            for _ in range(20):
                one.send(frame(b"x" * 60_000, BINARY))
            assert calm.do("Beat")
            one.gone(0.1)
        assert grew() < 4 * MIB


def test_a_placeholder_in_an_ordinary_event_is_an_ordinary_mistake(made):
    with Attacker(made.url).enter(made.token()) as one:
        one.say('427["ask",{"command":"RenameWorkshop","fields":{"title":' + HELD_BACK + ',"version":0}}]')
        assert one.answer(7)["code"] == "bad_field"


def test_an_odd_packet_harms_nobody(made):
    calm, token = (made.facilitator(), made.participant()), made.token()
    for packet in ODD:
        with Attacker(made.url).enter(token) as one:
            one.say(packet)
            assert stays_or_goes(one), packet[:60]
    assert b"_placeholder" not in heard(*calm)
    assert [line.farewells for line in calm] == [[], []]


def test_many_connects_are_one_place(made, server):
    """Each packet of the wrong kind would otherwise be another member, who hears everything once more."""
    token, calm = made.token(), made.facilitator()
    with Attacker(made.url) as one, growth(server) as grew:
        one.enter(token)
        for _ in range(100):
            one.say("40" + json.dumps({"token": token}))
        one.say('421["enter",{}]')
        if one.answer(1) is not None:
            wire.marked(calm)
            title = calm.title
            one.say(ask(2, "Beat"))
            heard = []
            try:
                while not heard or not heard[-1].startswith("432["):
                    heard.append(one.hear())
            except GoneError:
                pass
            assert sum(title in said for said in heard) <= 1
        assert grew() < 4 * MIB


def test_nobody_asks_before_saying_who_they_are(made):
    """The answer to the first words of all is the first answer of all: what was asked before them had none."""
    fay = made.facilitator()
    with Attacker(made.url) as one:
        one.upgraded().hear()
        for number, event in enumerate(["enter", "ask", "moment"]):
            one.say(f'42{number}["{event}",{{"command":"RenameWorkshop","fields":{{"title":"Mine","version":0}}}}]')
        one.say("40" + json.dumps({"token": fay.token}))
        with contextlib.suppress(GoneError):
            assert one.hear().startswith("40")
    assert fay.enter()["view"]["workshop"]["title"] != "Mine"


def test_an_ask_without_a_number_is_carried_out_and_not_answered(made):
    fay = made.facilitator()
    with Attacker(made.url) as one:
        one.enter(fay.token)
        one.say(ask("", "RenameWorkshop", title="No answer", version=0))
        one.say(ask(10**15, "Beat"))
        assert one.hear().startswith(f"43{10**15}[")
    fay.until(lambda view: view["workshop"]["title"] == "No answer")
