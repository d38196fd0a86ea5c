from server.api import CALLS
from server.openapi import describe


def test_every_call_is_described_with_what_it_takes():
    described = describe()
    assert described["openapi"] == "3.1.0"
    operations = {one["operationId"]: one for path in described["paths"].values() for one in path.values()}
    assert set(operations) == {call.name for call in CALLS}
    assert all(("requestBody" in operations[call.name]) is (call.takes is not None or call.raw) for call in CALLS)


def test_unknown_fields_are_ruled_out_and_bounds_are_told():
    schemas = describe()["components"]["schemas"]
    create = schemas["CreateWorkshop"]
    assert create["additionalProperties"] is False
    assert create["properties"]["title"]["maxLength"] == 200
    assert sorted(create["required"]) == ["agenda", "title"]
