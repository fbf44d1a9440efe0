"""One row a question: what was asked, found, said, missed and cited, small enough to keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..records import Hit
from .given import Given
from .judging import Judgement, failure
from .measures import PER_QUESTION
from .questions import GoldQuestion

# How many of the best passages a row names, beside those that hold evidence further down, and
# how much of each a failing one shows.
SHOWN_PASSAGES = 5
SHOWN_CHARACTERS = 1_500


@dataclass(frozen=True, slots=True)
class Scored:
    """What aggregates are made of: the flags and scores of one question."""

    id: str
    answerable: bool
    smalltalk: bool
    refused: bool
    confidence: float | None
    scores: Mapping[str, float | None] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that the search found; ``text`` is shown of failing questions only."""

    place: int
    document: str
    headings: tuple[str, ...]
    evidence: bool
    text: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Give the passage as plain data."""
        plain: dict[str, Any] = {
            "place": self.place,
            "document": self.document,
            "headings": list(self.headings),
            "evidence": self.evidence,
        }
        return {**plain, "text": self.text} if self.text else plain


@dataclass(frozen=True, slots=True)
class Row:
    """A question with what came of it; ``reason`` is why it failed, "" when it did not."""

    gold: GoldQuestion
    scored: Scored
    status: str
    text: str
    understood: str
    said: tuple[bool, ...]
    covered: tuple[bool, ...]
    cited: tuple[str, ...]
    quotes: tuple[str, ...]
    forbidden: tuple[str, ...]
    uncited: tuple[str, ...]
    reason: str
    passages: tuple[Found, ...] = ()
    evidence_at: int | None = None

    @property
    def missed(self) -> tuple[tuple[str, ...], ...]:
        """Give the facts that the answer does not state."""
        pairs = zip(self.gold.gold_facts, self.said, strict=True)
        return tuple(fact for fact, said in pairs if not said)

    def to_dict(self) -> dict[str, Any]:
        """Give the row as plain data; no timings, so that two runs give the same."""
        facts = zip(self.gold.gold_facts, self.said, self.covered, strict=True)
        return {
            **_asked(self.gold),
            "understood": self.understood,
            "status": self.status,
            "refused": self.scored.refused,
            "confidence": self.scored.confidence,
            "reason": self.reason,
            "text": self.text,
            "facts": [
                {"any_of": list(fact), "said": said, "cited": covered}
                for fact, said, covered in facts
            ],
            "cited": list(self.cited),
            "quotes": list(self.quotes),
            "forbidden": list(self.forbidden),
            "uncited": list(self.uncited),
            "evidence_at": self.evidence_at,
            "passages": [passage.to_dict() for passage in self.passages],
            "scores": {k: _rounded(v) for k, v in self.scored.scores.items()},
        }


def _asked(gold: GoldQuestion) -> dict[str, Any]:
    return {
        "id": gold.id,
        "category": gold.category,
        "wording": gold.wording,
        "kind": gold.kind,
        "split": gold.split,
        "tags": list(gold.tags),
        "question": gold.question,
        "history": list(gold.history),
        "answerable": gold.answerable,
        "gold_docs": list(gold.gold_docs),
    }


def row_of(gold: GoldQuestion, given: Given, judgement: Judgement, hits: Sequence[Hit] = ()) -> Row:
    """Make the row of a judged answer; hits are what the search found for it, best first."""
    reason = failure(gold, judgement)
    holds = judgement.ranking.holds if judgement.ranking else (False,) * len(hits)
    return Row(
        gold=gold,
        scored=scored(gold.id, judgement),
        status=given.status,
        text=given.text,
        understood=given.understood,
        said=judgement.found,
        covered=judgement.covered,
        cited=judgement.cited,
        quotes=tuple(c.quote for c in given.citations),
        forbidden=judgement.forbidden,
        uncited=judgement.uncited,
        reason=reason,
        passages=tuple(
            _found(place, hit, holding, bool(reason))
            for place, (hit, holding) in enumerate(zip(hits, holds, strict=True), 1)
            if holding or place <= SHOWN_PASSAGES
        ),
        evidence_at=holds.index(True) + 1 if True in holds else None,
    )


def scored(name: str, judgement: Judgement) -> Scored:
    """Compute every measure of a single question."""
    return Scored(
        id=name,
        answerable=judgement.answerable,
        smalltalk=judgement.smalltalk,
        refused=judgement.refused,
        confidence=judgement.confidence,
        scores={measure: function(judgement) for measure, function in PER_QUESTION.items()},
    )


def _found(place: int, hit: Hit, evidence: bool, with_text: bool) -> Found:
    passage = hit.passage
    text = passage.text[:SHOWN_CHARACTERS] if with_text else ""
    cut = "…" if with_text and len(passage.text) > SHOWN_CHARACTERS else ""
    above = (passage.title, *passage.headings)
    return Found(place, passage.document, above, evidence, text + cut)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
