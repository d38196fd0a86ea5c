"""Who can see what, in plain words."""

import json
import re
from pathlib import Path

from facilitation.honesty import COLLECTED, LIMITS, PROMISE, sights

WORDS = json.loads((Path(__file__).parents[2] / "client" / "src" / "words" / "en.json").read_text())
ALL = [*COLLECTED, *(text for one in sights(24, 30) for text in (one.what, one.now, one.later, one.deleted))]


def test_the_screen_promises_what_the_page_and_the_documents_say():
    assert WORDS["promise.full"] == f"{PROMISE} {LIMITS}"


def test_every_line_says_who_sees_it_now_and_later_and_when_it_is_deleted():
    assert all(text.strip() for text in ALL)
    names = [one.what for one in sights(24, 30)]
    assert len(set(names)) == len(names)


def test_no_word_is_used_that_only_we_know():
    for word in ("sealed", "seat", "credential", "verify", "anonym", "token", "phase", "facilitator"):
        assert not [text for text in ALL if re.search(rf"\b{word}", text, re.IGNORECASE)]


def test_sentences_are_short():
    sentences = [one for text in ALL for one in re.split(r"(?<=[.:;])\s", text)]
    assert max(len(one.split()) for one in sentences) <= 30


def test_the_lengths_are_those_of_the_server():
    told = " ".join(one.deleted for one in sights(48, 90))
    assert "48 hours after the end." in told
    assert "90 days after the end" in told
    assert "A day after the end." in " ".join(one.deleted for one in sights(24, 30))
