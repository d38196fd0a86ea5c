"""The check that those who lead can start, on a real server."""

import requests

from tests import wire
from tests.waiting import eventually


def check(made, token, method="get"):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return requests.request(method, f"{made.url}/api/workshops/{made.id}/check", headers=headers, json={}, timeout=20)


def test_whoever_leads_gets_a_report_and_one_check_at_a_time_goes_on(made):
    leader = made.facilitator()
    assert check(made, leader.token).json()["state"] == "none"
    begun = check(made, leader.token, "post")
    assert (begun.status_code, begun.json()["state"]) == (202, "running")
    assert check(made, leader.token, "post").json()["state"] == "running"
    wire.post(made.url, f"/api/workshops/{made.id}/seats")  # others go on meanwhile
    done = eventually(lambda: (said := check(made, leader.token).json())["state"] == "done" and said, 120)
    assert done["problem"] == ""
    assert [one for one in done["findings"] if one["verdict"] == "did_not_hold"] == []
    unknown = [one["promise"] for one in done["findings"] if one["verdict"] == "not_checked"]
    assert unknown == ["The log holds no words, names, keys or addresses."]
    assert done["page"].startswith("<!doctype html>")
    assert check(made, leader.token, "post").json() == done  # too early for another one
