"""HTTP calls as a device makes them: JSON there and back, a refusal as an exception."""

import json
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

PATIENCE = 30.0


class DeclinedError(Exception):
    """The server answered no. `code`: the name of the refusal; its text is the sentence."""

    def __init__(self, code: str, say: str) -> None:
        super().__init__(say)
        self.code = code


class UnreachableError(Exception):
    """No server answers there, or something else than Folkmoot does."""


def call(address: str, asked: Mapping[str, object] | None = None, *, token: str = "") -> Any:  # noqa: ANN401 - JSON
    """GET, or POST when something is `asked`.

    Raises: `DeclinedError`, `UnreachableError`.
    """
    try:
        return json.loads(fetch(address, asked, token=token))
    except ValueError:
        raise UnreachableError(f"{address} is not a Folkmoot server") from None


def fetch(address: str, asked: Mapping[str, object] | None = None, *, token: str = "") -> bytes:
    """The bytes of the reply: an exported plan, say.

    Raises: `DeclinedError`, `UnreachableError`.
    """
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    body = None if asked is None else json.dumps(asked).encode()
    try:
        # The address is the one that whoever started the demo gave.
        with urlopen(Request(address, body, headers), timeout=PATIENCE) as reply:  # noqa: S310
            found: bytes = reply.read()
            return found
    except HTTPError as error:
        raise _declined(error) from None
    except (OSError, HTTPException, ValueError):
        raise UnreachableError(f"no server answers at {address}") from None


def _declined(error: HTTPError) -> Exception:
    try:
        body = json.loads(error.read())
        return DeclinedError(body["code"], body["say"])
    except (ValueError, KeyError, TypeError):
        return UnreachableError(f"{error.url} is not a Folkmoot server")
