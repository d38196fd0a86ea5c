"""Words made by chance."""

from server.verify.story import Sent, Story, word


def test_a_word_is_nowhere_else():
    assert len({word() for _ in range(100)}) == 100


def test_a_story_knows_what_nobody_may_ever_get():
    story = Story([Sent("1", "key", "shown")], old=["old"], taken_back=[Sent("2", "other key", "back")], refused=["no"])
    assert story.never == ["old", "back", "no"]
    assert story.edit_keys == ["key", "other key"]
    assert [one.word for one in story.cards] == ["shown"]
