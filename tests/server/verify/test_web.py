"""Everything over HTTP."""

from server.api import CALLS
from server.exports import EXPORTS
from server.verify.web import fetch, outlets, refusals


def test_every_call_is_fetched_and_every_export_in_every_form():
    names = {name for name, _ in outlets("1" * 32, "", ("simple-plan",))}
    assert {f"export {ending}" for ending in EXPORTS} <= names
    assert len([name for name in names if name.startswith("GET")]) == len(
        [call for call in CALLS if call.method == "GET" and "<ending>" not in call.path]
    )


def test_every_call_is_asked_in_a_wrong_way():
    assert len(set(refusals("1" * 32, ""))) >= len(CALLS)


def test_an_error_page_is_a_reply(checked):
    page = fetch(checked.server.url, "/api/nothing")
    assert page.status == 404
    assert page.header("cache-control") == "no-store"
    assert page.body in page.bytes
