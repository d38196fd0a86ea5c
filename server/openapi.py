"""The OpenAPI description of the HTTP interface, from the same schemas that check it."""

import re
from dataclasses import is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin

from server.api import CALLS, Call
from server.protocol import PROTOCOL_VERSION
from server.wire import Problem, schema_of

_PLAIN = {str: "string", int: "integer", bool: "boolean"}


def _reply_schema(cls: Any) -> dict[str, Any]:  # noqa: ANN401 - any annotation
    """JSON Schema of a reply: what we send is written from the annotations alone."""
    inner = get_args(cls)
    if get_origin(cls) is tuple:
        return {"type": "array", "items": _reply_schema(inner[0])}
    if is_dataclass(cls):
        hints = get_type_hints(cls)
        properties = {name: _reply_schema(hint) for name, hint in hints.items()}
        return {"type": "object", "properties": properties, "required": sorted(hints)}
    if cls in _PLAIN:
        return {"type": _PLAIN[cls]}
    return {"type": "string", "enum": [one.value for one in cls]}


def _json(schema: object) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _operation(call: Call) -> dict[str, Any]:
    reply: dict[str, Any] = {"description": call.what}
    if call.replies is not None:
        schema = _reply_schema(call.replies)
        reply["content"] = _json({"type": "array", "items": schema} if call.many else schema)
    names = re.findall(r"<(\w+)>", call.path)
    parameters = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]
    responses = {
        str(call.status): reply,
        "default": {"description": "Why not", "content": _json(_reply_schema(Problem))},
    }
    operation: dict[str, Any] = {"operationId": call.name, "summary": call.what, "parameters": parameters}
    if call.takes is not None:
        operation["requestBody"] = {"required": True, "content": _json(schema_of(call.takes))}
    if call.raw:
        content = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
        operation["requestBody"] = {"required": True, "content": content}
    return operation | {"responses": responses}


def describe() -> dict[str, Any]:
    """The whole description, OpenAPI 3.1."""
    spec = APISpec("Folkmoot", PROTOCOL_VERSION, "3.1.0", plugins=[MarshmallowPlugin()])
    for call in CALLS:
        path = re.sub(r"<(\w+)>", r"{\1}", call.path)
        spec.path(path, operations={call.method.lower(): _operation(call)})
    described: dict[str, Any] = spec.to_dict()
    return described
