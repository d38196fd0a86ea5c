import secrets
import threading

import pytest

from server.demo.device import Device, GoneError

PATIENCE = 20.0


def test_devices_see_the_same_board(make_workshop):
    opened = make_workshop()
    other = opened.join("Ana")
    opened.to("Our question")
    assert other.wait(PATIENCE, lambda board: board.run_id == opened.leader.board.run_id)
    answer, card, _ = other.write(other.board.run_id, "question", "How might we?", signed="Ana")
    assert answer["status"] == "ok"
    for device in (opened.leader, other):
        assert device.wait(PATIENCE, lambda board: f"card:{card}" in board.view)
    assert opened.leader.board.view == other.board.view | {"timing": opened.leader.board.view["timing"]}


def test_a_refused_device_is_answered_with_the_code_of_the_refusal(make_workshop):
    other = make_workshop().join()
    assert other.ask("StartWorkshop")["code"] == "wrong_role"


def test_a_device_with_an_invented_token_is_told_that_it_is_gone(make_workshop):
    opened = make_workshop()
    with pytest.raises(GoneError):
        Device(opened.url, opened.id, secrets.token_hex(32)).open()


def test_a_device_that_missed_a_frame_asks_for_the_whole_view(make_workshop):
    opened = make_workshop()
    other = opened.join()
    opened.to("Hello")
    assert other.wait(PATIENCE, lambda board: board.run_id)
    before = other.board.view
    other._patched({"from": other._number + 3, "to": other._number + 4, "set": {"card:x": {}}, "gone": []})
    opened.next()
    assert other.wait(PATIENCE, lambda board: board.run_id == opened.leader.board.run_id)
    assert "card:x" not in other.board.view
    assert other.board.view != before


def test_who_left_is_sent_away_for_good(make_workshop):
    other = make_workshop().join()
    other.ask("Leave")
    assert other.over.wait(PATIENCE)


def test_the_clock_of_the_server_counts(make_workshop):
    opened = make_workshop()
    opened.to("Hello")
    assert 230 < opened.leader.left() <= 241
    board = opened.leader.board
    opened.leader.ask("PausePhase", run=board.run_id, version=board.clock["version"])
    assert opened.leader.wait(PATIENCE, lambda now: now.clock["paused"])
    assert opened.leader.left() == float("inf")


def test_what_is_asked_while_the_server_is_down_is_answered_when_it_is_back(make_workshop, start_server):
    server = start_server(people_tick_ms=10)
    opened = make_workshop(at=server.url)
    other = opened.join("Ana")
    opened.to("Our question")
    other.wait(PATIENCE, lambda board: board.phase.get("title") == "Our question")
    run, answers = other.board.run_id, []

    def write():
        answers.extend(other.write(run, "question", f"Question {one}", signed="Ana")[0]["status"] for one in range(20))

    writing = threading.Thread(target=write)
    server.kill9()
    writing.start()
    server.restart()
    writing.join(PATIENCE)
    assert answers == ["ok"] * 20
    assert other.wait(PATIENCE, lambda board: len(board.cards("question")) == 20)
    assert {card["text"] for card in other.board.cards("question")} == {f"Question {one}" for one in range(20)}
