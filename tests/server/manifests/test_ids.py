"""The address that meeting programs are given, and what an operator has filled in."""

import pytest

from server.manifests.ids import BadAddress, asked


@pytest.mark.parametrize(
    "url", ["https://board.example.org", "https://board.example.org/", "https://b.example.org:8443"]
)
def test_an_address_with_https_and_a_name_is_taken(url):
    assert asked(url, {}).url == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    ["", "board.example.org", "http://board.example.org", "https://localhost", "https://b.example.org/x", "https://"],
)
def test_an_address_that_no_meeting_program_shows_is_refused_with_a_sentence(url):
    with pytest.raises(BadAddress, match="--public-url must be an address such as https://board"):
        asked(url, {})


def test_what_is_not_known_yet_has_something_in_its_place():
    known = asked("https://b.example.org", {"teams": {"client_id": "c", "resource": ""}})
    assert [known.of("teams", name, "?") for name in ("client_id", "resource", "more")] == ["c", "?", "?"]
    assert known.of("zoom", "client_id", "?") == "?"
