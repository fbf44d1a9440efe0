"""Passages and the index over them, together: what the answering searches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ..errors import AssistantError
from ..records import Hit, Passage, Slot
from ..text import noted_stems, stems
from .bm25 import RankBM25Index
from .interface import Index
from .matrix import MatrixIndex
from .ranking import NOTED

# How often the words of a passage's headings and title count beside those of its text.
# Measured on the development questions: headings say what a section is about, once.
HEADING_WEIGHT = 2
TITLE_WEIGHT = 0
ENGINES: dict[str, Callable[[Iterable[Sequence[str]]], Index]] = {
    "rank-bm25": RankBM25Index,
    "bm25s": MatrixIndex.of,
}
# From so many passages on bm25s takes less time for its import, indexing and a hundred searches
# together (python -m benchmarks.scale --engines).
LARGE = 16_000


Terms = Callable[[str], Sequence[str]]


def _none(_: str) -> Sequence[str]:
    return ()


class Ranked(NamedTuple):
    """A passage found, by its number: its score, and the terms of the question that it holds."""

    number: int
    score: float
    terms: tuple[str, ...]


class Searcher:
    """Ranks the passages of a collection for the slots of a question.

    ``passages`` may be a sequence that gives each passage when it is asked for.
    """

    def __init__(self, passages: Sequence[Passage], index: Index) -> None:
        self.passages = passages
        self.index = index

    @classmethod
    def of(
        cls,
        passages: Sequence[Passage],
        terms_of: Terms = stems,
        engine: str = "auto",
        *,
        of: Terms = _none,
    ) -> Searcher:
        """Index passages with an engine of ``ENGINES``; "auto" chooses by their number.

        ``terms_of`` gives the terms of a text: its stems, and whatever else is to be found
        by; ``of`` those of a document's passages, by its id. Raises ``AssistantError`` for an
        engine that there is not.
        """
        if engine == "auto":
            engine = "rank-bm25" if len(passages) < LARGE else "bm25s"
        if engine not in ENGINES:
            known = ", ".join(("auto", *ENGINES))
            raise AssistantError(f"there is no engine {engine!r}: choose one of {known}")
        held = ([*indexed_terms(p, terms_of), *of(p.document)] for p in passages)
        return cls(tuple(passages), ENGINES[engine](held))

    def search(self, slots: Sequence[Slot], k: int) -> tuple[Hit, ...]:
        """Give the best ``k`` passages with the stems of the question that each holds."""
        return self.hits(self.ranked(slots, k))

    def ranked(self, slots: Sequence[Slot], k: int) -> tuple[Ranked, ...]:
        """Give what ``search`` finds without reading the passages."""
        found = self.index.search(slots, k)
        asked = {stem for slot in slots for v in slot.variants for stem in v.stems}
        terms = self.index.held(asked, [number for number, _ in found])
        return tuple(Ranked(*pair, held) for pair, held in zip(found, terms, strict=True))

    def hits(self, found: Iterable[Ranked]) -> tuple[Hit, ...]:
        """Read passages that were found."""
        return tuple(Hit(self.passages[number], score, terms) for number, score, terms in found)


def indexed_terms(
    passage: Passage, terms_of: Terms = stems, own: Sequence[str] | None = None
) -> list[str]:
    """Give the terms a passage is indexed by: its text, with headings and title weighted.

    ``own`` are those of its text, where they are known. Of the questions that are noted beside
    its sentences each further stem counts once, marked as not said.
    """
    held = list(terms_of(passage.text) if own is None else own)
    for heading in passage.headings:
        held += list(terms_of(heading)) * HEADING_WEIGHT
    noted = frozenset().union(*(noted_stems(u.phrasings) for u in passage.units if u.phrasings))
    held += [NOTED + stem for stem in sorted(noted.difference(held))]
    return held + list(terms_of(passage.title)) * TITLE_WEIGHT if TITLE_WEIGHT else held
