"""How far a question is one that an author noted beside a unit."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from ..index import Searcher
from ..question import Asked
from ..text import stem_set, stems
from .views import View

# How much of it is that one noted question is alike, rather than all of them together.
LIKEST = 0.25
# What notes must share of a question, by how telling it is, to be looked at one by one.
LEAST = 0.05
# How soon a further noted question with the same stem counts little, as k1 of BM25.
SOON = 1.2


class Phrased:
    """Compares a question with those noted beside units, by their words as they stand."""

    def __init__(self, asked: Asked, searcher: Searcher) -> None:
        # Whom a question is about is compared elsewhere.
        named = {stem for slot in asked.slots if slot.kind == "role" for stem in stems(slot.text)}
        self._index = searcher.index
        self._weights: dict[str, float] = {}
        self._asked = {stem: self._weight(stem) for stem in sorted(set(stems(asked.text)) - named)}
        self._norm = _norm(self._asked.values()) or 1.0
        self._total = sum(self._asked.values()) or 1.0

    def of(self, view: View) -> float:
        """Give how alike the question and those noted beside a unit are, 0 to 1.

        That is a mean of the cosine with the likest of them, as vectors of idf, and of the share
        of the question that all of them and the unit hold, a stem counting the more the more of
        them have it (the saturation of BM25: Robertson and Zaragoza, The Probabilistic
        Relevance Framework, 2009).
        """
        shared = {stem: weight for stem, weight in self._asked.items() if stem in view.noted}
        if sum(shared.values()) < LEAST * self._total:
            return 0.0
        phrasings = stems_of_each(view.unit.phrasings)
        likest = max(self._cosine(shared, noted) for noted in phrasings)
        return LIKEST * likest + (1 - LIKEST) * self._held(view, phrasings)

    def _cosine(self, shared: dict[str, float], noted: frozenset[str]) -> float:
        both = sum(weight * weight for stem, weight in shared.items() if stem in noted)
        return both / (self._norm * _norm(map(self._weight, noted))) if both else 0.0

    def _held(self, view: View, phrasings: tuple[frozenset[str], ...]) -> float:
        held = 0.0
        for stem, weight in self._asked.items():
            times = sum(stem in noted for noted in phrasings) + (stem in view.stems)
            held += weight * times / (times + SOON)
        return held / self._total

    def _weight(self, stem: str) -> float:
        known = self._weights.get(stem)
        if known is None:
            known = self._weights[stem] = self._index.idf(stem)
        return known


@lru_cache(maxsize=16_000)
def stems_of_each(phrasings: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """Give the stems of each noted question that has any; worked out when one comes near."""
    return tuple(filter(None, (stem_set([asked]) for asked in phrasings)))


def _norm(weights: Iterable[float]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights))
