"""Every response of the real server, whatever it is, has the headers; and none has what must not be there."""

import pytest
import requests

from server.headers import framed_by, policy
from server.hosts import HOSTS

PATHS = ["/", "/join", "/w/" + "a" * 32, "/f/x", "/screen/x", "/nothing", "/api/about", "/api/nothing", "/healthz"]
PATHS += ["/api/workshops/x", "/static/nothing.js", "/static/../settings.py", "/socket.io/?EIO=4&transport=nonsense"]
PATHS += ["/socket.io/?EIO=4&transport=polling"]


@pytest.mark.parametrize("path", PATHS)
def test_every_response_has_the_strict_headers(server, path):
    headers = requests.get(server.url + path, timeout=5).headers
    csp = headers["Content-Security-Policy"]
    assert "default-src 'none'; script-src 'self'; style-src 'self';" in csp
    assert "frame-ancestors https://meet.example.org https://talk.example.org" in csp
    assert "unsafe" not in csp
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    for never in ("X-Frame-Options", "Set-Cookie", "Server", "Access-Control-Allow-Origin", "X-Powered-By"):
        assert never not in headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_other_methods_have_them_too(server, method):
    headers = requests.request(method, server.url + "/api/agendas", timeout=5).headers
    assert "frame-ancestors" in headers["Content-Security-Policy"]


def test_nobody_may_frame_us_unless_it_is_said_who():
    assert "frame-ancestors 'none'" in policy("board.example.org", ())


def test_a_meeting_program_may_frame_its_own_page_and_nobody_else_may(server):
    at = {path: requests.get(server.url + path, timeout=5).headers for path in ("/host/zoom", "/host/zoom/x", "/")}
    for path in ("/host/zoom", "/host/zoom/x"):
        csp = at[path]["Content-Security-Policy"]
        assert csp.endswith("frame-ancestors https://zoom.us https://*.zoom.us")
        assert "X-Frame-Options" not in at[path]
    assert "zoom" not in at["/"]["Content-Security-Policy"]


def test_a_host_that_people_run_themselves_frames_its_page_where_the_operator_lets_it():
    for name, host in HOSTS.items():
        assert framed_by(f"/host/{name}", ("https://talk.example.org",))[: len(host.ancestors)] == host.ancestors
        assert (
            "https://talk.example.org" in framed_by(f"/host/{name}", ("https://talk.example.org",))
        ) is host.own_origins
    assert framed_by("/host/nobody", ("https://talk.example.org",)) == ("https://talk.example.org",)


def test_a_made_up_host_name_does_not_get_into_the_policy():
    assert "evil" not in policy("evil.example.org; script-src *", ())
    assert "connect-src 'self';" in policy("x y", ())


def test_hashed_files_may_be_kept_for_ever_and_are_sent_packed(server):
    page = requests.get(server.url + "/", timeout=5).text
    script = page.split('src="', 1)[1].split('"', 1)[0]
    done = requests.get(server.url + script, headers={"Accept-Encoding": "br"}, timeout=5, stream=True)
    assert done.status_code == 200
    assert done.headers["Content-Encoding"] == "br"
    assert done.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "frame-ancestors" in done.headers["Content-Security-Policy"]
    done.close()
