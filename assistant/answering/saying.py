"""How far a unit says what a question says: slot by slot, and by the words of both as they are."""

from __future__ import annotations

import math

from ..index import Searcher
from ..question import Asked
from ..records import Slot
from ..text import common_stems, stems
from .views import View

# Between which likenesses two texts begin to be alike, and are as alike as can be.
UNLIKE, ALIKE = 0.02, 0.18
# The usual idf of a unit's stem, as a share of that of a stem in one passage alone.
USUAL = 0.7


class Likeness:
    """Compares the words of a question with those of units.

    Unlike slots it leaves out synonyms, and a long unit is less alike than a short one.
    """

    def __init__(self, asked: Asked, searcher: Searcher) -> None:
        # Whom a question is about is compared elsewhere, and words such as "need" tell nothing.
        named = {stem for slot in asked.slots if slot.kind == "role" for stem in stems(slot.text)}
        own = set(stems(asked.text)) - named - common_stems()
        self._own = {stem: searcher.index.idf(stem) ** 2 for stem in sorted(own)}
        usual = USUAL * math.log(len(searcher.passages) + 1)
        self._norm = usual * math.sqrt(sum(self._own.values())) or 1.0

    def of(self, said: frozenset[str], above: frozenset[str]) -> float:
        """Give how alike a unit is, alone and with what stands above it, 0 to 1.

        That is the mean cosine of both as vectors of idf (Salton and Buckley, Term-weighting
        approaches in automatic text retrieval, 1988), all stems of the unit having the usual one.
        """
        alone = around = 0.0
        for stem, weight in self._own.items():
            if stem in said:
                alone += weight
            elif stem in above:
                around += weight
        around += alone
        if not around:
            return 0.0
        # Half of what is kept of the words above are pairs of them.
        size = len(said) + len(above) / 2
        cosine = alone / math.sqrt(len(said) or 1) + around / math.sqrt(size)
        return min(1.0, max(0.0, (cosine / (2 * self._norm) - UNLIKE) / (ALIKE - UNLIKE)))


def said(slot: Slot, view: View) -> float:
    """Tell how surely a unit itself says what a slot asks; a name only by that name."""
    if slot.kind == "place" and slot.entity in view.places:
        return 1.0
    if slot.kind == "employer" and slot.entity in view.employers:
        return 1.0
    return sure(slot, view.held)


def speaks_of(slot: Slot, view: View) -> bool:
    """Tell whether a unit, or what stands above it, names what a slot names."""
    if slot.kind == "role":
        return slot.entity in view.subject or slot.entity in view.roles
    if slot.kind == "place" and slot.entity in view.places:
        return True
    if slot.kind == "employer" and slot.entity in view.employers:
        return True
    return sure(slot, view.held | view.context) > 0


def sure(slot: Slot, held: frozenset[str]) -> float:
    """Give the best weight of the slot's variants that some stems hold, or 0.

    The square root, because a synonym that stands there is likelier meant than one that
    might stand somewhere.
    """
    best = 0.0
    for variant in slot.variants[:1] if slot.named else slot.variants:
        if variant.weight > best and held.issuperset(variant.stems):
            best = variant.weight
    return math.sqrt(best)


def literally(slot: Slot, held: frozenset[str]) -> float:
    """Tell whether some stems hold a slot in the question's own words."""
    return float(held.issuperset(slot.variants[0].stems))
