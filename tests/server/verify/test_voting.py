"""The vote of the rehearsal."""


def test_somebody_tries_to_cheat_in_more_than_ten_ways(checked):
    tried = [one.what for one in checked.found.attempts]
    assert len(set(tried)) == len(tried) > 10
    assert all(one.say.endswith(".") for one in checked.found.attempts)


def test_what_must_be_counted_is_known_without_asking_the_server(checked):
    assert sum(checked.found.expected.values()) == 10  # five people with two dots; one of them, and who came late, one
