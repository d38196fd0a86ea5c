"""The plan as one HTML file: no script, nothing from elsewhere, prints well, reads well aloud."""

from pathlib import Path

import jinja2

from server.exports.fields import Fields

_PAGES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def html(fields: Fields) -> bytes:
    """The plan as an HTML document in UTF-8."""
    return _PAGES.get_template("plan.html").render(fields).encode()
