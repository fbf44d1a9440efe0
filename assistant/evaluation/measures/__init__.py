"""The measures of a report: a small function each, defined beside its rival with its source."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from ..judging import Judgement, Ranking
from . import answering, conversation, finding, refusing

__all__ = ["AURC", "F1", "MEASURES", "PER_QUESTION", "Measure", "named"]

Group = Literal["finding", "answering", "refusing", "conversation"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as reports show it: what it is called, what it means and which way is better."""

    name: str
    title: str
    group: Group
    higher: bool
    definition: str
    rival: str
    source: str


_Ranked = Callable[[Ranking, int], float]
_Judged = Callable[[Judgement], float | None]


def _described(
    name: str, title: str, group: Group, higher: bool, function: Callable[..., object]
) -> Measure:
    """Take definition, rival and source from the function's docstring, their only home."""
    lines = (inspect.getdoc(function) or "").split("\n\n>>>")[0]
    parts = re.split(r"\n(?=Rival:|Source:)", lines)
    kept = {p.split(":", 1)[0]: p.split(":", 1)[1] for p in parts[1:]}
    text = [
        " ".join(p.split("\n\n")[0].split())
        for p in (kept.get("Rival", ""), kept.get("Source", ""))
    ]
    return Measure(name, title, group, higher, " ".join(parts[0].split()), text[0], text[1])


def _at(function: _Ranked, k: int) -> _Judged:
    return partial(_ranked, function, k)


def _ranked(function: _Ranked, k: int, judgement: Judgement) -> float | None:
    ranking = judgement.ranking
    return function(ranking, k) if ranking is not None and ranking.relevant else None


_FINDING: tuple[tuple[str, str, _Ranked, int], ...] = (
    ("recall@1", "Recall@1", finding.recall, 1),
    ("recall@3", "Recall@3", finding.recall, 3),
    ("recall@5", "Recall@5", finding.recall, 5),
    ("recall@10", "Recall@10", finding.recall, 10),
    ("success@1", "Success@1", finding.success, 1),
    ("success@5", "Success@5", finding.success, 5),
    ("success@10", "Success@10", finding.success, 10),
    ("mrr@10", "MRR@10", finding.reciprocal_rank, 10),
    ("ndcg@10", "nDCG@10", finding.ndcg, 10),
)
_JUDGED: tuple[tuple[str, str, Group, bool, _Judged], ...] = (
    ("fact_recall", "Fact recall", "answering", True, answering.fact_recall),
    ("full", "Full", "answering", True, answering.full),
    ("concise", "Concise", "answering", True, answering.concise),
    ("words", "Words", "answering", False, answering.words),
    ("citation_precision", "Citation precision", "answering", True, answering.citation_precision),
    ("citation_coverage", "Citation coverage", "answering", True, answering.citation_coverage),
    ("uncited", "Uncited statements", "answering", False, answering.uncited),
    ("forbidden", "Forbidden strings", "answering", False, answering.forbidden),
    ("status_right", "Status right", "answering", True, answering.status_right),
    ("refusal_precision", "Refusal precision", "refusing", True, refusing.refusal_precision),
    ("refusal_recall", "Refusal recall", "refusing", True, refusing.refusal_recall),
    ("wrong_refusals", "Wrong refusals", "refusing", False, refusing.wrong_refusals),
    ("corrected", "Premises corrected", "refusing", True, refusing.corrected),
    ("followup", "Follow-ups", "conversation", True, conversation.followup),
    ("followup_in_full", "Asked in full", "conversation", True, conversation.followup_in_full),
    ("followup_loss", "Follow-up loss", "conversation", False, conversation.followup_loss),
)

F1 = "refusal_f1"
AURC = "aurc"

# What a single question scores; None where the measure does not apply to it.
PER_QUESTION: dict[str, _Judged] = {
    **{name: _at(function, k) for name, _, function, k in _FINDING},
    **{name: function for name, _, _, _, function in _JUDGED},
}

MEASURES: tuple[Measure, ...] = (
    *(_described(n, title, "finding", True, function) for n, title, function, _ in _FINDING),
    *(_described(n, title, group, up, function) for n, title, group, up, function in _JUDGED),
    _described(F1, "Refusal F1", "refusing", True, refusing.refusal_f1),
    _described(AURC, "AURC", "refusing", False, refusing.aurc),
)


def named(name: str) -> Measure | None:
    """Give the measure of that name, or None."""
    return next((measure for measure in MEASURES if measure.name == name), None)
