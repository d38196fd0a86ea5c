import pytest
import requests

from facilitation.honesty import COLLECTED

ID = "a" * 32


@pytest.mark.parametrize(
    "path",
    ["/", "/join", "/meetings", "/who-can-see", "/host/zoom", "/host/zoom/x", f"/w/{ID}", f"/f/{ID}", f"/screen/{ID}"],
)
def test_every_address_that_people_open_serves_the_same_page(server, path):
    page = requests.get(server.url + path, timeout=5)
    assert page.status_code == 200
    assert page.headers["Content-Type"].startswith("text/html")
    assert page.content == requests.get(server.url + "/", timeout=5).content


@pytest.mark.parametrize("path", ["/nothing", "/host/nobody", "/host/", "/w/", "/w/a/b", "/api/nothing"])
def test_where_there_is_nothing_a_sentence_says_so(server, path):
    page = requests.get(server.url + path, timeout=5)
    assert page.status_code == 404
    assert page.json()["say"] == "There is nothing at this address. Please check the link."


def test_a_browser_at_a_mistyped_address_gets_the_page_that_helps_and_a_program_does_not(server):
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    page = requests.get(server.url + "/nowhere", headers=browser, timeout=5)
    assert page.status_code == 404
    assert page.content == requests.get(server.url + "/", timeout=5).content
    for path in ("/api/nowhere", "/static/nowhere.js"):
        assert requests.get(server.url + path, headers=browser, timeout=5).headers["Content-Type"] == "application/json"


def test_a_wrong_method_and_too_large_a_body_get_a_sentence(server):
    assert requests.delete(server.url + "/api/agendas", timeout=5).json()["code"] == "not_allowed"
    large = requests.post(server.url + "/api/join", json="x" * 1_100_000, timeout=5)
    assert (large.status_code, large.json()["code"]) == (413, "too_large")


def test_who_can_see_what_is_told_with_the_lengths_of_this_server(start_server):
    server = start_server(keep_people_hours=48, keep_days=90, support="Call 0800")
    words = requests.get(server.url + "/who-can-see.json", timeout=5).json()
    assert words["collected"] == list(COLLECTED)
    for length in ("48 hours after", "90 days after"):
        assert any(length in one["deleted"] for one in words["sights"])
    assert words["support"] == "Call 0800"


def test_a_device_that_is_handed_over_is_asked_to_forget_all_and_only_by_our_own_pages(server):
    done = requests.post(server.url + "/hand-over", json={}, timeout=5)
    assert (done.status_code, done.headers["Clear-Site-Data"]) == (204, '"cache", "storage"')
    form = requests.post(server.url + "/hand-over", data={"a": "b"}, timeout=5)
    assert form.status_code == 415
    assert "Clear-Site-Data" not in form.headers


def test_the_copy_that_opens_without_a_line_stands_at_the_top_and_is_asked_for_anew_each_time(server):
    worker = requests.get(server.url + "/worker.js", timeout=5)
    assert worker.headers["Content-Type"].startswith("text/javascript")
    assert worker.headers["Cache-Control"] == "no-store"  # a newer build has to be found
    assert "__FED_BY_THE_BUILD__" not in worker.text
    assert "worker-src 'self'" in worker.headers["Content-Security-Policy"]
    manifest = requests.get(server.url + "/static/manifest.webmanifest", timeout=5)
    assert manifest.headers["Content-Type"].startswith("application/manifest+json")
    for icon in manifest.json()["icons"]:
        assert icon["src"].startswith("/static/")
        assert requests.get(server.url + icon["src"], timeout=5).ok
