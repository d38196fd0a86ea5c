"""What happens in the scratch workshop."""

from server.demo.calls import call
from server.verify import evidence as at
from server.verify.rehearsal import fitting


def phase(**asked):
    return {"cards": [], "visibility": "live", "authorship": "none", "kind": "open"} | asked


def test_the_shortest_agenda_with_all_that_is_to_be_checked_is_taken(checked):
    assert fitting(call(f"{checked.server.url}/api/agendas")) == "quick-hats-20"
    ideas = phase(cards=["idea"], visibility="private", authorship="unsigned", kind="ideate")
    caution, vote = phase(kind="caution"), phase(kind="vote")
    assert fitting([{"id": "a", "phases": [ideas, caution, vote]}, {"id": "b", "phases": [ideas, vote]}]) == "a"
    assert fitting([{"id": "c", "phases": [caution, vote, ideas]}]) == ""


def test_it_goes_through_every_moment(checked):
    assert checked.found.moments == {at.SEALED, at.SHOWN, at.WORRIES, at.VOTING, at.COUNTED, at.DELETED}
    assert len(checked.found.story.sealed) == 20
    assert checked.found.admitted == 6
