"""Saying that the documents do not tell, and what they do tell nearby."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..question import Asked
from ..records import Answer, Part, Slot
from .evidence import PLAINLY, Evidence, sure
from .material import Material
from .views import View
from .writing import say

# Below these shares of the question's subject, evidence does not answer it.
LEAST_COVERAGE = 0.25
LEAST_IN_SECTION = 0.15
# … and still less where the subject is itself a cue of the facet, such as "college".
LEAST_FOR_CUE = 0.04
LEAST_FOR_FIGURE = 0.38
SECTION = 0.6
# … and more where a facet is plainly asked for, and none of the best evidence is about it.
LEAST_OFF = 0.6
LEAST_FACET = 0.45
# How surely the word that is to be explained must be meant.
MEANT = 0.7
# Units looked into for what the question cannot do without.
LOOKED = 6
# From here on a sentence is worth showing beside a refusal.
NEARBY = 0.3

_COUNTED = re.compile(r"\bhow many\b", re.I)
_SHARE = re.compile(r"\d\s?%|\d per ?cent", re.I)
_DENIES = re.compile(
    r"(?:\b(?:not|no|never|without)|n[’']t)\s+(?:\w+\s+){0,2}(?:need|requir|necess|import|matter|use|"
    r"have|expect)|\bunnecessary\b",
    re.I,
)
# Facets that belong to a role, so that another role's will not do.
OF_A_ROLE = frozenset(
    [
        "duties",
        "skills",
        "tools",
        "education",
        "certification",
        "entry",
        "pay",
        "outlook",
        "progression",
        "conditions",
        "interview",
        "difference",
        "similarity",
        "titles",
    ]
)
_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|"
    r"hundred|thousand|million|billion|half|quarter|once|twice|dozen|decade|century)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the evidence does not answer: what it lacks, and of which kind that is."""

    missing: str
    kind: str


def doubt(asked: Asked, evidence: Sequence[Evidence], material: Material) -> Doubt | None:
    """Give the reason not to answer from this evidence, or None when it answers."""
    if not evidence:
        return Doubt("", "nothing")
    return (
        _missing_entity(asked, evidence, material)
        or _missing_name(asked, evidence, material)
        or _undefined(asked, evidence)
        or _missing_figure(asked, evidence, material)
        or _not_denied(asked, evidence)
        or _weak(asked, evidence, material)
    )


def _missing_entity(asked: Asked, evidence: Sequence[Evidence], material: Material) -> Doubt | None:
    """Find a place, employer, year or role of the question that the best evidence lacks."""
    for slot in asked.slots:
        if slot.kind not in ("place", "employer", "year", "role"):
            continue
        if any(_speaks_of(slot, item.view) for item in _likely(evidence)):
            continue
        if slot.kind != "role" or not _beside_the_point(asked, slot, evidence):
            return Doubt(material.called(slot.kind, slot.entity) or slot.text, slot.kind)
    return None


def _opens_with(asked: Asked, slot: Slot) -> bool:
    """Tell whether a question's first named thing is this role: "Why do pilots …"."""
    first = min(
        (s for s in asked.slots if s.kind not in ("section", "carried")),
        key=lambda s: asked.text.find(s.text),
        default=slot,
    )
    return first.text == slot.text


def _likely(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Give the evidence that may be told: the best, and what covers nearly as much."""
    near = 0.7 * evidence[0].coverage
    return [e for at, e in enumerate(evidence) if at < LOOKED or e.coverage >= near]


def _beside_the_point(asked: Asked, slot: Slot, evidence: Sequence[Evidence]) -> bool:
    """Tell whether a role is only mentioned: another is meant, or none, and none is compared."""
    if asked.facet == "difference":
        return False
    if asked.question.roles == (slot.entity,) and not _opens_with(asked, slot):
        return not OF_A_ROLE & set(asked.question.facets[:2])
    others = set(asked.question.roles) - {slot.entity}
    return any(others & item.view.subject for item in evidence[:LOOKED])


def _speaks_of(slot: Slot, view: View) -> bool:
    if slot.kind == "role":
        return slot.entity in view.subject or slot.entity in view.roles
    if slot.kind == "place" and slot.entity in view.places:
        return True
    if slot.kind == "employer" and slot.entity in view.employers:
        return True
    return sure(slot, view.held | view.context) > 0


def _missing_name(asked: Asked, evidence: Sequence[Evidence], material: Material) -> Doubt | None:
    """Find a name in the question, such as a product's, that no document holds."""
    for slot in asked.slots:
        if (
            slot.named
            and slot.kind == "topic"
            and not all(s in material.searcher.index for s in slot.variants[0].stems)
        ):
            return Doubt(slot.text, "name")
    return None


def _undefined(asked: Asked, evidence: Sequence[Evidence]) -> Doubt | None:
    """Tell that a word is to be explained which the best evidence hardly means."""
    if asked.question.wants != "definition" or len(asked.topics) != 1:
        return None
    topic = asked.topics[0]
    meant = max(sure(topic, e.view.held | e.view.context) for e in evidence[:LOOKED])
    return Doubt(topic.text, "name") if meant < MEANT else None


def _missing_figure(asked: Asked, evidence: Sequence[Evidence], material: Material) -> Doubt | None:
    """Tell that a number is wanted and none of the evidence that fits as well holds one."""
    wants = asked.question.wants
    if wants not in ("number", "amount"):
        return None
    if asked.topics and max(e.coverage for e in evidence[:3]) < LEAST_FOR_FIGURE:
        return Doubt("", "figure")
    if wants == "amount" and asked.facet == "pay" and asked.topics and _is_meant(asked):
        return None
    told = any(_holds_figure(text, wants, material) for text in _near_texts(asked, evidence))
    return None if told else Doubt("", "figure")


def _holds_figure(text: str, wants: str, material: Material) -> bool:
    """Tell whether a text holds a number, which an amount of money is not, or an amount."""
    if wants == "number":
        return bool(_FIGURE.search(_bare(text, material)))
    return bool(material.money.read(text) or _SHARE.search(text))


def with_figures(
    asked: Asked, evidence: tuple[Evidence, ...], material: Material
) -> tuple[Evidence, ...]:
    """Keep the evidence that holds the figure wanted, where some that fits as well does."""
    wants = asked.question.wants
    if wants not in ("number", "amount"):
        return evidence
    held = tuple(
        e
        for e in evidence
        if e.coverage >= 0.7 * evidence[0].coverage and _holds_figure(e.view.text, wants, material)
    )
    return held or evidence


def _near_texts(asked: Asked, evidence: Sequence[Evidence]) -> list[str]:
    """Give the texts that cover nearly as much of the question as the best of them.

    Where people of a role are counted, only those that name the role.
    """
    own = max(e.features.own for e in evidence[:LOOKED])
    counted = _COUNTED.search(asked.text)
    roles = {s.entity for s in asked.slots if s.kind == "role"} if counted else set()
    return [
        e.view.text
        for e in evidence[:LOOKED]
        if e.coverage >= 0.7 * evidence[0].coverage
        and e.features.own >= 0.5 * own
        and (not roles or roles & e.view.roles)
    ]


def _bare(text: str, material: Material) -> str:
    """Leave out amounts of money, which are not numbers of anything."""
    for amount in reversed(material.money.read(text)):
        text = text[: amount.start] + text[amount.end :]
    return text


def _not_denied(asked: Asked, evidence: Sequence[Evidence]) -> Doubt | None:
    """Tell that what is not so is asked, and the evidence only tells what is so."""
    asks_which = asked.question.wants in ("list", "name", "")
    denied = any(_DENIES.search(e.view.text) for e in evidence[:3])
    return Doubt("", "weak") if asked.negated and asks_which and not denied else None


def _weak(asked: Asked, evidence: Sequence[Evidence], material: Material) -> Doubt | None:
    """Tell that the evidence covers too little; less will do where the section is right."""
    best = evidence[:3]
    if not asked.topics:
        weak = max(e.facet for e in best) < LEAST_FACET and not _of_whom(asked, best)
    else:
        off = _is_meant(asked) and not any(e.facet for e in best)
        weak = all(e.coverage < (LEAST_OFF if off else _least(asked, e, material)) for e in best)
    return Doubt("", "weak") if weak else None


def _is_meant(asked: Asked) -> bool:
    """Tell whether a facet is asked for plainly, by a word of its own."""
    return bool(asked.facet_scores) and asked.facet_scores[0][1] >= PLAINLY


def _of_whom(asked: Asked, best: Sequence[Evidence]) -> bool:
    """Tell whether "what is" or "what does a … do" meets a sentence on the role itself."""
    general = set(asked.question.facets) <= {"concept", "duties"}
    return general and any(e.view.leads in asked.question.roles for e in best)


def _least(asked: Asked, item: Evidence, material: Material) -> float:
    if item.facet < SECTION:
        return LEAST_COVERAGE
    index = material.searcher.index
    heard = any(
        slot.cue and any(all(stem in index for stem in v.stems) for v in slot.variants)
        for slot in asked.topics
    )
    return LEAST_FOR_CUE if heard else LEAST_IN_SECTION


def refused(
    asked: Asked, evidence: Sequence[Evidence], reason: Doubt, material: Material
) -> Answer:
    """Say that the documents do not tell, and show the nearest thing that they do tell."""
    words = "The documents do not tell that."
    if reason.kind == "name":
        words = f"The documents say nothing about {reason.missing}."
    elif reason.kind == "figure":
        words = "The documents give no figure for that."
    elif reason.missing:
        words = f"The documents say nothing about that for {reason.missing}."
        if reason.kind == "place":
            words = f"The documents say nothing about that in {reason.missing}."
    parts = [say(words)]
    writer = material.writer()
    near = [e for e in evidence[:8] if _near(asked, e)] if reason.kind != "role" else []
    if near:
        row = tuple(writer.state([e.view], nearby=True) for e in near[:1])
        parts += [say("The nearest they come:"), Part("prose", (row,))]
    best = evidence[0].coverage if evidence else 0.0
    return Answer(
        asked.question, "abstained", tuple(parts), writer.citations, confidence=0.3 * best
    )


def corrected(asked: Asked, against: Sequence[Evidence], material: Material) -> Answer:
    """Say that the documents tell otherwise than the question takes for granted."""
    writer = material.writer()
    row = tuple(writer.state([e.view], nearby=True) for e in against)
    parts = (say("The documents do not say so. They tell otherwise:"), Part("prose", (row,)))
    return Answer(
        asked.question, "abstained", parts, writer.citations, confidence=0.3 * against[0].coverage
    )


def _near(asked: Asked, item: Evidence) -> bool:
    return item.coverage >= NEARBY or (not asked.topics and item.facet >= NEARBY)
