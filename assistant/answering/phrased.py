"""How far a question is one that an author noted beside a unit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from ..index import Searcher
from ..question import Asked
from ..text import stem_set, stems
from .views import View

# How much of it is that one noted question is alike, rather than all of them together.
LIKEST = 0.25
# What notes must share of a question, by how telling it is, to be looked at one by one.
LEAST = 0.05
# How sure it must be that another word says the same, and how much less that then counts.
SAME, LESS = 0.6, 0.6
# The kinds of words of a question that other words may stand for.
WORDED = frozenset({"topic", "facet", "common", "carried"})
# How soon a further noted question with the same stem counts little, as k1 of BM25.
SOON = 1.2

# The stems of other words that say the same as one of a question, and how surely.
Others = Mapping[str, Mapping[str, float]]


class Phrased:
    """Compares a question with those noted beside units, by their words and others for them."""

    def __init__(self, asked: Asked, searcher: Searcher) -> None:
        # Whom a question is about is compared elsewhere.
        named = {stem for slot in asked.slots if slot.kind == "role" for stem in stems(slot.text)}
        self._index = searcher.index
        self._weights: dict[str, float] = {}
        self._asked = {stem: self._weight(stem) for stem in sorted(set(stems(asked.text)) - named)}
        self._question = asked
        self._norm = _norm(self._asked.values()) or 1.0
        self._total = sum(self._asked.values()) or 1.0

    @cached_property
    def _others(self) -> Others:
        """Give the other words for those of the question; most collections note nothing."""
        return _others(self._question, frozenset(self._asked))

    def of(self, view: View) -> float:
        """Give how alike the question and those noted beside a unit are, 0 to 1.

        That is a mean of the cosine with the likest of them, as vectors of idf, and of the share
        of the question that all of them and the unit hold, a stem counting the more the more of
        them have it (the saturation of BM25: Robertson and Zaragoza, The Probabilistic
        Relevance Framework, 2009), and another word for it somewhat less.
        """
        exact = {stem: weight for stem, weight in self._asked.items() if stem in view.noted}
        near = self._reworded(view.noted | view.stems)
        reached = sum(exact.values()) + sum(
            self._asked[stem] * max(others.values()) for stem, others in near.items()
        )
        if reached < LEAST * self._total:
            return 0.0
        phrasings = stems_of_each(view.unit.phrasings)
        likest = max(self._cosine(exact, noted) for noted in phrasings)
        return LIKEST * likest + (1 - LIKEST) * self._held(view, phrasings, near)

    def _reworded(self, said: frozenset[str]) -> Others:
        """Give the other words that are said for those of the question, and how surely."""
        found = {
            stem: {other: sure for other, sure in others.items() if other in said}
            for stem, others in self._others.items()
        }
        return {stem: others for stem, others in found.items() if others}

    def _cosine(self, shared: dict[str, float], noted: frozenset[str]) -> float:
        both = sum(weight * weight for stem, weight in shared.items() if stem in noted)
        return both / (self._norm * _norm(map(self._weight, noted))) if both else 0.0

    def _held(
        self,
        view: View,
        phrasings: Sequence[frozenset[str]],
        near: Mapping[str, Mapping[str, float]],
    ) -> float:
        """Give the share of the question that all noted ones and the unit hold, saturated."""

        def often(stem: str) -> float:
            times = sum(stem in noted for noted in phrasings) + (stem in view.stems)
            return times / (times + SOON)

        held = 0.0
        for stem, weight in self._asked.items():
            others = near.get(stem, {})
            held += weight * max(often(stem), *(sure * often(o) for o, sure in others.items()), 0.0)
        return held / self._total

    def _weight(self, stem: str) -> float:
        known = self._weights.get(stem)
        if known is None:
            known = self._weights[stem] = self._index.idf(stem)
        return known


def _others(asked: Asked, own: frozenset[str]) -> Others:
    """Give for the stems of a question those of other words that say the same, and how surely."""
    found: dict[str, dict[str, float]] = {}
    for slot in asked.slots:
        if slot.kind not in WORDED:
            continue
        single = [v for v in slot.variants[1:] if len(v.stems) == 1 and v.weight >= SAME]
        others = {v.stems[0]: LESS * v.weight for v in single if v.stems[0] not in own}
        for stem in own.intersection(slot.variants[0].stems) if others else ():
            found.setdefault(stem, {}).update(others)
    return found


@lru_cache(maxsize=16_000)
def stems_of_each(phrasings: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """Give the stems of each noted question that has any; worked out when one comes near."""
    return tuple(filter(None, (stem_set([asked]) for asked in phrasings)))


def _norm(weights: Iterable[float]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights))
