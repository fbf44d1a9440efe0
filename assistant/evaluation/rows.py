"""One row a question: what was asked, found, said, missed and cited, small enough to keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..records import Hit, Passage
from .given import Cited, Given
from .judging import Judgement, failure
from .measures import PER_QUESTION
from .questions import GoldQuestion

# How many passages are sought for the measures of finding.
DEPTH = 10
# How many of the best passages a row names, beside those further down that hold evidence or are
# cited, and how much of each a failing one shows.
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
    """A passage that the search found; ``text`` is shown of failing questions only.

    ``cited`` are the numbers of the citations that quote it.
    """

    place: int
    document: str
    headings: tuple[str, ...]
    evidence: bool
    cited: tuple[int, ...] = ()
    text: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Give the passage as plain data."""
        plain: dict[str, Any] = {
            "place": self.place,
            "document": self.document,
            "headings": list(self.headings),
            "evidence": self.evidence,
            "cited": list(self.cited),
        }
        return {**plain, "text": self.text} if self.text else plain


@dataclass(frozen=True, slots=True)
class Quoted:
    """A citation as a report shows it.

    ``right`` tells whether its document is among those that should be cited, None where the
    question has no answer to cite. ``nearby`` marks what is cited beside a refusal. ``place``
    is that of the found passage it quotes, None where the search did not find it.
    """

    number: int
    document: str
    quote: str
    right: bool | None
    nearby: bool = False
    place: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the citation as plain data."""
        return {
            "number": self.number,
            "document": self.document,
            "quote": self.quote,
            "right": self.right,
            "nearby": self.nearby,
            "place": self.place,
        }


@dataclass(frozen=True, slots=True)
class Sought:
    """What a search found for a question, and which hits hold evidence; empty: no search."""

    hits: tuple[Hit, ...] = ()
    holds: tuple[bool, ...] = ()

    @property
    def evidence_at(self) -> int | None:
        """Give the place of the first hit that holds evidence, counted from 1."""
        return self.holds.index(True) + 1 if True in self.holds else None


@dataclass(frozen=True, slots=True)
class Row:
    """A question with what came of it; ``reason`` is why it failed, "" when it did not.

    ``searched`` is how many passages were looked through for evidence. ``corrected`` tells
    whether a false premise was set right, None where the question names no correction.
    """

    gold: GoldQuestion
    scored: Scored
    status: str
    text: str
    understood: str
    said: tuple[bool, ...]
    covered: tuple[bool, ...]
    cited: tuple[str, ...]
    citations: tuple[Quoted, ...]
    forbidden: tuple[str, ...]
    uncited: tuple[str, ...]
    reason: str
    passages: tuple[Found, ...] = ()
    evidence_at: int | None = None
    searched: int = 0
    corrected: bool | None = None

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
            "citations": [citation.to_dict() for citation in self.citations],
            "forbidden": list(self.forbidden),
            "uncited": list(self.uncited),
            "corrected": self.corrected,
            "evidence_at": self.evidence_at,
            "searched": self.searched,
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


def row_of(
    gold: GoldQuestion,
    given: Given,
    judgement: Judgement,
    same: Mapping[str, str],
    sought: Sought = Sought(),
) -> Row:
    """Make the row of a judged answer; ``same`` maps a duplicate's id to the one it stands for."""
    reason = failure(gold, judgement)
    citations = _quoted(gold, given, same, sought.hits)
    return Row(
        gold=gold,
        scored=scored(gold.id, judgement),
        status=given.status,
        text=given.text,
        understood=given.understood,
        said=judgement.found,
        covered=judgement.covered,
        cited=judgement.cited,
        citations=citations,
        forbidden=judgement.forbidden,
        uncited=judgement.uncited,
        reason=reason,
        passages=_passages(sought, citations, bool(reason)),
        evidence_at=sought.evidence_at,
        searched=len(sought.hits),
        corrected=judgement.corrected,
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


def _quoted(
    gold: GoldQuestion, given: Given, same: Mapping[str, str], hits: Sequence[Hit]
) -> tuple[Quoted, ...]:
    wanted = {same.get(name, name) for name in gold.gold_docs}
    judged = gold.answerable or gold.smalltalk
    found = []
    for citation in (*given.citations, *given.nearby):
        places = (n for n, hit in enumerate(hits, 1) if _quotes(citation, hit.passage))
        right = same.get(citation.document, citation.document) in wanted if judged else None
        nearby = citation in given.nearby
        name, quote = citation.document, citation.quote
        found.append(Quoted(citation.number, name, quote, right, nearby, next(places, None)))
    return tuple(found)


def _quotes(citation: Cited, passage: Passage) -> bool:
    return (
        citation.start is not None
        and citation.document == passage.document
        and passage.start <= citation.start < passage.end
    )


def _passages(sought: Sought, citations: Sequence[Quoted], with_text: bool) -> tuple[Found, ...]:
    found = []
    for place, (hit, holding) in enumerate(zip(sought.hits, sought.holds, strict=True), 1):
        numbers = tuple(c.number for c in citations if c.place == place)
        if holding or numbers or place <= SHOWN_PASSAGES:
            found.append(_found(place, hit.passage, holding, numbers, with_text))
    return tuple(found)


def _found(
    place: int, passage: Passage, evidence: bool, cited: tuple[int, ...], with_text: bool
) -> Found:
    text = passage.text[:SHOWN_CHARACTERS] if with_text else ""
    cut = "…" if with_text and len(passage.text) > SHOWN_CHARACTERS else ""
    above = tuple(heading for heading in passage.headings if heading != passage.title)
    return Found(place, passage.document, above, evidence, cited, text + cut)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
