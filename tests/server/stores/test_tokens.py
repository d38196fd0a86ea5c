"""Whose token it is, as of the last time that a workshop's people were put."""

from server.stores.people import Part, People, Place
from server.stores.tokens import Tokens


def people(**tokens):
    return People(places={place: Place(place, Part.PARTICIPANT, token) for place, token in tokens.items()})


def test_a_token_is_found_until_it_is_replaced():
    tokens = Tokens()
    tokens.put("w", people(ada="t1", bea="t2", out=""))
    tokens.put("v", people(cem="t3"))
    assert [tokens.find(token) for token in ("t1", "t2", "t3")] == [("w", "ada"), ("w", "bea"), ("v", "cem")]
    assert tokens.find("") is None
    tokens.put("w", people(ada="t4"))
    assert [tokens.find(token) for token in ("t1", "t2", "t3")] == [None, None, ("v", "cem")]
    assert tokens.find("t4") == ("w", "ada")
    tokens.put("w", People())
    assert tokens.find("t4") is None
