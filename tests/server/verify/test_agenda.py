"""Which agenda the scratch workshop has."""

from server.demo.calls import call
from server.verify.agenda import fitting


def phase(**asked):
    return {"cards": [], "visibility": "live", "authorship": "none", "kind": "open"} | asked


def test_the_shortest_agenda_with_all_that_is_to_be_checked_is_taken(checked):
    assert fitting(call(f"{checked.server.url}/api/agendas")) == "quick-hats-20"
    ideas = phase(cards=["idea"], visibility="private", authorship="unsigned", kind="ideate")
    caution, vote = phase(kind="caution"), phase(kind="vote")
    assert fitting([{"id": "a", "phases": [ideas, caution, vote]}, {"id": "b", "phases": [ideas, vote]}]) == "a"
    assert fitting([{"id": "c", "phases": [caution, vote, ideas]}]) == ""
