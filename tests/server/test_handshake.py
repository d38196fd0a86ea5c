"""The handshake: only a right one is answered, and compression only where it needs no memory."""

import pytest

from server.handshake import DEFLATE, deflate_offered, open_with

RIGHT = {
    "REQUEST_METHOD": "GET",
    "HTTP_CONNECTION": "keep-alive, Upgrade",
    "HTTP_UPGRADE": "WebSocket",
    "HTTP_SEC_WEBSOCKET_VERSION": "13",
    "HTTP_SEC_WEBSOCKET_KEY": "dGhlIHNhbXBsZSBub25jZQ==",
}


def test_a_right_request_is_answered():
    opening = open_with(RIGHT)
    assert opening.answer.startswith(b"HTTP/1.1 101 Switching Protocols\r\n")
    assert b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n" in opening.answer
    assert opening.answer.endswith(b"\r\n\r\n")
    assert not opening.deflates
    assert b"Extensions" not in opening.answer


@pytest.mark.parametrize(
    "wrong",
    [
        {"REQUEST_METHOD": "POST"},
        {"HTTP_CONNECTION": "keep-alive"},
        {"HTTP_UPGRADE": "h2c"},
        {"HTTP_SEC_WEBSOCKET_VERSION": "8"},
        {"HTTP_SEC_WEBSOCKET_KEY": "short"},
        {"HTTP_SEC_WEBSOCKET_KEY": "dGhlIHNhbXBsZSBub25jZQ=="[:-4]},
        {"HTTP_SEC_WEBSOCKET_KEY": "***"},
    ],
)
def test_a_wrong_request_is_not(wrong):
    assert open_with(RIGHT | wrong) is None


@pytest.mark.parametrize(
    ("extensions", "offered"),
    [
        ("", False),
        ("permessage-deflate", True),
        ("permessage-deflate; client_max_window_bits", True),
        ("x-other, permessage-deflate; server_no_context_takeover", True),
        ("permessage-deflate; server_max_window_bits=10", False),
        ("permessage-deflate; server_max_window_bits=10, permessage-deflate", True),
        ("permessage-bzip2", False),
    ],
)
def test_compression_is_agreed_on_only_without_a_window_of_one_s_own(extensions, offered):
    assert deflate_offered(extensions) is offered
    opening = open_with(RIGHT | {"HTTP_SEC_WEBSOCKET_EXTENSIONS": extensions})
    assert opening.deflates is offered
    assert (DEFLATE.encode() in opening.answer) is offered
