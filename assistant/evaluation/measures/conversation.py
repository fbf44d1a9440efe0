"""Conversation: what is lost when a question follows up another instead of standing alone.

Only follow-ups count for which the question set gives the same question asked in full.
"""

from __future__ import annotations

from ..judging import Judgement


def followup(judgement: Judgement) -> float | None:
    """Share of a follow-up's facts that are stated; for an unanswerable one, whether it refuses.

    Rival: followup in full, the same question without its history.
    Source: the rewrite comparisons of Dalton et al., TREC CAsT 2019.
    """
    if judgement.in_full is None:
        return None
    if judgement.answerable:
        return sum(judgement.found) / len(judgement.found)
    return float(judgement.refused or judgement.smalltalk)


def followup_in_full(judgement: Judgement) -> float | None:
    """The same as followup, with the question asked in full and without a history.

    Rival: followup. What it lacks is a fault of answering, not of understanding the dialogue.
    Source: the manual rewrites of Dalton et al., TREC CAsT 2019.
    """
    return judgement.in_full


def followup_loss(judgement: Judgement) -> float | None:
    """What a follow-up loses against the same question asked in full; below 0 it gains.

    Rival: followup alone, which also falls when answering does.
    Source: Dalton et al., TREC CAsT 2019.
    """
    as_asked = followup(judgement)
    if as_asked is None or judgement.in_full is None:
        return None
    return judgement.in_full - as_asked
