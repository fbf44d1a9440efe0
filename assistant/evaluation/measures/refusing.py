"""Refusing: whether it stays silent where the documents do, and only there.

Smalltalk is left out throughout. Asking back counts as refusing.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..judging import Judgement


def refusal_precision(judgement: Judgement) -> float | None:
    """Share of the refusals that were right, the question being unanswerable.

    Rival: wrong refusals, the share of the answerable that are refused.
    Source: Manning, Raghavan and Schütze, 2008, ch. 8, with refusing as the positive class.
    """
    if judgement.smalltalk or not judgement.refused:
        return None
    return float(not judgement.answerable)


def refusal_recall(judgement: Judgement) -> float | None:
    """Share of the unanswerable questions that are refused.

    Rival: refusal precision, which a system that hardly ever refuses may hold at 1.
    Source: Manning, Raghavan and Schütze, 2008, ch. 8, with refusing as the positive class.
    """
    if judgement.smalltalk or judgement.answerable:
        return None
    return float(judgement.refused)


def refusal_f1(answerable: bool, refused: bool) -> tuple[float, float]:
    """Harmonic mean of refusal precision and recall: 2·TP ÷ (2·TP + FP + FN) over all questions.

    Rival: accuracy, which is high for a system that never refuses when few questions ask for it.
    Source: van Rijsbergen, Information Retrieval, 1979, ch. 7.

    What is given is one question's share of the numerator and of the denominator.

    >>> refusal_f1(answerable=False, refused=True)
    (2.0, 2.0)
    """
    hit = refused and not answerable
    return 2.0 * hit, float(refused) + float(not answerable)


def wrong_refusals(judgement: Judgement) -> float | None:
    """Share of the answerable questions that are refused.

    Rival: refusal precision, which depends on how many questions are unanswerable.
    Source: the question sets' own rule; the false positive rate of refusing.
    """
    return float(judgement.refused) if judgement.answerable else None


def corrected(judgement: Judgement) -> float | None:
    """Whether a false premise is set right with what the documents say instead.

    Rival: refusal recall, which is content with silence.
    Source: the question sets' own rule.
    """
    return None if judgement.corrected is None else float(judgement.corrected)


def risk(recall: float | None) -> float:
    """Give the share of facts that an answer lacks, or 1 where no answer is due (no recall)."""
    return 1.0 if recall is None else 1.0 - recall


def aurc(confidences: Sequence[float], risks: Sequence[float]) -> float | None:
    """Area under the risk–coverage curve: the mean risk of the surest answers, over every cut.

    Answers are ordered by falling confidence; equal confidences share their mean risk, so that
    no order among them matters. 0 is best.
    Rival: AUROC, which ignores how wrong an answer is; excess AURC, which subtracts the best order.
    Source: Geifman and El-Yaniv, Selective Classification for Deep Neural Networks, 2017.

    >>> aurc([0.9, 0.8, 0.1], [0.0, 0.0, 1.0])
    0.1111111111111111
    """
    curve = risk_coverage(confidences, risks)
    return sum(mean for _, mean in curve) / len(curve) if curve else None


def risk_coverage(
    confidences: Sequence[float], risks: Sequence[float]
) -> tuple[tuple[float, float], ...]:
    """Give the curve's points: the share of answers kept, and their mean risk."""
    ordered = sorted(zip(confidences, shared_risks(confidences, risks), strict=True), reverse=True)
    points, total = [], 0.0
    for kept, (_, value) in enumerate(ordered, 1):
        total += value
        points.append((kept / len(ordered), total / kept))
    return tuple(points)


def shared_risks(confidences: Sequence[float], risks: Sequence[float]) -> tuple[float, ...]:
    """Give each answer the mean risk of those with the same confidence."""
    groups: dict[float, list[float]] = {}
    for confidence, value in zip(confidences, risks, strict=True):
        groups.setdefault(confidence, []).append(value)
    means = {confidence: sum(values) / len(values) for confidence, values in groups.items()}
    return tuple(means[confidence] for confidence in confidences)
