"""Asking other servers: those that the operator named, and nobody else. A page never makes us ask.

The answer is small and comes soon, or it is none. No redirect is followed: who was named is who answers.
"""

from collections.abc import Mapping
from typing import Literal

import requests

SECONDS = 5.0
MOST_BYTES = 2**20
CHUNK = 65_536


def fetch(url: str, headers: Mapping[str, str]) -> tuple[int, bytes]:
    """GET an address: the status and the body. Raises: `OSError` where there is no such answer."""
    return _asked("GET", url, headers, None)


def send(url: str, headers: Mapping[str, str], body: bytes) -> tuple[int, bytes]:
    """POST to an address: the status and the body. Raises: as `fetch`."""
    return _asked("POST", url, headers, body)


def _asked(
    method: Literal["GET", "POST"], url: str, headers: Mapping[str, str], body: bytes | None
) -> tuple[int, bytes]:
    with requests.Session() as session:
        session.auth = lambda asked: asked  # nothing out of a file of passwords on this machine
        answer = session.request(
            method, url, headers=dict(headers), data=body, timeout=SECONDS, allow_redirects=False, stream=True
        )
        with answer:
            found = b""
            for part in answer.iter_content(CHUNK):
                found += part
                if len(found) > MOST_BYTES:
                    raise OSError("the answer is too long")
            return answer.status_code, found
