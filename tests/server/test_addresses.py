import pytest

from server.addresses import Addresses, find_addresses, invitation, is_loopback, local_address

HOME = Addresses("", "http://192.0.2.7:8000", "http://127.0.0.1:8000")
PUBLIC = Addresses("https://board.example.org", "", "http://127.0.0.1:8000")


@pytest.mark.parametrize(
    ("address", "is_so"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("[::1]", True), ("192.0.2.7", False), ("x", False)],
)
def test_this_computer_is_known_by_its_names(address, is_so):
    assert is_loopback(address) is is_so


def test_links_that_are_passed_on_lead_to_this_computer_from_elsewhere():
    assert HOME.seen_from("127.0.0.1:8000") == "http://192.0.2.7:8000"
    assert HOME.seen_from("localhost:8000") == "http://192.0.2.7:8000"
    assert HOME.seen_from("board.local:8000") == "http://board.local:8000"
    assert HOME.seen_from('"><script>') == "http://192.0.2.7:8000"
    assert PUBLIC.seen_from("anything:1") == "https://board.example.org"


def test_an_invitation_names_link_code_and_whole_address():
    made = invitation(PUBLIC, "c" * 32, "ABCDEFGH", "x")
    assert made.link == "/w/" + "c" * 32
    assert made.url == "https://board.example.org" + made.link
    assert made.join_code == "ABCD-EFGH"


@pytest.mark.parametrize(
    ("origin", "host", "may"),
    [
        (None, "board.example.org", True),
        ("https://board.example.org", "inner:8000", True),
        ("http://127.0.0.1:8000", "127.0.0.1:8000", True),
        ("https://127.0.0.1:8000", "127.0.0.1:8000", True),
        ("https://elsewhere.example.org", "127.0.0.1:8000", False),
        ("null", "127.0.0.1:8000", False),
        ("http://", "", False),
    ],
)
def test_only_our_own_pages_may_open_a_socket(origin, host, may):
    assert PUBLIC.may_speak(origin, {"HTTP_HOST": host}) is may


def test_where_one_listens_decides_who_can_come():
    assert find_addresses("127.0.0.1", 8000, "").network_url == ""
    assert find_addresses("192.0.2.9", 8000, "").passed_on == "http://192.0.2.9:8000"
    near = local_address()
    assert find_addresses("0.0.0.0", 8000, "").network_url == (f"http://{near}:8000" if near else "")  # noqa: S104
