"""Records as JSON and back, exactly; front matter may hold dates and other things of YAML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, get_args, get_origin, get_type_hints

from ..corpus import Dropped
from ..figures import Profile
from ..records import Block, Document, Note, Passage, Unit

_BLOCKS = ("heading", "paragraph", "item", "row")
_UNITS = ("heading", "sentence", "item", "row")
# Level, cells, header and phrasings of most units.
_USUAL: tuple[Any, ...] = (0, (), (), ())
# The only key of an object that stands for something JSON does not have.
_MARK = "\0"


def encoded(value: object) -> bytes:
    """Write plain data as JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def decoded(raw: bytes) -> Any:
    """Read what ``encoded`` wrote."""
    return json.loads(raw.decode("utf-8", "surrogatepass"))


def packed(value: object) -> object:
    """Make the values of front matter plain data.

    >>> unpacked(packed({"on": date(2024, 5, 1), 3: ["a"]}))
    {'on': datetime.date(2024, 5, 1), 3: ['a']}
    """
    if isinstance(value, Mapping):
        if all(isinstance(key, str) and key != _MARK for key in value):
            return {key: packed(held) for key, held in value.items()}
        return {_MARK: ["map", [[packed(key), packed(held)] for key, held in value.items()]]}
    if isinstance(value, list):
        return [packed(held) for held in value]
    if isinstance(value, datetime):
        return {_MARK: ["datetime", value.isoformat()]}
    if isinstance(value, date):
        return {_MARK: ["date", value.isoformat()]}
    if isinstance(value, bytes):
        return {_MARK: ["bytes", value.hex()]}
    if isinstance(value, tuple | set | frozenset):
        return {_MARK: [type(value).__name__, [packed(held) for held in value]]}
    return value


def unpacked(value: object) -> Any:
    """Give back the values that ``packed`` made plain."""
    if isinstance(value, list):
        return [unpacked(held) for held in value]
    if not isinstance(value, dict):
        return value
    if _MARK not in value:
        return {key: unpacked(held) for key, held in value.items()}
    kind, held = value[_MARK]
    if kind == "map":
        return {unpacked(key): unpacked(own) for key, own in held}
    if kind in ("tuple", "set", "frozenset"):
        makers = {"tuple": tuple, "set": set, "frozenset": frozenset}
        return makers[kind](unpacked(own) for own in held)
    if kind == "bytes":
        return bytes.fromhex(held)
    return datetime.fromisoformat(held) if kind == "datetime" else date.fromisoformat(held)


def source(head: bytes) -> str:
    """Give where a document comes from, out of its ``head`` as written."""
    return str(decoded(head)[1])


def head(document: Document) -> object:
    """Make what stands above a document's text plain data."""
    return [document.title, document.source, packed(document.details), document.notes]


def document(raw: Mapping[str, bytes], same_as: tuple[str, ...] = ()) -> Document:
    """Give a document back from its ``DOCUMENT`` parts as written."""
    title, source, held, notes = decoded(raw["head"])
    return Document(
        id=raw["id"].decode("utf-8", "surrogatepass"),
        title=title,
        text=raw["text"].decode("utf-8", "surrogatepass"),
        blocks=blocks_unpacked(decoded(raw["blocks"])),
        source=source,
        details=MappingProxyType(unpacked(held)),
        same_as=same_as,
        profile=profile(raw["profile"]),
        notes=tuple(Note(opening, tuple(phrasings)) for opening, phrasings in notes),
    )


def profile(raw: bytes) -> Profile | None:
    """Give a role's profile back; nothing stands for none."""
    return made(Profile, decoded(raw)) if raw else None


def structured(value: object) -> object:
    """Make a record of records plain data, field by field."""
    if is_dataclass(value) and not isinstance(value, type):
        return [structured(getattr(value, field.name)) for field in fields(value)]
    return [structured(held) for held in value] if isinstance(value, tuple) else value


def made(kind: Any, value: Any) -> Any:
    """Give back a record of a kind that ``structured`` made plain."""
    if isinstance(kind, type) and is_dataclass(kind):
        kinds = _kinds(kind)
        given = (made(own, held) for own, held in zip(kinds.values(), value, strict=True))
        return kind(**dict(zip(kinds, given, strict=True)))
    if get_origin(kind) is tuple:
        own = get_args(kind)
        each = own[:1] * len(value) if own[1:] == (...,) else own
        return tuple(made(k, held) for k, held in zip(each, value, strict=True))
    return value


@lru_cache(maxsize=32)
def _kinds(kind: type) -> dict[str, Any]:
    """Give the kinds of a record's fields by their names."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def blocks_packed(blocks: tuple[Block, ...]) -> object:
    """Make a document's blocks plain data."""
    return [
        [_BLOCKS.index(b.kind), b.start, b.end, b.level, b.cells, int(b.header)] for b in blocks
    ]


def blocks_unpacked(value: Any) -> tuple[Block, ...]:
    """Give a document's blocks back."""
    return tuple(
        Block(_BLOCKS[kind], start, end, level, _spans(cells), bool(header))  # type: ignore[arg-type]
        for kind, start, end, level, cells, header in value
    )


def dropped_packed(dropped: tuple[Dropped, ...]) -> object:
    """Make what cleaning left out plain data."""
    return [[piece.text, piece.reason] for piece in dropped]


def dropped_unpacked(value: Any) -> tuple[Dropped, ...]:
    """Give back what cleaning left out."""
    return tuple(Dropped(text, reason) for text, reason in value)


def passage_packed(passage: Passage) -> object:
    """Make a passage's headings and units plain data; most units are told by three numbers."""
    units: list[list[object]] = []
    for unit in passage.units:
        held: list[object] = [_UNITS.index(unit.kind), unit.start - passage.start]
        held.append(unit.end - unit.start)
        rest = [unit.lead, unit.level, unit.cells, unit.header, unit.phrasings]
        while rest and not rest[-1]:
            rest.pop()
        units.append(held + rest)
    return [passage.headings, units]


def units_unpacked(value: Any, start: int) -> tuple[Unit, ...]:
    """Give the units back of a passage that begins at ``start``."""
    return tuple(_unit(start, *held) for held in value)


def _unit(base: int, kind: int, start: int, length: int, lead: Any = None, *rest: Any) -> Unit:
    first = base + start
    level, cells, header, phrasings = [*rest, *_USUAL[len(rest) :]]
    return Unit(
        _UNITS[kind],  # type: ignore[arg-type]
        first,
        first + length,
        (lead[0], lead[1]) if lead else None,
        level,
        _spans(cells),
        _spans(header),
        tuple(phrasings),
    )


def _spans(value: Any) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in value) if value else ()
