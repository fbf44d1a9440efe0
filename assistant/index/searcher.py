"""Passages and the index over them, together: what the answering searches."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..records import Hit, Passage, Slot
from ..text import stems
from .bm25 import RankBM25Index
from .interface import Index

# How often the words of a passage's headings and title count beside those of its text.
# Measured on the development questions: headings say what a section is about, once.
HEADING_WEIGHT = 2
TITLE_WEIGHT = 0


Terms = Callable[[str], Sequence[str]]


class Searcher:
    """Ranks the passages of a collection for the slots of a question.

    ``terms_of`` gives the terms of a text: its stems, and whatever else is to be found by.
    """

    def __init__(self, passages: Sequence[Passage], terms_of: Terms = stems) -> None:
        self.passages = tuple(passages)
        held = [indexed_terms(p, terms_of) for p in self.passages]
        self._terms = [frozenset(terms) for terms in held]
        self.index: Index = RankBM25Index(held)

    def search(self, slots: Sequence[Slot], k: int) -> tuple[Hit, ...]:
        """Give the best ``k`` passages with the stems of the question that each holds."""
        asked = {stem for slot in slots for v in slot.variants for stem in v.stems}
        return tuple(
            Hit(self.passages[number], score, tuple(sorted(asked & self._terms[number])))
            for number, score in self.index.search(slots, k)
        )


def indexed_terms(passage: Passage, terms_of: Terms = stems) -> list[str]:
    """Give the terms a passage is indexed by: its text, with headings and title weighted."""
    held = list(terms_of(passage.text))
    for heading in passage.headings:
        held += list(terms_of(heading)) * HEADING_WEIGHT
    return held + list(terms_of(passage.title)) * TITLE_WEIGHT
