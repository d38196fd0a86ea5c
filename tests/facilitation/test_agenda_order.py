"""Rules about an agenda as a whole. Each is seen to be kept by our agendas and broken by one change."""

import copy

import pytest

from tests.agenda_words import findings, phase, without, words

BREAK = {"title": "Break", "kind": "break", "hat": "none", "minutes": 5, "prompt": "Back soon."}


def says(data):
    return [say for _, level, say in findings(data) if level == "error"]


def warns(data):
    return [say for _, level, say in findings(data) if level == "warning"]


def test_minutes_add_up():
    data = words()
    phase(data, "Ideas")["minutes"] = 6
    assert findings(data) == [(("minutes",), "error", '"minutes" add up to 58, but the agenda says 60.')]


@pytest.mark.parametrize("title", ["Hello", "What we do next"])
def test_hats_begin_and_end_with_blue(title):
    data = words()
    phase(data, title)["hat"] = "white"
    assert says(data) == ["an agenda with hats begins and ends with the blue hat."]


def test_an_agenda_without_hats_needs_no_blue():
    data = words("initial-ideas-25")
    for one in data["phases"]:
        one["hat"] = "none"
    assert findings(data) == []


def test_in_an_agenda_with_hats_only_a_break_has_none():
    data = words()
    phase(data, "Ideas")["hat"] = "none"
    assert says(data) == ["in an agenda with hats every phase has one; only a break has none."]
    data = words()
    data["phases"].insert(5, BREAK)
    data["minutes"] += 5
    assert findings(data) == []


@pytest.mark.parametrize("title", ["Like with like", "What pulls you", "What is good", "What to watch", "Dots"])
def test_ideas_that_nobody_has_been_shown_are_not_used(title):
    data = without(words(), "Read the ideas")
    later = phase(data, title)
    data["phases"] = [*data["phases"][:5], later, data["phases"][-1]]
    data["minutes"] = sum(one["minutes"] for one in data["phases"])
    say = f'"{title}" uses the ideas of "Ideas", which nobody has been shown. '
    assert says(data) == [say + 'Put a phase of the kind "reveal" between them.']


def test_a_second_round_of_ideas_has_to_be_shown_as_well():
    data = words()
    again = {**copy.deepcopy(phase(data, "Ideas")), "title": "More ideas"}
    data["phases"].insert(7, again)
    data["minutes"] += again["minutes"]
    found = says(data)
    assert found
    assert all('uses the ideas of "More ideas"' in say for say in found)


def test_ideas_have_to_be_collected_before_anything_uses_them():
    data = without(words(), "Ideas", "Read the ideas")
    assert says(data)[0] == '"Like with like" uses ideas, but no phase before it has collected and shown any.'
    assert any(say.startswith('"Dots" uses ideas, but no phase') for say in says(data))


def test_reading_before_the_ideas_does_not_count_as_showing_them():
    data = words()
    shown = data["phases"].pop(5)
    data["phases"].insert(4, {**shown, "cards": [], "visibility": "shared"})
    assert any("which nobody has been shown" in say for say in says(data))


def test_ideas_that_are_written_live_have_been_seen_by_all():
    data = without(words(), "Read the ideas")
    phase(data, "Ideas")["visibility"] = "live"
    assert findings(data) == []


def test_ways_round_need_worries():
    data = without(words(), "What to watch")
    assert says(data) == ['"Ways round" answers cautions, but no phase before it has collected any.']


def test_cautions_on_ideas_wait_for_their_phase():
    data = words()
    early = {**copy.deepcopy(phase(data, "What we know")), "title": "Early", "cards": ["caution"], "hat": "black"}
    data["phases"].insert(6, early)
    data["minutes"] += early["minutes"]
    assert says(data) == ['cautions about ideas go into a phase of the kind "caution", with the kept worries.']


def test_yellow_before_black_is_advice():
    data = without(words(), "What is good")
    assert findings(data) == [
        (("phases", 8, "kind"), "warning", "benefits (the yellow hat) should come before cautions on the same ideas.")
    ]


def test_a_break_is_advised_after_65_minutes():
    data = words()
    phase(data, "Ideas")["minutes"] += 6
    data["minutes"] += 6
    assert warns(data) == ["people need a break of 5 minutes after at most 65."]
    data["phases"].insert(6, BREAK)
    data["minutes"] += 5
    assert findings(data) == []


@pytest.mark.parametrize(("more", "warned"), [(9, 1), (10, 1), (5, 0)])
def test_a_phase_that_begins_at_minute_65_or_goes_past_it_is_too_much(more, warned):
    data = words()
    phase(data, "Ideas")["minutes"] += more
    data["minutes"] += more
    assert len(warns(data)) == warned


def test_a_long_agenda_needs_a_long_break():
    data = words()
    phase(data, "Ideas")["minutes"] += 30
    data["phases"].insert(5, BREAK)
    data["minutes"] += 35
    assert warns(data) == ["an agenda of 90 minutes or more should have a break of 10."]


def test_it_ends_with_close_and_with_something_to_do():
    data = words()
    phase(data, "What we do next")["kind"] = "open"
    assert says(data) == ['the last phase must be of the kind "close".']
    data = words()
    phase(data, "What we do next")["cards"] = []
    assert says(data) == ['nothing comes out of this: let a phase collect "decision" or "action".']
