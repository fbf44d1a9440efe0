"""What the answering reads of a whole collection, read once on indexing and kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any, Protocol

from ..figures import Profile
from ..index import indexed_terms
from ..lexicon import Lexicon
from ..money import MoneyReader
from ..records import Document, Passage
from .forecasts import Forecast, read_forecasts
from .home import stands, subjects_of
from .reading import Mentions, Reading, TextReader
from .salaries import Paid, Salary, SalaryReader
from .views import View, Viewer

_DIGIT = re.compile(r"\d")
# Passages of which it is remembered how they stand to the roles asked about.
REMEMBERED = 10_000
_FIELDS = tuple(field.name for field in fields(Salary))
# Plain data: a passage's number in its document, a unit's in the passage, and what it states.
Record = list[Any]


class Kept(Protocol):
    """What is known of a collection without reading its passages.

    Statements are given in the order of the passages; the viewer works out what is cited.
    """

    @property
    def profiles(self) -> Mapping[str, Profile]:
        """Give the roles' profiles by the documents' ids."""
        ...

    def source_of(self, document: str) -> str:
        """Tell in words where a document comes from, "" when that is unknown."""
        ...

    def mentions(self, passage: Passage, lexicon: Lexicon) -> Sequence[Mentions] | None:
        """Give what each unit of a passage mentions; None where it has to be read."""
        ...

    def stands(self, number: int, roles: frozenset[str], viewer: Viewer) -> tuple[bool, bool]:
        """Tell whether a passage is about one of the roles or about none, and whether it tells."""
        ...

    def profiled(self, role: str) -> Sequence[str]:
        """Give the ids of the documents that are a role's profile."""
        ...

    def passages_of(self, document: str) -> Sequence[Passage]:
        """Give the passages of a document."""
        ...

    def subjects(self, viewer: Viewer) -> Mapping[str, int]:
        """Give how many of a sample of passages are about each role, most first."""
        ...

    def salaries(self, viewer: Viewer, roles: Sequence[str] = ()) -> Sequence[Paid]:
        """Give the statements of pay of some roles, of all by default."""
        ...

    def forecasts(self, viewer: Viewer) -> Sequence[Forecast]:
        """Give the figures of employment that profiles state."""
        ...


class InMemory:
    """Reads what is to be known when it is first asked for, which a small collection allows."""

    def __init__(
        self, passages: Sequence[Passage], documents: Mapping[str, Document], lexicon: Lexicon
    ) -> None:
        self._passages, self._documents, self._lexicon = passages, documents, lexicon
        self.profiles: Mapping[str, Profile] = profiles_of(documents)
        self._by_document: dict[str, list[Passage]] | None = None
        self._subjects: Mapping[str, int] | None = None
        self._paid: tuple[Paid, ...] | None = None
        self._forecasts: tuple[Forecast, ...] | None = None
        self._stood: dict[tuple[int, frozenset[str]], tuple[bool, bool]] = {}

    def source_of(self, document: str) -> str:
        """Tell in words where a document comes from, "" when that is unknown."""
        held = self._documents.get(document)
        return held.source if held is not None else ""

    def mentions(self, passage: Passage, lexicon: Lexicon) -> None:
        """Give nothing: what is in memory is read."""

    def stands(self, number: int, roles: frozenset[str], viewer: Viewer) -> tuple[bool, bool]:
        """Tell whether a passage is about one of the roles or about none, and whether it tells."""
        key = (number, roles)
        if key not in self._stood:
            if len(self._stood) >= REMEMBERED:
                self._stood.clear()
            self._stood[key] = stands(self._passages[number], roles, viewer)
        return self._stood[key]

    def profiled(self, role: str) -> Sequence[str]:
        """Give the ids of the documents that are a role's profile."""
        held = self._lexicon.role_of
        return [n for n, p in self.profiles.items() if held(n, p.role) == role]

    def passages_of(self, document: str) -> Sequence[Passage]:
        """Give the passages of a document."""
        if self._by_document is None:
            self._by_document = {}
            for passage in self._passages:
                self._by_document.setdefault(passage.document, []).append(passage)
        return self._by_document.get(document, ())

    def subjects(self, viewer: Viewer) -> Mapping[str, int]:
        """Give how many of a sample of passages are about each role, most first."""
        if self._subjects is None:
            self._subjects = subjects_of(self._passages, viewer)
        return self._subjects

    def salaries(self, viewer: Viewer, roles: Sequence[str] = ()) -> Sequence[Paid]:
        """Give the statements of pay of some roles, of all by default."""
        if self._paid is None:
            money = MoneyReader(self._lexicon.money)
            reader = SalaryReader(self._lexicon, viewer, money, self._documents)
            self._paid = reader.read(self._passages)
        return tuple(p for p in self._paid if p.salary.role in roles) if roles else self._paid

    def forecasts(self, viewer: Viewer) -> Sequence[Forecast]:
        """Give the figures of employment that profiles state."""
        if self._forecasts is None:
            given = (self._passages, self._documents, viewer, self._lexicon)
            self._forecasts = read_forecasts(*given)
        return self._forecasts


def profiles_of(documents: Mapping[str, Document]) -> dict[str, Profile]:
    """Give the profiles among documents, by the documents' ids."""
    return {name: d.profile for name, d in documents.items() if d.profile is not None}


class KeepingReader:
    """Reads what is to be kept of one document after another, as records."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._documents: dict[str, Document] = {}
        self._profiles: dict[str, Profile] = {}
        self._money = MoneyReader(lexicon.money)
        self._texts = TextReader(lexicon)
        # Headings stand above many passages.
        self._terms = lru_cache(maxsize=1_000)(lexicon.terms)
        self._mentioned: dict[int, tuple[Mentions, ...]] = {}
        self._viewer = Viewer(lexicon, self._documents, self._profiles, self._mentions)
        self._reader = SalaryReader(lexicon, self._viewer, self._money, self._documents)

    def open(self, document: Document) -> None:
        """Turn to a document; its passages must have numbers that no other's had."""
        self._documents.clear()
        self._documents[document.id] = document
        self._profiles.clear()
        self._profiles |= profiles_of(self._documents)
        self._mentioned.clear()
        self._viewer.forget()

    def read(self, passage: Passage) -> Reading:
        """Read the text of a passage, once for its units, its terms and its words."""
        whole = self._texts.read(passage.text)
        self._mentioned[passage.number] = self._texts.units(passage, whole)
        return whole

    def terms(self, passage: Passage, read: Reading) -> list[str]:
        """Give the terms that a passage is found by, whose text was read."""
        own = self._lexicon.terms_of_document(passage.document)
        return [*indexed_terms(passage, self._terms, read.terms), *own]

    def mentions(self, passage: Passage) -> list[list[Any]]:
        """Give what each unit of a passage that was read mentions, as plain data."""
        return [found.plain() for found in self._mentioned[passage.number]]

    def _mentions(self, passage: Passage, lexicon: Lexicon) -> Sequence[Mentions]:
        return self._mentioned[passage.number]

    def standing(self, passage: Passage) -> tuple[list[str], bool]:
        """Give whom a passage is about, "" for units about nobody, and whether any tells."""
        told = tuple(self._viewer.subjects(passage))
        roles = {role for of in told for role in of.roles or ("",)}
        return sorted(roles), any(of.tells for of in told)

    def salaries(self, passages: Sequence[Passage]) -> list[tuple[str, Record]]:
        """Give the role and the record of each statement of pay in the document's passages."""
        found = []
        for at, passage in enumerate(passages):
            if not self._profiles and not self._holds_money(passage.text):
                continue
            for paid in self._reader.read([passage]):
                values = [getattr(paid.salary, name) for name in _FIELDS]
                unit = _unit(passage, paid.view)
                found.append((paid.salary.role, [at, unit, paid.row, *values]))
        return found

    def _holds_money(self, text: str) -> bool:
        """Tell whether a passage may state an amount: no unit holds one that it does not."""
        return bool(_DIGIT.search(text)) and bool(self._money.read(text))

    def forecasts(self, passages: Sequence[Passage]) -> list[Record]:
        """Give the record of each figure of employment in the document's passages."""
        numbers = {passage.number: at for at, passage in enumerate(passages)}
        held = read_forecasts(passages, self._documents, self._viewer, self._lexicon)
        outlook = [f for profile in self._profiles.values() for f in profile.outlook]
        return [
            [
                numbers[f.view.passage.number],
                _unit(f.view.passage, f.view),
                outlook.index(f.figure),
                f.role,
                f.place,
            ]
            for f in held
        ]


def _unit(passage: Passage, view: View) -> int:
    return passage.units.index(view.unit)


def paid_of(record: Record, passage: Callable[[int], Passage], viewer: Viewer) -> Paid:
    """Make a statement of pay from its record; ``passage`` gives those of its document."""
    at, unit, row, *values = record
    salary = Salary(**dict(zip(_FIELDS, values, strict=True)))
    return Paid(salary, row, lambda: viewer.views(passage(at))[unit])


def forecast_of(
    record: Record, profile: Profile, passage: Callable[[int], Passage], viewer: Viewer
) -> Forecast:
    """Make a figure of employment from its record and the profile that states it."""
    at, unit, figure, role, place = record
    return Forecast(role, place, profile.outlook[figure], lambda: viewer.views(passage(at))[unit])
