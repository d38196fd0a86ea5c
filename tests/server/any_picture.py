"""Pictures to send: of each kind, with all that a camera or a program writes beside the points."""

import io
import secrets

from PIL import Image, PngImagePlugin

CANARY = "CANARY 51.2 N"


def sent(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def halves(width=40, height=20):
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), (255, 0, 0))
    image.paste((0, 0, 255), (width // 2, 0, width, height))
    return image


def noise(side=120):
    """A picture that nothing can make smaller."""
    return sent(Image.frombytes("RGB", (side, side), secrets.token_bytes(3 * side * side)), "PNG")


def with_exif():
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = CANARY, 6  # a description; to be turned by a quarter
    exif.get_ifd(0x8825)[1] = CANARY
    return exif


def jpeg():
    """A photograph as a phone makes it."""
    return sent(halves(), "JPEG", quality=95, exif=with_exif(), comment=CANARY.encode(), icc_profile=CANARY.encode())


def png():
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", CANARY)
    text.add_itxt("XML:com.adobe.xmp", CANARY)
    return sent(halves(), "PNG", pnginfo=text, exif=with_exif(), icc_profile=CANARY.encode())


def webp():
    return sent(halves(), "WEBP", lossless=True, exif=with_exif(), xmp=CANARY.encode(), icc_profile=CANARY.encode())


def gif():
    frames = [Image.new("RGB", (30, 30), colour) for colour in ("red", "blue")]
    return sent(frames[0], "GIF", save_all=True, append_images=frames[1:], comment=CANARY.encode())
