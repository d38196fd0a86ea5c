import pytest

from server.hosts import HOSTS
from server.settings import SETTINGS, BadSetting, Settings, read
from server.stores import STORES


def test_without_any_environment_every_setting_has_its_default():
    settings = read({})
    for name, setting in SETTINGS.items():
        value = getattr(settings, name.lower())
        assert value == (() if name == "EMBED_ORIGINS" else setting.default)


def test_the_table_and_what_is_read_name_the_same_settings():
    assert {name.lower() for name in SETTINGS} == set(Settings.__dataclass_fields__) - {"hosts"}


def test_plain_port_is_understood_and_ours_counts_more():
    assert read({"PORT": "81"}).port == 81
    assert read({"PORT": "81", "FOLKMOOT_PORT": "82"}).port == 82


@pytest.mark.parametrize("name", [name for name, one in SETTINGS.items() if isinstance(one.default, int)])
@pytest.mark.parametrize("value", ["", "many", "-1", "1.5", "99999999999"])
def test_a_number_that_is_none_is_told_by_name(name, value):
    with pytest.raises(BadSetting, match=f"FOLKMOOT_{name} must be a whole number"):
        read({f"FOLKMOOT_{name}": value})


def test_addresses_are_checked_and_tidied():
    assert read({"FOLKMOOT_PUBLIC_URL": "https://board.example.org/"}).public_url == "https://board.example.org"
    given = read({"FOLKMOOT_EMBED_ORIGINS": " https://a.example.org  http://b.test:81/ "})
    assert given.embed_origins == ("https://a.example.org", "http://b.test:81")
    for bad in ("board.example.org", "https://a.example.org/path", "javascript:x", "*"):
        with pytest.raises(BadSetting, match="FOLKMOOT_EMBED_ORIGINS"):
            read({"FOLKMOOT_EMBED_ORIGINS": bad})


def test_a_store_is_one_of_those_there_are():
    assert set(SETTINGS["STORE"].choices) == set(STORES)
    with pytest.raises(BadSetting, match="FOLKMOOT_STORE must be one of: memory, redis, sqlite"):
        read({"FOLKMOOT_STORE": "punchcards"})


def test_the_lengths_reach_the_rules():
    given = {"CLOSING": 1, "CHECK": 2, "RESULT": 3, "TALK": 4, "RUN_OFF": 5, "GRACE": 6}
    pace = read({f"FOLKMOOT_{name}_MS": str(value) for name, value in given.items()}).pace
    found = (pace.closing_ms, pace.check_ms, pace.result_ms, pace.talk_ms, pace.run_off_ms, pace.grace_ms)
    assert found == (1, 2, 3, 4, 5, 6)


def test_a_meeting_program_has_settings_of_its_own():
    found = read({"FOLKMOOT_ZOOM_CLIENT_ID": " ours "}).hosts
    assert found["zoom"] == {"client_id": "ours", "client_secret": "", "previous_secret": ""}
    assert set(found) == set(HOSTS)


def test_who_leads_is_one_of_the_policies():
    assert read({}).leading == "proof"
    with pytest.raises(BadSetting, match="FOLKMOOT_LEADING must be one of: proof, first-identity, open"):
        read({"FOLKMOOT_LEADING": "me"})
