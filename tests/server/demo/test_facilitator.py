import threading

import pytest

from server.demo.facilitator import Facilitator

PATIENCE = 20.0


@pytest.fixture
def lead(make_workshop):
    """Let somebody simulated lead a new workshop; what they said is in `.said`."""

    def start(expected=0, pace=0.2, agenda="initial-ideas-25"):
        opened = make_workshop(agenda)
        opened.said = []
        facilitator = Facilitator(opened.leader, pace, expected, opened.said.append)
        opened.leading = threading.Thread(target=facilitator.lead, daemon=True)
        opened.leading.start()
        return opened

    return start


def test_a_workshop_is_led_through_every_step_to_its_end(lead):
    opened = lead()
    opened.leading.join(PATIENCE)
    assert opened.leader.board.state == "ended"
    titles = [phase["title"] for phase in opened.leader.board.workshop["phases"]]
    assert [line.partition(":")[0] for line in opened.said] == titles


def test_nothing_starts_before_everybody_is_here(lead):
    opened = lead(expected=1, pace=5)
    assert not opened.leader.wait(0.5, lambda board: board.state == "running")
    opened.join()
    assert opened.leader.wait(PATIENCE, lambda board: board.state == "running")


def test_the_clock_shows_the_pace_that_is_kept(lead):
    opened = lead(pace=30)
    assert opened.leader.wait(PATIENCE, lambda _: 0 < opened.leader.left() <= 31)


def test_a_clock_that_somebody_stopped_is_waited_for(lead):
    opened = lead(pace=1)
    leader = opened.leader
    assert leader.wait(PATIENCE, lambda board: board.run_id and leader.left() < 2)
    board = leader.board
    assert leader.ask("PausePhase", run=board.run_id, version=board.clock["version"])["status"] == "ok"
    assert not leader.wait(1.5, lambda now: now.run_id != board.run_id)
    leader.ask("ResumePhase", run=board.run_id, version=leader.board.clock["version"])
    assert leader.wait(PATIENCE, lambda now: now.run_id != board.run_id)


def test_a_vote_is_opened_for_those_who_are_here(make_workshop):
    opened = make_workshop()
    voter = opened.join()
    opened.to("Ideas")
    for number in range(3):
        opened.leader.write(opened.leader.board.run_id, "idea", f"Idea {number}")
    opened.to("What pulls you", "vote")
    facilitator = Facilitator(opened.leader, 1, 0, lambda _: None)
    threading.Thread(target=facilitator.lead, daemon=True).start()
    assert voter.wait(PATIENCE, lambda board: board.ballot.get("state") == "open")
    asked = voter.ask("AskCredential", ballot=voter.board.ballot["id"], request="5" * 512)
    assert asked["status"] == "ok"
    opened.leader.close()
