"""Saying that the documents do not tell, and what they do tell nearby."""

from __future__ import annotations

from collections.abc import Sequence

from ..question import Asked
from ..records import Answer
from .doubts import Doubt
from .features import Evidence
from .material import Material
from .writing import joined, say, sentences

# From here on a sentence is worth showing beside a refusal, and where it is not about the
# facet that is plainly asked for.
NEARBY, NEARBY_OFF = 0.3, 0.6
# Roles that are named to somebody who asks of another field have this share of the passages.
OFTEN = 0.05


def refused(
    asked: Asked, evidence: Sequence[Evidence], reason: Doubt, material: Material
) -> Answer:
    """Say that the documents do not tell, and show the nearest thing that they do tell."""
    words = "The documents do not tell that."
    if reason.kind == "name":
        words = f"The documents say nothing about {reason.missing}."
    elif reason.kind == "figure":
        words = "The documents give no figure for that."
    elif reason.kind == "field":
        words += _about(material)
    elif reason.missing:
        words = f"The documents say nothing about that for {reason.missing}."
        if reason.kind == "place":
            words = f"The documents say nothing about that in {reason.missing}."
    parts = [say(words)]
    writer = material.writer()
    # Nothing is near another field, or a role or a thing that no document knows.
    alone = reason.kind in ("role", "field") or (reason.kind == "name" and len(asked.topics) == 1)
    near = [] if alone else [e for e in evidence[:8] if _near(asked, e)]
    if near:
        nearest = (e.view for e in near[:1])
        parts += [say("The nearest they come:"), sentences(writer, nearest, nearby=True)]
    best = evidence[0].coverage if evidence else 0.0
    return Answer(
        asked.question, "abstained", tuple(parts), writer.citations, confidence=0.3 * best
    )


def _about(material: Material) -> str:
    """Say whom the documents are about, where they are about a few before all others."""
    subjects = material.subjects
    roles = [r for r in material.foremost if subjects[r] >= OFTEN * subjects.total()]
    more = len(set(material.present).difference(roles))
    names = [material.called("role", role) for role in roles]
    many = joined([*names, f"{more} other careers"] if more > 1 else names)
    return f" They are about {many}." if roles else ""


def corrected(asked: Asked, against: Sequence[Evidence], material: Material) -> Answer:
    """Say that the documents tell otherwise than the question takes for granted."""
    writer = material.writer()
    told = sentences(writer, (e.view for e in against), nearby=True)
    parts = (say("The documents do not say so. They tell otherwise:"), told)
    return Answer(
        asked.question, "abstained", parts, writer.citations, confidence=0.3 * against[0].coverage
    )


def _near(asked: Asked, item: Evidence) -> bool:
    """Tell whether a unit comes near what is asked."""
    if not asked.topics:
        return item.facet >= NEARBY
    return item.coverage >= (NEARBY_OFF if asked.plainly and not item.facet else NEARBY)
