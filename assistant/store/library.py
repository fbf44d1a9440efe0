"""An open index: documents, passages and what is known of them, each read when it is needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from ..answering import Kept
from ..corpus import Collection, Dropped, Skipped
from ..index import Matrix, MatrixIndex, Searcher
from ..lexicon import Declared
from ..records import Document, Passage
from . import coding
from .disk import Saved
from .known import Known
from .rows import Rows
from .vocabulary import SortedWords

# Documents and passages that are kept ready.
DOCUMENTS, PASSAGES = 256, 8_192


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
