"""Unpacks the Chromium that npm carries: no root, no system library, no download of its own.

Used by dev.py where no browser is installed: `python unpack.py FOLDER`; prints the program's path.
"""

import io
import sys
import tarfile
from pathlib import Path

import brotli

PACKED = Path(__file__).parent / "node_modules" / "@sparticuz" / "chromium" / "bin"

# The package's own font settings point at a temporary folder, and without any font pages crash.
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{0}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>{0}/fc</cachedir></fontconfig>
"""

START = """#!/bin/sh
d=$(dirname "$0")
export LD_LIBRARY_PATH="$d/lib:$LD_LIBRARY_PATH" FONTCONFIG_FILE="$d/fonts.conf"
exec "$d/chromium" "$@"
"""


def _plain(name: str) -> bytes:
    return brotli.decompress((PACKED / name).read_bytes())


def unpack(folder: Path) -> Path:
    """Put browser, libraries and fonts under `folder`; return the program to start."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "chromium"
    program.write_bytes(_plain("chromium.br"))
    program.chmod(0o755)
    for name in ("al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"):
        with tarfile.open(fileobj=io.BytesIO(_plain(name))) as tar:
            tar.extraction_filter = getattr(tarfile, "data_filter", None)  # Python before 3.11.4 has none
            tar.extractall(folder)  # noqa: S202 - npm has checked the hash of what is unpacked
    (folder / "fonts.conf").write_text(FONTS.format(folder))
    start = folder / "start"
    start.write_text(START)
    start.chmod(0o755)
    return start


if __name__ == "__main__":
    print(unpack(Path(sys.argv[1]).resolve()))  # noqa: T201 - its one line of output is the answer
