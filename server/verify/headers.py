"""What every page must say to a browser, and must not: the headers, and whom a page asks for anything."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from server.verify.evidence import Evidence
from server.verify.result import Seen, broken, held, unknown
from server.verify.web import Page

ASKS = re.compile(
    rb"""(?:\b(?:src|href|action|poster|data)\s*=\s*["']?|url\(\s*["']?|@import\s+["'])((?:https?:)?//[^"'\s)>]+)""",
    re.IGNORECASE,
)
"""What makes a browser ask for something, in a page or a style sheet."""
KEPT = "immutable"


def _policy(page: Page) -> dict[str, str]:
    parts = [part.strip().partition(" ") for part in page.header("Content-Security-Policy").split(";")]
    return {name: rest for name, _, rest in parts}


def _others(page: Page, own: str) -> list[str]:
    kind = page.header("Content-Type")
    if not kind.startswith(("text/html", "text/css")) or "Content-Disposition" in dict(page.headers):
        return []
    hosts = [urlsplit(one.decode(errors="replace")).netloc for one in ASKS.findall(page.body)]
    return [host for host in hosts if host != own]


RULES: dict[str, Callable[[Page], bool]] = {
    "the rule that nothing but our own files is loaded (Content-Security-Policy)": lambda page: (
        _policy(page).get("default-src") == "'none'" and "unsafe" not in page.header("Content-Security-Policy")
    ),
    "the rule about who may show us in a frame (frame-ancestors)": lambda page: "frame-ancestors" in _policy(page),
    "that nothing is kept by the browser (no-store)": lambda page: (
        "no-store" in page.header("Cache-Control") or (KEPT in page.header("Cache-Control") and "/assets/" in page.path)
    ),
    "that other sites do not learn where one came from (no-referrer)": lambda page: (
        page.header("Referrer-Policy") == "no-referrer"
    ),
    "that there is no cookie": lambda page: not page.header("Set-Cookie"),
}
"""What is wanted of every reply, errors and files too."""


def judged(found: Evidence) -> Seen:
    """Whether every reply that was fetched keeps all of it."""
    if not found.pages:
        return unknown("No page was fetched.")
    own = urlsplit(found.url).netloc
    wrong = [what for what, keeps in RULES.items() if not all(keeps(page) for page in found.pages)]
    others = sorted({host for page in found.pages for host in _others(page, own)})
    if others:
        wrong.append(f"that nobody else is asked for anything ({', '.join(others)})")
    if wrong:
        return broken(f"Missing in some of {len(found.pages)} replies: {'; '.join(wrong)}.")
    return held(f"{len(found.pages)} pages, files, exports and error pages were looked at.")
