"""What takes its time, and is run with --long only: readers in a busy workshop, for fifteen seconds; a board of
five thousand cards."""

import contextlib
from itertools import count, cycle, islice

from tests import wire
from tests.hostile.attacker import Attacker, frame
from tests.hostile.test_floods import card
from tests.hostile.test_readers import AGE, SIGNS, reader
from tests.hostile.weight import MIB, growth, holds
from tests.waiting import eventually


def test_in_a_busy_workshop_fifty_who_never_read_are_gone_after_fifteen_seconds(hasty, hasty_server):
    """They ask nothing: what gathers is what is sent to everybody."""
    fay, version = hasty.facilitator(), count()
    with contextlib.ExitStack() as until, growth(hasty_server) as grew:
        readers = [until.enter_context(reader(hasty.url, hasty.token())) for _ in range(50)]
        for one in readers:
            one.say('421["enter",{}]')

        def all_gone():
            for number in islice(version, 10):
                fay.do("RenameWorkshop", title=f"{number:0200}", version=number)
            for one, signs in zip(readers, cycle(SIGNS.values()), strict=False):
                one.send(signs)
            return not any(holds(hasty_server, one) for one in readers)

        eventually(all_gone, AGE + 1)
        print(f"{len(readers)} readers that never read: {grew() // MIB} MiB, {next(version)} changes")  # noqa: T201
        assert grew() <= 3 * MIB * len(readers)
    assert fay.do("Beat")


def test_a_board_takes_five_thousand_cards_and_says_when_it_is_full(start_server):
    settings = {"people_tick_ms": 20, "batch_ms": 200, "rate": 10_000, "burst": 10_000, "workshop_rate": 10_000}
    made = wire.Made(start_server(**settings).url, "quick-hats-20")
    fay, token, says = made.facilitator(), made.token(), []
    fay.do("StartWorkshop")
    fay.until(lambda view: view["workshop"]["run"])
    for first in range(0, 5100, 300):
        with Attacker(made.url).enter(token) as one:
            one.send(b"".join(frame(card(number, fay.run)) for number in range(min(300, 5100 - first))))
            answers = [one.answer(number) for number in range(min(300, 5100 - first))]
        says += [answer.get("say", "") for answer in answers]
    assert says == [""] * 5000 + ["The board is full. Please take something off it first."] * 100
    assert fay.do("Beat")
    made.close()
