"""Saying that the documents do not tell, and what they do tell nearby."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..question import Asked
from ..records import Answer, Part, Slot
from .evidence import Evidence, sure
from .material import Material
from .writing import say

# Below these shares of the question's subject, evidence does not answer it.
LEAST_COVERAGE = 0.42
LEAST_FACET = 0.45
# From here on a sentence is worth showing beside a refusal.
NEARBY = 0.3


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the evidence does not answer: which named thing or word it lacks, "" if just weak."""

    missing: str
    kind: str


def doubt(asked: Asked, evidence: Sequence[Evidence], material: Material) -> Doubt | None:
    """Give the reason not to answer from this evidence, or None when it answers."""
    if not evidence:
        return Doubt("", "nothing")
    named = _missing_name(asked, evidence, material) or _unknown_name(asked, material)
    if named is not None:
        return named
    best = evidence[0]
    if asked.topics:
        if max(e.coverage for e in evidence[:3]) < LEAST_COVERAGE:
            return Doubt("", "weak")
    elif best.facet < LEAST_FACET:
        return Doubt("", "weak")
    return None


def _missing_name(asked: Asked, evidence: Sequence[Evidence], material: Material) -> Doubt | None:
    """Find a place, employer, role or year of the question that the best evidence lacks."""
    for slot in asked.slots:
        if slot.kind in ("place", "employer", "year", "role") and not any(
            _speaks_of(slot, item) for item in evidence[:6]
        ):
            return Doubt(material.name(slot.kind, slot.entity) or slot.text, slot.kind)
    return None


def _speaks_of(slot: Slot, item: Evidence) -> bool:
    view = item.view
    if slot.kind == "role":
        return slot.entity in view.subject or slot.entity in view.roles
    if slot.kind == "place" and slot.entity in view.places:
        return True
    if slot.kind == "employer" and slot.entity in view.employers:
        return True
    return sure(slot, view.stems | view.context) > 0


def _unknown_name(asked: Asked, material: Material) -> Doubt | None:
    """Find a name in the question that no document holds: capitals inside a sentence."""
    text = asked.text
    if text.isupper() or text == text.title():
        return None
    for slot in asked.topics:
        at = text.find(slot.text)
        inside = at > 0 and text[:at].rstrip()[-1:] not in ".!?\"'“(" and text[:at].strip() != ""
        if (
            slot.text[:1].isupper()
            and inside
            and not any(
                all(stem in material.searcher.index for stem in v.stems) for v in slot.variants
            )
        ):
            return Doubt(slot.text, "name")
    return None


def refused(
    asked: Asked, evidence: Sequence[Evidence], reason: Doubt, material: Material
) -> Answer:
    """Say that the documents do not tell, and show the nearest thing that they do tell."""
    words = "The documents do not tell that."
    if reason.kind == "name":
        words = f"The documents say nothing about {reason.missing}."
    elif reason.missing:
        words = f"The documents say nothing about that for {reason.missing}."
    parts = [say(words)]
    writer = material.writer()
    near = [e for e in evidence[:8] if _near(asked, e)]
    if near:
        row = tuple(writer.state([e.view], nearby=True) for e in near[:1])
        parts += [say("The nearest they come:"), Part("prose", (row,))]
    best = evidence[0].coverage if evidence else 0.0
    return Answer(
        asked.question, "abstained", tuple(parts), writer.citations, confidence=0.3 * best
    )


def _near(asked: Asked, item: Evidence) -> bool:
    return item.coverage >= NEARBY or (not asked.topics and item.facet >= NEARBY)
