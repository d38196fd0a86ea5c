"""Everything that the server gives out over HTTP, fetched by whoever may and by whoever may not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from server.api import CALLS
from server.demo.calls import UnreachableError
from server.exports import EXPORTS

PATIENCE = 30.0
GONE = 400
"""From this status on a reply says no."""
NOBODY = "0" * 32
PAGES = ("/", "/join", "/who-can-see", "/nothing-is-here", "/static/nothing.js")


@dataclass(frozen=True, slots=True)
class Page:
    """A reply. `headers`: as they came; a name may be there twice."""

    path: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def bytes(self) -> bytes:
        """All of it."""
        head = "\n".join(f"{name}: {value}" for name, value in self.headers)
        return f"{self.status}\n{head}\n\n".encode() + self.body

    def header(self, name: str) -> str:
        """Its value, or empty."""
        return next((value for one, value in self.headers if one.lower() == name.lower()), "")


def fetch(url: str, path: str, *, token: str = "", body: bytes | None = None) -> Page:
    """GET, or POST with a body; an error page is a reply as well. Raises: `UnreachableError`."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    headers |= {} if body is None else {"Content-Type": "application/json"}
    headers |= {} if path.startswith("/api") else {"Accept": "text/html"}
    try:
        # The address is the one that whoever started the check gave.
        with urlopen(Request(url + path, body, headers), timeout=PATIENCE) as reply:  # noqa: S310
            return Page(path, reply.status, tuple(reply.headers.items()), reply.read())
    except HTTPError as error:
        return Page(path, error.code, tuple(error.headers.items()), error.read())
    except (OSError, HTTPException, ValueError):
        raise UnreachableError(f"no server answers at {url}") from None


def outlets(workshop: str, ballot: str, templates: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Everything that can be got: its name for people, and its path. New calls come by themselves."""
    for path in (*PAGES, f"/w/{workshop}", f"/f/{workshop}", f"/screen/{workshop}"):
        yield "a page", path
    for call in CALLS:
        if call.method != "GET":
            continue
        path = call.path.replace("<workshop>", workshop).replace("<ballot>", ballot or NOBODY)
        if "<ending>" not in path:
            yield f"{call.method} {call.path}", path
            continue
        for ending in (*EXPORTS, "nothing"):
            yield f"export {ending}", path.replace("<ending>", ending)
            for template in templates:
                yield f"export {ending}", f"{path.replace('<ending>', ending)}?template={template}"


def refusals(workshop: str, ballot: str) -> Iterator[tuple[str, bytes]]:
    """Calls that end in an error page, whoever asks: the path, and what is sent."""
    for call in CALLS:
        path = call.path.replace("<workshop>", workshop).replace("<ballot>", ballot or NOBODY).replace("<ending>", "md")
        for body in (b"{", b"[]", b'{"nothing": 1}'):
            yield path, body


def all_of(
    url: str, places: Mapping[str, str], workshop: str, ballot: str, templates: tuple[str, ...]
) -> Iterator[tuple[str, Page]]:
    """Fetch everything. `places`: tokens by who holds them; empty for nobody. Raises: `UnreachableError`."""
    for who, token in places.items():
        for name, path in outlets(workshop, ballot, templates):
            yield f"{name} ({who})", fetch(url, path, token=token)
    for path, body in refusals(workshop, ballot):
        yield "an error page", fetch(url, path, body=body)
