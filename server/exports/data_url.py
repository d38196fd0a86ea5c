"""A picture as an address that holds it, for documents in one file."""

import base64

from server.pictures import media_type


def data_url(body: bytes) -> str:
    """The picture in these bytes, as a `data:` address."""
    return f"data:{media_type(body)};base64,{base64.b64encode(body).decode()}"
