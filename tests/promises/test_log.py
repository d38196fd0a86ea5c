"""The log after a workshop in which everything goes wrong: it says that, and nothing that anybody wrote."""

import contextlib
import json
import re
import socket
import subprocess
import sys
from ipaddress import ip_address

import pytest
import requests

from tests import running, wire

MAYBE = re.compile(r"[0-9a-fA-F]*[.:][0-9a-fA-F.:]+")
BREAKING = """
import sys
from server import transport
transport.patch()
from server import sockets
from server.running import run_server

def broken(*args, **options):
    raise RuntimeError("CANARY-IN-ERROR", *map(repr, args))

kind = sys.argv[1]
if kind == "update":
    import server.desk
    server.desk.update = broken
elif kind == "people":
    sockets.carry_out = broken
elif kind == "parse":
    sockets.parse = broken
elif kind == "who":
    import server.companies
    server.companies.Companies.who = broken
elif kind == "an_address_of_either_kind_in_the_log":
    from server import routes
    real = routes.Routes.healthz
    def healthz(one):
        one.hall.log.info("asked", where=["from", routes.request.remote_addr])
        return real(one)
    routes.Routes.healthz = healthz
sys.exit(run_server())
"""


@pytest.fixture
def breaking(tmp_path, monkeypatch):
    """A server in which one function raises, with all it was given in the words of its error."""
    script = tmp_path / "breaking.py"
    script.write_text(BREAKING)
    real = subprocess.Popen

    def start(kind, **settings):
        def popen(_command, **options):
            options["env"] = options["env"] | {"PYTHONPATH": str(running.ROOT)}
            return real([sys.executable, str(script), kind], **options)

        monkeypatch.setattr(running.subprocess, "Popen", popen)
        data = tmp_path / "-".join([kind, *settings.values()])
        data.mkdir()
        return running.Running(data, people_tick_ms=20, sealed_tick_ms=20, **settings)

    started = []

    def keep(kind, **settings):
        started.append(start(kind, **settings))
        return started[-1]

    yield keep
    for one in started:
        one.kill9()


def addresses(log):
    """The addresses in a log, of either kind, with a port or without."""
    found = []
    for word in MAYBE.findall(log.decode()):
        for part in (word, word.strip(".:"), word.rpartition(":")[0]):
            with contextlib.suppress(ValueError):
                found.append(ip_address(part))
                break
    return found


def written(server, made, lines):
    """What must not stand in the log: words, names, tokens, keys, ids of sockets and addresses."""
    words = ["CANARY", "Fay-the-name", made.key, made.id, made.reply["join_code"], made.reply["recovery_code"]]
    words += [line.token for line in lines]
    log = server.log().encode()
    return [word for word in words if word.encode() in log] + addresses(log)


@pytest.mark.parametrize("kind", ["update", "people", "parse"])
def test_an_error_while_a_command_is_carried_out_leaves_no_word_of_it_in_the_log(breaking, kind):
    server = breaking(kind)
    made = wire.Made(server.url)
    line = made.facilitator("Fay-the-name")
    asked = {
        "update": ("RenameWorkshop", {"title": "CANARY title", "version": 0}),
        "people": ("ChangeName", {"name": "CANARY name"}),
        "parse": ("ChangeName", {"name": "CANARY name"}),
    }[kind]
    answer = line.ask(asked[0], **asked[1])
    assert answer["status"] == "refused"
    assert "CANARY" not in json.dumps(answer)
    requests.post(f"{server.url}/api/join", data=b'{"code": "CANARY', timeout=5)
    requests.get(f"{server.url}/api/workshops/CANARY", timeout=5)
    line._socket.send('42["ask",{"CANARY')
    line._socket.send('451-["CANARY",{"_placeholder":true,"num":0}]')
    line.ask("Beat")  # what one device sends is taken in order: all of it was taken by now
    lines = [json.loads(one) for one in server.log().splitlines()]
    assert any(one.get("error") == "RuntimeError" for one in lines)
    assert written(server, made, [line]) == []
    made.close()


def test_an_error_while_somebody_connects_leaves_no_token_in_the_log(breaking):
    server = breaking("who")
    made = wire.Made(server.url)
    token = made.token("Fay-the-name")
    with pytest.raises(wire.Refused, match="Saving is paused"):
        wire.Line(server.url, token)
    assert "RuntimeError" in server.log()
    assert token not in server.log()


def test_a_whole_ordinary_workshop_leaves_no_word_in_the_log(start_server):
    server = start_server(people_tick_ms=20, sealed_tick_ms=20, batch_ms=100)
    made = wire.Made(server.url)
    facilitator, person = made.facilitator("Fay-the-name"), made.participant("Fay-the-name")
    wire.to_stage(facilitator, "write")
    person.until(lambda view: view["workshop"]["run"] == facilitator.run)
    person.do("AddCard", **wire.card(person.run, "fact", "CANARY fact"))
    server.restart()
    server.stop()
    assert written(server, made, [facilitator, person]) == []


def test_a_broken_request_leaves_neither_its_words_nor_an_address_in_the_log(start_server):
    server = start_server()
    for line in (b"POST /api/CANARY words of a card\r\n\r\n", b"\x16\x03\x01CANARY hello over TLS\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", int(server.port)), timeout=5) as connection:
            connection.sendall(line)
            connection.recv(1000)
    assert requests.get(f"{server.url}/healthz", timeout=5).status_code == 200
    server.stop()
    log = server.log().encode()
    assert b"CANARY" not in log
    assert addresses(log) == []


@pytest.mark.parametrize(
    ("line", "number"),
    [
        (b'"where":["from","192.0.2.7"]', 1),
        (b"from 192.0.2.7:4711.", 1),
        (b'"where":"2001:db8::7"', 1),
        (b"[::1]:8000, ::ffff:192.0.2.7", 2),
        (b'"where":["desk.py:12:ask","flask.app:add"],"ms":12.5 at 12:30:45', 0),
    ],
)
def test_addresses_of_both_kinds_are_found(line, number):
    assert len(set(addresses(line))) == number


def test_an_address_in_the_log_is_noticed(breaking):
    """`an_address_of_either_kind_in_the_log`, by both of the ways to reach a computer from itself."""
    for host, named in (("127.0.0.1", "127.0.0.1"), *([("::1", "[::1]")] if socket.has_ipv6 else [])):
        server = breaking("an_address_of_either_kind_in_the_log", host=host)
        assert requests.get(f"http://{named}:{server.port}/healthz", timeout=5).status_code == 200
        server.stop()
        assert [str(one) for one in addresses(server.log().encode())] == [host]
