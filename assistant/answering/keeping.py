"""What the answering reads of a whole collection, read once on indexing and kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any, Protocol

from ..lexicon import Lexicon
from ..money import MoneyReader
from ..records import Document, Passage
from .salaries import Paid, Salary, SalaryReader
from .views import Viewer

# Passages whose subjects tell which roles a collection is about.
SAMPLE = 2_000
_DIGIT = re.compile(r"\d")
_FIELDS = tuple(field.name for field in fields(Salary))
# Where a statement of pay stands: its passage in the document, its unit in the passage.
Record = list[Any]


class Kept(Protocol):
    """What is known of a collection without reading its passages."""

    @property
    def subjects(self) -> Mapping[str, int]:
        """Give how many of a sample of passages are about each role."""
        ...

    def salaries(self, roles: Sequence[str] = ()) -> Sequence[Paid]:
        """Give the statements of pay of some roles, of all by default, in order."""
        ...


class InMemory:
    """Reads what is to be known when it is first asked for, which a small collection allows."""

    def __init__(self, passages: Sequence[Passage], reader: SalaryReader, viewer: Viewer) -> None:
        self._passages, self._reader, self._viewer = passages, reader, viewer
        self._paid: tuple[Paid, ...] | None = None
        self._subjects: Mapping[str, int] | None = None

    @property
    def subjects(self) -> Mapping[str, int]:
        """Give how many of a sample of passages are about each role."""
        if self._subjects is None:
            self._subjects = subjects(self._passages, self._viewer)
        return self._subjects

    def salaries(self, roles: Sequence[str] = ()) -> Sequence[Paid]:
        """Give the statements of pay of some roles, of all by default, in order."""
        if self._paid is None:
            self._paid = self._reader.read(self._passages)
        return tuple(p for p in self._paid if p.salary.role in roles) if roles else self._paid


def subjects(passages: Sequence[Passage], viewer: Viewer) -> Mapping[str, int]:
    """Count the roles that passages are about, of a sample from the whole collection."""
    counts: Counter[str] = Counter()
    stride = -(-len(passages) // SAMPLE)
    for number in range(0, len(passages), max(1, stride)):
        counts.update(sorted(viewer.subject(passages[number])))
    return dict(counts.most_common())


class SalaryWriter:
    """Reads the statements of pay of one document after another, as records to keep."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._document: dict[str, Document] = {}
        self._money = MoneyReader(lexicon.money)
        viewer = Viewer(lexicon, self._document)
        self._reader = SalaryReader(lexicon, viewer, self._money, self._document)

    def read(self, document: Document, passages: Sequence[Passage]) -> list[tuple[str, Record]]:
        """Give the role and the record of each statement of pay in a document's passages.

        Passages of one writer must have different numbers.
        """
        self._document.clear()
        self._document[document.id] = document
        found = []
        for at, passage in enumerate(passages):
            # A unit holds no amount that its passage does not hold.
            if not _DIGIT.search(passage.text) or not self._money.read(passage.text):
                continue
            units = [(unit.start, unit.end) for unit in passage.units]
            for paid in self._reader.read([passage]):
                salary = paid.salary
                unit = units.index((salary.start, salary.end))
                values = [getattr(salary, name) for name in _FIELDS]
                found.append((salary.role, [at, unit, paid.row, *values]))
        return found


def paid_of(record: Record, passage: Callable[[int], Passage], viewer: Viewer) -> Paid:
    """Make a statement of pay from its record; ``passage`` gives those of its document."""
    at, unit, row, *values = record
    salary = Salary(**dict(zip(_FIELDS, values, strict=True)))
    return Paid(salary, row, lambda: viewer.views(passage(at))[unit])
