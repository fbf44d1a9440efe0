"""Finding known words and phrases in a text by their stems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from ..text import Word, words

Value = TypeVar("Value")
# What joins two names that share their last word, and the most words of the first one.
_JOINTS = frozenset({"and", "or", "versus", "vs"})
LONGEST_PART = 3


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A phrase found: what it stands for, which words it covers, where it stands."""

    value: Value
    first: int
    last: int
    start: int
    end: int

    @property
    def size(self) -> int:
        """Give the number of words that the phrase covers."""
        return self.last - self.first + 1


class Phrases(Generic[Value]):
    """A table of phrases that finds them in any text, inflected or not.

    A phrase given with ``cased=True`` is found only as it is written, because in lower case
    it is an ordinary word ("US", "Target"). A table with ``names=True`` holds names, of which
    only the plural is another form: "educators" is "educator", "education" is not.

    >>> table = Phrases([("machine learning engineer", "mle"), ("learning", "study")])
    >>> [m.value for m in table.find(words("Machine-learning engineers keep learning"))]
    ['mle', 'study']
    """

    def __init__(self, entries: Iterable[tuple[str, Value]] = (), *, names: bool = False) -> None:
        self._names = names
        self._table: dict[tuple[str, ...], list[tuple[Value, str]]] = {}
        self._longest: dict[str, int] = {}
        self._keys: dict[Value, tuple[tuple[str, ...], ...]] = {}
        for phrase, value in entries:
            self.add(phrase, value)

    def add(self, phrase: str, value: Value, *, cased: bool = False) -> None:
        """Add a phrase; the same phrase may stand for several values."""
        self.add_key(tuple(map(self._form, words(phrase))), value, phrase if cased else "")

    def add_key(self, key: tuple[str, ...], value: Value, written: str = "") -> None:
        """Add a phrase by its stems; ``written`` is how it must stand, if that matters."""
        if not key:
            return
        self._keys.clear()
        held = self._table.setdefault(key, [])
        entry = (value, written)
        if entry not in held:
            held.append(entry)
        self._longest[key[0]] = max(len(key), self._longest.get(key[0], 0))

    def __contains__(self, key: tuple[str, ...]) -> bool:
        """Tell whether a phrase with exactly these stems is in the table."""
        return key in self._table

    def get(self, key: tuple[str, ...]) -> tuple[Value, ...]:
        """Give what a phrase with exactly these stems stands for."""
        return tuple(value for value, _ in self._table.get(key, ()))

    def keys_of(self, value: Value) -> tuple[tuple[str, ...], ...]:
        """Give the stems of every phrase that stands for a value."""
        if value not in self._keys:
            found = (k for k, held in self._table.items() if any(v == value for v, _ in held))
            self._keys[value] = tuple(found)
        return self._keys[value]

    def _form(self, word: Word) -> str:
        return singular(word.lower) if self._names else word.stem

    def find(self, found: Sequence[Word], text: str = "") -> tuple[Match[Value], ...]:
        """Find the longest phrases, left to right, none overlapping another.

        ``text`` is what the words were read from; without it cased phrases are not found.
        """
        matches: list[Match[Value]] = []
        forms = [self._form(word) for word in found]
        at = 0
        while at < len(found):
            # Most words open no phrase.
            longest = self._at(found, forms, at, text) if forms[at] in self._longest else ()
            matches += longest
            at = longest[0].last + 1 if longest else at + 1
        if self._names and len(found) > 2:
            matches = self._with_shared_heads(matches, found, forms)
        return tuple(matches)

    def _with_shared_heads(
        self, matches: list[Match[Value]], found: Sequence[Word], forms: Sequence[str]
    ) -> list[Match[Value]]:
        """Add names that leave their last word to the next one: "machine learning and data …"."""
        whole: list[Match[Value]] = []
        for match in matches:
            joint, least = match.first - 1, whole[-1].last + 1 if whole else 0
            if joint > least and found[joint].lower in _JOINTS and match.size > 1:
                whole += self._before(found, forms, slice(least, joint), forms[match.last])
            whole.append(match)
        return whole

    def _before(
        self, found: Sequence[Word], forms: Sequence[str], run: slice, head: str
    ) -> Sequence[Match[Value]]:
        """Give the longest name that ends with ``run`` and a word that stands further on."""
        for first in range(max(run.start, run.stop - LONGEST_PART), run.stop):
            held = self._table.get((*forms[first : run.stop], head), ())
            start, end = found[first].start, found[run.stop - 1].end
            if held:
                last = run.stop - 1
                return [Match(v, first, last, start, end) for v, written in held if not written]
        return ()

    def find_all(self, found: Sequence[Word], text: str = "") -> tuple[Match[Value], ...]:
        """Find every phrase, also inside longer ones."""
        forms = [self._form(word) for word in found]
        return tuple(
            match
            for at, form in enumerate(forms)
            if form in self._longest
            for size in range(self._longest[form], 0, -1)
            for match in self._exactly(found, forms, slice(at, at + size), text)
        )

    def _at(
        self, found: Sequence[Word], forms: Sequence[str], at: int, text: str
    ) -> Sequence[Match[Value]]:
        for size in range(self._longest[forms[at]], 0, -1):
            matches = self._exactly(found, forms, slice(at, at + size), text)
            if matches:
                return matches
        return ()

    def _exactly(
        self, found: Sequence[Word], forms: Sequence[str], run: slice, text: str
    ) -> Sequence[Match[Value]]:
        if run.stop > len(found):
            return ()
        held = self._table.get(tuple(forms[run]))
        if not held:
            return ()
        start, end = found[run.start].start, found[run.stop - 1].end
        return tuple(
            Match(value, run.start, run.stop - 1, start, end)
            for value, written in held
            if not written or text[start:end] == written.rstrip(".")
        )


@lru_cache(maxsize=50_000)
def singular(lower: str) -> str:
    """Take the plural's ending off a word, roughly; both forms are treated alike."""
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "xes", "ches", "shes")):
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else lower
