"""The engine for large collections: bm25s' BM25+, a sparse matrix of stems by passages.

Every score is computed once, on indexing, so that a search only adds up; the arrays can be
saved and mapped into memory. bm25s takes the lower bound of BM25+ off all scores; it is put
back here where a stem occurs, which makes them the same as rank_bm25's to 1e-14.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ..errors import CorpusError
from ..records import Slot
from .bm25 import DELTA, NOTHING
from .ranking import NOTED, Posting, Ranker, held

K1, B = 1.5, 0.75
# Stems whose lower bound is put back at a time.
STRIDE = 20_000
# Stems whose place in the matrix is remembered.
KEPT = 20_000


class Vocabulary(Protocol):
    """Stems by number, which is their column of the matrix."""

    def number(self, stem: str) -> int | None:
        """Give a stem's number, None for one that no passage holds."""
        ...

    def beginning(self, letter: str) -> Sequence[str]:
        """Give the stems that begin with a letter."""
        ...


@dataclass(frozen=True, slots=True)
class Matrix:
    """Scores by stem: those of stem ``s`` are at ``first[s]`` to ``first[s + 1]``.

    ``numbers`` are the passages, ascending for each stem, ``scores`` the scores in them and
    ``peaks`` the highest for each stem; ``size`` is the number of passages.
    """

    first: NDArray[np.int64]
    numbers: NDArray[np.int32]
    scores: NDArray[np.float64]
    peaks: NDArray[np.float64]
    size: int


class _Lists(Sequence[list[int]]):
    """The stems of each passage, made into a list only while bm25s looks at it."""

    def __init__(self, stems: NDArray[np.int32], ends: NDArray[np.int64]) -> None:
        self._stems, self._ends = stems, ends

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, at: Any) -> Any:
        return self._stems[self._ends[at] : self._ends[at + 1]].tolist()

    def __iter__(self) -> Iterator[list[int]]:
        ends = self._ends.tolist()
        for start, end in zip(ends, ends[1:], strict=False):
            yield self._stems[start:end].tolist()


def matrix(stems: NDArray[np.int32], ends: NDArray[np.int64], vocabulary: int) -> Matrix:
    """Compute the matrix of a collection.

    ``stems`` holds the numbers of the stems of all passages one after another, repeated as
    they occur; those of passage ``p`` are at ``ends[p]`` to ``ends[p + 1]``. ``vocabulary``
    is how many stems there are, each of which occurs. Raises ``CorpusError`` when there is none.
    """
    from bm25s import BM25

    if not len(stems):
        raise CorpusError(NOTHING)
    engine = BM25(method="bm25+", k1=K1, b=B, delta=DELTA, dtype="float64", csc_backend="numpy")
    built: Any = engine.build_index_from_ids(
        range(vocabulary), _Lists(stems, ends), show_progress=False
    )
    first = np.asarray(built["indptr"], dtype=np.int64)
    scores = np.asarray(built["data"], dtype=np.float64)
    floor = np.asarray(engine.nonoccurrence_array, dtype=np.float64)
    counts = np.diff(first)
    for stem in range(0, vocabulary, STRIDE):
        some = slice(stem, stem + STRIDE)
        start, stop = first[stem], first[min(stem + STRIDE, vocabulary)]
        scores[start:stop] += np.repeat(floor[some], counts[some])
    peaks = np.maximum.reduceat(scores, first[:-1])
    return Matrix(first, np.asarray(built["indices"], dtype=np.int32), scores, peaks, len(ends) - 1)


class MatrixIndex:
    """An index over a matrix, in memory or mapped from a file."""

    def __init__(self, held: Matrix, vocabulary: Vocabulary) -> None:
        self._matrix = held
        self._vocabulary = vocabulary
        self._postings: dict[str, Posting | None] = {}
        self.notes = bool(vocabulary.beginning(NOTED))
        self._ranker = Ranker(self)

    @classmethod
    def of(cls, passages: Iterable[Sequence[str]]) -> MatrixIndex:
        """Index the stems of each passage.

        >>> index = MatrixIndex.of([["engin", "earn"], ["nurs", "care"], ["pilot", "fly"]])
        >>> "nurs" in index, "baker" in index
        (True, False)
        """
        known: dict[str, int] = {}
        ends, numbers = [0], []
        for passage in passages:
            numbers += [known.setdefault(stem, len(known)) for stem in passage]
            ends.append(len(numbers))
        found = matrix(np.array(numbers, np.int32), np.array(ends, np.int64), len(known))
        return cls(found, Numbered(known))

    def __len__(self) -> int:
        return self._matrix.size

    def __contains__(self, stem: str) -> bool:
        """Tell whether any passage holds the stem."""
        return self.says(stem) or (self.notes and self.says(NOTED + stem))

    def says(self, stem: str) -> bool:
        """Tell whether any passage says the stem itself."""
        return self._vocabulary.number(stem) is not None

    def idf(self, stem: str) -> float:
        """Give ln((N + 1) / n), the idf of BM25+; a stem of no passage counts as one of half."""
        count = self._count(stem) + (self._count(NOTED + stem) if self.notes else 0)
        return math.log((len(self) + 1) / (count or 0.5))

    def _count(self, stem: str) -> int:
        """Give the number of passages that say a stem."""
        number = self._vocabulary.number(stem)
        first = self._matrix.first
        return 0 if number is None else int(first[number + 1] - first[number])

    def search(
        self, slots: Sequence[Slot], k: int, among: Iterable[int] | None = None
    ) -> list[tuple[int, float]]:
        """Rank by the sum over the slots of the best variant's score."""
        return self._ranker.rank(slots, k, among)

    def held(self, stems: Iterable[str], numbers: Sequence[int]) -> list[tuple[str, ...]]:
        """Give which of some stems each of some passages holds, sorted."""
        return held(self._ranker.posting, list(stems), numbers)

    def posting(self, stem: str) -> Posting | None:
        """Give a stem's part of the matrix."""
        if stem not in self._postings:
            if len(self._postings) >= KEPT:
                self._postings.clear()
            self._postings[stem] = self._read(stem)
        return self._postings[stem]

    def _read(self, stem: str) -> Posting | None:
        number = self._vocabulary.number(stem)
        if number is None:
            return None
        held = self._matrix
        some = slice(int(held.first[number]), int(held.first[number + 1]))
        return Posting(held.numbers[some], held.scores[some], float(held.peaks[number]))


class Numbered:
    """A vocabulary held in memory."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers

    def number(self, stem: str) -> int | None:
        """Give a stem's number."""
        return self._numbers.get(stem)

    def beginning(self, letter: str) -> Sequence[str]:
        """Give the stems that begin with a letter."""
        return [stem for stem in self._numbers if stem.startswith(letter)]
