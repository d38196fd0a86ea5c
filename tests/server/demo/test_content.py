from itertools import chain
from pathlib import Path

import pytest

from facilitation.shapes import MAX_NAME, MAX_TEXT
from server.demo.board import Board
from server.demo.content import read_town, share
from server.plans import load_plan_templates
from tests.running import ROOT

TOWN = read_town()


@pytest.mark.parametrize("people", [1, 3, 8, 20])
def test_every_line_has_exactly_one_speaker(people):
    lines = TOWN.said("ideas")
    spoken = list(chain.from_iterable(share(lines, seat, people) for seat in range(people)))
    assert sorted(text for _, text in spoken) == sorted(text for _, text in lines)


def test_lines_of_a_kind_come_from_all_themes_in_turn():
    first = [theme for theme, _ in TOWN.said("ideas")][: len(TOWN.themes)]
    assert first == list(TOWN.themes)


def test_no_two_ideas_are_the_same():
    ideas = [text for _, text in TOWN.said("ideas") + TOWN.said("sparks")]
    assert len(set(ideas)) == len(ideas) >= 30


def test_everything_fits_on_the_board():
    kinds = ("ideas", "sparks", "benefits", "worries", "cautions", "fixes")
    texts = [text for kind in kinds for _, text in TOWN.said(kind)]
    assert all(0 < len(text) <= MAX_TEXT for text in [*texts, *TOWN.facts, *TOWN.gaps, *TOWN.questions, *TOWN.hello])
    assert all(0 < len(name) <= MAX_NAME for name in TOWN.people)
    assert all(errand.owner in {"", *TOWN.people} for theme in TOWN.themes for errand in theme.actions)


def test_the_plan_s_lines_fit_into_the_plan():
    asked = {field.id for field in load_plan_templates(ROOT / "templates")["simple-plan"].template.fields}
    assert set(TOWN.plan) <= asked


def test_an_idea_or_a_group_belongs_to_its_theme():
    first = TOWN.themes[0]
    assert TOWN.theme_of(first.name) is TOWN.theme_of(first.ideas[1]) is TOWN.theme_of(first.sparks[0]) is first
    assert TOWN.theme_of("Something that a visitor wrote") is None


def test_what_stands_for_a_theme_is_its_group_before_its_ideas():
    first = TOWN.themes[0]
    idea = {"card:1": {"id": "1", "kind": "idea", "text": first.ideas[0], "group": ""}}
    group = {"group:2": {"id": "2", "name": first.name}}
    assert TOWN.option_for(Board({}), first) == ""
    assert TOWN.option_for(Board(idea), first) == "card:1"
    assert TOWN.option_for(Board(idea | group), first) == "group:2"
    listed = {"workshop": {"shortlist": ["card:1"]}}
    assert TOWN.option_for(Board(idea | group | listed), first) == "card:1"


def test_a_file_with_another_field_is_not_read(tmp_path: Path):
    other = tmp_path / "town.yaml"
    other.write_text("title: Nowhere\nthemes: []\nweather: grey\n")
    with pytest.raises(TypeError):
        read_town(other)
