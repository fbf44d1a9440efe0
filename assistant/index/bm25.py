"""The engine for small collections: rank_bm25's BM25Plus.

BM25Plus rather than BM25Okapi, because the latter scores a term that stands in half of the
passages 0, and one that stands in more of them below 0. rank_bm25 adds the lower bound of
BM25+ to every passage, also to those without the term; it is taken off again here, so that
"no match" is exactly 0, as Lv and Zhai (Lower-Bounding Term Frequency Normalization, 2011)
define it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from ..errors import CorpusError
from ..records import Slot
from .ranking import NOTED, Posting, Ranker, held

DELTA = 1.0
NOTHING = "There are no words to index; give documents that hold text"


class RankBM25Index:
    """An index over the stems of each passage, kept in memory.

    >>> from assistant.records import Slot, Variant
    >>> index = RankBM25Index([["engin", "earn"], ["nurs", "care"], ["pilot", "fly"]])
    >>> index.search([Slot("care", "topic", (Variant(("care",)),))], 5)[0][0]
    1
    """

    def __init__(self, passages: Iterable[Sequence[str]]) -> None:
        from rank_bm25 import BM25Plus

        given = [list(passage) for passage in passages]
        if not any(given):
            raise CorpusError(NOTHING)
        self._engine: Any = BM25Plus(given, delta=DELTA)
        self._size = len(given)
        self.notes = any(stem.startswith(NOTED) for stem in self._engine.idf)
        self._postings: dict[str, Posting] = {}
        self._ranker = Ranker(self)

    def __len__(self) -> int:
        return self._size

    def __contains__(self, stem: str) -> bool:
        """Tell whether any passage holds the stem."""
        return self.says(stem) or NOTED + stem in self._engine.idf

    def says(self, stem: str) -> bool:
        """Tell whether any passage says the stem itself."""
        return stem in self._engine.idf

    def idf(self, stem: str) -> float:
        """Give ln((N + 1) / n), the idf of BM25+; a stem of no passage counts as one of half."""
        count = self._count(stem) + self._count(NOTED + stem)
        return math.log((self._size + 1) / (count or 0.5))

    def _count(self, stem: str) -> int:
        """Give the number of passages that say a stem, out of its idf."""
        known = self._engine.idf.get(stem)
        return 0 if known is None else round((self._size + 1) / math.exp(known))

    def search(
        self, slots: Sequence[Slot], k: int, among: Iterable[int] | None = None
    ) -> list[tuple[int, float]]:
        """Rank by the sum over the slots of the best variant's score."""
        return self._ranker.rank(slots, k, among)

    def held(self, stems: Iterable[str], numbers: Sequence[int]) -> list[tuple[str, ...]]:
        """Give which of some stems each of some passages holds, sorted."""
        return held(self._ranker.posting, list(stems), numbers)

    def posting(self, stem: str) -> Posting | None:
        """Give a stem's BM25+ scores where it occurs."""
        known = self._postings.get(stem)
        if known is None and stem in self._engine.idf:
            holding = [n for n, held in enumerate(self._engine.doc_freqs) if stem in held]
            scores = np.asarray(self._engine.get_batch_scores([stem], holding), np.float64)
            known = Posting(np.array(holding, np.int32), scores, float(scores.max()))
            self._postings[stem] = known
        return known
