"""What one device asks is carried out in the order in which it asked, whatever is sent around it."""

from tests.hostile.attacker import GO_ON, PING, Attacker, ask, frame

COMMANDS = 200


def test_two_hundred_commands_in_one_piece_are_carried_out_and_answered_in_order(hasty):
    """Each names the version that the one before it made: one out of its place would be superseded."""
    fay, guests = hasty.facilitator(), [hasty.token() for _ in range(4)]
    noise = [Attacker(hasty.url).enter(token) for token in guests]
    with Attacker(hasty.url) as one:
        one.enter(fay.token)
        for other in noise:
            other.send(b"".join(frame(ask(number, "Beat")) for number in range(300)))
        one.send(b"".join(asked(number) for number in range(COMMANDS)))
        heard = [one.hear() for _ in range(COMMANDS)]
    assert [said.partition("[")[0] for said in heard] == [f"43{number}" for number in range(COMMANDS)]
    assert {said.partition("[")[2] for said in heard} == {'{"status":"ok"}]'}
    fay.until(lambda view: view["workshop"]["title"] == f"Title {COMMANDS - 1}")
    for other in noise:
        other.close()


def asked(number):
    """One command, now in one frame, now long, now in parts with a ping between."""
    words = ask(number, "RenameWorkshop", title=f"Title {number}", version=number).encode()
    if number % 5 == 0:
        return frame(words[:9], final=False) + frame(b"?", PING) + frame(words[9:], GO_ON)
    return frame(words + b" " * (9000 if number % 7 == 0 else 0))


def test_commands_that_have_to_wait_wait_in_their_order(made):
    """Twenty at once, ten a second from then on."""
    with Attacker(made.url) as one:
        one.enter(made.token(key=made.key))
        one.send(b"".join(asked(number) for number in range(26)))
        heard = [one.hear() for _ in range(26)]
    assert [said.partition("[")[0] for said in heard] == [f"43{number}" for number in range(26)]
    assert {said.partition("[")[2] for said in heard} == {'{"status":"ok"}]'}
