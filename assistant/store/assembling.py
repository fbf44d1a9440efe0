"""Rows kept from an earlier index and new ones, put together as a whole index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from ..index import Matrix, matrix
from .columns import Array, Column, Ragged, ends_of, flat, joined, rows
from .vocabulary import SortedWords, merged

# Which rows belong to a document: by the column that counts them.
OWNED = {
    "passage": "document.passages",
    "salary": "document.salaries",
    "forecast": "document.forecasts",
}
# Columns of words, by the vocabulary that their numbers are of.
SPOKEN = {"passage.stems": "stems", "document.words": "words"}


@dataclass(frozen=True, slots=True)
class Source:
    """Rows that documents are taken from, and the vocabularies that their numbers are of."""

    table: Mapping[str, Column]
    vocabularies: Mapping[str, Sequence[str]]
    ends: Mapping[str, NDArray[np.int64]]

    @classmethod
    def of(cls, table: Mapping[str, Column], vocabularies: Mapping[str, Sequence[str]]) -> Source:
        """Count which rows belong to which document."""
        counted = {name: table[column] for name, column in OWNED.items()}
        ends = {n: ends_of(c) for n, c in counted.items() if not isinstance(c, Ragged)}
        return cls(table, vocabularies, ends)


Pick = tuple[int, int]


def assembled(sources: Sequence[Source], picked: Sequence[Pick]) -> dict[str, Array]:
    """Give the arrays of an index of documents that are picked, in this order.

    A pick is the number of a source and of a document in it. Raises ``CorpusError`` when
    they hold no words.
    """
    runs = tuple(_runs(picked))
    table = {name: _taken(name, sources, runs) for name in sources[0].table}
    for name, vocabulary in SPOKEN.items():
        held, moved = _renumbered(sources, runs, name, vocabulary)
        table[name], table[f"{vocabulary}.word"] = moved, held
    stems = table["passage.stems"]
    assert isinstance(stems, Ragged)
    ranked = matrix(stems.data, stems.ends, len(table["stems.word"]))
    return {**flat(table), **_matrix_arrays(ranked)}


def _matrix_arrays(ranked: Matrix) -> dict[str, Array]:
    return {
        "matrix.first": ranked.first,
        "matrix.numbers": ranked.numbers,
        "matrix.scores": ranked.scores,
        "matrix.peaks": ranked.peaks,
    }


Run = tuple[int, int, int]


def _runs(picked: Sequence[Pick]) -> list[Run]:
    """Give neighbouring documents of one source as one run: source, first, behind the last."""
    found = []
    for _, group in groupby(enumerate(picked), lambda pair: (pair[1][0], pair[1][1] - pair[0])):
        held = [pick for _, pick in group]
        found.append((held[0][0], held[0][1], held[-1][1] + 1))
    return found


def _taken(name: str, sources: Sequence[Source], runs: Sequence[Run]) -> Column:
    """Take the rows of a column that belong to runs of documents."""
    taken = [
        rows(sources[source].table[name], *_span(sources[source], name, first, last))
        for source, first, last in runs
    ]
    return joined(taken) if len(taken) != 1 else taken[0]


def _span(source: Source, name: str, first: int, last: int) -> tuple[int, int]:
    """Give which rows of a column belong to documents ``first`` up to ``last``."""
    ends = source.ends.get(name.partition(".")[0])
    return (first, last) if ends is None else (int(ends[first]), int(ends[last]))


def _renumbered(
    sources: Sequence[Source], runs: Sequence[Run], name: str, vocabulary: str
) -> tuple[Ragged, Ragged]:
    """Give the vocabulary of what is taken, and a column of words by its numbers."""
    parts: list[Ragged] = []
    for source, first, last in runs:
        part = rows(sources[source].table[name], *_span(sources[source], name, first, last))
        assert isinstance(part, Ragged)
        parts.append(part)
    of = [source for source, _, _ in runs]
    words = [sources[source].vocabularies[vocabulary] for source in range(len(sources))]
    together = [
        np.concatenate([p.data for p, s in zip(parts, of, strict=True) if s == source] or [_NONE])
        for source in range(len(sources))
    ]
    held, moved = merged(words, together)
    done = [0] * len(sources)
    pieces = []
    for part, source in zip(parts, of, strict=True):
        pieces.append(moved[source][done[source] : done[source] + len(part.data)])
        done[source] += len(part.data)
    lengths = np.concatenate([np.diff(part.ends) for part in parts])
    return held, Ragged(ends_of(lengths), np.concatenate(pieces))


_NONE = np.zeros(0, np.int32)


def vocabularies(table: Mapping[str, Column]) -> dict[str, list[str]]:
    """Read the vocabularies of an index whole."""
    found = {}
    for vocabulary in SPOKEN.values():
        held = table[f"{vocabulary}.word"]
        assert isinstance(held, Ragged)
        found[vocabulary] = SortedWords(held).words()
    return found
