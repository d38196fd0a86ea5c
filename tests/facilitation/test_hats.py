"""Hats: six ways of thinking, each with help in plain words."""

from facilitation.hats import HATS, Hat


def test_every_hat_has_a_label_and_a_purpose_of_its_own():
    assert set(HATS) == set(Hat)
    assert len({help_.label for help_ in HATS.values()}) == len(Hat)
    assert all(help_.purpose for help_ in HATS.values())


def test_every_thinking_hat_says_what_helps_and_what_does_not():
    assert all(HATS[hat].do and HATS[hat].dont for hat in Hat if hat is not Hat.NONE)
