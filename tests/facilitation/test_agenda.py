"""The agenda: what can be asked of it."""

from facilitation.agenda import KIND_LABELS, CardKind, collects_ideas
from tests.meeting import HOUR


def test_only_private_idea_phases_collect_ideas():
    assert [phase.title for phase in HOUR.phases if collects_ideas(phase)] == ["Ideas"]


def test_every_kind_of_card_has_a_label():
    assert set(KIND_LABELS) == set(CardKind)
