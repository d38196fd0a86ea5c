"""A picture as it is kept: made anew from what was sent, so that nothing stands in it beside the picture.

What a camera notes (place, time, device), comments, thumbnails and colour profiles are not carried over:
only the points of the picture are, upright, at most 1,600 on a side; of an animation, the first one.
"""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from types import MappingProxyType

from PIL import Image, ImageOps

from server.gate import PICTURE_BYTES

MOST_BYTES = PICTURE_BYTES
MOST_POINTS = 16_000_000
LONGEST_SIDE = 1_600
LARGE = 600_000
"""Bytes from which a picture without see-through parts is kept as a photograph."""

_KINDS: Mapping[str, tuple[Callable[[bytes], bool], str]] = MappingProxyType(
    {
        "PNG": (lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"), "image/png"),
        "JPEG": (lambda data: data.startswith(b"\xff\xd8\xff"), "image/jpeg"),
        "WEBP": (lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", "image/webp"),
        "GIF": (lambda data: data.startswith((b"GIF87a", b"GIF89a")), "image/gif"),
    }
)
"""What is taken, by its first bytes: what a file is called, or says that it is, does not matter."""

Image.MAX_IMAGE_PIXELS = None  # our own limit is lower, and asked before a point is read

_ONE_AT_A_TIME = Lock()
"""A picture of sixteen million points takes some hundred megabytes while it is made."""


class BadPicture(ValueError):  # noqa: N818 - reads as what it is
    """What was sent is no picture that we take. Its text is a sentence for who sent it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, ready to be kept. `width`, `height`: in points."""

    body: bytes
    width: int
    height: int


def kind_of(data: bytes) -> str:
    """Which kind of picture these bytes are: PNG, JPEG, WEBP, GIF, or nothing."""
    return next((kind for kind, (fits, _) in _KINDS.items() if fits(data)), "")


def media_type(data: bytes) -> str:
    """What a browser calls this kind of picture."""
    return _KINDS[kind_of(data)][1]


def made_anew(data: bytes) -> Picture:
    """The picture in these bytes, and nothing of what stood beside it. Slow: off the loop.

    Raises: `BadPicture`.
    """
    kind = kind_of(data)
    if len(data) > MOST_BYTES:
        raise BadPicture("This picture is too large. It may have 4 MB.")
    if not kind:
        raise BadPicture(_refusal(data))
    with _ONE_AT_A_TIME:
        try:
            with Image.open(io.BytesIO(data), formats=[kind]) as opened:
                _fits(opened)
                return _written(_drawn(opened), photograph=kind == "JPEG")
        except BadPicture:
            raise
        except Exception:  # noqa: BLE001 - whatever a decoder says of a broken file, in one sentence
            raise BadPicture("We could not read this picture. It may be damaged.") from None


def _refusal(data: bytes) -> str:
    if b"<svg" in data[:4096].lower():
        return "Pictures of the kind SVG can hold programs, so we do not take them. Save it as PNG, please."
    return "We take pictures of the kinds PNG, JPEG, WebP and GIF. This is none of them."


def _fits(opened: Image.Image) -> None:
    if opened.width * opened.height > MOST_POINTS:
        raise BadPicture("This picture has too many points. Make it smaller first, please.")


def _drawn(opened: Image.Image) -> Image.Image:
    """The points alone, upright, and no larger than a screen needs."""
    opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a photograph is read smaller at once
    upright = ImageOps.exif_transpose(opened)
    seen_through = upright.has_transparency_data
    points = upright.convert("RGBA" if seen_through else "RGB")
    points.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.new(points.mode, points.size)
    bare.paste(points)
    return bare


def _written(bare: Image.Image, *, photograph: bool) -> Picture:
    body = b"" if photograph else _saved(bare, "PNG", optimize=False)
    if photograph or (len(body) > LARGE and bare.mode == "RGB"):
        body = _saved(bare, "JPEG", quality=82, progressive=True)
    return Picture(body, bare.width, bare.height)


def _saved(bare: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    bare.save(out, kind, **options)
    return out.getvalue()
