"""What waits is carried out in stretches: what shows and what does not show are never in one."""

from collections import deque
from dataclasses import replace

from facilitation.commands import RenameWorkshop
from facilitation.context import Role
from facilitation.records import put, settled
from facilitation.refusals import Refusal, refused
from facilitation.rules import Audience
from facilitation.view import differences
from facilitation.workshop import Gone, Group
from server.stretch import PRESENT, Ask, gather, unseen_first
from tests.server import world as w

GROUP = Group("a", "A group")


def ask(title):
    return Ask(RenameWorkshop(title, 0), Role.FACILITATOR, lambda _answer: None)


def renamed(workshop, asked):
    """Titles show; a worry run does not; an empty title is refused."""
    title = asked.command.title
    if not title:
        return refused(Refusal.SUPERSEDED)
    if title == "unseen":
        return put(workshop, replace(workshop.head, started_at=0))
    return put(workshop, replace(workshop.head, title=title))


def test_all_that_shows_is_one_stretch_with_one_patch_for_each_audience():
    workshop = settled(w.desk(w.World()).workshop)
    waiting = deque([ask("One"), ask("Two"), ask("")])
    stretch = gather(workshop, waiting, renamed)
    assert not waiting
    assert stretch.after.head.title == "Two"
    assert set(stretch.patches) == set(PRESENT)
    assert [answer["status"] for _, answer in stretch.replies] == ["ok", "ok", "superseded"]
    assert not stretch.refuses


def test_what_was_changed_back_within_a_stretch_is_sent_to_nobody():
    workshop = settled(w.desk(w.World()).workshop)
    stretch = gather(workshop, deque([ask("One"), ask(workshop.head.title)]), renamed)
    assert stretch.after.touched
    assert not stretch.patches


def test_the_steps_of_a_stretch_are_together_the_difference_that_it_makes():
    workshop = settled(w.desk(w.World()).workshop)
    groups = [replace(GROUP, id=name) for name in ("b", "a", "c")]
    made = gather(workshop, deque(ask(one) for one in groups), lambda before, asked: put(before, asked.command.title))
    assert made.patches == differences(workshop, made.after, PRESENT)
    assert made.patches[Audience.PARTICIPANT] is made.patches[Audience.SCREEN]
    assert list(made.patches[Audience.SCREEN].set) == ["group:a", "group:b", "group:c"]


def test_a_stretch_ends_before_the_first_change_of_the_other_kind():
    workshop = settled(w.desk(w.World()).workshop)
    waiting = deque([ask("One"), ask("unseen"), ask("Two")])
    lengths = []
    while waiting:
        stretch = gather(workshop, waiting, renamed)
        lengths.append(len(stretch.asks))
        workshop = settled(stretch.after)
    assert lengths == [1, 1, 1]


def test_a_stretch_that_saves_nothing_and_refuses_says_so():
    workshop = settled(w.desk(w.World()).workshop)
    assert gather(workshop, deque([ask("")]), renamed).refuses
    assert not gather(workshop, deque(), renamed).refuses


def test_what_nobody_sees_comes_first_in_its_order_and_what_is_refused_stays():
    workshop = settled(w.desk(w.World()).workshop)
    asks = [ask("One"), ask(1), ask(""), ask(2), ask("Two")]
    waiting = deque(asks)

    def carry_out(before, asked):
        title = asked.command.title
        return put(before, Gone(f"{title}")) if isinstance(title, int) else renamed(before, asked)

    assert unseen_first(workshop, waiting, carry_out) == 2
    assert list(waiting) == [asks[1], asks[3], asks[0], asks[2], asks[4]]
