"""A whole view as bytes."""

import json
import zlib

from server import frames
from server.whole import Whole


def test_a_whole_is_the_view_as_json_and_compressed_it_is_the_same():
    entries = {"workshop": {"title": "Loneliness by the sea"}, "clock": None}
    whole = Whole(entries)
    assert json.loads(whole.plain) == entries
    assert zlib.decompressobj(-15).decompress(whole.squeezed) == whole.plain
    assert whole.squeezed.endswith(frames.TAIL)
    assert whole.squeezed is whole.squeezed
