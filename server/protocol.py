"""The protocol in TypeScript, written from the Python dataclasses: names exist once.

`python -m server protocol` writes it to `client/src/protocol.gen.ts`; a test fails when that
file is stale. `PROTOCOL_VERSION` is a hash of the shapes, so it changes when they do.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, asdict, is_dataclass
from dataclasses import fields as dataclass_fields
from enum import StrEnum
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from facilitation.agenda import KIND_LABELS
from facilitation.commands import WIRE
from facilitation.entries import ENTRIES
from facilitation.hats import HATS
from facilitation.refusals import SENTENCES, Refusal
from facilitation.room import COARSE, RoomEntry
from facilitation.shapes import MAX_NAME, MAX_OPTIONS, MAX_TEXT, Many, Range, Text
from server.paper import CAST_BYTES
from server.people_commands import PEOPLE
from server.shapes import Entered
from server.spoken import REPLIES, REQUESTS

HEAD = """\
// Written from the Python dataclasses by `python -m server protocol`. Do not edit.
"""

FIXED = """\
/** What the server answers to an `ask`. `say` is a sentence for the person. */
export type Answer<Data = unknown> =
  | { readonly status: "ok"; readonly data?: Data }
  | { readonly status: "superseded"; readonly code: "superseded"; readonly say: string }
  | {
      readonly status: "refused";
      readonly code: Refusal;
      readonly say: string;
      readonly field?: string;
    };

/** A change of the view from number `from` to number `to`; `room` travels whole. */
export interface PatchFrame {
  readonly from: number;
  readonly to: number;
  readonly set: View;
  readonly gone: readonly string[];
  readonly room?: RoomEntry;
}

/** What an HTTP call replies when it did not do what was asked. */
export interface HttpProblem {
  readonly code: Refusal;
  readonly say: string;
  readonly field?: string;
}

/** A whole view: entries by key (`card:ID`; `workshop`, `clock` and `timing` stand alone). */
export type View = Readonly<Record<string, Entry>>;

/** One entry of a view; which one, the key says. */
export type Entry = Entries[keyof Entries];
"""

_PLAIN: Mapping[Any, str] = {str: "string", int: "number", bool: "boolean", NoneType: "null"}


def _bare(hint: Any) -> Any:  # noqa: ANN401 - any annotation
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _parts(hint: Any) -> Iterable[Any]:  # noqa: ANN401 - any annotation
    """Every class named in an annotation."""
    bare = _bare(hint)
    yield bare
    for inner in get_args(bare):
        if inner is not Ellipsis:
            yield from _parts(inner)


def _type(hint: Any) -> str:  # noqa: ANN401 - any annotation
    bare = _bare(hint)
    if bare in _PLAIN:
        return _PLAIN[bare]
    origin, inner = get_origin(bare), get_args(bare)
    if origin is tuple:
        return f"readonly {_type(inner[0])}[]"
    if origin in (dict, Mapping) and inner[1] is object:
        return "View"
    if origin is not None:
        return f"Readonly<Record<{_type(inner[0])}, {_type(inner[1])}>>"
    name: str = bare.__name__
    return name


def _doc(cls: type[Any], indent: str = "") -> str:
    text = " ".join((cls.__doc__ or "").split()).replace("*/", "* /")
    return f"{indent}/** {text} */\n"


def _fields(cls: type[Any], indent: str) -> str:
    hints = get_type_hints(cls, include_extras=True)
    lines = []
    for one in dataclass_fields(cls):
        # What is asked may leave out what has a default; what is sent never does.
        asked = cls in {*WIRE.values(), *PEOPLE.values(), *REQUESTS.values()}
        may = "?" if asked and one.default is not MISSING else ""
        lines.append(f"{indent}readonly {one.name}{may}: {_type(hints[one.name])};\n")
    return "".join(lines)


def _interface(cls: type[Any]) -> str:
    return f"{_doc(cls)}export interface {cls.__name__} {{\n{_fields(cls, '  ')}}}\n"


def _enum(cls: type[StrEnum]) -> str:
    values = " | ".join(json.dumps(one.value) for one in cls)
    listed = ", ".join(json.dumps(one.value) for one in cls)
    upper = "".join(f"_{c}" if c.isupper() else c.upper() for c in cls.__name__).strip("_")
    return (
        f"{_doc(cls)}export type {cls.__name__} = {values};\n"
        f"export const {upper}: readonly {cls.__name__}[] = [{listed}];\n"
    )


def _map(name: str, classes: Mapping[str, type[Any]], doc: str) -> str:
    lines = "".join(f"  readonly {key}: {cls.__name__};\n" for key, cls in classes.items())
    return f"/** {doc} */\nexport interface {name} {{\n{lines}}}\n"


def _limits() -> dict[str, dict[str, dict[str, int]]]:
    """The bounds of every field that has some, by command or request and by field."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for name, cls in {**WIRE, **PEOPLE, **REQUESTS}.items():
        for field, hint in get_type_hints(cls, include_extras=True).items():
            for shape in get_args(hint)[1:] if get_origin(hint) is Annotated else ():
                if isinstance(shape, Text | Range | Many):
                    found.setdefault(name, {})[field] = asdict(shape)
    return found


def _classes() -> tuple[list[type[StrEnum]], list[type[Any]]]:
    """Every enum and dataclass of the protocol, each once, in a stable order."""
    roots = [*WIRE.values(), *PEOPLE.values(), *ENTRIES.values(), RoomEntry]
    waiting = [*roots, *REQUESTS.values(), *REPLIES.values(), Entered]
    enums: dict[str, type[StrEnum]] = {Refusal.__name__: Refusal}
    found: dict[str, type[Any]] = {}
    while waiting:
        cls = waiting.pop(0)
        if cls.__name__ in found:
            continue
        found[cls.__name__] = cls
        for hint in get_type_hints(cls, include_extras=True).values():
            for part in _parts(hint):
                if isinstance(part, type) and issubclass(part, StrEnum):
                    enums[part.__name__] = part
                elif is_dataclass(part) and isinstance(part, type):
                    waiting.append(part)
    return [enums[name] for name in sorted(enums)], list(found.values())


def _shapes() -> str:
    enums, classes = _classes()
    parts = [_enum(enum) for enum in enums]
    parts += [_interface(cls) for cls in classes]
    parts.append(_map("Commands", WIRE, "The commands about the workshop, by name."))
    parts.append(_map("PeopleCommands", PEOPLE, "The commands about people, by name."))
    parts.append(_map("Entries", ENTRIES, "The entries of a view, by the part before the colon."))
    parts.append(FIXED)
    parts.append(_constant("LIMITS", _limits(), "The bounds of what is sent, by command and field"))
    return "\n".join(parts)


def _constant(name: str, value: object, doc: str) -> str:
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return f"/** {doc}. */\nexport const {name} = {text} as const;\n"


def _words() -> str:
    hats = {hat.value: asdict(help_) for hat, help_ in HATS.items()}
    labels = {kind.value: label for kind, label in KIND_LABELS.items()}
    sentences = {code.value: say for code, say in SENTENCES.items()}
    return "\n".join(
        [
            f"export const MAX_TEXT = {MAX_TEXT};",
            f"export const MAX_NAME = {MAX_NAME};",
            f"export const MAX_OPTIONS = {MAX_OPTIONS};",
            f"export const CAST_BYTES = {CAST_BYTES};",
            f"export const COARSE = {COARSE};\n",
            _constant("HATS", hats, "The hats: label, purpose, what helps and what does not"),
            _constant("KIND_LABELS", labels, "The label of each kind of card"),
            _constant("SENTENCES", sentences, "The sentence of each refusal"),
        ]
    )


def _version(shapes: str) -> str:
    """The hash of the shapes without their comments: a better sentence reloads no client."""
    bare = re.sub(r"/\*\*.*?\*/", "", shapes, flags=re.DOTALL)
    return hashlib.sha256(bare.encode()).hexdigest()[:12]


def render() -> str:
    """The whole of `client/src/protocol.gen.ts`."""
    shapes = _shapes()
    version = f'export const PROTOCOL_VERSION = "{_version(shapes)}";\n'
    return f"{HEAD}\n{version}\n{shapes}\n{_words()}"


PROTOCOL_VERSION = _version(_shapes())
"""Twelve letters that change when a command, an entry or a reply changes its shape."""
