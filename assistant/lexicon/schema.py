"""What an entry of each data file must and may hold; anything else is told plainly."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import LexiconError

_TEXTS = "a list of texts"
_KINDS: dict[str, type | tuple[type, ...]] = {
    "a text": str,
    "a number": (int, float),
    "true or false": bool,
}
_NAMED = {"id": "a text", "name": "a text"}
_ENTITY = {"aliases": _TEXTS, "cased": _TEXTS, "related": _TEXTS, "ambiguous": "true or false"}
_ENTITY |= dict.fromkeys(("within", "currency", "plural", "article", "kind"), "a text")
# For each file and table: what an entry must hold, and what it may hold besides.
_SHAPES: dict[tuple[str, str], tuple[dict[str, str], dict[str, str]]] = {
    ("roles.toml", "role"): (_NAMED, _ENTITY),
    ("places.toml", "place"): (_NAMED, _ENTITY),
    ("employers.toml", "employer"): (_NAMED, _ENTITY),
    ("fields.toml", "field"): ({"role": "a text", "names": _TEXTS}, {"people": _TEXTS}),
    ("facets.toml", "facet"): (
        {"id": "a text"},
        {"name": "a text", "wants": "a text", "ask": "a text", "strict": "true or false"}
        | dict.fromkeys(("asks", "headings", "words", "like"), _TEXTS),
    ),
    ("synonyms.toml", "group"): (
        {},
        {"words": _TEXTS, "asked": _TEXTS, "said": _TEXTS, "weight": "a number"},
    ),
    ("everyday.toml", "group"): ({}, {"asked": _TEXTS, "said": _TEXTS, "weight": "a number"}),
    ("matters.toml", "matter"): ({"name": "a text", "words": _TEXTS}, {}),
    ("opposites.toml", "pair"): ({"one": _TEXTS, "other": _TEXTS}, {}),
    ("currencies.toml", "currency"): (
        {"code": "a text"},
        {"symbols": _TEXTS, "words": _TEXTS, "place": "a text", "name": "a text"},
    ),
    ("currencies.toml", "multiplier"): ({"words": _TEXTS, "factor": "a number"}, {"id": "a text"}),
    ("currencies.toml", "period"): ({"id": "a text", "words": _TEXTS}, {}),
    ("currencies.toml", "statistic"): ({"id": "a text", "words": _TEXTS}, {}),
    ("currencies.toml", "basis"): ({"id": "a text", "words": _TEXTS}, {}),
    ("currencies.toml", "level"): ({"id": "a text", "words": _TEXTS}, {}),
    ("smalltalk.toml", "kind"): ({"id": "a text", "phrases": _TEXTS, "reply": "a text"}, {}),
    ("smalltalk.toml", "distress"): ({"level": "a text", "cues": _TEXTS, "reply": "a text"}, {}),
    ("languages.toml", "language"): ({"name": "a text"}, {"id": "a text", "words": _TEXTS}),
    ("languages.toml", "script"): ({"name": "a text", "script": "a text"}, {"id": "a text"}),
}


def check_table(path: Path, key: str, found: object) -> None:
    """Raise ``LexiconError``, naming file, entry and key, where a table is not as it must be."""
    if not isinstance(found, list):
        raise LexiconError(f"{path}: write [[{key}]] with double brackets before each entry")
    needed, allowed = _SHAPES.get((path.name, key), ({}, {}))
    for number, entry in enumerate(found, start=1):
        name = entry.get("id") or entry.get("name") or entry.get("code")
        called = f" ({name!r})" if name else ""
        _check_entry(f"{path}: entry {number} of [[{key}]]{called}", entry, needed, allowed)


def _check_entry(
    place: str, entry: Mapping[str, Any], needed: Mapping[str, str], allowed: Mapping[str, str]
) -> None:
    for key in needed:
        if key not in entry:
            raise LexiconError(f"{place} lacks '{key}'; add it")
    for key, kind in {**needed, **allowed}.items():
        if key in entry and not _is(entry[key], kind):
            raise LexiconError(f"{place}: '{key}' must be {kind}, not {entry[key]!r}")


def _is(value: object, kind: str) -> bool:
    if kind == _TEXTS:
        return isinstance(value, list) and all(isinstance(v, str) for v in value)
    if kind == "a number" and isinstance(value, bool):
        return False
    return isinstance(value, _KINDS[kind])


def check_words(path: Path, found: object) -> None:
    """Raise ``LexiconError`` where a table of words is not one text for each word."""
    if not isinstance(found, dict):
        raise LexiconError(f"{path}: write [words] on a line before the words")
    for word, meant in found.items():
        if not isinstance(meant, str):
            raise LexiconError(f"{path}: '{word}' must be a text, not {meant!r}")
