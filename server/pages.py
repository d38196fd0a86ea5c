"""The pages: one built file, served at every address that people open, and two things that it asks for."""

from pathlib import Path

from flask import Flask, Response, abort, request

from facilitation.honesty import collected, sights
from facilitation.wording import ENGLISH, Wording
from server.hosts import HOSTS
from server.jsonwire import encoded
from server.settings import Settings
from server.wordings import wording

STATIC = Path(__file__).parent / "static"
PROGRAMS = ("/api/", "/static/", "/socket.io/")
PAGES = ("/", "/join", "/meetings", "/who-can-see", "/w/<_id>", "/f/<_id>", "/screen/<_id>")
OF_HOSTS = ("/host/<host>", "/host/<host>/<_document>")
MISSING = "The screens have not been built yet. Please start with `make run`, which builds them."
NOT_HERE = "There is nothing at this address. Please check the link."


def page(**_: str) -> Response:
    """The built page."""
    path = STATIC / "index.html"
    if not path.exists():
        return Response(MISSING, 503, mimetype="text/plain")
    return Response(path.read_bytes(), mimetype="text/html")


def host_page(host: str, **_: str) -> Response:
    """The same, inside a meeting program that we know."""
    if host not in HOSTS:
        abort(404)
    return page()


def worker() -> Response:
    """The installed copy: from the top of the site, since it may answer for pages below its own address only."""
    path = STATIC / "worker.js"
    if not path.exists():
        return Response(MISSING, 503, mimetype="text/plain")
    return Response(path.read_bytes(), mimetype="text/javascript")


def not_here(_error: Exception) -> Response:
    """Our own page for a browser (it says what one can do), a sentence for programs."""
    asks_for_page = "text/html" in request.headers.get("Accept", "")
    if asks_for_page and not request.path.startswith(PROGRAMS):
        found = page()
        found.status_code = 404
        return found
    return Response(encoded({"code": "not_found", "say": NOT_HERE}), 404, mimetype="application/json")


def wrong_way(_error: Exception) -> Response:
    """The address is right, the way of asking is not."""
    say = "This cannot be asked for in this way."
    return Response(encoded({"code": "not_allowed", "say": say}), 405, mimetype="application/json")


def broken(_error: Exception) -> Response:
    """Something went wrong here; the words of the error stay here."""
    say = "Something went wrong on our side. Please try again."
    return Response(encoded({"code": "broken", "say": say}), 500, mimetype="application/json")


def who_can_see(people_hours: int, days: int, support: str = "", say: Wording = ENGLISH) -> bytes:
    """The words of the page "Who can see what", and where to find help."""
    return encoded({"collected": collected(say), "sights": sights(people_hours, days, say), "support": support})


def hand_over() -> Response:
    """Ask the browser to forget all that this site keeps on it: the next person at the device finds nothing.

    Only our own pages may: a page of another origin can send no JSON here.
    """
    if request.mimetype != "application/json":
        return Response(encoded({"code": "bad_field", "say": NOT_HERE}), 415, mimetype="application/json")
    return Response(status=204, headers={"Clear-Site-Data": '"cache", "storage"'})


def register(app: Flask, settings: Settings) -> None:
    """The pages, and what is said where there is none."""
    for path in PAGES:
        app.add_url_rule(path, f"page {path}", page)
    for path in OF_HOSTS:
        app.add_url_rule(path, f"page {path}", host_page)
    lengths = settings.keep_people_hours, settings.keep_days

    def seen() -> Response:
        say = wording(request.args.get("language", ""))
        return Response(who_can_see(*lengths, settings.support, say), mimetype="application/json")

    app.add_url_rule("/who-can-see.json", "who can see", seen)
    app.add_url_rule("/worker.js", "worker", worker)
    app.add_url_rule("/hand-over", "hand over", hand_over, methods=["POST"])
    app.register_error_handler(404, not_here)
    app.register_error_handler(405, wrong_way)
    app.register_error_handler(500, broken)
