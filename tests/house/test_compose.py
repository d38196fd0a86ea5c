"""compose.yaml and server/RUNNING.md agree with the server: its settings, and what it asks of a Redis."""

from pathlib import Path

import pytest
import yaml

from server.settings import PREFIX, SETTINGS
from server.stores.redis_line import ASKED
from tests.house import tree

COMPOSE = yaml.safe_load(tree.text("compose.yaml"))
SERVERS = [one for one in COMPOSE["services"].values() if "build" in one]
KEEPERS = [one for one in COMPOSE["services"].values() if one.get("image", "").startswith("redis")]


def test_every_server_gets_the_same_settings_and_they_are_real():
    given = [one["environment"] for one in SERVERS]
    assert len(given) == 2
    assert given[0] == given[1]
    assert {name.removeprefix(PREFIX) for name in given[0]} <= set(SETTINGS)
    assert {"STORE", "REDIS_URL", "PUBLIC_URL", "CREATION_CODE"} <= {name.removeprefix(PREFIX) for name in given[0]}


@pytest.mark.parametrize("keeper", KEEPERS)
def test_every_redis_keeps_what_it_answers_where_nobody_else_reaches_it(keeper):
    words = keeper["command"]
    assert {name: words[words.index(f"--{name}") + 1] for name in ASKED} == ASKED
    assert "ports" not in keeper
    assert keeper["networks"] == ["inside"]
    assert COMPOSE["networks"]["inside"]["internal"] is True


def test_every_file_that_the_image_takes_is_there():
    taken = [line.split()[1:-1] for line in tree.text("Dockerfile").splitlines() if line.startswith("COPY ")]
    named = [word for words in taken for word in words if not words[0].startswith("--")]
    assert named
    assert [word for word in named if not (tree.ROOT / word).exists()] == []


@pytest.mark.parametrize("name", sorted(ASKED))
def test_the_page_says_what_a_redis_has_to_be_set_to(name):
    assert f"{name} {ASKED[name]}" in tree.text(Path("server/RUNNING.md"))


def test_what_stands_in_front_writes_down_no_request():
    words = COMPOSE["configs"]["front"]["content"].split()
    assert "reverse_proxy" in words
    assert "log" not in words


def test_no_container_leaves_an_image_of_its_memory():
    assert [one["ulimits"]["core"] for one in (*SERVERS, *KEEPERS)] == [0] * 4
