"""The agenda: what can be asked of it."""

from dataclasses import replace

from facilitation.agenda import KIND_LABELS, CardKind, PhaseKind, collects_ideas, keeps_worries
from tests.meeting import HOUR


def test_only_private_idea_phases_collect_ideas():
    assert [phase.title for phase in HOUR.phases if collects_ideas(phase)] == ["Ideas"]


def test_worries_are_kept_only_where_a_caution_phase_will_show_them():
    assert keeps_worries(HOUR)
    without = tuple(phase for phase in HOUR.phases if phase.kind is not PhaseKind.CAUTION)
    assert not keeps_worries(replace(HOUR, phases=without))


def test_every_kind_of_card_has_a_label():
    assert set(KIND_LABELS) == set(CardKind)
