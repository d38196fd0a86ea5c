import pytest

from server.blind import new_keys, read_key, sign
from server.demo.blinding import blind, encoded
from tests.server.rfc9474 import VECTORS


@pytest.mark.parametrize("vector", VECTORS.values(), ids=list(VECTORS))
def test_a_device_blinds_and_unblinds_as_the_rfc_does(vector):
    chosen = {"salt": vector.bytes("salt"), "mask": pow(vector.number("inv"), -1, vector.number("n"))}
    if vector.bytes("msg_prefix"):
        blinding = blind(vector.public_pem, vector.bytes("msg"), prefix=vector.bytes("msg_prefix"), **chosen)
        assert blinding.prepared == vector.bytes("input_msg")
        assert blinding.request == vector.bytes("blinded_msg")
        assert blinding.inverse == vector.number("inv")
        assert blinding.finished(vector.bytes("blind_sig")) == vector.bytes("sig")
    n = vector.number("n")
    block = int.from_bytes(encoded(vector.bytes("input_msg"), n.bit_length() - 1, vector.bytes("salt")))
    assert block * pow(chosen["mask"], vector.number("e"), n) % n == vector.number("blinded_msg")


def test_two_blindings_of_one_message_share_nothing_and_either_can_be_signed():
    public, private = new_keys()
    one, other = blind(public, b"dots"), blind(public, b"dots")
    assert len({one.prepared, other.prepared}) == len({one.request, other.request}) == 2
    signed = [each.finished(sign(read_key(private), each.request)) for each in (one, other)]
    assert len(set(signed)) == 2


def test_what_is_no_signature_is_not_taken():
    public, private = new_keys()
    blinding = blind(public, b"dots")
    answer = sign(read_key(private), blinding.request)
    for wrong in (answer[:-1], answer + b"\x00", bytes(len(answer)), blind(public, b"dots").request):
        with pytest.raises(ValueError, match="no signature"):
            blinding.finished(wrong)
