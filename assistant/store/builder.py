"""Documents to rows of tables, one document after another, so that few are held at once."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from ..answering import KeepingReader
from ..corpus import Dropped, split
from ..lexicon import Lexicon, declared_role
from ..records import Document, Passage
from . import coding
from .columns import Column, Ragged, ends_of

# Characters of documents that are held as they are until they are indexed; others are read again
# from how they are written, so that memory does not grow with the collection.
HELD = 16_000_000


def digest(text: str) -> bytes:
    """Give 8 bytes that tell a text from any other."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


@lru_cache(maxsize=10_000)
def mark(name: str) -> int:
    """Give a number that tells a name from any other, the same on every machine; 0 for none."""
    return int.from_bytes(digest(name), "little", signed=True) if name else 0


@dataclass(slots=True)
class _Bytes:
    """Byte strings put one after another; ``ends`` begins with a 0."""

    data: bytearray = field(default_factory=bytearray)
    ends: array[int] = field(default_factory=lambda: array("q", [0]))

    def add(self, raw: bytes) -> None:
        self.data += raw
        self.ends.append(len(self.data))

    def item(self, at: int) -> bytes:
        return bytes(self.data[self.ends[at] : self.ends[at + 1]])

    def column(self) -> Ragged:
        return Ragged(np.array(self.ends, np.int64), np.frombuffer(self.data, np.uint8))


@dataclass(slots=True)
class _Words:
    """Words by numbers in the order they are met, and where they occur."""

    numbers: dict[str, int] = field(default_factory=dict)
    data: array[int] = field(default_factory=lambda: array("i"))
    lengths: array[int] = field(default_factory=lambda: array("q"))

    def add(self, words: Sequence[str]) -> None:
        known = self.numbers
        self.data.extend([known.setdefault(word, len(known)) for word in words])
        self.lengths.append(len(words))

    def column(self) -> Ragged:
        return Ragged(ends_of(self.lengths), np.frombuffer(self.data, np.int32))


class Builder:
    """Takes documents in, and then indexes them, which gives the columns of their rows.

    Tables begin with what a row is: a document, a passage, a statement of pay
    or of employment. A document tells how many of each it has.
    """

    def __init__(self) -> None:
        self._texts = {name: _Bytes() for name in DOCUMENT}
        self._counts = {name: array("q") for name in COUNTS}
        self._spans = array("q")
        self._units, self._paid, self._forecasts = _Bytes(), _Bytes(), _Bytes()
        self._payees, self._profiled = array("q"), array("q")
        self._stems, self._words = _Words(), _Words()
        self._mentions = _Bytes()
        self._about, self._abouts, self._tells = array("q"), array("q"), array("b")
        self._taken: dict[int, Document] = {}
        self._left = HELD

    def __len__(self) -> int:
        return len(self._texts["document.id"].ends) - 1

    def take(self, document: Document, dropped: tuple[Dropped, ...]) -> None:
        """Take in a document."""
        head = coding.head(document)
        role, profile = declared_role(document.id, document.details), document.profile
        own = (
            document.id.encode("utf-8", "surrogatepass"),
            coding.encoded(head),
            coding.encoded(coding.blocks_packed(document.blocks)),
            coding.encoded(coding.dropped_packed(dropped)),
            document.text.encode("utf-8", "surrogatepass"),
            coding.encoded(coding.structured(role)) if role else b"",
            coding.encoded(coding.structured(profile)) if profile else b"",
        )
        if self._left > 0:
            self._taken[len(self)] = document
            self._left -= len(document.text)
        for name, raw in zip(DOCUMENT, own, strict=True):
            self._texts[name].add(raw)

    def role(self, at: int) -> bytes:
        """Give the role that a document declares, as written; nothing for none."""
        return self._texts["document.role"].item(at)

    def index(self, lexicon: Lexicon) -> None:
        """Split and index what was taken in, once all the roles that there are are known."""
        reader = KeepingReader(lexicon)
        columns = {name: texts.column() for name, texts in self._texts.items()}
        for at in range(len(self)):
            document = self._taken.pop(at, None)
            if document is None:
                raw = {name.partition(".")[2]: columns[name].raw(at) for name in DOCUMENT}
                document = coding.document(raw)
            reader.open(document)
            profile = document.profile
            role = lexicon.role_of(document.id, profile.role) if profile else ""
            self._profiled.append(mark(role))
            passages = split(document, len(self._spans) // 4)
            self._add_passages(document, passages, reader)
            self._add_statements(passages, reader)

    def _add_statements(self, passages: Sequence[Passage], reader: KeepingReader) -> None:
        """Keep what the passages of a document state of pay and employment."""
        paid, forecasts = reader.salaries(passages), reader.forecasts(passages)
        for record in forecasts:
            self._forecasts.add(coding.encoded(record))
        for role, record in paid:
            self._payees.append(mark(role))
            self._paid.add(coding.encoded(record))
        for name, count in zip(COUNTS, map(len, (passages, paid, forecasts)), strict=True):
            self._counts[name].append(count)

    def _add_passages(
        self, document: Document, passages: Sequence[Passage], reader: KeepingReader
    ) -> None:
        """Index the passages of a document, and keep the words that they say."""
        size, done, end = _sizes(document.text), 0, 0
        words: set[str] = set()
        for passage in passages:
            first = end + size(done, passage.start)
            done, end = passage.end, first + size(passage.start, passage.end)
            self._spans.extend((passage.start, passage.end, first, end))
            words |= self._add_passage(passage, reader)
        self._words.add(sorted(words))

    def _add_passage(self, passage: Passage, reader: KeepingReader) -> set[str]:
        """Index a passage and what its units mention, and give the words that it says."""
        read = reader.read(passage)
        roles, tells = reader.standing(passage)
        self._units.add(coding.encoded(coding.passage_packed(passage)))
        self._stems.add(reader.terms(passage, read))
        self._mentions.add(coding.encoded(reader.mentions(passage)))
        self._about.extend(map(mark, roles))
        self._abouts.append(len(roles))
        self._tells.append(tells)
        return {word.lower for word in read.words}

    def vocabularies(self) -> tuple[list[str], list[str]]:
        """Give the stems of the passages and the words of the documents, by number."""
        return list(self._stems.numbers), list(self._words.numbers)

    def columns(self) -> dict[str, Column]:
        """Give the rows taken in so far."""
        counts = {name: np.array(values, np.int64) for name, values in self._counts.items()}
        return {
            **{name: texts.column() for name, texts in self._texts.items()},
            **counts,
            "document.words": self._words.column(),
            "passage.span": np.array(self._spans, np.int64).reshape(-1, 4),
            "passage.units": self._units.column(),
            "passage.stems": self._stems.column(),
            "passage.mentions": self._mentions.column(),
            "passage.about": Ragged(ends_of(self._abouts), np.array(self._about, np.int64)),
            "passage.tells": np.array(self._tells, np.int8),
            "salary.record": self._paid.column(),
            "forecast.record": self._forecasts.column(),
            "salary.role": np.array(self._payees, np.int64),
            "document.profiled": np.array(self._profiled, np.int64),
        }


DOCUMENT = (
    "document.id",
    "document.head",
    "document.blocks",
    "document.dropped",
    "document.text",
    "document.role",
    "document.profile",
)
COUNTS = ("document.passages", "document.salaries", "document.forecasts")


def _sizes(text: str) -> Callable[[int, int], int]:
    """Give a function that tells how many bytes a span of a text takes."""
    if text.isascii():
        return lambda start, end: end - start
    return lambda start, end: len(text[start:end].encode("utf-8", "surrogatepass"))
