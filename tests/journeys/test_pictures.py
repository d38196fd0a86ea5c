"""A picture on the board: put there by one person, seen by the other, on the canvas and in the list, and taken home."""

import io
import re

import docx
import pytest
import requests
from PIL import Image
from playwright.sync_api import expect

from tests.journeys.gathering import HOUR
from tests.journeys.people import Participant, exactly
from tests.server.any_picture import CANARY, jpeg, png

SHOWS = "A bench that faces the sea"


@pytest.fixture
def sorting(gather):
    """A workshop in a step where things can be put on the board, and how to come in."""
    meeting = gather(HOUR)
    meeting.lead()
    meeting.moves_to("Like with like")

    def come(name, **options):
        person = Participant(meeting.page(**options), name)
        person.joins(meeting.link)
        person.presses(exactly("Join in"))
        return person

    return meeting, come


def chooses(person, body, name="IMG_0001.jpg"):
    """Opens the dialog by its button, and chooses a file there."""
    person.presses("Add a picture")
    kind = "image/png" if body.startswith(b"\x89PNG") else "image/jpeg"
    person.page.get_by_label("Choose a picture").set_input_files({"name": name, "mimeType": kind, "buffer": body})


def shown(person):
    """The picture on the canvas, once it is there with all its points."""
    piece = person.page.get_by_role("application", name="Board").get_by_role("button", name=re.compile(SHOWS))
    expect(piece.locator("img")).to_be_visible()
    person.page.wait_for_function("() => [...document.images].every(one => one.complete && one.naturalWidth > 0)")
    return piece


def test_a_picture_is_seen_by_everybody_with_what_it_shows_and_taken_home(sorting, axe):
    meeting, come = sorting
    ana, bo = come("Ana", width=1000), come("Bo", width=1000)
    chooses(ana, jpeg())
    ana.presses("Add the picture")
    ana.reads("Say in a few words what it shows")  # asked for before anything is sent
    ana.page.get_by_label("What does it show?").fill(SHOWS)
    assert axe(ana.page) == []
    ana.presses("Add the picture")
    shown(ana)
    shown(bo)
    path, auth = f"{meeting.url}/api/workshops/{meeting.id}/exports/docx", {"Authorization": f"Bearer {meeting._token}"}
    taken = docx.Document(io.BytesIO(requests.get(path, headers=auth, timeout=10).content))
    assert [one._inline.docPr.get("descr") for one in taken.inline_shapes] == [SHOWS]
    (part,) = [one for one in taken.part.related_parts.values() if "media" in str(one.partname)]
    assert CANARY.encode() not in part.blob


def test_on_a_device_that_saves_data_a_picture_comes_when_asked_for(sorting):
    _, come = sorting
    ana = come("Ana", width=1000)
    chooses(ana, png(), "poster.png")
    ana.page.get_by_label("What does it show?").fill(SHOWS)
    ana.presses("Add the picture")
    shown(ana)
    bo, asked = come("Bo", width=1000), []
    shown(bo)
    bo.page.evaluate("localStorage.setItem('folkmoot-settings', JSON.stringify({ saver: 'on' }))")
    bo.page.on("request", lambda request: asked.append(request.url))
    bo.returns()
    bo.reads("Show picture")
    assert not [url for url in asked if "/pictures/" in url]
    bo.page.get_by_text("Show picture").click()
    shown(bo)
    assert len([url for url in asked if "/pictures/" in url]) == 1


def test_the_board_is_saved_as_a_picture_that_shows_what_lies_on_it(sorting):
    _, come = sorting
    ana = come("Ana", width=1000)
    chooses(ana, png(), "poster.png")
    ana.page.get_by_label("What does it show?").fill(SHOWS)
    ana.presses("Add the picture")
    shown(ana)
    ana.presses("Save as picture")
    with ana.page.expect_download() as coming:
        ana.presses("As PNG")
    with Image.open(coming.value.path()) as image:
        assert image.format == "PNG"
        colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 24)}
    assert {(255, 0, 0), (0, 0, 255), (255, 255, 255)} <= colours  # both halves of the poster, on white
