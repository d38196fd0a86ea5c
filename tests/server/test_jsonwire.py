from types import MappingProxyType

import pytest
from socketio import packet

from facilitation.refusals import Refusal
from server.jsonwire import Json, JsonPacket, encoded
from server.wire import Problem


def test_dataclasses_enums_and_frozen_maps_are_written_as_they_are():
    data = {"a": Problem(Refusal.BAD_FIELD, "No."), "b": MappingProxyType({"c": (1, 2)})}
    assert Json.loads(encoded(data)) == {"a": {"code": "bad_field", "say": "No.", "field": ""}, "b": {"c": [1, 2]}}


def test_what_is_no_json_is_an_error_not_a_guess():
    with pytest.raises(TypeError):
        encoded({"a": object()})


def test_a_packet_goes_there_and_back():
    sent = JsonPacket(packet.EVENT, ["patch", {"é": "ü"}], namespace="/", id=7).encode()
    assert isinstance(sent, str)
    back = JsonPacket(encoded_packet=sent)
    assert (back.data, back.id) == (["patch", {"é": "ü"}], 7)


@pytest.mark.parametrize("raw", ['451-["a",{"_placeholder":true,"num":0}]', '461-1[{"_placeholder":true,"num":0}]'])
def test_binary_packets_are_refused(raw):
    with pytest.raises(ValueError, match="no binary"):
        JsonPacket(encoded_packet=raw[1:])
