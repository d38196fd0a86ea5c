"""Devices that keep every byte."""

from server.verify.ear import Ears


def test_who_heard_which_words_and_when():
    ears = Ears()
    ears.hear("one", b"early 0123456789ab")
    ears.moment = "shown"
    ears.hear("other", b"late 0123456789ab")
    assert ears.who_heard(["0123456789ab"]) == {"one": {"0123456789ab"}, "other": {"0123456789ab"}}
    assert ears.who_heard(["0123456789ab"], ("shown",)).keys() == {"other"}
    assert ears.size == 35


def test_a_device_keeps_what_came_over_its_line(checked):
    heard = {one.by for one in checked.found.ears.heard}
    assert {"the facilitator", "the co-facilitator", "the room's screen", "participant 1"} <= heard
