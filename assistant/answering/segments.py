"""Pay by the parts of a role, which its figures tell apart: "Which industry pays nurses best?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..question import Asked
from ..records import Answer, Part
from .conditions import end_asked, is_level
from .lists import FEWEST, SHOWN
from .material import Material, answered
from .salaries import Paid

_ASKS = re.compile(
    r"\b(?:which|what)\b[^?]{0,30}?\b(?:industr(?:y|ies)|sectors?|branch(?:es)?|fields?|"
    r"lines? of business|(?:kinds?|sorts?|types?) of (?:employer|compan|business)\w*)\b",
    re.I,
)


def asks_segment(asked: Asked) -> bool:
    """Tell whether the pay of a role's parts is asked for."""
    scores = dict(asked.facet_scores)
    about_pay = scores.get("pay", 0.0) > 0 and scores["pay"] >= max(scores.values())
    return len(asked.question.roles) == 1 and about_pay and bool(_ASKS.search(asked.text))


def segment_answer(asked: Asked, paid: Sequence[Paid], material: Material) -> Answer | None:
    """Tell what the parts of a role earn, best-paid first; None unless several are told."""
    found = _alike(paid, asked.question.roles[0], material)
    if len(found) < FEWEST:
        return None
    found.sort(key=lambda p: p.salary.low + p.salary.high, reverse=end_asked(asked) != "least")
    writer = material.writer()
    rows = tuple((writer.state([p.view], prose=False),) for p in found[:SHOWN])
    return answered(asked, (Part("list", rows),), writer, 0.9)


def _alike(paid: Sequence[Paid], role: str, material: Material) -> list[Paid]:
    """Give the figures of one kind that tell most parts of a role apart; levels are no parts."""
    kinds: dict[tuple[str, ...], list[Paid]] = {}
    for p in paid:
        s = p.salary
        if s.role == role and s.segment and not is_level(s.segment, material.lexicon):
            kind = (s.statistic, s.basis, s.place, s.currency, s.period, s.dated, s.whose)
            kinds.setdefault(kind, []).append(p)
    return max(kinds.values(), key=len, default=[])
