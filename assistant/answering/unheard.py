"""What a question says that the best evidence does not: a subject off the field, or a claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..question import PLAINLY, Asked
from ..records import Slot
from .features import Evidence
from .material import Material
from .saying import sure

# From this share of its subject on, words that no document says make a question one on
# something else, unless evidence covers at least so much of it all.
UNSAID, COVERED = 0.6, 0.4
# How much of a question's subject has to be a matter of everyday life, and how surely one of the
# first pieces of evidence must speak of that to be on it.
EVERYDAY, SURELY, FIRST = 0.2, 0.8, 3
# From here on what is noted beside a unit counts as what it speaks of.
ASKED = 0.5
# What evidence must cover of what "why" takes for granted of somebody or some place named.
CLAIMED = 0.45
_NAMED = ("role", "place", "employer", "year")


def off_field(asked: Asked, evidence: Sequence[Evidence], material: Material) -> bool:
    """Tell whether a question is on something else than the documents are.

    It names nobody and asks for no facet plainly, no document says most of its subject in any
    wording, and no evidence covers much of it; or it is on a matter of everyday life.
    """
    named = [slot for slot in asked.slots if slot.kind in _NAMED]
    known = [s for s in named if s.kind != "role" or s.entity in material.subjects]
    known = [s for s in known if s.kind != "year"]
    if not known and _is_everyday(asked, evidence, material):
        return True
    if named:
        return False
    plain = any(score >= PLAINLY for _, score in asked.facet_scores)
    if plain or max(e.coverage for e in evidence[:FIRST]) >= COVERED:
        return False
    says = material.searcher.index.says
    unsaid = _share(asked, material, lambda slot: not _says(slot, says))
    return unsaid >= UNSAID


def _is_everyday(asked: Asked, evidence: Sequence[Evidence], material: Material) -> bool:
    """Tell whether a question is on a matter of everyday life that no evidence speaks of.

    Not where evidence has a name or a term of the question: "Can DALL-E draw a cat?".
    """
    said = material.everyday(asked.text)
    if not said:
        return False
    told = [_words_of(item) for item in evidence[:FIRST]]

    def foreign(slot: Slot) -> float:
        own = any(word in slot.text.lower() or slot.text.lower() in word for word in said)
        return float(own and not any(sure(slot, held) >= SURELY for held in told))

    def of_the_field(slot: Slot) -> bool:
        named = slot.named or " " in slot.text
        return named and not foreign(slot) and any(sure(slot, held) >= SURELY for held in told)

    if not asked.topics:
        return True
    on_it = any(of_the_field(slot) for slot in asked.topics)
    return not on_it and _share(asked, material, foreign) >= EVERYDAY


def _words_of(item: Evidence) -> frozenset[str]:
    """Give what a unit and its surroundings say, and what is noted if that is asked."""
    view = item.view
    said = view.held | view.context
    return said | view.noted if item.phrased >= ASKED else said


def unclaimed(asked: Asked, evidence: Sequence[Evidence], material: Material) -> bool:
    """Tell whether "why" claims something of what it names that the best evidence does not say.

    Only what has its questions noted beside it has so many words for what it says that this
    can be told.
    """
    best = evidence[0].view
    named = any(slot.kind in _NAMED for slot in asked.slots)
    if asked.question.wants != "reason" or not (named and asked.topics and best.noted):
        return False
    told = best.held | best.context | best.noted
    return _share(asked, material, lambda slot: sure(slot, told)) < CLAIMED


def _share(asked: Asked, material: Material, held: Callable[[Slot], float]) -> float:
    """Give the share of a question's subject for which something holds, by how telling it is."""
    idf = material.searcher.index.idf
    weights = [max(map(idf, slot.variants[0].stems)) for slot in asked.topics]
    found = sum(w * held(slot) for w, slot in zip(weights, asked.topics, strict=True))
    return found / (sum(weights) or 1.0)


def _says(slot: Slot, says: Callable[[str], bool]) -> bool:
    return any(all(map(says, variant.stems)) for variant in slot.variants)
