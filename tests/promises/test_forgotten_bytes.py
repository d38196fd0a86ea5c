"""A workshop that was deleted: no byte of it is left in any file, whatever others write, and after any crash."""

import hashlib
import secrets
from contextlib import suppress

import pytest
import requests
from redis import Redis

from tests import keeping, running, wire
from tests.server.any_picture import noise
from tests.server.conftest import FAST
from tests.waiting import eventually

TITLE, OTHER = "What to do about the treasurer", "Lunch for the whole street"


def hashed(word):
    return hashlib.sha256(word.encode()).hexdigest()


def raw(*folders):
    """All bytes of all files that a server, or its Redis, keeps; the log too."""
    found = b""
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        with suppress(FileNotFoundError):  # it is being replaced just now
            found += path.read_bytes()
    return found


def sent(line, cards):
    """Send all of these, and wait until each has been answered."""
    answers = [line.later("AddCard", **card) for card in cards]
    assert [one.result(10)["status"] for one in answers] == ["ok"] * len(cards)


class Doomed:
    """A workshop with something of everything in it, written by three. `words`: all that could tell of it."""

    def __init__(self, url):
        self.made = made = wire.Made(url, title=TITLE)
        self.fay = fay = made.facilitator("Fay Doomed")
        self.pat, self.screen = made.participant("Pat Doomed"), made.screen(fay)
        self.words = [TITLE, "Fay Doomed", "Pat Doomed", made.id, made.reply["join_code"].replace("-", "")]
        secret = [made.key, made.reply["recovery_code"].replace("-", ""), fay.token, self.pat.token, self.screen.token]
        self.words += [*secret, *map(hashed, secret), fay.entered["seat"], self.pat.entered["seat"]]
        self.invitation = fay.do("Invite", guest="cofacilitator")["link"].partition("#")[2]
        self.words += [self.invitation, hashed(self.invitation)]
        self.write()

    def write(self):
        fay, pat = self.fay, self.pat
        wire.to_stage(fay, "write", "ideate")
        self.cards = [wire.card(fay.run, "fact", f"Fact {n} {secrets.token_hex(20)}") for n in range(30)]
        sent(pat, self.cards)
        pat.do("MarkDone", run=fay.run, done=True)
        wire.to_stage(fay, "read")
        self.words += self.show_a_picture()
        while not fay.view["workshop"]["keeping"]:
            wire.next_phase(fay)
        self.unseen = [wire.card(fay.run, "idea", f"Idea {n} {secrets.token_hex(20)}") for n in range(30)]
        sent(pat, self.unseen)
        for card in (*self.cards, *self.unseen):
            self.words += [card["id"], card["text"]]
        self.words += [key.partition(":")[2] for key in fay.view if key.startswith("run:")]

    def show_a_picture(self):
        """Put one on the board, and one on no board; some of their bytes."""
        path = f"{self.made.url}/api/workshops/{self.made.id}/pictures"
        auth = {"Authorization": f"Bearer {self.fay.token}"}
        for _ in range(2):
            reply = requests.post(path, data=noise(), headers=auth, timeout=10).json()
        item = {"id": secrets.token_hex(16), "kind": "picture", "x": 0, "y": 0, "width": 9, "height": 9}
        self.fay.do("AddItem", **item, run=self.fay.run, file=reply["file"], text="A canary in a cage")
        body = requests.get(f"{path}/{reply['file']}", headers=auth, timeout=10).content
        found = [body[at : at + 24] for at in range(100, len(body) - 24, 2000)]
        assert len(found) > 10
        return [*found, reply["file"], item["id"], "A canary in a cage"]

    def left(self, *folders):
        found = raw(*folders)
        return [word for word in self.words if (word if isinstance(word, bytes) else word.encode()) in found]


class Beside:
    """Another workshop, in which somebody writes all the time: `step` sends one more without waiting for the last."""

    def __init__(self, url):
        self.made = wire.Made(url, title=OTHER)
        self.fay = self.made.facilitator("Fay Beside")
        wire.to_stage(self.fay, "write", "ideate")
        self.cards, self.answers = [], []

    def step(self):
        card = wire.card(self.fay.run, "fact", f"Kept {secrets.token_hex(20)} " * 8)
        self.cards.append(card)
        self.answers.append(self.fay.later("AddCard", **card))

    def all_there(self, *folders):
        assert [one.result(10)["status"] for one in self.answers] == ["ok"] * len(self.answers)
        found = raw(*folders)
        return all(card["id"].encode() in found for card in self.cards) and self.made.id.encode() in found


def gone_for_good(url, doomed):
    """What anybody hears who comes back: what they would hear of a workshop that never was."""
    for way, call in ((doomed.made.id, requests.get), ("0" * 32, requests.get)):
        told = call(f"{url}/api/workshops/{way}", timeout=10)
        assert (told.status_code, told.json()) == (
            404,
            {"code": "no_such_workshop", "say": "There is nothing at this address."},
        )
    for token in (doomed.fay.token, doomed.pat.token, doomed.screen.token):
        with pytest.raises(wire.Refused):
            wire.Line(url, token)
        auth = {"Authorization": f"Bearer {token}"}
        plan = requests.get(f"{url}/api/workshops/{doomed.made.id}/exports/md", headers=auth, timeout=10)
        assert plan.status_code == 404
    for door, asked in (
        ("seats", {}),
        ("facilitators", {"key": doomed.made.key}),
        ("facilitators", doomed_code(doomed)),
    ):
        tried = requests.post(f"{url}/api/workshops/{doomed.made.id}/{door}", json={"name": "", **asked}, timeout=10)
        assert tried.status_code == 404
    tried = requests.post(f"{url}/api/join", json={"code": doomed.made.reply["join_code"]}, timeout=10)
    assert tried.json()["code"] == "bad_code"


def doomed_code(doomed):
    return {"recovery_code": doomed.made.reply["recovery_code"]}


def all_were_told(doomed):
    lines = (doomed.fay, doomed.pat, doomed.screen)
    eventually(lambda: all(line.farewells for line in lines))
    return {(one["reason"], one["say"]) for line in lines for one in line.farewells}


TOLD = {("deleted", "This workshop was deleted. Nothing of it is kept.")}


def test_deleted_while_others_write_it_is_in_no_byte_of_any_file_and_all_others_stay(start_server):
    server = start_server(**FAST)
    doomed, beside = Doomed(server.url), Beside(server.url)
    assert len(doomed.left(server.data)) > 100  # otherwise this test could not see anything at all
    for n in range(200):
        beside.step()
        if n == 100:
            doomed.fay.do("DeleteWorkshop", workshop=doomed.made.id)
    assert all_were_told(doomed) == TOLD
    eventually(lambda: doomed.left(server.data) == [])
    assert beside.all_there(server.data)
    gone_for_good(server.url, doomed)
    assert doomed.left(server.data) == []  # whoever tried to come back left nothing either


def test_killed_in_the_middle_the_next_start_finishes_it(start_server):
    server = start_server(**FAST | {"sealed_tick_ms": 600})  # between the answer and what follows
    doomed, beside = Doomed(server.url), Beside(server.url)
    for _ in range(20):
        beside.step()
    assert beside.all_there(server.data)
    doomed.fay.do("DeleteWorkshop", workshop=doomed.made.id)
    server.kill9()
    assert doomed.left(server.data)
    server.start()
    eventually(lambda: doomed.left(server.data) == [])
    assert beside.all_there(server.data)
    gone_for_good(server.url, doomed)


def test_on_redis_every_process_lets_go_at_once_and_no_log_holds_a_byte(tmp_path):
    with keeping.redis() as content, keeping.redis() as people, running.servers(tmp_path) as start:
        for kept in (content, people):
            with Redis.from_url(kept.url) as client:
                client.config_set("rdbcompression", "no")
        settings = FAST | {"store": "redis", "redis_url": content.url, "redis_people_url": people.url}
        one, other = (start(**settings) for _ in range(2))
        kept = (content.folder, people.folder, one.data, other.data)
        doomed, beside = Doomed(one.url), Beside(other.url)
        there = wire.Line(other.url, doomed.made.token("Ada Doomed"))
        doomed.words += ["Ada Doomed", there.entered["seat"], there.token, hashed(there.token)]
        for _ in range(20):
            beside.step()
        assert len(doomed.left(*kept)) > 100
        doomed.fay.do("DeleteWorkshop", workshop=doomed.made.id)
        assert all_were_told(doomed) == TOLD
        assert eventually(lambda: there.farewells)[0]["reason"] == "deleted"
        eventually(lambda: doomed.left(*kept) == [])
        assert beside.all_there(*kept)
        for url in (one.url, other.url):
            gone_for_good(url, doomed)
        eventually(lambda: doomed.left(*kept) == [])
