"""Questions that take something for granted which the documents contradict.

"Why is demand shrinking?" cannot be answered by what makes demand grow. What is told apart
here are a contradicting word, a name that the fitting sentence does not hold, a negation on
one side only, and amounts of pay that compare the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..lexicon import Lexicon
from ..question import Asked
from ..records import Slot
from .features import Evidence
from .salaries import Paid
from .saying import said
from .views import View

# How much of the question a sentence must cover to speak against it.
COVERS = 0.4
# How much less a sentence with the question's names covers where they are the wrong names.
LESS = 0.1

_PRESUPPOSES = re.compile(
    r"^\W*(?:and |so |but )?(?:why|how come|since|seeing that|given that|as|because|what made|"
    r"what makes|when did|how did|who decided|for what reason)\b",
    re.I,
)
_NEGATED = re.compile(r"\b(?:no|not|never|none|nothing|without|n't|cannot)\b|n[’']t\b", re.I)
# "Why can't people do it?" may be answered without a negation: "It is too much for them."
_UNABLE = re.compile(r"\b(?:can(?:no|['’]?)t|can not|couldn['’]?t|could not)\b", re.I)
_MORE = re.compile(r"\b(?:more|higher|better|bigger|larger|greater)\b[^.?!]*\bthan\b", re.I)
_LESS = re.compile(r"\b(?:less|lower|worse|smaller|fewer)\b[^.?!]*\bthan\b", re.I)


def presupposes(asked: Asked) -> bool:
    """Tell whether a question takes its own statement for granted, as "why" does."""
    return bool(_PRESUPPOSES.match(asked.text))


def contradicting(
    asked: Asked, evidence: Sequence[Evidence], lexicon: Lexicon
) -> tuple[Evidence, ...]:
    """Give the evidence that speaks against what the question takes for granted."""
    if not presupposes(asked):
        return ()
    fitting = [e for e in evidence[:4] if e.coverage >= COVERS or e.facet >= COVERS]
    against = [e for e in fitting if _opposes(asked, e.view, lexicon)]
    if not against and fitting and _NEGATED.search(asked.text) and not _UNABLE.search(asked.text):
        against = [e for e in fitting[:1] if not _NEGATED.search(e.view.text)]
    if not against and fitting and not _holds_names(asked, fitting[0].view):
        named = [e.features.own for e in evidence[:8] if _holds_names(asked, e.view)]
        if max(named, default=0.0) < fitting[0].features.own - LESS:
            against = fitting[:1]
    return tuple(against[:2])


def _opposes(asked: Asked, view: View, lexicon: Lexicon) -> bool:
    """Tell whether a unit holds the opposite of a word of the question, and not the word."""
    for slot in asked.slots:
        if slot.kind not in ("topic", "facet", "common"):
            continue
        against = lexicon.opposites.get(slot.variants[0].stems, frozenset())
        if any(set(key) <= view.stems for key in against) and not said(slot, view):
            return True
    return False


def _holds_names(asked: Asked, view: View) -> bool:
    """Tell whether a unit, with what it goes on from, holds every name of the question."""
    names = [s for s in asked.slots if s.named or s.kind == "employer"]
    return all(said(s, view) or (view.before is not None and said(s, view.before)) for s in names)


def pays_otherwise(asked: Asked, found: Sequence[Paid]) -> bool:
    """Tell whether a "why does X pay more than Y" question has the amounts the wrong way round.

    Compares the midpoints of the first and the second employer, place or role named.
    """
    more, less = bool(_MORE.search(asked.text)), bool(_LESS.search(asked.text))
    if more == less or not presupposes(asked):
        return False
    for kind in ("employer", "place", "role"):
        named = [s for s in asked.slots if s.kind == kind]
        if len(named) >= 2:
            first, second = (_middle(slot, found) for slot in named[:2])
            if first and second:
                return first < second if more else first > second
    return False


def _middle(slot: Slot, found: Sequence[Paid]) -> float:
    for paid in found:
        if getattr(paid.salary, slot.kind) == slot.entity:
            return (paid.salary.low + paid.salary.high) / 2
    return 0.0
