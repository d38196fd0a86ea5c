"""The server's own words: every sentence in every language, and none too many."""

import re
import zipfile
from html import unescape
from itertools import chain

import orjson
import pytest

from facilitation.board import FEW_VOTED, GONE
from facilitation.dates import MONTHS
from facilitation.honesty import COLLECTED, LIMITS, LINES, NAMES_A_DAY, PROMISE
from facilitation.plan import MISSING, NOT_REVIEWED, STATUS_LABELS, STILL_GOING_ON, UNSIGNED
from facilitation.wording import ENGLISH, PLURALS
from server.exports import EXPORTS
from server.exports.fields import BLANK, NO_ANSWER, NO_DATE, NO_OWNER
from server.wordings import WORDINGS, wording
from tests.house import tree

SAID = re.compile(r'\bsay\(\s*"([^"]+)"')
COUNTED = re.compile(r'"([^"\n]*\{count\}[^"\n]*)"')
PLACES = re.compile(r"\{\w+\}")
OTHERS = sorted(WORDINGS.keys() - {"en"})
COUNTS = range(200)


def in_code():
    """What is said in the code itself."""
    paths = (
        "facilitation/plan.py",
        "facilitation/board.py",
        *tree.files("server/exports/*.py"),
        "server/exports/plan.html",
    )
    text = "\n".join((tree.ROOT / path).read_text() for path in paths)
    return set(SAID.findall(text)) | set(COUNTED.findall(text))


def in_tables():
    sights = chain.from_iterable((one.what, one.now, one.later, one.deleted) for one in LINES)
    plan = (NOT_REVIEWED, STILL_GOING_ON, UNSIGNED, FEW_VOTED, GONE, BLANK, NO_ANSWER, NO_DATE, NO_OWNER)
    whats = (export.what for export in EXPORTS.values())
    missing = filter(None, MISSING.values())
    return {*COLLECTED[:-1], LIMITS, NAMES_A_DAY, *sights, *plan, *whats, *missing, *STATUS_LABELS.values(), *MONTHS}


def in_the_word_file():
    """The headings of our own template: what stands in it and is no placeholder."""
    with zipfile.ZipFile(tree.ROOT / "templates/plans/simple-plan.docx") as parts:
        text = "".join(parts.read(name).decode() for name in ("word/document.xml", "word/footer1.xml"))
    runs = (unescape(one).strip() for one in re.findall(r"<w:t[^>]*>([^<]*)</w:t>", text))
    return {one for one in runs if re.search("[a-z]", re.sub(r"\{\{[^}]*\}\}", "", one))}


SENTENCES = in_code() | in_tables() | in_the_word_file()


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_there_and_none_is_left_over(language):
    assert sorted(WORDINGS[language].sentences.keys() ^ SENTENCES) == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_filled_in_is_the_same_in_every_language(language):
    for english, said in WORDINGS[language].sentences.items():
        # A form for one number alone may leave the number out: "a card".
        whole = [said] if isinstance(said, str) else [said[one] for one in said if one not in ("zero", "one", "two")]
        for text in whole:
            assert set(PLACES.findall(text)) == set(PLACES.findall(english)), english


@pytest.mark.parametrize("language", OTHERS)
def test_every_count_has_its_form(language):
    counted = [one for one in WORDINGS[language].sentences.values() if not isinstance(one, str)]
    assert counted
    for forms in counted:
        assert set(forms) == {PLURALS[language](count) for count in COUNTS} | {"other"}


def test_a_language_that_we_do_not_speak_is_english():
    assert wording("xx") is ENGLISH


def test_the_files_are_easy_to_read():
    for path in tree.files("server/words/*.json"):
        text = (tree.ROOT / path).read_text()
        assert len(text.splitlines()) > len(orjson.loads(text))


@pytest.mark.parametrize("language", OTHERS)
def test_documents_promise_what_the_screen_does(language):
    screen = orjson.loads((tree.ROOT / f"client/src/words/{language}.json").read_bytes())["first"]["promise.full"]
    say = WORDINGS[language]
    assert screen == f"{say(PROMISE)} {say(LIMITS)}"
