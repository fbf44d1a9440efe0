"""Comparing things that are no roles, such as two tools or methods: what is told of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..question import Asked
from ..records import Answer, Slot, Variant
from .material import Material, answered
from .prose import same
from .signs import DEFINES, opening
from .things import Group, Thing, groups
from .views import View
from .writing import sentences

# Passages looked through for each thing.
DEPTH = 12
# Sentences on each thing, and on all of them together.
EACH, SHARED = 2, 1

_BETWEEN = re.compile(
    r"\W*(?:(?:different|distinct|differs?|better|worse|compares?|compared|opposed) )?"
    r"(?:and|or|vs?|versus|from|to|than|over|against|with)\W+(?:an? |the )?",
    re.I,
)
_EITHER = re.compile(r"\b(?:or|vs?|versus|compared?|differ\w*|than)\b", re.I)


def contrast_answer(asked: Asked, material: Material) -> Answer | None:
    """Answer a comparison of things; None when none is asked for, or too little is told.

    "TensorFlow or PyTorch?" gets the sentences that are about the one and about the other.
    """
    things = compared(asked)
    if len(things) < 2:
        return None
    told = [_about(thing, things, material) for thing in things]
    if not all(told):
        return None
    together = _together(asked, things, material)
    writer = material.writer()
    chosen = [*together[:SHARED], *(view for views in told for view in views[:EACH])]
    return answered(asked, (sentences(writer, chosen),), writer, 0.8)


def compared(asked: Asked) -> tuple[Thing, ...]:
    """Give the things that a question puts side by side, in their order, by their words' stems."""
    if asked.facet != "difference" and not _EITHER.search(asked.text):
        return ()
    if len(asked.question.roles) > 1:
        return ()
    found = groups(asked, _EITHER)
    chain: list[Group] = []
    for one, other in zip(found, found[1:], strict=False):
        if _BETWEEN.fullmatch(asked.text[one.end : other.start]):
            chain += [group for group in (one, other) if group not in chain]
    return tuple(group.stems for group in chain)


def _about(thing: Thing, things: Sequence[Thing], material: Material) -> list[View]:
    """Give the sentences that open with a thing, those that say what it is first."""
    others = [other for other in things if other is not thing]
    slots = [Slot(stem, "topic", (Variant((stem,)),)) for stem in sorted(thing)]
    found: list[View] = []
    for hit in material.searcher.search(slots, DEPTH):
        for view in material.viewer.views(hit.passage):
            opens = opening(view)
            if view.says and thing <= opens and not any(other <= opens for other in others):
                found.append(view)
    found.sort(key=lambda view: -_plainness(view))
    kept: list[View] = []
    for view in found:
        if not any(same(view, other) for other in kept):
            kept.append(view)
    return kept


def _plainness(view: View) -> float:
    """Tell how plainly a sentence says what a thing is."""
    return bool(DEFINES.search(view.text)) + 1.0 / (1.0 + view.size / 20)


def _together(asked: Asked, things: Sequence[Thing], material: Material) -> list[View]:
    """Give the sentences that contrast the things themselves."""
    hits = material.searcher.search(asked.slots, DEPTH)
    return [
        view
        for hit in hits
        for view in material.viewer.views(hit.passage)
        if view.says and "difference" in view.signs and all(thing <= view.held for thing in things)
    ]
