"""Taking checked values out of marked front matter, gathering what is wrong as it goes."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Sequence

from .marked import Marked


class Fields:
    """The entries of one mapping; a value that is not as it must be is complained of.

    What is asked for is remembered, so that ``finish`` can tell the keys nobody asked for.
    """

    def __init__(self, node: Marked, complaints: list[str]) -> None:
        self.node = node
        self.line = node.line
        self._complaints = complaints
        self._known: dict[str, None] = {}
        for key in node.repeated:
            self._say(f"line {node.line}: '{self._path(key)}' stands twice; keep one")
        if node.entries is None:
            self.complain(node, "must be a mapping of 'name: value' entries")

    def complain(self, held: Marked, remedy: str) -> None:
        """Say what is wrong with a value: its line, key, value and what to do."""
        self._say(f"line {held.line}: '{held.path}' is {held.shown}: {remedy}")

    def _say(self, complaint: str) -> None:
        if complaint not in self._complaints:
            self._complaints.append(complaint)

    def _path(self, key: str) -> str:
        return f"{self.node.path}.{key}" if self.node.path else key

    def has(self, key: str) -> bool:
        """Tell whether a key is given, with or without a value."""
        return key in (self.node.entries or {})

    def held(self, key: str) -> Marked | None:
        """Give the value of a key, None where it is left out or empty."""
        self._known.setdefault(key)
        held = (self.node.entries or {}).get(key)
        empty = held is None or (held.value is None and held.entries is None and held.items is None)
        return None if empty else held

    def _needed(self, key: str, usual: object) -> Marked | None:
        held = self.held(key)
        if held is None and usual is None and self.node.entries is not None:
            self._say(f"line {self.line}: '{self._path(key)}' is missing: add it")
        return held

    def text(self, key: str, usual: str | None = None) -> str:
        """Give a text; a number or a date is taken as it is written. Needed without ``usual``."""
        held = self._needed(key, usual)
        if held is None:
            return usual or ""
        value = held.value
        if isinstance(value, (datetime.date, datetime.datetime)):
            return value.isoformat()
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return str(value)
        if not isinstance(value, str) or not value.strip():
            self.complain(held, "must be a text; write one, in quotes if need be")
            return ""
        return " ".join(value.split())

    def matching(self, key: str, pattern: re.Pattern[str], what: str) -> str:
        """Give a text that has a form; ``what`` says which."""
        text = self.text(key)
        held = self.held(key)
        if held is not None and text and not pattern.match(text):
            self.complain(held, f"must be {what}")
        return text

    def choice(self, key: str, known: Sequence[str], usual: str | None = None) -> str:
        """Give one of the known texts."""
        text = self.text(key, usual)
        held = self.held(key)
        if held is not None and text and text not in known:
            self.complain(held, f"must be one of {', '.join(known)}")
        return text

    def number(
        self,
        key: str,
        usual: float | None = None,
        *,
        least: float | None = None,
        most: float | None = None,
    ) -> float:
        """Give a number between two ends; a text that looks like one is refused."""
        held = self._needed(key, usual)
        if held is None:
            return usual or 0.0
        value = held.value
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self.complain(held, "must be a number; write it without quotes, commas and currency")
            return 0.0
        low, high = (-math.inf if least is None else least), (math.inf if most is None else most)
        if not (math.isfinite(value) and low <= value <= high):
            ends = f"{low:g} or more" if most is None else f"from {low:g} to {high:g}"
            self.complain(held, f"must be a number, {ends}")
            return 0.0
        return float(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts, () where there is none."""
        held = self.held(key)
        if held is None:
            return ()
        if held.items is None:
            self.complain(held, "must be a list; write [one, another]")
            return ()
        found = []
        for item in held:
            if isinstance(item.value, str) and item.value.strip():
                found.append(" ".join(item.value.split()))
            else:
                self.complain(item, "must be a text; write one, in quotes if need be")
        return tuple(found)

    def all(self, key: str) -> tuple[Marked, ...]:
        """Give the items of a list as they stand."""
        held = self.held(key)
        return held.items or () if held is not None else ()

    def records(self, key: str) -> tuple[Fields, ...]:
        """Give the records of a list, () where there is none."""
        held = self.held(key)
        if held is not None and held.items is None:
            self.complain(held, "must be a list of records; begin each with '- '")
        return tuple(Fields(item, self._complaints) for item in self.all(key))

    def inner(self, key: str) -> Fields | None:
        """Give the entries of a mapping within this one."""
        held = self.held(key)
        return Fields(held, self._complaints) if held is not None else None

    def finish(self, *others: str) -> None:
        """Complain of keys that nobody asked for and that are none of the others."""
        known = (*self._known, *others)
        for key, held in (self.node.entries or {}).items():
            if key not in known:
                self.complain(held, f"is no key of a profile here; known are {', '.join(known)}")
