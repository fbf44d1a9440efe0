"""The publishers' tables: which columns are read, by which names, and the rows as read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..errors import ImportFileError
from .datafiles import read_data

_FILE = "tables.toml"
_DASHES = re.compile(r"[‐-―−]")
_BRACKETED = re.compile(r"\[[^\]]*\]")
_SLOT = re.compile(r"\\\{(\w+)\\\}")


@dataclass(frozen=True, slots=True)
class Spec:
    """What ``tables.toml`` says of a table: its files, and its columns by our names for them."""

    id: str
    source: str
    files: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    optional: frozenset[str]
    keep: Mapping[str, tuple[str, ...]]
    needed: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was published: the columns that are read, each value as text.

    ``edition`` orders editions of one table ("30.1", "2025-05", "2024-2034"; "" unknown),
    ``dated`` says when it was published or what it is of; ``notes`` are further facts of the
    file, such as the wage above which none is published.
    """

    id: str
    rows: tuple[Mapping[str, str], ...]
    edition: str = ""
    dated: str = ""
    file: str = ""
    notes: Mapping[str, str] | None = None


@lru_cache(maxsize=1)
def specs() -> tuple[Spec, ...]:
    """Give what is known of every table, in the order of the file."""
    return tuple(
        Spec(
            entry["id"],
            entry["source"],
            tuple(entry["files"]),
            {name: tuple(known) for name, known in entry["columns"].items()},
            frozenset(entry.get("optional", ())),
            {name: tuple(values) for name, values in entry.get("keep", {}).items()},
            bool(entry.get("needed", False)),
        )
        for entry in read_data(_FILE)["table"]
    )


def spec(identifier: str) -> Spec:
    """Give what is known of one table."""
    return next(s for s in specs() if s.id == identifier)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a table stand in a file, and the years that their names hold."""

    places: Mapping[str, int]
    years: Mapping[str, str]
    missing: tuple[str, ...]


def match_columns(wanted: Spec, header: Sequence[str]) -> Columns:
    """Find a table's columns in a heading row by their names.

    >>> match_columns(spec("zone-names"), ["NAME", "Job  Zone"]).places
    {'zone': 1, 'name': 0}
    """
    given = [_plain(name) for name in header]
    places: dict[str, int] = {}
    years: dict[str, str] = {}
    missing: list[str] = []
    # Names that hold most years first: only they tell the first year from the last one.
    for name, known in sorted(wanted.columns.items(), key=lambda c: -max(map(_slots, c[1]))):
        at = _column(known, given, years)
        if at is not None:
            places[name] = at
        elif name not in wanted.optional:
            missing.append(known[0])
    return Columns(places, years, tuple(missing))


def table_rows(
    wanted: Spec, columns: Columns, rows: Sequence[Sequence[str]]
) -> tuple[Mapping[str, str], ...]:
    """Give the rows that are kept, by our names for the columns; what is missing is ""."""
    found = []
    for row in rows:
        held = {
            name: row[at].strip() if at < len(row) else "" for name, at in columns.places.items()
        }
        if any(held.values()) and _kept(wanted, held):
            found.append({name: held.get(name, "") for name in wanted.columns})
    return tuple(found)


def lacking(wanted: Spec, columns: Columns, file: Path, header: Sequence[str]) -> ImportFileError:
    """Say which columns a file lacks and which it has instead."""
    names = ", ".join(f"'{name}'" for name in columns.missing)
    used = set(columns.places.values())
    others = [name for at, name in enumerate(header) if at not in used and name.strip()]
    has = f"; it has {', '.join(others[:12])} besides" if others else ""
    return ImportFileError(
        f"{file} lacks the column {names}{has}. If a column was renamed, add its new name to "
        f"assistant/occupations/{_FILE} under '{wanted.id}'"
    )


def _kept(wanted: Spec, held: Mapping[str, str]) -> bool:
    return all(
        held.get(name, "").casefold() in {v.casefold() for v in values}
        for name, values in wanted.keep.items()
        if name in held
    )


def _column(known: Sequence[str], given: Sequence[str], years: dict[str, str]) -> int | None:
    """Find a column by its names, and note the years that its name holds."""
    for name in known:
        pattern = _pattern(name, years)
        for at, text in enumerate(given):
            match = pattern.fullmatch(text)
            if match:
                for slot, year in match.groupdict().items():
                    years[slot] = max(years.get(slot, ""), year, key=len)
                return at
    return None


def _slots(name: str) -> int:
    return len(_SLOT.findall(re.escape(name)))


def _pattern(name: str, years: Mapping[str, str]) -> re.Pattern[str]:
    """Turn a column's name into a pattern; a year that is known must be that one."""

    def slot(match: re.Match[str]) -> str:
        known = years.get(match[1], "")
        return f"(?P<{match[1]}>" + (rf"(?:\d\d)?{known[-2:]})" if known else r"\d{2,4})")

    return re.compile(_SLOT.sub(slot, re.escape(_plain(name))))


def _plain(name: str) -> str:
    text = _BRACKETED.sub("", _DASHES.sub("-", str(name)))
    return " ".join(text.replace("-", " - ").replace("_", " _ ").casefold().split())
