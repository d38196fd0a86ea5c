"""The app package for Teams: what Microsoft's own schemas allow, and two icons as Teams wants them."""

import io
import json
import zipfile
from pathlib import Path

import jsonschema
import pytest
from PIL import Image

from server.manifests import teams
from server.manifests.ids import asked

SCHEMAS = Path(__file__).parents[2] / "journeys/node_modules/@microsoft/app-manifest/build/json-schemas/teams"
ASKED = asked("https://board.example.org", {"teams": {"client_id": "11111111-2222-3333-4444-555555555555"}})


def schema(version):
    file = SCHEMAS / f"v{version}" / "MicrosoftTeams.schema.json"
    return json.loads(file.read_text(encoding="utf-8-sig"))


@pytest.mark.parametrize("version", [f"1.{minor}" for minor in range(23, 31)])
def test_the_manifest_is_what_microsofts_schema_allows(version):
    manifest = {**teams.manifest(ASKED), "manifestVersion": version}
    manifest["$schema"] = manifest["$schema"].replace("v1.23", f"v{version}")
    problems = [one.message for one in jsonschema.Draft4Validator(schema(version)).iter_errors(manifest)]
    assert problems == []


def test_a_manifest_that_is_not_allowed_is_found_out():
    manifest = {**teams.manifest(ASKED), "accentColor": "green"}
    assert list(jsonschema.Draft4Validator(schema("1.23")).iter_errors(manifest))


def test_the_package_holds_the_manifest_and_two_icons_and_is_the_same_each_time():
    packed = teams.package(ASKED)
    assert packed == teams.package(ASKED)
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        assert sorted(file.namelist()) == ["color.png", "manifest.json", "outline.png"]
        assert json.loads(file.read("manifest.json")) == teams.manifest(ASKED)
        large, small = (Image.open(io.BytesIO(file.read(name))) for name in ("color.png", "outline.png"))
    assert (large.size, small.size) == ((192, 192), (32, 32))
    assert {point[:3] for _, point in small.getcolors(2000)} == {(255, 255, 255)}
    assert any(point[3] == 0 for _, point in small.getcolors(2000))


def test_every_address_in_it_is_of_this_server():
    said = json.dumps({name: value for name, value in teams.manifest(ASKED).items() if name != "$schema"})
    assert said.count("https://") == said.count("https://board.example.org")


def test_an_app_that_has_no_id_yet_gets_the_same_one_each_time():
    without = [teams.manifest(asked("https://board.example.org", {}))["id"] for _ in range(2)]
    assert without[0] == without[1] != teams.manifest(asked("https://other.example.org", {}))["id"]
