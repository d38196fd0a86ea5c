"""What else a server lets out, besides what it sends to people: its log, its process, its files' names, its errors."""

from pathlib import Path

import requests

PAGES = ("/healthz", "/readyz", "/metrics", "/api/openapi.json", "/nowhere", "/api/workshops/nowhere", "/w/{id}")
FORMS = ("/api/join", "/api/workshops", "/api/workshops/{id}/facilitators", "/api/workshops/{id}/seats")


def outlets(server, workshop):
    """All of it as bytes, by what it is."""
    process = Path(f"/proc/{server.pid}")
    found = {
        "log": server.log().encode() + server.said.encode(),
        "process list": (process / "cmdline").read_bytes() + (process / "environ").read_bytes(),
        "threads": b"".join(path.read_bytes() for path in sorted(process.glob("task/*/comm"))),
        "file names": "\n".join(str(path) for path in sorted(server.data.rglob("*"))).encode(),
    }
    for path in PAGES:
        reply = requests.get(server.url + path.format(id=workshop), timeout=10)
        found[path] = reply.content + str(reply.headers).encode()
    for path in FORMS:
        reply = requests.post(server.url + path.format(id=workshop), data=b"{", timeout=10)
        found[f"error of {path}"] = reply.content + str(reply.headers).encode()
    return found
