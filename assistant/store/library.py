"""An open index: documents, passages and what is known of them, each read when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from ..answering import Forecast, Kept, Paid, Viewer, forecast_of, paid_of
from ..corpus import Collection, Dropped, Skipped
from ..figures import Profile
from ..index import Matrix, MatrixIndex, Searcher
from ..lexicon import Declared
from ..records import Document, Passage
from . import coding
from .builder import mark
from .columns import Array, Ragged, ends_of, table
from .disk import Saved
from .vocabulary import SortedWords

# Documents, passages and statements of pay that are kept ready.
DOCUMENTS, PASSAGES, SALARIES = 256, 8_192, 50_000


COUNTED = ("passages", "salaries", "forecasts")


class Rows:
    """The tables of an index with where each document's rows begin."""

    def __init__(self, saved: Saved) -> None:
        self.table = table(saved.arrays)
        self.first = {name: ends_of(self.fixed(f"document.{name}")) for name in COUNTED}

    def ragged(self, name: str) -> Ragged:
        """Give a column of items."""
        column = self.table[name]
        assert isinstance(column, Ragged)
        return column

    def fixed(self, name: str) -> Array:
        """Give a column of numbers."""
        column = self.table[name]
        assert not isinstance(column, Ragged)
        return column

    def document_of(self, counted: str, number: int) -> int:
        """Give the number of the document that a row belongs to."""
        return int(np.searchsorted(self.first[counted], number, side="right")) - 1

    def record(self, name: str, at: int) -> Any:
        """Give an item that is JSON."""
        return coding.decoded(self.ragged(name).raw(at))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Give the documents' ids, in order."""
        held = self.ragged("document.id")
        text, ends = held.data.tobytes(), held.ends.tolist()
        return tuple(
            text[start:end].decode("utf-8", "surrogatepass")
            for start, end in zip(ends, ends[1:], strict=False)
        )

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Give each document's number by its id."""
        return {name: at for at, name in enumerate(self.names)}


class Documents(Mapping[str, Document]):
    """The documents by id, each read when it is asked for."""

    def __init__(self, rows: Rows, same: Mapping[str, Sequence[str]]) -> None:
        self._rows, self._same = rows, same
        self._read = lru_cache(maxsize=DOCUMENTS)(self._document)

    def __getitem__(self, name: str) -> Document:
        return self._read(self._rows.places[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows.names)

    def __len__(self) -> int:
        return len(self._rows.ragged("document.id"))

    def __contains__(self, name: object) -> bool:
        return name in self._rows.places

    def _document(self, at: int) -> Document:
        raw = {
            name: self._rows.ragged(f"document.{name}").raw(at)
            for name in ("id", "head", "blocks", "text", "profile")
        }
        return coding.document(raw, tuple(self._same.get(self._rows.names[at], ())))


class Drops(Mapping[str, tuple[Dropped, ...]]):
    """What cleaning left out of each document, read when it is asked for."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def __getitem__(self, name: str) -> tuple[Dropped, ...]:
        return coding.dropped_unpacked(
            self._rows.record("document.dropped", self._rows.places[name])
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows.names)

    def __len__(self) -> int:
        return len(self._rows.names)


class Profiles(Mapping[str, Profile]):
    """The roles' profiles by the documents' ids, each read when it is asked for."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._held = rows.ragged("document.profile")
        self._read = lru_cache(maxsize=DOCUMENTS)(self._profile)

    def __getitem__(self, name: str) -> Profile:
        return self._read(name)

    def __contains__(self, name: object) -> bool:
        at = self._rows.places.get(name) if isinstance(name, str) else None
        return at is not None and bool(self._held.ends[at] < self._held.ends[at + 1])

    def __iter__(self) -> Iterator[str]:
        having = np.flatnonzero(np.diff(self._held.ends)).tolist()
        return (self._rows.names[at] for at in having)

    def __len__(self) -> int:
        return int(np.count_nonzero(np.diff(self._held.ends)))

    def _profile(self, name: str) -> Profile:
        found = coding.profile(self._held.raw(self._rows.places[name]))
        if found is None:
            raise KeyError(name)
        return found


class Passages(Sequence[Passage]):
    """The passages in order, each read when it is asked for."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._spans = rows.fixed("passage.span")
        self._read = lru_cache(maxsize=PASSAGES)(self._passage)
        self._title = lru_cache(maxsize=PASSAGES)(self._title_of)

    def __len__(self) -> int:
        return len(self._spans)

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return tuple(self._read(number) for number in range(*at.indices(len(self))))
        number = at + len(self) if at < 0 else at
        if not 0 <= number < len(self):
            raise IndexError(at)
        return self._read(number)

    def _title_of(self, document: int) -> str:
        return str(self._rows.record("document.head", document)[0])

    def _passage(self, number: int) -> Passage:
        rows = self._rows
        document = rows.document_of("passages", number)
        start, end, first, last = self._spans[number].tolist()
        texts = rows.ragged("document.text")
        base = int(texts.ends[document])
        headings, units = rows.record("passage.units", number)
        raw: bytes = texts.data[base + first : base + last].tobytes()
        return Passage(
            number=number,
            document=rows.names[document],
            title=self._title(document),
            headings=tuple(headings),
            start=start,
            end=end,
            text=raw.decode("utf-8", "surrogatepass"),
            units=coding.units_unpacked(units, start),
        )


class Known:
    """What is known of the collection: the roles it is about, pay, and employment."""

    def __init__(self, rows: Rows, passages: Passages, meta: Mapping[str, Any]) -> None:
        self._rows, self._passages = rows, passages
        self._subjects: Mapping[str, int] = meta["subjects"]
        self._profiled = rows.fixed("document.profiled")
        self._profiles = Profiles(rows)
        self._roles = rows.fixed("salary.role")
        self._read = lru_cache(maxsize=SALARIES)(self._paid)
        self._chosen = lru_cache(maxsize=64)(self._of)
        self._forecasts = lru_cache(maxsize=1)(self._all_forecasts)

    @property
    def profiles(self) -> Mapping[str, Profile]:
        """Give the roles' profiles by the documents' ids."""
        return self._profiles

    def profiled(self, role: str) -> Sequence[str]:
        """Give the ids of the documents that are a role's profile."""
        found = np.flatnonzero(self._profiled == mark(role)).tolist()
        return [self._rows.names[at] for at in found]

    def passages_of(self, document: str) -> Sequence[Passage]:
        """Give the passages of a document."""
        at = self._rows.places[document]
        first = self._rows.first["passages"]
        return [self._passages[n] for n in range(int(first[at]), int(first[at + 1]))]

    def subjects(self, viewer: Viewer) -> Mapping[str, int]:
        """Give how many of a sample of passages are about each role, most first."""
        return self._subjects

    def salaries(self, viewer: Viewer, roles: Sequence[str] = ()) -> Sequence[Paid]:
        """Give the statements of pay of some roles, of all by default."""
        return self._chosen(viewer, tuple(roles))

    def forecasts(self, viewer: Viewer) -> Sequence[Forecast]:
        """Give the figures of employment that profiles state."""
        return self._forecasts(viewer)

    def _of(self, viewer: Viewer, roles: tuple[str, ...]) -> Sequence[Paid]:
        chosen: Sequence[int] = range(len(self._roles))
        if roles:
            wanted = [mark(role) for role in roles]
            chosen = np.flatnonzero(np.isin(self._roles, wanted)).tolist()
        return tuple(self._read(viewer, number) for number in chosen)

    def _paid(self, viewer: Viewer, number: int) -> Paid:
        document = self._rows.document_of("salaries", number)
        record = self._rows.record("salary.record", number)
        return paid_of(record, self._passage_of(document), viewer)

    def _all_forecasts(self, viewer: Viewer) -> Sequence[Forecast]:
        found = []
        for number in range(len(self._rows.ragged("forecast.record"))):
            document = self._rows.document_of("forecasts", number)
            profile = self._profiles[self._rows.names[document]]
            record = self._rows.record("forecast.record", number)
            found.append(forecast_of(record, profile, self._passage_of(document), viewer))
        return tuple(found)

    def _passage_of(self, document: int) -> Callable[[int], Passage]:
        base = int(self._rows.first["passages"][document])
        return lambda at: self._passages[base + at]


class Library:
    """Everything an assistant is made from, out of an index."""

    def __init__(self, saved: Saved) -> None:
        meta = saved.meta
        self.rows = Rows(saved)
        self._meta = meta
        self.documents = Documents(self.rows, meta["same_as"])
        self.passages = Passages(self.rows)
        skipped = tuple(Skipped(path, reason) for path, reason in meta["skipped"])
        self.collection = Collection(self.documents, skipped, Drops(self.rows))
        self.roles = tuple(coding.made(Declared, plain) for plain in meta["roles"])

    @cached_property
    def searcher(self) -> Searcher:
        """Give what ranks the passages."""
        fixed = self.rows.fixed
        held = Matrix(
            fixed("matrix.first"),
            fixed("matrix.numbers"),
            fixed("matrix.scores"),
            fixed("matrix.peaks"),
            len(self.passages),
        )
        vocabulary = SortedWords(self.rows.ragged("stems.word"))
        return Searcher(self.passages, MatrixIndex(held, vocabulary))

    @cached_property
    def words(self) -> SortedWords:
        """Give the words that the passages say, in lower case."""
        return SortedWords(self.rows.ragged("words.word"))

    @cached_property
    def known(self) -> Kept:
        """Give what is known of the collection."""
        return Known(self.rows, self.passages, self._meta)
