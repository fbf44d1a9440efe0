"""Titles that are used for more than one job: every reading is told and answered.

Which titles these are, and what for, their profiles say under ``ambiguous``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ..figures import Profile
from ..question import OF_A_ROLE, Asked, Understanding
from ..records import Answer
from .combining import shortened, together
from .material import Material
from .views import View
from .writing import say, sentences

# Facets that a difference of meaning does not touch, or that tell of it themselves.
_MEANING = frozenset({"difference", "similarity", "concept", "titles"})
# Parts of the answer for each reading.
SHOWN = 1


@dataclass(frozen=True, slots=True)
class Meanings:
    """What a role's title may mean: its sentences, and the roles that are meant by them."""

    role: str
    told: tuple[View, ...]
    roles: tuple[str, ...]


def meanings(role: str, material: Material) -> Meanings | None:
    """Give the readings that a profile tells of a role's title; None where it has but one."""
    for document in material.kept.profiled(role):
        profile = material.kept.profiles[document]
        if len(profile.ambiguous) > 1:
            told = _told(document, profile, material)
            roles = (material.lexicon.named("role", r.role) for r in profile.ambiguous)
            return Meanings(role, told, tuple(dict.fromkeys(filter(None, roles))))
    return None


def _told(document: str, profile: Profile, material: Material) -> tuple[View, ...]:
    spans = [reading.span for reading in profile.ambiguous]
    found = {
        (view.unit.start, view.unit.end): view
        for passage in material.kept.passages_of(document)
        if any(s[0] >= passage.start for s in spans)
        for view in material.viewer.views(passage)
    }
    return tuple(found[span] for span in spans if span in found)


def both_answers(
    asked: Asked,
    material: Material,
    understanding: Understanding,
    reply: Callable[[Asked], Answer],
) -> Answer | None:
    """Answer for every reading of an ambiguous title; None where the question has none.

    Told first is what the title may mean, then the answer for each role that it may mean.
    """
    slots = [s for s in asked.slots if s.kind == "role"]
    facets = asked.question.facets[:1]
    explains = facets == ("concept",) and not asked.topics
    if len(slots) != 1 or not (explains or set(facets) & (OF_A_ROLE - _MEANING)):
        return None
    held = meanings(slots[0].entity, material)
    if held is None or len(held.roles) < 2 or not held.told:
        return None
    answers = [_opening(asked, held, material)]
    if explains:
        return answers[0]
    for role in held.roles:
        name = material.lexicon.entity("role", role).name
        text = asked.text.replace(slots[0].text, name)
        answer = reply(understanding.understand(text))
        if not answer.abstained:
            kept = (say(f"As {name}:"), *answer.parts[:SHOWN])
            answers.append(shortened(answer, kept))
    if len(answers) < 2:
        return None
    return replace(together(answers, [asked.text] * len(answers)), question=asked.question)


def _opening(asked: Asked, held: Meanings, material: Material) -> Answer:
    """Say what the title may mean."""
    writer = material.writer()
    parts = (say("The title has more than one meaning:"), sentences(writer, held.told))
    return Answer(asked.question, "answered", parts, writer.citations, confidence=0.9)
