"""Those who connect and do not say who they are: gone after five seconds, and cheap until then."""

import contextlib

from server.strangers import APART_S
from tests.hostile.attacker import BINARY, GO_ON, PING, SOCKETS, Attacker, frame, request, upgrade
from tests.hostile.crowd import Crowd
from tests.hostile.weight import KIB, growth, holds, resident

MOST_EACH = 128 * KIB
SOON = 8.0  # five seconds once let in, the server's round of looking, and a little
LATER = 15.0  # the same on a machine with other work
INVENTED = '40{"token":"' + "0" * 64 + '"}'


def kinds(host):
    """Name, first words, what is sent now and then, and what is said after the first answer."""
    header = b"X-More: and more\r\n"
    open_socket = upgrade(host)
    return {
        "nothing at all": (b"",),
        "half a line": (b"GET /socket",),
        "a line letter by letter": (b"GET /", b"a"),
        "half an upgrade": (open_socket[:-2],),
        "a header now and then": (open_socket[:-2], header),
        "half a body": (request("POST", "/api/join", host, b"{" * 900)[:-800],),
        "a body letter by letter": (request("POST", "/api/join", host, b"{" * 900)[:-800], b"{"),
        "one request and no more": (request("GET", "/healthz", host),),
        "no words": (open_socket,),
        "pings": (open_socket, frame(b"here", PING)),
        "pongs": (open_socket, frame("3")),
        "half a message": (open_socket, b"", frame("40" + "x" * 900, final=False)),
        "a message bit by bit": (open_socket, frame(b"x", GO_ON, final=False), frame("4", final=False)),
        "half a frame": (open_socket, b"", frame("40" + "x" * 900)[:-1]),
        "binary": (open_socket, frame(b"x" * 900, BINARY)),
        "another namespace": (open_socket, b"", frame("40/other,{}")),
        "an event before a name": (open_socket, frame('42["enter",{}]')),
        "an invented token": (open_socket, b"", frame(INVENTED)),
        "a token too deep": (open_socket, b"", frame('40{"token":' + "[" * 1000 + "]" * 1000 + "}")),
        "a token that is no text": (open_socket, b"", frame('40{"token":"\\ud800"}')),
        "a token beyond all numbers": (open_socket, b"", frame('40{"token":1e999}')),
        "a poll": (request("GET", SOCKETS + "polling", host, Origin=f"http://{host}"),),
    }


def test_who_does_not_say_who_it_is_is_gone_after_five_seconds(server, made, long):
    calm, host = made.facilitator(), server.url.removeprefix("http://")
    all_kinds = kinds(host)
    each = 2000 // len(all_kinds) + 1 if long else 4

    def others_go_on():
        assert calm.do("Beat")
        made.participant().close()

    with Crowd(server.url) as crowd, growth(server) as grew:
        for kind, what in all_kinds.items():
            for _ in range(each):
                crowd.add(kind, *what)
        line = each * len(all_kinds) * APART_S  # until the last of them is let in
        crowd.all_gone(SOON + line if long else LATER, others_go_on)
        assert crowd.there() == {}
    print(f"{len(all_kinds) * each} silent connections: {grew() // len(all_kinds) // each // KIB} KiB each")  # noqa: T201
    assert grew() <= MOST_EACH * max(100, len(all_kinds) * each)


def hands(host):
    """As much as one can make the server hold without a name: first words, then more now and then."""
    headers = request("GET", "/", host, **{f"X-{n}": "x" * 8000 for n in range(7)})[:-2]
    body = request("POST", "/api/join", host, Content_Type="application/json", Content_Length=1_000_000)
    poll = request("POST", SOCKETS + "polling&sid=none", host, Content_Length=60_000)
    return {
        "a message": (upgrade(host), b"", frame("4" * 65_000, final=False)),
        "a frame": (upgrade(host), b"", frame("4" * 65_000)[:-1]),
        "headers": (headers,),
        "a body": (body + b"{" * 100_000, b"{" * 400_000),
        "a poll's body": (poll, b"{" * 50_000),
    }


def test_who_has_no_name_fills_no_more_than_128_kib(start_server, long):
    """Each kind comes while the earlier ones are held, or to a server of its own: what was let go of weighs nothing."""
    each, weighs, server = 1000 if long else 50, {}, start_server()
    with contextlib.ExitStack() as held:
        for kind, what in hands(server.url.removeprefix("http://")).items():
            server = start_server() if long else server
            before = resident(server)
            crowd = held.enter_context(Crowd(server.url))
            for _ in range(each):
                crowd.add(kind, *what)
            crowd.all_gone(4 if long else 0.6)
            weighs[kind] = (resident(server) - before) // each // KIB
    print(f"KiB for each, of {each}: {weighs}")  # noqa: T201
    assert {kind: size for kind, size in weighs.items() if size > MOST_EACH // KIB} == {}


def test_a_refused_connection_is_really_closed(server):
    with Attacker(server.url).upgraded() as one:
        one.hear()
        one.say(INVENTED)
        assert "bad_token" in one.hear()
        assert one.gone(LATER)
        assert not holds(server, one)
