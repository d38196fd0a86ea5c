"""Signing a seat's ballot and checking a ballot that is cast.

Each ballot has an RSA-2048 key of its own, gone when it closes. Until credentials are signed
blind the server signs the nullifier as it is, and the screen says that this links seat and
ballot. The padding has no salt, so that the same request gets the same signature (RFC 9474
has such a variant); a salted one is accepted when a ballot is checked.
"""

import base64
import binascii

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

BITS = 2048


def message(nullifier: str, workshop: str, ballot: str) -> bytes:
    """What is signed: useless for any other ballot."""
    return f"{nullifier}.{workshop}.{ballot}".encode()


def new_keys() -> tuple[str, str]:
    """The public and the private key of one ballot, both PEM. Takes some 100 ms."""
    private = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    public_pem = private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    private_pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return public_pem.decode(), private_pem.decode()


def sign(private_pem: str, what: bytes) -> str:
    """The signature, base64url without padding."""
    key = serialization.load_pem_private_key(private_pem.encode(), None, unsafe_skip_rsa_key_validation=True)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError("a ballot's key is an RSA key")
    pss = padding.PSS(mgf=padding.MGF1(hashes.SHA384()), salt_length=0)
    return base64.urlsafe_b64encode(key.sign(what, pss, hashes.SHA384())).decode().rstrip("=")


def is_signed(public_pem: str, what: bytes, signature: str) -> bool:
    """Whether this ballot's key made the signature."""
    key = serialization.load_pem_public_key(public_pem.encode())
    if not isinstance(key, rsa.RSAPublicKey):
        raise TypeError("a ballot's key is an RSA key")
    pss = padding.PSS(mgf=padding.MGF1(hashes.SHA384()), salt_length=padding.PSS.AUTO)
    try:
        raw = base64.b64decode(signature + "=" * (-len(signature) % 4), altchars=b"-_", validate=True)
        key.verify(raw, what, pss, hashes.SHA384())
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True
