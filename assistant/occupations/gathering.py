"""Tables to facts: the rows of each occupation put together, and doubtful ones told."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from .datafiles import read_data
from .facts import (
    NOTHING,
    STATISTICS,
    Amount,
    Edition,
    Facts,
    Group,
    Needed,
    Occupation,
    Outlook,
    Rating,
    Task,
    Technology,
    Wages,
)
from .tables import Table

CODE = re.compile(r"\d\d-\d{4}(?:\.\d\d)?$")
_SUPPRESSED = frozenset(("", "*", "**", "—", "-", "~", "n/a"))
_TOP = "#"
_FIGURES = ("jobs", "jobs_then", "change", "openings", "self_employed")
_FOOTNOTE = re.compile(r"\[\d+\]")
_BRACKETS = re.compile(r"(?P<one>[^()]+) \((?P<other>[^()]+)\)$")
_DATE = re.compile(r"(\d\d)/(\d{4})$")

Row = Mapping[str, str]
Rows = Mapping[str, Sequence[Row]]


def gather(tables: Iterable[Table]) -> Facts:
    """Put the rows of all tables together by occupation."""
    return _Gathering({table.id: table for table in tables}).facts()


class _Gathering:
    """The tables by id while their rows are put together."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._tables = tables
        self._faults: Counter[str] = Counter()
        self._rows = {name: self._by_code(table) for name, table in tables.items()}
        self._titles = self._all_titles()
        self._zones = {
            r["zone"]: r["name"].partition(": ")[2] or r["name"] for r in self._all("zone-names")
        }
        self._levels = {r["category"]: r["name"] for r in self._all("education-names")}

    def facts(self) -> Facts:
        """Give the facts of every occupation, in the order of the codes."""
        occupations = tuple(self._occupation(code) for code in sorted(self._titles))
        editions = {
            t.id: Edition(t.edition, t.dated, dict(t.notes or {})) for t in self._tables.values()
        }
        told = tuple(f"{fault} ({n}×)" if n > 1 else fault for fault, n in self._faults.items())
        return Facts(occupations, editions, told)

    def _all(self, table: str) -> tuple[Row, ...]:
        held = self._tables.get(table)
        return held.rows if held else ()

    def _by_code(self, table: Table) -> Rows:
        found: dict[str, list[Row]] = {}
        for row in table.rows:
            code = row.get("code")
            if code is not None and CODE.match(code):
                found.setdefault(code, []).append(row)
            elif code is not None:
                self._faults[f"{table.file}: '{code[:20]}' is no occupation's code"] += 1
        return found

    def _all_titles(self) -> dict[str, str]:
        """Give the title of every occupation: O*NET's, or where it is not imported BLS's."""
        onet = {code: rows[0]["title"] for code, rows in self._rows.get("occupations", {}).items()}
        for name, rows in self._rows.items():
            for code in rows if onet and name not in ("wages", "outlook") else ():
                if code not in onet:
                    file = self._tables[name].file
                    self._faults[f"{file}: the code {code} is not among the occupations"] += 1
        covered = {held for code in onet for held in _wider(code)}
        titles = dict(onet)
        for name in ("wages", "outlook"):
            for code, held in self._rows.get(name, {}).items():
                if code not in covered:
                    titles.setdefault(code, _FOOTNOTE.sub("", held[0]["title"]))
        return titles

    def _of(self, table: str, code: str) -> Sequence[Row]:
        return self._rows.get(table, {}).get(code, ())

    def _occupation(self, code: str) -> Occupation:
        zone = next(iter(self._of("zones", code)), None)
        described = next(iter(self._of("occupations", code)), None)
        related = sorted(self._of("related", code), key=lambda r: _whole(r["place"]))
        return Occupation(
            code,
            self._titles[code],
            described["description"] if described else "",
            tasks=tuple(self._tasks(code)),
            technology=tuple(self._technology(code)),
            skills=self._ratings("skills", code),
            knowledge=self._ratings("knowledge", code),
            needed=tuple(self._needed(code)),
            zone=_whole(zone["zone"]) if zone else 0,
            zone_name=self._zones.get(zone["zone"], "") if zone else "",
            zone_date=_date(zone["date"]) if zone else "",
            related=tuple(r["other"] for r in related if r["tier"].startswith("Primary")),
            titles=tuple(self._called(code)),
            reported=tuple(r["title"] for r in self._of("reported", code)),
            wages=self._wages(code),
            outlook=self._outlook(code),
        )

    def _tasks(self, code: str) -> Iterator[Task]:
        kinds = {"core": "core", "supplemental": "supplemental"}
        rows = sorted(self._of("tasks", code), key=lambda r: r["kind"].casefold() == "supplemental")
        for row in rows:
            yield Task(row["task"], kinds.get(row["kind"].casefold(), ""), _date(row["date"]))

    def _technology(self, code: str) -> list[Technology]:
        found = [
            Technology(r["example"], r["category"], r["hot"] == "Y", r["demand"] == "Y")
            for r in self._of("technology", code)
        ]
        unique = {t.name.casefold(): t for t in reversed(found)}
        return sorted(
            unique.values(), key=lambda t: (not t.in_demand, not t.hot, t.name.casefold())
        )

    def _ratings(self, table: str, code: str) -> tuple[Rating, ...]:
        found = []
        for row in self._of(table, code):
            amount = self._amount(row["value"], table)
            if amount.value is not None and row["suppress"] != "Y":
                found.append(Rating(row["name"], amount.value, _date(row["date"])))
        return tuple(sorted(found, key=lambda r: (-r.value, r.name)))

    def _needed(self, code: str) -> list[Needed]:
        found = []
        for row in self._of("education", code):
            amount = self._amount(row["value"], "education")
            if amount.value and row["suppress"] != "Y":
                level = self._levels.get(row["category"], f"level {row['category']}")
                found.append(Needed(level, amount.value, _date(row["date"])))
        return sorted(found, key=lambda n: (-n.percent, n.level))

    def _called(self, code: str) -> Iterator[str]:
        """Give the other titles, each once; a title with its initials is two."""
        seen: set[str] = set()
        rows = [*self._of("reported", code), *self._of("titles", code)]
        for row in rows:
            for title in (row["title"], row.get("short", "")):
                bracket = _BRACKETS.match(title)
                for name in (bracket["one"], bracket["other"]) if bracket else (title,):
                    name = " ".join(name.split())
                    if name.casefold() not in seen | _SUPPRESSED:
                        seen.add(name.casefold())
                        yield name

    def _group(self, table: str, code: str) -> Group | None:
        """Find the code that a figure of an occupation is published under."""
        rows = self._rows.get(table, {})
        for held in _wider(code):
            if held in rows:
                exact = held == code or (held == code[:7] and code.endswith(".00"))
                return Group(held, _FOOTNOTE.sub("", rows[held][0]["title"]), exact)
        return None

    def _wages(self, code: str) -> Wages | None:
        of = self._group("wages", code)
        if of is None:
            return None
        row = self._of("wages", of.code)[0]
        yearly, hourly = (
            {s: self._amount(row[f"{unit}_{s}"], "wages") for s in STATISTICS} for unit in "ah"
        )
        return Wages(of, yearly, hourly, self._amount(row["employment"], "wages"))

    def _outlook(self, code: str) -> Outlook | None:
        of = self._group("outlook", code)
        if of is None:
            return None
        row = self._of("outlook", of.code)[0]
        amount = {name: self._amount(row[name], "outlook") for name in _FIGURES}
        return Outlook(
            of,
            jobs=_thousands(amount["jobs"]),
            jobs_then=_thousands(amount["jobs_then"]),
            change=amount["change"],
            openings=_thousands(amount["openings"]),
            self_employed=amount["self_employed"],
            entry=_told(row["entry"]),
            experience=_told(row["experience"]),
            training=_told(row["training"]),
        )

    def _amount(self, text: str, table: str) -> Amount:
        """Read a published figure, whether it is a number or a text that holds one."""
        plain = text.strip().replace(",", "").removeprefix("$")
        if plain == _TOP:
            return Amount(top=True)
        if plain.casefold() in _SUPPRESSED:
            return NOTHING
        try:
            value = float(plain)
        except ValueError:
            value = math.nan
        if math.isfinite(value):
            return Amount(value)
        self._faults[f"{self._tables[table].file}: '{text[:20]}' is no number"] += 1
        return NOTHING


def _wider(code: str) -> tuple[str, ...]:
    """Give the codes that an occupation's figures may be published under, nearest first."""
    soc = code[:7]
    merged = _merged().get(soc)
    return (code, soc, *([merged] if merged else []), f"{code[:6]}0")


@lru_cache(maxsize=1)
def _merged() -> Mapping[str, str]:
    """Give the group that each occupation is published in with others."""
    return {soc: group for group, held in read_data("groups.toml").items() for soc in held}


def _told(text: str) -> str:
    """Give a text, "" where a dash stands for it."""
    return "" if text in _SUPPRESSED else text


def _thousands(amount: Amount) -> Amount:
    return Amount(None if amount.value is None else round(amount.value * 1000), amount.top)


def _whole(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _date(text: str) -> str:
    """Write a month as 2023-08."""
    match = _DATE.match(text)
    return f"{match[2]}-{match[1]}" if match else text
