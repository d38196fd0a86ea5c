"""The plan as one HTML file: no script, nothing from elsewhere, prints well, reads well aloud."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import jinja2

from facilitation.wording import ENGLISH, Wording
from server.exports.data_url import data_url
from server.exports.fields import Fields

_PAGES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def html(fields: Fields, say: Wording = ENGLISH, pictures: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """The plan as an HTML document in UTF-8. The bytes of `pictures`, by name, stand in it."""
    shown = {name: data_url(body) for name, body in pictures.items()}
    return _PAGES.get_template("plan.html").render(fields, say=say, pictures=shown).encode()
