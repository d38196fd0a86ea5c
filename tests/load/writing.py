"""Who writes when: a board filled before it begins, then commands on a fixed schedule, or so many under way."""

from time import monotonic

from tests.load.crowd import Crowd
from tests.load.tally import token

FILLING = 256
STALL = 1.0  # seconds without anything coming back, after which what was under way is given up
LONGEST_TURN = 0.05


def rounded(cards, writers):
    """At least so many cards, and the same number for each who writes."""
    return -(-cards // writers) * writers


def fill(line, people, writers, cards):
    """Write so many cards before it begins.

    Raises: `RuntimeError` when one is refused.
    """
    crowd = Crowd(line, people)
    crowd.join(range(1, writers + 1))
    for number, (sender, payload) in enumerate(line.filling(cards, writers)):
        while number - crowd.answered >= FILLING:
            crowd.turn(LONGEST_TURN)
        crowd.ask(sender, payload)
    while crowd.answered < cards:
        crowd.turn(LONGEST_TURN)
    if crowd.refused:
        raise RuntimeError(f"{crowd.refused} of {cards} cards were refused")
    crowd.leave()


def send(crowd, writers):
    """The next command, by the next of those who write; the first socket is the facilitator's, who does not."""
    number = len(crowd.tally.sent_at)
    sender = 1 + number % writers
    payload = crowd.line.command(sender, number, token(number))
    crowd.tally.sent(sender, monotonic())
    crowd.ask(sender, payload)


class OpenLoop:
    """So many commands a second, whatever comes back."""

    def __init__(self, crowd, writers, rate):
        self._crowd, self._writers, self._rate = crowd, writers, rate
        self._began = monotonic()

    def step(self):
        """Send what is due, and hear what comes until the next one is."""
        while (wait := self._due() - monotonic()) <= 0:
            send(self._crowd, self._writers)
        self._crowd.turn(min(LONGEST_TURN, wait))

    def _due(self):
        return self._began + len(self._crowd.tally.sent_at) / self._rate


class ClosedLoop:
    """So many commands under way: a new one goes out when one has reached its last receiver. `stalls`: given up."""

    def __init__(self, crowd, writers, window):
        self._crowd, self._writers, self._window = crowd, writers, window
        self._done, self._at, self._given_up = 0, monotonic(), 0
        self.stalls = 0

    def step(self):
        """Fill up, and hear what comes."""
        tally = self._crowd.tally
        if tally.finished != self._done:
            self._done, self._at = tally.finished, monotonic()
        elif monotonic() - self._at > STALL:
            self._given_up, self._at = len(tally.sent_at) - self._done, monotonic()
            self.stalls += 1
        under_way = len(tally.sent_at) - self._done - self._given_up
        for _ in range(self._window - under_way):
            send(self._crowd, self._writers)
        self._crowd.turn(LONGEST_TURN)
