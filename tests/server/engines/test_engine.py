"""Every engine offers what `Engine` asks for, and nothing less."""

import importlib
import inspect

import pytest

from server.engines import ENGINES
from server.engines.engine import Engine

ASKED = {name for name, value in vars(Engine).items() if inspect.isfunction(value) and not name.startswith("_")}


@pytest.mark.parametrize("name", sorted(ENGINES))
def test_an_engine_offers_all_that_is_asked_for(name):
    engine = importlib.import_module(ENGINES[name])
    assert (engine.MODE, bool(ASKED)) == (name, True)
    assert [one for one in sorted(ASKED) if not callable(getattr(engine, one, None))] == []
