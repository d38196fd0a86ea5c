"""The way without WebSockets: what a request may be, how long it may wait, and who it may speak for."""

import contextlib
import json
import select

from tests.hostile.attacker import SOCKETS, Attacker, GoneError, ask, frame, request
from tests.hostile.weight import MIB, growth
from tests.waiting import PATIENCE, eventually

POLL = SOCKETS + "polling"
LARGEST = 65_536
SEPARATOR = "\x1e"


class Poller:
    """One device that polls; each request on a connection of its own."""

    def __init__(self, url, token=None):
        self.url = url
        status, said = self.ask("GET")
        assert status == 200
        self.opened = json.loads(said[1:])
        self.path = f"{POLL}&sid={self.opened['sid']}"
        if token:
            assert self.ask("POST", "40" + json.dumps({"token": token}))[0] == 200

    path = POLL

    def ask(self, method, body="", **headers):
        with Attacker(self.url) as one:
            return one.ask(method, self.path, body.encode(), Origin=f"http://{one.host}", **headers)

    def hear(self):
        """The packets that wait for it, once there are any."""
        status, said = self.ask("GET")
        assert status == 200, said
        return said.decode().split(SEPARATOR)

    def closed(self):
        return self.ask("POST", "3")[0] == 400


def test_who_cannot_have_a_websocket_is_served_all_the_same(made):
    one = Poller(made.url, made.token())
    assert any(said.startswith("40{") for said in one.hear())
    one.ask("POST", ask(7, "Beat"))
    assert any(said.startswith("437[") for said in one.hear())


def test_a_post_that_is_too_long_is_answered_and_ends_that_device_alone(made):
    token = made.token()
    one, other = Poller(made.url, token), Poller(made.url, token)
    other.hear()
    status, _ = one.ask("POST", "4" * (LARGEST + 1))
    assert status in {400, 413}
    assert one.closed()
    assert other.ask("POST", ask(1, "Beat"))[0] == 200


def test_a_post_that_only_claims_to_be_long_is_answered_at_once(made):
    """Its words are not waited for."""
    one = Poller(made.url, made.token())
    with Attacker(made.url) as liar:
        liar.send(request("POST", one.path, liar.host, Origin=f"http://{liar.host}", Content_Length=10**12))
        liar.socket.settimeout(4)
        assert liar.reply()[0] in {400, 413}


def test_lengths_that_are_none_are_refused(made):
    one, taken = Poller(made.url, made.token()), []
    for length in ("-1", "ten", "1_0", "+2", "9" * 400, "0x10", "2, 2", "\u0661"):
        with Attacker(made.url) as liar:
            liar.send(request("POST", one.path, liar.host, Origin=f"http://{liar.host}", Content_Length=length) + b"40")
            liar.socket.settimeout(2)
            with contextlib.suppress(GoneError):
                try:
                    status = liar.reply()[0]
                except TimeoutError:
                    status = "silence"
                if status not in {400, 413}:
                    taken.append((length, status))
    assert taken == []
    assert made.facilitator().do("Beat")


def test_a_body_in_chunks_is_bounded_too(made, server):
    """Its length is known at the end only, if there is one."""
    chunk = b"ffff\r\n" + b"4" * 0xFFFF + b"\r\n"
    with growth(server) as grew:
        for path in (Poller(made.url, made.token()).path, "/api/join"):
            with Attacker(made.url) as one:
                headers = {"Transfer_Encoding": "chunked", "Content_Type": "application/json"}
                one.send(request("POST", path, one.host, Origin=f"http://{one.host}", **headers))
                for _ in range(200):
                    if not one.send(chunk):
                        break
                one.send(b"0\r\n\r\n")
                one.gone(0.3)
        assert made.facilitator().do("Beat")
        assert grew() < 8 * MIB


def test_a_post_of_very_many_packets_holds_nobody_up(made, server):
    one, calm = Poller(made.url, made.token()), made.facilitator()
    with growth(server) as grew:
        for packet in ("3", "40", '42["enter",{}]', "b" + "A" * 8, "4"):
            one.ask("POST", SEPARATOR.join([packet] * (LARGEST // (len(packet) + 2))))
            assert calm.do("Beat")
        assert grew() < 4 * MIB


def test_nobody_waits_twice_at_the_same_place(made, server):
    """Many polls of one device: at most one may wait, the others are answered or their device is let go."""
    one = Poller(made.url, made.token())
    one.hear()
    with contextlib.ExitStack() as until, growth(server) as grew:
        waiting = [until.enter_context(Attacker(made.url)) for _ in range(50)]
        for poll in waiting:
            poll.send(request("GET", one.path, poll.host, Origin=f"http://{poll.host}"))
        eventually(lambda: len(select.select(waiting, [], [], 0)[0]) >= len(waiting) - 1, 5)
        assert grew() < 4 * MIB
    assert made.facilitator().do("Beat")


def test_an_answer_that_is_a_script_is_never_given(made):
    """Pages of other origins could read it. The name of the parameter may be written in more than one way."""
    sid = Poller(made.url, made.token()).opened["sid"]
    for name in ("j=0", "%6a=0", "%6A=0", "j", "a=1&j=7", "j=x", "j=0&j=1", "%6a%3d0=0"):
        for path in (f"{POLL}&{name}", f"/socket.io/?{name}&EIO=4&transport=polling", f"{POLL}&sid={sid}&{name}"):
            with Attacker(made.url) as one:
                one.send(request("GET", path, one.host, Origin=f"http://{one.host}"))
                one.socket.settimeout(0.5)
                with contextlib.suppress(TimeoutError):
                    status, said = one.reply()
                    assert b"___eio" not in said, name
                    assert "javascript" not in one.head, name
                    assert status in {200, 400}, name


def test_who_is_refused_cannot_go_on_polling(made):
    one = Poller(made.url, "0" * 64)
    assert any("bad_token" in said for said in one.hear())
    eventually(one.closed, PATIENCE)


def test_who_has_a_websocket_does_not_poll_as_well(made):
    with Attacker(made.url).enter(made.token()) as inside:
        for method, body in (("GET", b""), ("POST", ask(7, "Beat").encode())):
            with Attacker(made.url) as one:
                path = f"{POLL}&sid={inside.own[0]}"
                assert one.ask(method, path, body, Origin=f"http://{one.host}")[0] == 400
        with Attacker(made.url) as one:
            one.send(request("GET", "/", one.host))
            one.reply()
        inside.say(ask(8, "Beat"))
        assert inside.answer(8)["status"] == "ok"


def test_an_upgrade_that_goes_wrong_ends_with_one_way_or_none(made):
    """The dance from polling to a WebSocket, with a wrong step each time."""
    for steps in (["2"], ["2other"], ["2probe", "4"], ["2probe", "2probe"], ["2probe", ask(1, "Beat")], ["5"], [""]):
        one = Poller(made.url, made.token())
        with Attacker(made.url) as dancer:
            dancer.upgraded(path=f"{SOCKETS}websocket&sid={one.opened['sid']}")
            for step in steps:
                dancer.say(step)
            assert dancer.gone(), steps
    assert made.facilitator().do("Beat")


def test_the_upgrade_as_pages_do_it_is_taken_up(made):
    one = Poller(made.url, made.token())
    one.hear()
    with Attacker(made.url) as dancer:
        dancer.upgraded(path=f"{SOCKETS}websocket&sid={one.opened['sid']}")
        dancer.say("2probe")
        assert dancer.hear() == "3probe"
        dancer.send(frame("5") + frame(ask(7, "Beat")))
        assert dancer.answer(7)["status"] == "ok"
        assert one.closed()
