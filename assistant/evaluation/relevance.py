"""Which passages hold a question's evidence, and where they stand in a search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..records import Hit, Passage
from .folding import fold
from .judging import Ranking
from .questions import GoldQuestion
from .systems import System

# How deep to look for the passage that holds a sentence when that sentence itself is sought.
_DEPTH = 10


class Relevance:
    """Knows the passages that hold evidence, whichever way a system cut its documents."""

    def __init__(self, system: System, same: Mapping[str, str]) -> None:
        """Fold the system's passages once, document by document."""
        self._system = system
        self.same = same
        self._passages: dict[str, list[tuple[int, str, frozenset[str]]]] = {}
        for passage in system.passages:
            entry = (passage.number, fold(passage.text), _headings(passage))
            self._passages.setdefault(self._document(passage), []).append(entry)

    def ranking(self, gold: GoldQuestion, hits: Sequence[Hit]) -> Ranking | None:
        """Tell which hits hold evidence; None where there is none to find."""
        if not gold.evidence:
            return None
        relevant = self._relevant(gold)
        holds = tuple(hit.passage.number in relevant for hit in hits)
        texts = tuple(
            fold("\n".join((*hit.passage.headings, hit.passage.text)))
            for hit, holding in zip(hits, holds, strict=True)
            if holding
        )
        return Ranking(holds, len(relevant), texts)

    def _relevant(self, gold: GoldQuestion) -> frozenset[int]:
        sentences = [fold(sentence) for sentence in gold.evidence]
        documents = {self.same.get(name, name) for name in gold.gold_docs}
        if self._passages:
            known = (entry for name in documents for entry in self._passages.get(name, ()))
            return frozenset(n for n, text, above in known if _holds(sentences, text, above))
        return frozenset(
            passage.number
            for passage in self._sought(gold.evidence)
            if self._document(passage) in documents
            and _holds(sentences, fold(passage.text), _headings(passage))
        )

    def _sought(self, evidence: Sequence[str]) -> list[Passage]:
        """Find the passages by searching for the evidence itself."""
        search = self._system.search
        if search is None:
            return []
        return [hit.passage for sentence in evidence for hit in search(sentence, _DEPTH)]

    def _document(self, passage: Passage) -> str:
        return self.same.get(passage.document, passage.document)


def _headings(passage: Passage) -> frozenset[str]:
    return frozenset(fold(heading) for heading in (passage.title, *passage.headings))


def _holds(sentences: Sequence[str], text: str, headings: frozenset[str]) -> bool:
    return any(sentence in text or sentence in headings for sentence in sentences)
