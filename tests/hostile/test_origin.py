"""Whose pages may open a socket: our own. A page cannot choose the headers that tell where it is from.

A browser sends an Origin with every WebSocket and every POST; with a GET to its own server it sends none.
Who sends neither an Origin nor any other sign of a browser is a program, which could send what it likes.
"""

import pytest

from tests.hostile.attacker import SOCKETS, Attacker, upgrade

POLL = SOCKETS + "polling"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
FOREIGN = [
    "https://elsewhere.example.org",
    "null",
    "http://",
    "file://",
    "http://127.0.0.1",
    "http://127.0.0.1:1",
    "http://localhost.evil.example",
    "ftp://{host}",
    "http://{host}.evil.example",
    "http://evil.example/{host}",
    "http://evil.example@{host}",
    "http://{host}@evil.example",
    "http://{host}#",
    "http://{host} http://evil.example",
    "http://{host},http://evil.example",
    "HTTP://{host}\\",
]
MISSING = {
    "said to be from elsewhere": {"Sec_Fetch_Site": "cross-site"},
    "said to be from next door": {"Sec_Fetch_Site": "same-site"},
    "said to be for a socket": {"Sec_Fetch_Mode": "websocket", "Sec_Fetch_Dest": "websocket"},
    "a browser by its name": {"User_Agent": FIREFOX},
    "an origin without a word": {"Origin": ""},
}


def opens(one, way, **headers):
    """Whether a socket is opened for a request with these headers."""
    if way == "websocket":
        one.send(upgrade(one.host, **headers))
        return one.reply()[0] == 101
    return one.ask("GET", POLL, **headers)[0] == 200


@pytest.mark.parametrize("way", ["websocket", "polling"])
def test_a_page_of_another_origin_opens_no_socket(server, way):
    opened = []
    for origin in FOREIGN:
        with Attacker(server.url) as one:
            if opens(one, way, Origin=origin.format(host=one.host)):
                opened.append(origin)
    assert opened == []


def test_our_own_page_opens_one_either_way(server):
    for way in ("websocket", "polling"):
        with Attacker(server.url) as one:
            assert opens(one, way, Origin=f"http://{one.host}", User_Agent=FIREFOX, Sec_Fetch_Site="same-origin")
    with Attacker(server.url) as one:
        # A GET to the page's own server has no Origin: the browser vouches for it in another way, or in none.
        assert opens(one, "polling", User_Agent=FIREFOX, Sec_Fetch_Site="same-origin", Sec_Fetch_Mode="cors")


@pytest.mark.parametrize("signs", MISSING)
def test_a_browser_that_names_no_origin_opens_no_websocket(server, signs):
    with Attacker(server.url) as one:
        assert not opens(one, "websocket", **{"Origin": None} | MISSING[signs])


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_browser_that_says_it_is_elsewhere_does_not_poll(server, site):
    """A picture or a form of another page sends no Origin, or one that is cut off."""
    with Attacker(server.url) as one:
        assert not opens(one, "polling", Sec_Fetch_Site=site, Sec_Fetch_Mode="no-cors")


def test_no_header_of_a_proxy_adds_an_origin(server):
    evil = "https://evil.example"
    for name in ("X_Forwarded_Host", "X_Forwarded_Server", "X_Original_Host", "X_Host", "Forwarded"):
        for way in ("websocket", "polling"):
            with Attacker(server.url) as one:
                value = "host=evil.example" if name == "Forwarded" else "evil.example"
                assert not opens(one, way, Origin=evil, X_Forwarded_Proto="https", **{name: value}), name


def test_who_has_a_public_address_is_reached_by_no_other_name(start_server):
    """A name that was bound to our address a moment ago makes a foreign page look like our own."""
    server = start_server(public_url="https://board.example.org")
    for way in ("websocket", "polling"):
        with Attacker(server.url) as one:
            assert not opens(one, way, Origin="http://evil.example", Host="evil.example")
        with Attacker(server.url) as one:
            assert opens(one, way, Origin="https://board.example.org", Host="board.example.org")


def test_a_page_under_a_borrowed_name_makes_no_workshop_on_this_computer(server):
    body = b'{"agenda":"quick-hats-20","title":"Mine"}'
    for name in ("evil.example", "127.0.0.1.evil.example", "localhost.evil.example"):
        with Attacker(server.url) as one:
            headers = {"Content_Type": "application/json", "Host": name, "Origin": f"http://{name}"}
            assert one.ask("POST", "/api/workshops", body, **headers)[0] == 403


def test_no_reply_gives_another_origin_leave_to_read(server):
    for path in (POLL, "/api/about", "/healthz", "/"):
        for method in ("GET", "OPTIONS"):
            with Attacker(server.url) as one:
                one.ask(method, path, Origin="https://evil.example", Access_Control_Request_Method="POST")
                assert "access-control-allow" not in one.head, path
