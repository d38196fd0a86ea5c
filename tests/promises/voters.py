"""People and modified clients at a vote that is stepped through: whatever they do, and whatever happens to it."""

from collections import Counter
from hashlib import sha256

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from facilitation.states import BallotState
from tests.promises.polling import Polling
from tests.promises.stepping import Fault

PEOPLE = ("ana", "ben", "cai", "dee")
LATE = ("eve", "fay")
BUDGET = 2
PATIENCE = 40
places = st.sampled_from((*PEOPLE, *LATE))
which = st.integers(0, 30)
often = st.sampled_from([True, True, False])
wishes = st.one_of(
    st.dictionaries(st.integers(0, 4), st.just(1), min_size=1, max_size=BUDGET),
    st.dictionaries(st.integers(0, 5), st.integers(0, 3), max_size=4),
)


class Voting(RuleBasedStateMachine):
    """People and modified clients at a vote. Everything that is asked waits until a step lets it go on."""

    store = "sqlite"

    @initialize(here=st.sets(st.sampled_from(PEOPLE), min_size=3))
    def opens(self, here):
        self.polling = Polling((*PEOPLE, *LATE), self.store)
        self.tickets = []  # who holds it, and what they asked with it
        self.answers = {}  # what a request was answered, for good
        self.casts = []  # ticket, revision, allocation, and what is waited for
        self.on_roll = set(here)
        opened = self.polling.opens(here)
        while self.polling.entry.state is not BallotState.OPEN:
            self.polling.rest()
        assert opened.answer == {"status": "ok"}
        for place in sorted(here):  # as every device does
            self.a_tab_asks_with_a_blinding_of_its_own(place, waits=False)

    def goes_on(self, waits):
        """Time passes until what was asked is through, or not yet."""
        for _ in range(3 if waits else 0):
            self.polling.rest()
        if waits:
            self.credentials()

    def teardown(self):
        if hasattr(self, "polling"):
            try:
                self.counts()
            finally:
                self.polling.close()

    # --- what people do

    @rule(place=places, waits=often)
    def a_tab_asks_with_a_blinding_of_its_own(self, place, waits):
        ticket = self.polling.ticket()
        self.tickets.append([place, ticket, self.polling.takes(place, ticket)])
        self.goes_on(waits)

    @precondition(lambda self: self.tickets)
    @rule(number=which, waits=often)
    def a_device_asks_again(self, number, waits):
        held = self.tickets[number % len(self.tickets)]
        held[2] = self.polling.takes(held[0], held[1])
        self.goes_on(waits)

    @precondition(lambda self: self.tickets)
    @rule(number=which, thief=places)
    def somebody_asks_for_what_another_place_asked_for(self, number, thief):
        ticket = self.tickets[number % len(self.tickets)][1]
        self.tickets.append([thief, ticket, self.polling.takes(thief, ticket)])

    @precondition(lambda self: self.tickets)
    @rule(number=which, wish=wishes, back=st.sampled_from([0, 0, 0, 1, 2]), waits=often)
    def a_ballot_is_cast(self, number, wish, back, waits):
        """`back`: so many revisions before the newest, as a replay would be."""
        ticket = self.tickets[number % len(self.tickets)][1]
        options = (*self.polling.entry.options, "card:" + "f" * 32)
        allocation = {options[at % len(options)]: dots for at, dots in wish.items()}
        body = ticket.marked(allocation)
        body["rev"] = max(0, ticket.rev - back)
        self.casts.append((ticket, body["rev"], allocation, self.polling.casts(ticket, body)))
        self.goes_on(waits)

    @precondition(lambda self: len(self.tickets) > 1)
    @rule(number=which, other=which)
    def a_signature_is_put_under_another_ballot(self, number, other):
        one, two = (self.tickets[at % len(self.tickets)][1] for at in (number, other))
        if one is not two:
            body = one.marked({}) | {"sig": two.sig or "A"}
            self.casts.append((None, 0, {}, self.polling.casts(one, body)))

    @rule(place=places)
    def somebody_is_let_in(self, place):
        self.on_roll.add(place)
        self.polling.lets_in(place)

    @rule(place=places)
    def a_place_is_emptied(self, place):
        self.polling.retires(place)

    # --- what happens

    @rule(picks=st.lists(which, min_size=1, max_size=12))
    def some_go_on(self, picks):
        for pick in picks:
            self.polling.engine.step(pick)
        self.comes_back()

    @rule()
    def time_passes(self):
        self.polling.rest()

    @rule(fault=st.sampled_from(Fault))
    def the_next_write_goes_wrong(self, fault):
        self.polling.engine.fault = fault

    @rule()
    def the_server_is_killed(self):
        self.polling.dies()

    @precondition(lambda self: self.tickets)
    @rule(number=which)
    def an_answer_is_lost_on_its_way(self, number):
        self.tickets[number % len(self.tickets)][2].lost = True

    def comes_back(self):
        if self.polling.engine.died:
            self.polling.dies()

    # --- what always holds

    def credentials(self):
        """The tickets that were signed, each once; a device takes what it was answered."""
        for _, ticket, waiting in self.tickets:
            answer = waiting.answer or {}
            if answer.get("status") == "ok":
                signed = answer["data"]["sig"]
                assert self.answers.setdefault(ticket.request, signed) == signed, "the same request, another answer"
                if not ticket.sig:
                    ticket.take(signed)
        return {ticket.request: ticket for _, ticket, _ in self.tickets if ticket.sig}

    @invariant()
    def no_place_has_two_ballots(self):
        if not hasattr(self, "polling"):
            return
        signed, roll = self.credentials(), self.polling.roll
        claimed = Counter(line.request_hash for line in roll.values() if line.request_hash)
        if self.polling.entry.state is BallotState.OPEN:
            assert {sha256(one.encode()).hexdigest() for one in signed} <= set(claimed)
            assert len(signed) <= len(roll) <= len(self.on_roll)
            assert self.polling.entry.seats <= len(self.on_roll)
        known = {sha256(ticket.nullifier.encode()).hexdigest() for ticket in signed.values()}
        votes = self.polling.now.votes
        assert set(votes) <= known, "somebody voted without a ballot"
        assert sum(sum(vote.allocation.values()) for vote in votes.values()) <= BUDGET * len(signed)

    def counts(self):
        """Everything comes to rest; then the vote is closed and compared with what was answered."""
        self.polling.engine.fault = None
        for _ in range(8):
            self.polling.rest()
        self.credentials()
        expected = self.expected()
        votes = dict(self.polling.now.votes)
        for key, (least, sent) in expected.items():
            vote = votes.get(key)
            assert least is None or (vote is not None and vote.rev >= least), "a vote that was answered is lost"
            assert vote is None or dict(vote.allocation) in sent[vote.rev]
        assert set(votes) <= set(expected)
        self.closes()
        entry = self.polling.entry
        assert entry.cast == len(votes) <= entry.seats <= len(self.on_roll)
        assert sum(entry.totals.values()) <= BUDGET * entry.cast
        if entry.totals:
            dots = Counter()
            for vote in votes.values():
                dots.update(vote.allocation)
            assert {option: number for option, number in entry.totals.items() if number} == dots
        assert self.polling.roll == {}
        assert self.polling.now.votes == {}
        assert entry.private_key == ""
        assert entry.reissued <= len(self.on_roll)

    def expected(self):
        """By key: the least revision that must be there, and what was sent under each."""
        found = {}
        for ticket, rev, allocation, waiting in self.casts:
            code = (waiting.answer or {}).get("code")
            if ticket is None:
                assert waiting.answer is None or code in {"bad_signature", "ballot_not_open"}
                continue
            least, sent = found.get(key := sha256(ticket.nullifier.encode()).hexdigest(), (None, {}))
            sent.setdefault(rev, []).append(allocation)
            if (waiting.answer or {}).get("status") == "ok":
                least = rev if least is None else max(least, rev)
            found[key] = least, sent
        return found

    def closes(self):
        self.polling.closes()
        for _ in range(PATIENCE):
            self.polling.rest()
            if self.polling.entry.state is BallotState.CLOSED and not self.polling.roll:
                return
        raise AssertionError("it does not close")


def search(store, examples, steps=40, **more):
    """Look for a history in which something does not hold."""
    asked = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        **more,
    )
    run_state_machine_as_test(type(store, (Voting,), {"store": store}), settings=asked)
