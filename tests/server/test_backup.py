"""Backups: everything of one moment, sealed; put back only where nothing is in the way."""

import pytest

from server import sealing
from server.backup import BackupError, back_up, long_enough, restore, secret_of
from server.settings import read
from server.stores import STORES
from tests.server.stores.sample import begin, card, put

SECRET = b"correct horse battery staple"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(sealing, "HARD", 2)


@pytest.fixture
def settings(tmp_path):
    return read({"FOLKMOOT_DATA": str(tmp_path / "data")})


def stored(settings, *texts):
    """A store with a workshop that holds these cards; the workshop's id."""
    both = STORES["sqlite"](settings.data)
    workshop = begin(both.content)
    put(both.content, workshop, 1, *map(card, texts))
    both.close()
    return workshop


def texts(settings, workshop):
    both = STORES["sqlite"](settings.data)
    saved = both.content.load(workshop)
    both.close()
    return sorted(one.text for key, one in saved.records.items() if key.startswith("card:")) if saved else None


def test_what_was_backed_up_comes_back_and_nobody_else_can_read_it(settings, tmp_path):
    workshop, file = stored(settings, "A worry that nobody sees yet"), tmp_path / "backup"
    assert back_up(settings, file, SECRET) == file.stat().st_size
    assert oct(file.stat().st_mode)[-3:] == "600"
    assert b"worry" not in file.read_bytes()
    assert b"SQLite" not in file.read_bytes()
    other = stored(settings, "Written later")
    restore(settings, file, SECRET, replace=True)
    assert texts(settings, workshop) == ["A worry that nobody sees yet"]
    assert texts(settings, other) is None


def test_where_workshops_are_a_backup_replaces_them_only_when_told_so(settings, tmp_path):
    workshop, file = stored(settings, "kept"), tmp_path / "backup"
    back_up(settings, file, SECRET)
    other = stored(settings, "later")
    with pytest.raises(BackupError, match="With --replace they go"):
        restore(settings, file, SECRET, replace=False)
    assert (texts(settings, workshop), texts(settings, other)) == (["kept"], ["later"])


def test_nothing_is_put_under_a_server_that_runs(settings, tmp_path):
    stored(settings)
    file = tmp_path / "backup"
    back_up(settings, file, SECRET)
    both = STORES["sqlite"](settings.data)
    with pytest.raises(BackupError, match="Another Folkmoot server is using the folder"):
        restore(settings, file, SECRET, replace=True)
    both.close()


def test_a_wrong_key_and_a_damaged_file_are_told_and_change_nothing(settings, tmp_path):
    workshop, file = stored(settings, "kept"), tmp_path / "backup"
    back_up(settings, file, SECRET)
    with pytest.raises(BackupError, match="is not the one that this backup was made with"):
        restore(settings, file, b"another passphrase", replace=True)
    whole = file.read_bytes()
    file.write_bytes(whole[:-1])
    with pytest.raises(BackupError, match="damaged"):
        restore(settings, file, SECRET, replace=True)
    file.write_bytes(b"Dear diary")
    with pytest.raises(BackupError, match="is no backup of Folkmoot"):
        restore(settings, file, SECRET, replace=True)
    with pytest.raises(BackupError, match="cannot be read"):
        restore(settings, tmp_path / "nowhere", SECRET, replace=True)
    assert texts(settings, workshop) == ["kept"]


def test_an_older_backup_is_never_written_over_and_a_failed_one_leaves_nothing(settings, tmp_path):
    stored(settings)
    file = tmp_path / "backup"
    back_up(settings, file, SECRET)
    before = file.read_bytes()
    with pytest.raises(BackupError, match="is there already"):
        back_up(settings, file, SECRET)
    assert file.read_bytes() == before
    with pytest.raises(BackupError, match="cannot be written"):
        back_up(settings, tmp_path / "nowhere" / "backup", SECRET)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup", "data"]


def test_where_nothing_is_stored_there_is_no_backup(settings, tmp_path):
    with pytest.raises(BackupError, match="There is nothing to copy"):
        back_up(settings, tmp_path / "backup", SECRET)
    memory = read({"FOLKMOOT_STORE": "memory"})
    with pytest.raises(BackupError, match="this server uses memory"):
        back_up(memory, tmp_path / "backup", SECRET)


def test_a_key_that_is_missing_is_made_once_and_short_ones_are_refused(tmp_path):
    key = tmp_path / "key"
    with pytest.raises(BackupError, match="cannot be read"):
        secret_of(key, make=False)
    secret, made = secret_of(key, make=True)
    assert made
    assert len(secret) == 64
    assert oct(key.stat().st_mode)[-3:] == "600"
    assert secret_of(key, make=True) == (secret, False)
    key.write_text("short\n")
    with pytest.raises(BackupError, match="at least 12 characters"):
        secret_of(key, make=True)
    assert long_enough(SECRET) == SECRET
