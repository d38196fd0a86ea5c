"""Who watches the network sees the size of what goes up, and learns nothing from it."""

import pytest

from tests.journeys.people import Participant
from tests.journeys.tap import Tap

TEXTS = (
    "Benches",
    "Lend out sheds",
    "Repaint the rowing boats together, and name them after grandmothers",
    "A shared supper in the library once a week. " * 4,
    "Zoë’s café for two 🌊 " * 8,
    "Row them out on Sundays, and sing. " * 14,
    "ü" * 600,
    "Paint the pier. " * 60,
)


@pytest.fixture
def tapped(house):
    tap = Tap(house.url)
    yield tap
    tap.close()


def test_what_is_written_unseen_goes_up_in_messages_of_three_sizes_at_most(gather, house, tapped):
    meeting = gather()
    lead = meeting.lead()
    ken = Participant(meeting.page(), "Ken")
    ken.joins(meeting.link.replace(house.url, tapped.url))
    meeting.moves_to("Ideas", lead, ken)
    before = len(tapped.sizes)
    for text in TEXTS:
        ken.writes("Idea", text)
    ken.has_saved(*(text.strip() for text in TEXTS))
    written = tapped.sizes[before:]
    assert len(written) >= len(TEXTS)
    ken.keeps_a_worry("Too loud")
    ken.rewrites(TEXTS[0], TEXTS[0] + ", " + TEXTS[2])
    ken.takes_back(TEXTS[1])
    ken.presses("I'm done")
    ken.reads("✓ I'm done")
    ken.has_saved(TEXTS[2])
    sizes = sorted(tapped.sizes[before:])
    # What is compressed by the browser differs by some bytes, whatever is in it.
    classes = [one for one, last in zip(sizes, [0, *sizes], strict=False) if one - last > 64]
    assert len(classes) <= 3
    assert all(max(one for one in sizes if one >= least and one - least < 1000) - least < 64 for least in classes)
    short = [size for size, text in zip(written, TEXTS, strict=False) if len(text) < 100]
    assert max(short) - min(short) < 40
