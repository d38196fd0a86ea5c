"""JSON as no page writes it: too deep, too large, twice the same name, letters that are none."""

import json

from tests.hostile.attacker import Attacker, GoneError, ask
from tests.hostile.weight import MIB, growth

PLAIN = ask(7, "RenameWorkshop", title="WORDS", version=0)
SHORTEST = '427["ask",%s]'
WRONG = {
    "a thousand lists": SHORTEST % ("[" * 1000 + "]" * 1000),
    "a thousand maps": SHORTEST % ('{"command":' * 1000 + "1" + "}" * 1000),
    "thirty thousand lists": SHORTEST % ("[" * 30_000 + "]" * 30_000),
    "thirty thousand lists without an end": '427["ask",' + "[" * 30_000,
    "a thousand lists in a field": PLAIN.replace('"WORDS"', "[" * 1000 + "]" * 1000),
    "a number without end": PLAIN.replace(": 0", ": " + "9" * 20_000),
    "a number beyond all": PLAIN.replace(": 0", ": 1e999"),
    "a number below all": PLAIN.replace(": 0", ": -1e999"),
    "a fraction": PLAIN.replace(": 0", ": 0.5"),
    "no number": PLAIN.replace(": 0", ": NaN"),
    "an endless number": PLAIN.replace(": 0", ": Infinity"),
    "half a pair": PLAIN.replace("WORDS", "\\ud800"),
    "the other half": PLAIN.replace("WORDS", "\\udc00"),
    "a pair the wrong way round": PLAIN.replace("WORDS", "\\udc00\\ud800"),
    "half a pair as a name": PLAIN.replace('"title"', '"\\ud800"'),
    "half a pair as the command": PLAIN.replace("RenameWorkshop", "\\ud800"),
    "a zero byte": PLAIN.replace("WORDS", "\\u0000"),
    "sixty thousand letters": PLAIN.replace("WORDS", "x" * 60_000),
    "five thousand names": PLAIN.replace('"version"', "".join(f'"a{n}":0,' for n in range(5000)) + '"version"'),
    "the names of Python": PLAIN.replace('"version"', '"__class__":0,"__init__":{},"version"'),
    "the names of JavaScript": PLAIN.replace('"version"', '"__proto__":{"a":1},"constructor":{},"version"'),
    "no map": SHORTEST % '"RenameWorkshop"',
    "nothing": SHORTEST % "null",
    "no JSON": SHORTEST % "{command:1}",
    "a comma too many": PLAIN.replace("0}", "0,}"),
    "words after the end": PLAIN + "]",
}
TYPED = ("half a pair", "the other half", "a pair the wrong way round")
CODES = {"bad_field", "unknown_command"}
MOST = 1_000_000
SILENCE, GONE = "silence", "gone"


def answers(one, packet):
    """What the packet of number 7 is answered: silence, if another ask is answered first."""
    one.say(packet)
    one.say(ask(8, "RenameWorkshop", title="Too late", version=99))
    try:
        while not (said := one.hear()).startswith("438["):
            if said.startswith("437["):
                assert one.answer(8)["status"] == "superseded"
                return json.loads(said[3:])[0]
    except GoneError:
        return GONE
    return SILENCE


def test_strange_json_is_answered_with_a_sentence_and_changes_nothing(made):
    """An ask with a number is answered, or its line is cut: a device would wait for ever. What people can type
    or paste is always answered: a device would send it again on each new line."""
    fay, wrong = made.facilitator(), {}
    for kind, packet in WRONG.items():
        with Attacker(made.url).enter(fay.token) as one:
            answer = answers(one, packet)
        if (
            answer == SILENCE
            or (answer == GONE and kind in TYPED)
            or (answer != GONE and (answer["code"] not in CODES or not answer["say"].endswith(".")))
        ):
            wrong[kind] = answer
    assert wrong == {}
    assert fay.enter()["view"]["workshop"]["title_version"] == 0


def test_of_two_values_of_one_name_one_counts_and_the_connection_stays(made):
    fay = made.facilitator()
    with Attacker(made.url).enter(fay.token) as one:
        one.say(PLAIN.replace('"version"', '"title":"Other","version"').replace("WORDS", "First"))
        assert one.answer(7)["status"] in {"ok", "refused"}
        one.say(ask(8, "Beat"))
        assert one.answer(8)["status"] == "ok"
    assert fay.enter()["view"]["workshop"]["title"] in {made.reply.get("title", "Loneliness by the sea"), "Other"}


BODIES = [
    b"[" * 1000 + b"]" * 1000,
    b"[" * MOST,
    b'{"a":' * 100_000,
    b'{"code":"\\ud800"}',
    b'{"code":"\xff\xfe"}',
    b'{"code":NaN}',
    b'{"code":' + b"9" * MOST + b"}",
    b'{"code":' + b"[" * 1000 + b"]" * 1000 + b"}",
    json.dumps({f"name {n}": n for n in range(50_000)}).encode(),
    b"\xef\xbb\xbf{}",
    b"",
]


def test_strange_json_in_a_request_is_a_bad_request(made, server):
    """Too much of it is told so."""
    calm, wrong = made.facilitator(), {}
    with growth(server) as grew:
        for path in ("/api/join", "/api/workshops"):
            for body in BODIES:
                with Attacker(made.url) as one:
                    status, said = one.ask("POST", path, body, Content_Type="application/json")
                if status not in {413, 422} or not json.loads(said)["say"].endswith("."):
                    wrong[path, body[:20]] = status, said[:60]
        assert grew() < 32 * MIB
    assert wrong == {}
    assert calm.do("Beat")
