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
from numpy.typing import NDArray

from ..errors import CorpusError
from ..records import Slot, Variant

Scores = NDArray[np.float64]
DELTA = 1.0


class RankBM25Index:
    """An index over the stems of each passage, kept in memory.

    >>> index = RankBM25Index([["engin", "earn"], ["nurs", "care"], ["pilot", "fly"]])
    >>> index.search([Slot("care", "topic", (Variant(("care",)),))], 5)[0][0]
    1
    """

    def __init__(self, passages: Iterable[Sequence[str]]) -> None:
        from rank_bm25 import BM25Plus

        held = [list(passage) for passage in passages]
        if not any(held):
            raise CorpusError("There are no words to index; give documents that hold text")
        self._engine: Any = BM25Plus(held, delta=DELTA)
        self._size = len(held)
        self._terms: dict[str, Scores] = {}

    def __len__(self) -> int:
        return self._size

    def __contains__(self, stem: str) -> bool:
        """Tell whether any passage holds the stem."""
        return stem in self._engine.idf

    def idf(self, stem: str) -> float:
        """Give ln((N + 1) / n), the idf of BM25+; a stem of no passage counts as one of half."""
        known = self._engine.idf.get(stem)
        return float(known) if known is not None else math.log((self._size + 1) / 0.5)

    def search(self, slots: Sequence[Slot], k: int) -> list[tuple[int, float]]:
        """Rank by the sum over the slots of the best variant's score."""
        total = np.zeros(self._size)
        for slot in slots:
            best = np.zeros(self._size)
            for variant in slot.variants:
                np.maximum(best, variant.weight * self._variant(variant), out=best)
            total += slot.weight * best
        # Rounded, so that sums taken in another order cannot change the order of equals.
        order = np.argsort(-np.round(total, 9), kind="stable")[:k]
        return [(int(i), float(total[i])) for i in order if total[i] > 0]

    def _variant(self, variant: Variant) -> Scores:
        scores = [self._term(stem) for stem in variant.stems]
        if len(scores) == 1:
            return scores[0]
        everywhere = np.all([s > 0 for s in scores], axis=0)
        return np.where(everywhere, np.sum(scores, axis=0), 0.0)

    def _term(self, stem: str) -> Scores:
        """Give a stem's BM25+ score in every passage, 0 where it does not occur."""
        if stem not in self:
            return np.zeros(self._size)
        known = self._terms.get(stem)
        if known is None:
            raw = np.asarray(self._engine.get_scores([stem]))
            floor = DELTA * self.idf(stem)
            known = np.where(raw > floor + 1e-12, raw, 0.0)
            if len(self._terms) < 5_000:
                self._terms[stem] = known
        return known
