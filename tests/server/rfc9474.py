"""The test vectors of RFC 9474, appendix A: those with a salt, on a key of 4,096 bits. Both languages are tested
against `rfc9474.json`."""

import json
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

PLACE = Path(__file__).with_suffix(".json")


@dataclass(frozen=True)
class Vector:
    """One of them, its numbers and bytes by the names of the RFC."""

    said: dict[str, str]

    def number(self, name: str) -> int:
        return int(self.said[name], 16)

    def bytes(self, name: str) -> bytes:
        return bytes.fromhex(self.said[name])

    @property
    def key(self) -> rsa.RSAPrivateKey:
        n, e, d, p, q = (self.number(name) for name in "nedpq")
        crt = rsa.rsa_crt_dmp1(d, p), rsa.rsa_crt_dmq1(d, q), rsa.rsa_crt_iqmp(p, q)
        return rsa.RSAPrivateNumbers(p, q, d, *crt, rsa.RSAPublicNumbers(e, n)).private_key()

    @property
    def private_pem(self) -> str:
        form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        return self.key.private_bytes(serialization.Encoding.PEM, *form).decode()

    @property
    def public_pem(self) -> str:
        form = serialization.PublicFormat.SubjectPublicKeyInfo
        return self.key.public_key().public_bytes(serialization.Encoding.PEM, form).decode()


VECTORS = {one["name"]: Vector(one) for one in json.loads(PLACE.read_text())}
