"""Two workshops that differ only in what nobody may see give everybody else the same transcript.

Every byte of every frame is compared, and every record that was saved together with something
seen. The same lives also go through seeded leaks, to show that the comparison notices them.
"""

import pytest

from server import stretch
from server.desk import PRESENT
from tests.promises.lives import batch, check, facts, vote
from tests.server import world as w

LIVES = [facts, batch, vote, check]


@pytest.mark.parametrize("lived", LIVES)
@pytest.mark.parametrize("seed", range(1, 6))
def test_what_is_written_or_cast_unseen_changes_no_byte_for_anybody_else(lived, seed):
    one, other = lived(0), lived(seed)
    assert one.heard() == other.heard()
    assert one.world.saved_with_what_is_seen() == other.world.saved_with_what_is_seen()
    assert one.hidden
    assert other.hidden
    assert one.desk.workshop != other.desk.workshop


def a_number_that_counts_unseen_saves(desk):
    real = desk._save

    def save(done_now, *, lease):
        done = real(done_now, lease=lease)
        if done_now.after.touched:
            desk.numbers = {one: number + 1 for one, number in desk.numbers.items()}
        return done

    desk._save = save


def after_each_save(desk, leak):
    real = desk._show

    def show(shown, rev):
        real(shown, rev)
        if shown.after.touched:
            leak()

    desk._show = show


def an_empty_frame_for_each_unseen_card(desk):
    after_each_save(desk, lambda: desk._world.publish(w.WORKSHOP, PRESENT[0], {"from": 0, "to": 0}))


def a_room_that_is_told_again_when_a_card_came(desk):
    def tell():
        number = desk.numbers[PRESENT[1]]
        frame = {"from": number, "to": number, "set": {}, "gone": (), "room": desk.room_of(PRESENT[1])}
        desk._world.publish(w.WORKSHOP, PRESENT[1], frame)

    after_each_save(desk, tell)


def a_frame_with_the_revision_of_the_store(desk):
    real = desk._world.publish
    desk._world.publish = lambda workshop, one, frame: real(workshop, one, {**frame, "rev": desk.rev})


@pytest.mark.parametrize("lived", LIVES)
@pytest.mark.parametrize(
    "leak",
    [
        a_number_that_counts_unseen_saves,
        an_empty_frame_for_each_unseen_card,
        a_room_that_is_told_again_when_a_card_came,
        a_frame_with_the_revision_of_the_store,
    ],
)
def test_the_comparison_notices_a_leak(lived, leak):
    assert lived(1, leak).heard() != lived(2, leak).heard()


def no_split(desk):
    """What waits is saved together, whether anybody sees it or not."""
    real = desk.flush

    def flush():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(stretch, "alike", lambda *_: True)
            return real()

    desk.flush = flush


@pytest.mark.parametrize("lived", [facts, vote, check])
def test_the_comparison_notices_a_save_of_seen_and_unseen_together(lived):
    seen = [life.world.saved_with_what_is_seen() for life in (lived(1, no_split), lived(2, no_split))]
    assert seen[0] != seen[1]
