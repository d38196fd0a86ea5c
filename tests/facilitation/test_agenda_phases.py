"""Rules about each phase by itself. Each is seen to be kept by our agendas and broken by one change."""

import pytest

from tests.agenda_words import findings, phase, words

ERROR, WARNING = "error", "warning"


@pytest.mark.parametrize(
    ("title", "change", "level", "say"),
    [
        ("What pulls you", {"cards": ["note"]}, ERROR, "the red hat has no text"),
        ("What pulls you", {"hat": "blue"}, WARNING, 'a phase of the kind "feel" usually has the red hat.'),
        ("What is good", {"hat": "white"}, WARNING, 'a phase of the kind "weigh" usually has the yellow hat.'),
        ("What is good", {"cards": ["note"]}, ERROR, 'a phase of the kind "weigh" collects "benefit".'),
        ("What to watch", {"cards": []}, ERROR, 'a phase of the kind "caution" collects "caution".'),
        ("Ways round", {"cards": ["idea"]}, ERROR, 'a phase of the kind "fix" collects "fix".'),
        ("Like with like", {"cards": []}, ERROR, 'a phase of the kind "group" collects "theme".'),
        ("What we know", {"cards": []}, ERROR, "nobody could write anything here"),
        ("Dots", {"cards": ["note"]}, ERROR, 'a phase of the kind "vote" collects no cards.'),
        ("Read the facts", {"visibility": "private"}, ERROR, 'a phase of the kind "reveal" cannot be "private".'),
        ("Ideas", {"visibility": "shared"}, ERROR, 'a phase of the kind "ideate" cannot be "shared".'),
        ("Read the ideas", {"visibility": "shared"}, ERROR, '"shared" is for reading: "idea" cannot be written here.'),
        ("What is good", {"cards": ["benefit", "theme"]}, ERROR, '"theme" is made together'),
        ("Ideas", {"authorship": "none"}, ERROR, "say who signs"),
        ("Dots", {"ballot": ""}, ERROR, '"ballot" is "". Known words are: pick3, dots.'),
        ("Ideas", {"ballot": "dots"}, ERROR, 'only phases of the kinds "feel" and "vote" have a ballot.'),
        ("Dots", {"advance": "clock"}, ERROR, 'no clock ends a phase of the kind "vote"'),
        ("What pulls you", {"advance": "clock"}, ERROR, 'no clock ends a phase of the kind "feel"'),
        ("What to watch", {"advance": "clock"}, ERROR, 'no clock ends a phase of the kind "caution"'),
    ],
)
def test_one_change_breaks_one_rule(title, change, level, say):
    data = words()
    phase(data, title).update(change)
    found = [finding for finding in findings(data) if finding[2].startswith(say)]
    assert [finding[1] for finding in found] == [level]
    assert data["phases"][found[0][0][1]]["title"] == title


def test_a_vote_without_a_ballot_is_none():
    data = words()
    del phase(data, "Dots")["ballot"]
    assert findings(data) == [(("phases", 11, "ballot"), ERROR, 'a phase of the kind "vote" needs a ballot.')]


def test_five_minutes_of_red_are_plenty():
    data = words()
    phase(data, "What pulls you")["minutes"] = 6
    phase(data, "Ideas")["minutes"] = 4
    assert findings(data) == [(("phases", 7, "minutes"), WARNING, "the red hat should have 5 minutes at most.")]


def test_a_clock_may_end_other_phases():
    data = words()
    phase(data, "Ideas")["advance"] = "clock"
    assert findings(data) == []
