"""Whether a question is one that an author noted beside the sentence that answers it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..question import Asked
from ..records import Slot
from .features import Evidence
from .material import Material
from .numbers import holds_wanted
from .saying import speaks_of
from .views import View

# From here on a question is one that is noted beside a sentence, and from here on nearly so.
NOTED, NEARLY_NOTED = 0.6, 0.35
_REASON = re.compile(
    r"\b(?:because|since|so that|due to|thanks to|reasons?|in order to|as)\b|, to\b", re.I
)


def noted(asked: Asked, evidence: Sequence[Evidence], material: Material) -> bool:
    """Tell whether an author noted nearly this question beside the best evidence.

    It has to name what the question names, and hold the number or the reason that is wanted.
    """
    best = evidence[0]
    named = [s for s in asked.slots if s.kind in ("place", "employer", "year", "role")]
    return (
        best.phrased >= NOTED
        and all(speaks_of(slot, best.view) for slot in named)
        and not any(_elsewhere(slot, best.view) for slot in named)
        and (asked.question.wants != "reason" or bool(_REASON.search(best.view.text)))
        and holds_wanted(asked, best.view.text, material)
    )


def _elsewhere(slot: Slot, view: View) -> bool:
    """Tell whether a unit is of other places or employers than the one that is asked about."""
    others = {"place": view.places, "employer": view.employers}.get(slot.kind)
    return bool(others) and slot.entity not in (others or ())
