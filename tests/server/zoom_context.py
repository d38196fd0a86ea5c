"""What Zoom hands to somebody in a meeting, made as Zoom makes it: the one host whose whole proof a test can make."""

import base64
import hashlib
import json
import secrets
import struct
import time

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

CLIENT, SECRET = "ours", "zoom keeps it"
SETTINGS = {"zoom_client_id": CLIENT, "zoom_client_secret": SECRET}


def context(person, meeting="Monday", role="participant", **more):
    """An app context: base64 of nonce, what is signed only, text and tag, each with its length."""
    now = int(time.time() * 1000)
    said = {"typ": "meeting", "uid": person, "mid": meeting, "attendrole": role, "ts": now, "exp": now + 60_000}
    said |= {"iss": "marketplace.zoom.us", "aud": CLIENT} | more
    nonce = secrets.token_bytes(12)
    both = AESGCM(hashlib.sha256(SECRET.encode()).digest()).encrypt(nonce, json.dumps(said).encode(), b"")
    data = bytes([12]) + nonce + struct.pack("<H", 0) + struct.pack("<i", len(both) - 16) + both
    return base64.urlsafe_b64encode(data).decode()
