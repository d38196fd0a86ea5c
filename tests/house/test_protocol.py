"""The client's types are those of the server's dataclasses: names of commands, refusals and views exist once."""

from pathlib import Path

from server import protocol
from tests.house import tree

GENERATED = Path("client/src/protocol.gen.ts")


def test_the_generated_file_is_fresh():
    assert tree.text(GENERATED) == protocol.render(), "stale: run `make protocol`"
