"""A picture is made anew: what stood beside it is gone, and what is none is refused in a plain sentence."""

import io
import struct
import zlib

import pytest
from PIL import Image

from server.pictures import LONGEST_SIDE, MOST_BYTES, BadPicture, kind_of, made_anew, media_type
from tests.server.any_picture import CANARY, gif, halves, jpeg, png, sent, webp

MAKERS = {"JPEG": jpeg, "PNG": png, "WEBP": webp, "GIF": gif}


def opened(picture):
    return Image.open(io.BytesIO(picture.body))


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_nothing_stays_in_a_picture_beside_the_picture(kind):
    data = MAKERS[kind]()
    assert CANARY.encode() in data
    made = made_anew(data)
    assert b"CANARY" not in made.body
    assert b"Exif" not in made.body
    with opened(made) as image:
        assert not image.getexif()
        assert not set(image.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
        assert (made.width, made.height) == image.size


def test_a_picture_that_a_phone_held_sideways_stands_upright():
    made = made_anew(jpeg())
    assert (made.width, made.height) == (20, 40)
    with opened(made) as image:
        red, _, blue = image.getpixel((10, 2))
        assert red > 200 > blue  # what was left is now above
        assert media_type(made.body) == "image/jpeg"


def test_of_an_animation_the_first_picture_is_kept():
    with opened(made_anew(gif())) as image:
        assert not getattr(image, "is_animated", False)
        assert image.convert("RGB").getpixel((5, 5)) == (255, 0, 0)


def test_what_one_can_see_through_stays_so():
    made = made_anew(sent(Image.new("RGBA", (9, 9), (0, 200, 0, 40)), "PNG"))
    with opened(made) as image:
        assert image.getpixel((4, 4)) == (0, 200, 0, 40)


def test_a_large_picture_gets_smaller_and_keeps_its_shape():
    made = made_anew(sent(halves(3000, 1500), "JPEG"))
    assert (made.width, made.height) == (LONGEST_SIDE, LONGEST_SIDE // 2)


def bomb(width, height):
    """A PNG of some hundred bytes that says how large it would be."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    chunks = [struct.pack(">I", len(b)) + a + b + struct.pack(">I", zlib.crc32(a + b)) for a, b in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    ("data", "say"),
    [
        (b"", "none of them"),
        (b"CANARY", "none of them"),
        (b'<?xml version="1.0"?><svg onload="alert(1)">', "SVG"),
        (b"%PDF-1.7", "none of them"),
        (b"BM" + bytes(100), "none of them"),
        (b"\xff\xd8\xff CANARY", "damaged"),
        (jpeg()[:-400], "damaged"),
        (bomb(40, 40), "damaged"),
        (bomb(50_000, 50_000), "too many points"),
        (bomb(4_001, 4_000), "too many points"),
        (jpeg() + bytes(MOST_BYTES), "too large"),
    ],
)
def test_what_is_no_picture_is_refused_in_a_sentence(data, say):
    with pytest.raises(BadPicture) as refusal:
        made_anew(data)
    assert say in str(refusal.value)
    assert "CANARY" not in str(refusal.value)


def test_a_file_is_what_its_first_bytes_say():
    assert [kind_of(maker()) for maker in MAKERS.values()] == list(MAKERS)
    assert kind_of(b"RIFF1234WAVE") == ""
