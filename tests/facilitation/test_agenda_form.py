"""From the words of a file to an agenda, or to all that is wrong with their form."""

import pytest
from hypothesis import given

from facilitation.agenda import Advance, Agenda, Authorship, BallotPreset, CardKind, PhaseKind, Visibility
from facilitation.agenda_form import parse
from facilitation.hats import Hat
from tests.agenda_words import AGENDAS, findings, phase, words
from tests.facilitation.test_finding import ANYTHING


def test_an_agenda_is_read_with_everything_that_it_says():
    agenda = parse("ours", words())
    assert isinstance(agenda, Agenda)
    assert (agenda.id, agenda.title, agenda.minutes) == ("ours", "Problem solving in one hour", 60)
    assert (agenda.guide, agenda.plan, agenda.participants_may_export) == ((6,), "simple-plan", True)
    ideas = agenda.phases[4]
    assert (ideas.title, ideas.kind, ideas.hat, ideas.minutes) == ("Ideas", PhaseKind.IDEATE, Hat.GREEN, 8)
    assert ideas.prompt == "Write every idea you have, however odd. Keep your worries for later."
    assert (ideas.visibility, ideas.authorship) == (Visibility.PRIVATE, Authorship.UNSIGNED)
    assert (ideas.cards, ideas.advance) == ((CardKind.IDEA,), Advance.FACILITATOR)
    assert [one.ballot for one in agenda.phases if one.ballot] == [BallotPreset.PICK3, BallotPreset.DOTS]


def test_what_an_agenda_does_not_say_has_a_default():
    data = words()
    for key in ("guide", "plan", "participants_may_export"):
        del data[key]
    agenda = parse("ours", data)
    assert isinstance(agenda, Agenda)
    assert (agenda.guide, agenda.plan, agenda.participants_may_export) == ((), "simple-plan", True)


@pytest.mark.parametrize(
    ("key", "value", "say"),
    [
        ("kind", "critique_reveal", '"kind" is "critique_reveal". Known words are: check_in, open, ideate'),
        ("hat", ["green", "black"], '"hat" takes one word, not a list.'),
        ("hat", "purple", '"hat" is "purple".'),
        ("cards", ["thought"], '"cards" is "thought".'),
        ("cards", ["idea", "idea"], '"idea" stands here twice.'),
        ("ballot", "coin", '"ballot" is "coin". Known words are: pick3, dots.'),
        ("authorship", "anon", '"authorship" is "anon". Known words are: signed, unsigned, choice, none.'),
        ("visibility", "hidden", '"visibility" is "hidden".'),
        ("minutes", "eight", '"minutes" must be a whole number from 1 to 600.'),
        ("prompt", "", '"prompt" must have 1 to 300 characters.'),
        ("colour", "green", '"colour" is not known here.'),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_its_phase_and_its_word(key, value, say):
    data = words()
    phase(data, "Ideas")[key] = value
    found = findings(data)
    assert [(where[:3], level) for where, level, _ in found] == [(("phases", 4, key), "error")]
    assert found[0][2].startswith(say)


@pytest.mark.parametrize("title", ["What to watch", "What pulls you", "Dots"])
def test_who_sees_cautions_and_ballots_is_nothing_a_file_decides(title):
    data = words()
    phase(data, title)["visibility"] = "live"
    assert '"visibility" is not for a phase of the kind' in findings(data)[0][2]


def test_every_slip_is_told_at_once():
    data = words()
    del data["title"]
    phase(data, "Hello")["hat"] = "purple"
    phase(data, "Dots")["minutes"] = 0
    assert [where[-1] for where, _, _ in findings(data)] == ["title", "hat", "minutes"]


@given(ANYTHING)
def test_no_file_can_make_it_raise(value):
    assert isinstance(parse("ours", value), list)
    assert parse("ours", {**words(), "phases": [value]}) != []


@pytest.mark.parametrize("known", [PhaseKind, Hat, Visibility, Authorship, CardKind, BallotPreset, Advance])
def test_every_word_that_a_file_may_use_is_explained_to_people(known):
    explained = (AGENDAS / "README.md").read_text()
    assert [word for word in known if word and f"`{word}`" not in explained] == []
