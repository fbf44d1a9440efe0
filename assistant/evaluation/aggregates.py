"""From rows to figures: every measure with its interval, overall and for each group."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from .measures import AURC, F1, MEASURES, PER_QUESTION
from .measures.refusing import refusal_f1, risk, shared_risks
from .questions import GoldQuestion
from .rows import Scored
from .statistics import RESAMPLES, Estimate, Tallies, curve_estimate, differences, estimates

Figures = Mapping[str, Estimate]
# A grouping's name → a group's name → its figures.
Aggregates = Mapping[str, Mapping[str, Figures]]

OVERALL = "overall"
_GROUPINGS: dict[str, Callable[[GoldQuestion], str]] = {
    OVERALL: lambda question: OVERALL,
    "category": lambda question: question.category,
    "wording": lambda question: question.wording,
    "kind": lambda question: question.kind,
    "split": lambda question: question.split,
}
_COLUMNS = (*PER_QUESTION, F1)


def aggregate(
    questions: Sequence[GoldQuestion], scored: Sequence[Scored], resamples: int = RESAMPLES
) -> Aggregates:
    """Estimate every measure overall, by category, wording, kind and split."""
    tallies = tally(scored)
    groups: dict[str, dict[str, Figures]] = {}
    for grouping, key in _GROUPINGS.items():
        members: dict[str, list[int]] = {}
        for place, question in enumerate(questions):
            if name := key(question):
                members.setdefault(name, []).append(place)
        groups[grouping] = {
            name: _figures(tallies.select(places), [scored[p] for p in places], resamples)
            for name, places in sorted(members.items())
        }
    return groups


def compare(
    new: Sequence[Scored], old: Sequence[Scored], resamples: int = RESAMPLES
) -> dict[str, Estimate]:
    """Estimate new − old for every measure over the questions that both have, paired by id."""
    before = {one.id: one for one in old}
    pairs = [(one, before[one.id]) for one in new if one.id in before]
    if not pairs:
        return {}
    found = differences(tally([a for a, _ in pairs]), tally([b for _, b in pairs]), resamples)
    return _present(found)


def tally(scored: Sequence[Scored]) -> Tallies:
    """Lay out the numerators and denominators of every measure but AURC, a row a question."""
    above = np.zeros((len(scored), len(_COLUMNS)))
    below = np.zeros_like(above)
    for place, one in enumerate(scored):
        for column, name in enumerate(PER_QUESTION):
            score = one.scores.get(name)
            if score is not None:
                above[place, column], below[place, column] = score, 1.0
        if not one.smalltalk:
            above[place, -1], below[place, -1] = refusal_f1(one.answerable, one.refused)
    return Tallies(above, below)


def curve_of(scored: Sequence[Scored]) -> tuple[list[float], list[float]]:
    """Give the confidences and risks of the answers that take part in the risk–coverage curve."""
    points = [
        (one.confidence, risk(one.scores.get("fact_recall")))
        for one in scored
        if one.confidence is not None and not (one.smalltalk or one.refused)
    ]
    return [confidence for confidence, _ in points], [value for _, value in points]


def _figures(tallies: Tallies, scored: Sequence[Scored], resamples: int) -> Figures:
    figures = _present(estimates(tallies, resamples))
    confidences, risks = curve_of(scored)
    shared = shared_risks(confidences, risks)
    order = sorted(range(len(risks)), key=lambda place: -confidences[place])
    curve = curve_estimate(np.array([shared[place] for place in order]), resamples)
    if curve is not None:
        figures[AURC] = curve
    return {m.name: figures[m.name] for m in MEASURES if m.name in figures}


def _present(found: Sequence[Estimate | None]) -> dict[str, Estimate]:
    return {name: value for name, value in zip(_COLUMNS, found, strict=True) if value is not None}
