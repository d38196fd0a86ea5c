"""A small workshop that goes through everything that is promised, on the server that is to be checked."""

import secrets
import time
from collections.abc import Callable

from server.demo.board import Board
from server.demo.calls import call
from server.verify import evidence as at
from server.verify.gathering import PEOPLE, QUIET, STEP, Gathering, StoppedError
from server.verify.look import Look
from server.verify.story import word
from server.verify.voting import Vote
from server.verify.web import GONE, all_of, fetch

ROUNDS = 4
CLOSING = 60.0
"""How long to wait for a vote that closes, in seconds."""


class Rehearsal:
    """`say`: where to tell how far it is."""

    def __init__(self, gathering: Gathering, look: Look, say: Callable[[str], object]) -> None:
        self._all, self.found, self._look, self._say = gathering, gathering.found, look, say
        self._workshop = gathering.place[1]
        self._templates = tuple(one["id"] for one in call(f"{self.found.url}/api/plans"))

    def run(self) -> None:
        """From the start to the end. Raises: `StoppedError`, `DeclinedError`, `UnreachableError`."""
        self._all.leader.ask("StartWorkshop")
        self._all.until(lambda board: board.stage == "write" and "idea" in board.phase["cards"])
        self._write()
        self._show()
        self._vote()
        self._delete()

    def _now(self, moment: str) -> None:
        self.found.ears.moment = moment
        self.found.moments.add(moment)

    def _fetch(self) -> None:
        """All that is there over HTTP now, for everybody."""
        devices = (self._all.leader, self._all.people[0], self._all.screen)
        places = {one.called: one.token for one in devices} | {"nobody": ""}
        ballot = str(self._all.board.ballot.get("id", ""))
        for name, page in all_of(self.found.url, places, self._workshop, ballot, self._templates):
            self.found.ears.hear(name, page.bytes)
            self.found.pages.append(page)

    # --- unseen ------------------------------------------------------------------------

    def _write(self) -> None:
        self._say("Five people write what nobody may see yet …")
        self._now(at.SEALED)
        gathering, story, run = self._all, self.found.story, self._all.board.run_id
        people = gathering.people
        for _ in range(ROUNDS):
            for person in people:
                story.sealed.append(gathering.card(person, run, "idea"))
        story.sealed[0] = gathering.edited(people[0], story.sealed[0])
        story.taken_back.append(gathering.card(people[1], run, "idea"))
        withdrawn = story.taken_back[0]
        gathering.ask(people[1], "WithdrawCard", id=withdrawn.id, key=withdrawn.key)
        for person in people[2:4]:
            story.kept.append(gathering.card(person, str(gathering.board.workshop["worry_run"]), "caution"))
        story.kept[0] = gathering.edited(people[2], story.kept[0])
        self._make_mistakes(run)
        people.append(gathering.comes("somebody who came late", "seats"))
        time.sleep(QUIET)
        self._say("Looking through everything that the server gives out and keeps …")
        self._fetch()
        self._look.while_sealed()

    def _make_mistakes(self, run: str) -> None:
        """What the server refuses must be in no error text, nor be kept."""
        story, person = self.found.story, self._all.people[4]
        card = story.sealed[0]
        wrong: list[tuple[str, dict[str, object]]] = [
            ("EditCard", {"id": card.id, "key": secrets.token_hex(32), "number": 7}),
            ("AddCard", {"id": "no id", "run": run, "kind": "idea", "verifier": "no hash"}),
            ("AddCard", {"id": secrets.token_hex(16), "run": run, "kind": "decision", "verifier": "0" * 64}),
        ]
        for command, fields in wrong:
            story.refused.append(word())
            self._all.ask(person, command, **fields, text=f"Refused {story.refused[-1]}")

    # --- shown -------------------------------------------------------------------------

    def _show(self) -> None:
        self._say("The ideas are shown, then the worries …")
        self._now(at.SHOWN)
        self._all.go_on()
        ids = {card.id for card in self.found.story.sealed}
        self._all.all_see(lambda board: ids <= {card["id"] for card in board.cards("idea")})
        for device in (self._all.people[0], self._all.screen):
            found = [str(card["id"]) for card in device.board.cards("idea") if card["id"] in ids]
            self.found.orders[f"what {device.called} was sent"] = found
        self._fetch()
        self._look.after_the_step()
        export = f"/api/workshops/{self._workshop}/exports/json"
        text = fetch(self.found.url, export, token=self._all.leader.token).body.decode(errors="replace")
        self.found.orders["the export"] = sorted((one for one in ids if one in text), key=text.index)
        self._show_worries()

    def _show_worries(self) -> None:
        """Some agendas vote before they come to the worries: then these stay unseen to the end."""
        self._all.until(lambda board: board.stage == "check" or _to_vote(board))
        if self._all.board.stage == "check":
            self._now(at.WORRIES)
            self._all.go_on()
            words = {card.id for card in self.found.story.kept}
            self._all.all_see(lambda board: words <= {card["id"] for card in board.cards("caution")})
            self._fetch()

    # --- the vote ----------------------------------------------------------------------

    def _vote(self) -> None:
        gathering, people = self._all, self._all.people
        gathering.until(_to_vote)
        self._say("Six people vote, and somebody tries to cheat …")
        self._now(at.VOTING)
        ballot, seats = gathering.board.ballot["id"], [one.seat for one in people[:PEOPLE]]
        gathering.ask(gathering.leader, "ConfirmRoll", run=gathering.board.run_id, ballot=ballot, seats=seats)
        gathering.all_see(lambda board: board.ballot.get("state") == "open")
        opened = gathering.board.ballot
        options = list(opened["options"])
        vote = Vote(self.found.story, opened, self.found.attempts)
        for number, person in enumerate(people[:PEOPLE]):
            vote.give_to(person).cast({options[number]: 1, options[-1 - number]: 1})
        late = people[PEOPLE]
        vote.asks_for_more(late, "to get a ballot without having been let in")
        vote.asks_for_more(gathering.leader, "to get a ballot for who leads and has no vote")
        gathering.ask(gathering.leader, "LetIn", ballot=ballot, seat=late.seat)
        vote.give_to(late).cast({options[0]: 1})
        vote.change_and_repeat(options)
        vote.cheat(options)
        self.found.admitted = len(vote.papers)
        gathering.comes("somebody who came during the vote", "seats")
        self._fetch()
        self._look.while_voting(vote.public_key)
        self.found.early = [one.called for one in gathering.everybody if _told_early(one.board)]
        self._close(vote)

    def _close(self, vote: Vote) -> None:
        self._say("The vote closes …")
        board = self._all.board
        self._now(at.COUNTED)
        self._all.ask(self._all.leader, "NextPhase", run=board.run_id, version=board.clock["version"])
        self._all.all_see(lambda board: board.ballot.get("state") == "closed", CLOSING)
        self.found.result, self.found.expected = dict(self._all.board.ballot), vote.expected()
        vote.too_late()
        self._fetch()
        self._look.after_the_close(vote.public_key)

    # --- the end -----------------------------------------------------------------------

    def _delete(self) -> None:
        self._say("The scratch workshop is deleted …")
        self._now(at.DELETED)
        if self._all.ask(self._all.leader, "DeleteWorkshop", workshop=self._workshop)["status"] != "ok":
            raise StoppedError("The scratch workshop could not be deleted.")
        base = f"/api/workshops/{self._workshop}"
        paths = (base, f"{base}/exports/json", f"{base}/qr.svg")
        until = time.monotonic() + STEP  # whoever asked for it is answered first
        while fetch(self.found.url, base).status < GONE and time.monotonic() < until:
            time.sleep(QUIET / 10)
        self.found.after_delete = [fetch(self.found.url, path, token=self._all.leader.token) for path in paths]
        self._look.after_the_end()


def _to_vote(board: Board) -> bool:
    """Whether a vote waits for who may take part in it."""
    return bool(board.ballot.get("state") == "draft")


def _told_early(board: Board) -> bool:
    return any(board.ballot.get(name) for name in ("cast", "totals", "voters", "ranking", "tied", "chosen"))
