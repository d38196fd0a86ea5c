import pytest
import requests


@pytest.mark.parametrize("path", ["/", "/join", "/w/" + "a" * 32, "/f/" + "a" * 32, "/screen/" + "a" * 32])
def test_every_address_that_people_open_serves_the_same_page(server, path):
    page = requests.get(server.url + path, timeout=5)
    assert page.status_code == 200
    assert page.headers["Content-Type"].startswith("text/html")
    assert page.content == requests.get(server.url + "/", timeout=5).content


@pytest.mark.parametrize("path", ["/nothing", "/w/", "/w/a/b", "/api/nothing"])
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
