"""What a page receives: every frame of its sockets, the body of every answer, and what stands on it; what it sends."""

import json
import re

from playwright.sync_api import Error

from server.veil import unveiled

VEILED = re.compile(r'"([A-Za-z0-9+/=]{500,})"')


class Ears:
    """Listens from the first request on; make it before the page goes anywhere."""

    def __init__(self, page):
        self.page = page
        self._frames, self._answers, self._bodies = [], [], []
        page.on("websocket", self._open)
        page.on("response", self._answer)

    def _open(self, socket):
        socket.on("framereceived", self._frame)

    def _frame(self, payload):
        self._frames.append(payload.encode() if isinstance(payload, str) else payload)

    def _answer(self, answer):
        self._answers.append(answer)

    def _read(self):
        while self._answers:
            try:
                self._bodies.append(self._answers.pop().body())
            except Error:
                continue  # it has no body: a redirect, or a page that was left before it came

    def heard(self):
        """Everything so far, as bytes. Frames without words are no frames: a deaf ear would prove nothing."""
        self._read()
        assert sum(map(len, self._frames)) > 500
        return b"\n".join([*self._frames, *self._bodies, self.page.content().encode()])

    def has_heard(self, text):
        return text.encode() in self.heard()


class Mouth:
    """All that a page sends, from the first request on, and what is under the veil over it (server/veil.py); make it
    before the page goes anywhere."""

    def __init__(self, page):
        self._sent = []
        page.on("websocket", lambda socket: socket.on("framesent", self._frame))
        page.on("request", self._request)

    def _frame(self, payload):
        self._sent.append(payload.encode() if isinstance(payload, str) else payload)
        self._sent += [json.dumps(unveiled(one), ensure_ascii=False).encode() for one in VEILED.findall(str(payload))]

    def _request(self, request):
        self._sent += [request.url.encode(), request.post_data_buffer or b"", str(request.headers).encode()]

    def said(self):
        """Everything so far, as bytes."""
        return b"\n".join(self._sent)
