"""Refusing titles that do not exist, where a collection has documents of single occupations.

Among a thousand occupations every word of an invented title stands somewhere: "ghost
archivist" must not be answered by what is told of archivists.
"""

from __future__ import annotations

import re

from ..question import OF_A_ROLE, Asked, People
from ..records import Answer, Slot, Variant
from ..text import common_stems, pairs
from .material import Material
from .writing import say

# "What does a … do" asks for duties of whomever it names.
_DOES = re.compile(r"\b(?:does|do)\b.+\bdo\b", re.I)
# Passages looked into for a name's words standing together.
LOOKED = 8


def stranger_answer(asked: Asked, material: Material) -> Answer | None:
    """Say that the documents know nobody of a name in the question; None where they do."""
    of_role = OF_A_ROLE & set(asked.question.facets[:2]) or _DOES.search(asked.text)
    if not material.lexicon.exact or not of_role:
        return None
    unknown = next((p for p in asked.people if _strange(p, asked, material)), None)
    if unknown is None:
        return None
    told = f"The documents say nothing about {_shown(unknown.text)}."
    known = material.called("role", unknown.roles[0]) if len(unknown.roles) == 1 else ""
    parts = (say(f"{told} They do tell of {known}." if known else told),)
    return Answer(asked.question, "abstained", parts, confidence=0.1)


def _shown(name: str) -> str:
    return f"“{name}”"


def _strange(people: People, asked: Asked, material: Material) -> bool:
    """Tell whether no document knows people of a name."""
    if people.roles:
        telling = [s for s in people.before if s not in common_stems()]
        exact = [r for r in people.roles if r in material.owned] if telling else []
        return bool(exact) and not any(material.owned.stems(r).issuperset(telling) for r in exact)
    if asked.question.roles or asked.choices or _names_facet(people, material):
        return False
    if len(people.stems) == 1:
        return people.stems[0] not in material.searcher.index
    return not _stands_together(people.stems, material)


def _names_facet(people: People, material: Material) -> bool:
    """Tell whether a name is none of people: "a typical salary", "a good living"."""
    last = people.stems[-1]
    return last in common_stems() or (last,) in material.lexicon.asks


def _stands_together(stems: tuple[str, ...], material: Material) -> bool:
    slot = Slot(" ".join(stems), "topic", (Variant(stems),))
    wanted = set(pairs(stems))
    return any(
        wanted <= view.held
        for hit in material.searcher.search((slot,), LOOKED)
        for view in material.viewer.views(hit.passage)
    )
