import os
from pathlib import Path

import pytest

from server.demo.calls import call
from server.demo.own_server import NoServerError, OwnServer, waits
from server.settings import SETTINGS


def environment(tmp_path, **more):
    own = {name: value for name, value in os.environ.items() if not name.startswith("FOLKMOOT_")}
    return own | {"FOLKMOOT_HOST": "127.0.0.1", "FOLKMOOT_DATA": str(tmp_path / "data"), **more}


@pytest.mark.parametrize("pace", [0.1, 1, 10, 600])
def test_all_waits_are_settings_within_their_bounds(pace):
    for name, value in waits(pace).items():
        assert SETTINGS[name].least <= value <= SETTINGS[name].most


def test_it_runs_until_the_end_and_what_is_set_stays_as_it_is_set(tmp_path):
    with OwnServer(1, environment(tmp_path)) as server:
        assert call(f"{server.url}/healthz") == {"ok": True}
        assert server.is_alive
    assert not server.is_alive
    assert (tmp_path / "data").is_dir()


def test_its_own_data_is_gone_at_the_end(tmp_path):
    environ = environment(tmp_path)
    del environ["FOLKMOOT_DATA"]
    with OwnServer(1, environ) as server:
        folder = Path(server._folder.name)
        assert server.url.startswith("http://127.0.0.1:")
        assert any(folder.iterdir())
    assert not folder.exists()


def test_a_server_that_does_not_start_is_told(tmp_path, capfd):
    with pytest.raises(NoServerError), OwnServer(1, environment(tmp_path, FOLKMOOT_STORE="nowhere")) as server:
        assert server.url == "never"
    assert capfd.readouterr().err
