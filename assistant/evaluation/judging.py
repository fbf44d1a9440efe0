"""The judgement of one answer: which facts it states, what it cites and why it fails."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .folding import count_words, fold, states, states_any
from .given import Given
from .questions import GoldQuestion

# The reasons for which an answer fails, the gravest first; a person reads them in reports.
REASONS = {
    "not refused": "the documents do not tell, and it answered",
    "wrongly refused": "the documents tell, and it did not answer",
    "not found": "no passage that holds the missing fact is among the best",
    "found but not said": "a passage that holds a missing fact is among the best, unused",
    "not said": "a fact is missing, and this system shows no passages",
    "forbidden": "the answer holds a string that must not stand in it",
    "wrong citation": "it cites a document that does not support it, or none that does",
    "wrong status": "the status is not the expected one",
}

_FIGURE = re.compile(r"(?<!\w)\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a search found: whether each hit holds evidence, of how many passages that do.

    ``texts`` are the folded texts of the hits that hold evidence.
    """

    holds: tuple[bool, ...]
    relevant: int
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a judge says of one answer.

    ``found`` and ``covered`` tell for each gold fact whether the answer and its cited
    passages state it. ``cited`` are the documents it cites, ``right`` how many of them are
    gold. ``uncited`` are statements of a fact or figure without a citation. ``corrected`` and
    ``status_right`` are None where the question names no correction or status.
    """

    answerable: bool
    smalltalk: bool
    refused: bool
    confidence: float | None
    words: int
    found: tuple[bool, ...]
    covered: tuple[bool, ...]
    cited: tuple[str, ...]
    right: int
    forbidden: tuple[str, ...]
    uncited: tuple[str, ...]
    corrected: bool | None = None
    status_right: bool | None = None
    ranking: Ranking | None = None
    in_full: float | None = None


def judge(
    gold: GoldQuestion,
    given: Given,
    same: Mapping[str, str],
    ranking: Ranking | None = None,
    in_full: float | None = None,
) -> Judgement:
    """Judge an answer against what a good one holds.

    ``same`` maps the id of a duplicate to the document that stands for it. ``in_full`` is how
    right the same system is when a follow-up is asked in full. Refusing states no fact.
    """
    text, answered = fold(given.text), not given.refused
    passages = fold("\n".join(f"{c.passage}\n{c.quote}" for c in given.citations))
    documents = {same.get(name, name) for name in gold.gold_docs}
    cited = {same.get(c.document, c.document) for c in given.citations}
    return Judgement(
        answerable=gold.answerable,
        smalltalk=gold.smalltalk,
        refused=given.refused,
        confidence=given.confidence,
        words=count_words(given.text),
        found=_stated(text if answered else "", gold),
        covered=_stated(passages if answered else "", gold),
        cited=tuple(sorted(cited)),
        right=len(cited & documents),
        forbidden=tuple(s for s in gold.forbidden if states(text, s)),
        uncited=_uncited(gold, given) if answered else (),
        corrected=states_any(text, gold.correction) if gold.correction else None,
        status_right=given.status == gold.status if gold.status else None,
        ranking=ranking,
        in_full=in_full,
    )


def rightness(gold: GoldQuestion, given: Given) -> float:
    """Tell how right an answer is: the share of facts it states, or whether it refuses."""
    if not gold.answerable:
        return float(given.refused or gold.smalltalk)
    if given.refused:
        return 0.0
    return sum(_stated(fold(given.text), gold)) / len(gold.gold_facts)


def _stated(folded_text: str, gold: GoldQuestion) -> tuple[bool, ...]:
    return tuple(states_any(folded_text, fact) for fact in gold.gold_facts)


def _uncited(gold: GoldQuestion, given: Given) -> tuple[str, ...]:
    """List the uncited statements that carry something: a gold fact, or a figure not asked for."""
    asked = set(_FIGURE.findall(fold(" ".join((gold.question, *gold.history)))))
    carrying = []
    for statement in given.uncited:
        text = fold(statement)
        if set(_FIGURE.findall(text)) - asked or any(states_any(text, f) for f in gold.gold_facts):
            carrying.append(statement)
    return tuple(carrying)


def failure(gold: GoldQuestion, judgement: Judgement) -> str:
    """Name the gravest reason for which an answer fails, one of REASONS, or "" for none."""
    if not gold.answerable and not gold.smalltalk and not judgement.refused:
        return "not refused"
    if gold.answerable and judgement.refused:
        return "wrongly refused"
    if not all(judgement.found):
        return _missing(gold, judgement)
    if judgement.forbidden:
        return "forbidden"
    if _wrongly_cited(gold, judgement):
        return "wrong citation"
    return "wrong status" if judgement.status_right is False else ""


def _missing(gold: GoldQuestion, judgement: Judgement) -> str:
    ranking = judgement.ranking
    if ranking is None or not ranking.relevant:
        return "not said"
    missed = [fact for fact, said in zip(gold.gold_facts, judgement.found, strict=True) if not said]
    seen = any(states_any(text, fact) for text in ranking.texts for fact in missed)
    return "found but not said" if seen else "not found"


def _wrongly_cited(gold: GoldQuestion, judgement: Judgement) -> bool:
    if gold.answerable:
        return judgement.right < len(judgement.cited) or not judgement.right
    return gold.smalltalk and bool(judgement.cited)
