"""Why figures are as they are: reasons, and what pay depends on, rather than more figures."""

from __future__ import annotations

import re

from ..question import Asked
from .features import Evidence
from .signs import SIGNS_OF
from .views import View

# The facet of what pay depends on, and those of which "why" asks for it.
FACTORS = "pay-factors"
_PAID = ("pay", FACTORS)
# A figure as people type it: "150,600", "$88k"; a year is none.
_FIGURE = re.compile(r"(?<![\w.,])(?!(?:19|20)\d\d\b)[$£€₹]?\d[\d.,]*(?:k|m|bn|lpa|%)?\b", re.I)


def with_reasons(asked: Asked, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Keep the evidence that gives a reason, where one is asked for and some gives it.

    "Why do I earn less?" and "Why 150,000 here and 127,000 there?" are not told by amounts.
    """
    why = asked.question.wants == "reason" or asked.facet == FACTORS
    figures = asked.facet in _PAID or len(set(_FIGURE.findall(asked.text))) > 1
    if not (why and figures) or not evidence:
        return evidence
    whose = evidence[0].features.subject
    told = (e for e in evidence if SIGNS_OF["reason"](e.view) or _factor(e.view))
    return tuple(e for e in told if e.features.subject >= whose) or evidence


def _factor(view: View) -> bool:
    """Tell whether a unit names what pay depends on, without being a figure itself."""
    on_it = FACTORS in view.signs or FACTORS in view.sections[:1]
    return on_it and not SIGNS_OF["amount"](view)
