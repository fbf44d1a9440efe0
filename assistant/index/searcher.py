"""Passages and the index over them, together: what the answering searches."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Hit, Passage, Slot
from ..text import stems
from .bm25 import RankBM25Index
from .interface import Index

# How often the words of a passage's headings and title count beside those of its text.
# Measured on the development questions: headings say what a section is about, once.
HEADING_WEIGHT = 2
TITLE_WEIGHT = 0


class Searcher:
    """Ranks the passages of a collection for the slots of a question."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = tuple(passages)
        self._stems = [frozenset(stems(p.text)) | _above(p) for p in self.passages]
        self.index: Index = RankBM25Index(indexed_stems(p) for p in self.passages)

    def search(self, slots: Sequence[Slot], k: int) -> tuple[Hit, ...]:
        """Give the best ``k`` passages with the stems of the question that each holds."""
        asked = {stem for slot in slots for v in slot.variants for stem in v.stems}
        return tuple(
            Hit(self.passages[number], score, tuple(sorted(asked & self._stems[number])))
            for number, score in self.index.search(slots, k)
        )


def _above(passage: Passage) -> frozenset[str]:
    return frozenset(stems(" ".join((passage.title, *passage.headings))))


def indexed_stems(passage: Passage) -> list[str]:
    """Give the stems a passage is indexed by: its text, with headings and title weighted."""
    held = list(stems(passage.text))
    for heading in passage.headings:
        held += stems(heading) * HEADING_WEIGHT
    return held + list(stems(passage.title)) * TITLE_WEIGHT
