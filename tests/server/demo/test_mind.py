from server.demo.content import read_town
from server.demo.mind import Mind

TOWN = read_town()
PATIENCE = 20.0


def test_the_same_person_has_the_same_taste_each_time():
    first, again, other = (Mind(None, TOWN, seat, 8).taste.random() for seat in (3, 3, 4))
    assert first == again != other


def test_whoever_comes_after_the_last_name_has_none():
    assert Mind(None, TOWN, 0, 40).name == TOWN.people[0]
    assert Mind(None, TOWN, len(TOWN.people), 40).name == ""


def test_a_card_is_signed_where_that_is_asked(make_workshop):
    opened = make_workshop()
    mind = opened.mind(seat=1, people=2)
    opened.to("Our question")
    assert mind.device.wait(PATIENCE, lambda board: board.phase.get("title") == "Our question")
    mind.write("question", "How might we?")
    assert opened.leader.wait(PATIENCE, lambda board: board.cards("question"))
    assert opened.leader.board.cards("question")[0]["signed"] == TOWN.people[1]


def test_a_card_is_unsigned_where_that_is_promised(make_workshop):
    opened = make_workshop()
    mind = opened.mind()
    opened.to("Ideas")
    assert mind.device.wait(PATIENCE, lambda board: board.phase.get("title") == "Ideas")
    mind.write("idea", "A choir")
    opened.next()
    assert [(card["text"], card["signed"]) for card in opened.leader.board.cards("idea")] == [("A choir", "")]
