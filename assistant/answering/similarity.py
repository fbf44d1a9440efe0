"""What roles have in common: what is said of all of them, and what their lists both name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..question import Asked
from ..records import Answer, Part, Statement
from .difference import about_roles
from .evidence import Weigher
from .material import Material, answered
from .prose import claims
from .views import View
from .writing import Writer, as_item, joined, label_of, say

# Sentences told on all of the roles, and names that two lists share.
TOLD, NAMED = 3, 10
# The facets whose lists are compared, each called what it lists.
LISTS = ("tools", "skills")
_PARTS = re.compile(r",\s*|;\s*|\s+(?:and|or)\s+")
# A name of a list is at most so many words.
LONGEST = 3


def similarity_answer(asked: Asked, material: Material) -> Answer | None:
    """Tell what roles have in common; None when that is not asked, or nothing is told of it."""
    roles = asked.question.roles
    likening = set(material.lexicon.heading_stems("similarity"))
    subject = [
        topic
        for topic in asked.topics
        if not topic.cue and likening.isdisjoint(v.stems for v in topic.variants)
    ]
    if len(roles) < 2 or asked.facet != "similarity" or subject:
        return None
    views = about_roles(asked, material)
    writer = material.writer()
    parts = [*_said_of_all(asked, views, writer, material), *_named_by_all(roles, views, writer)]
    if parts:
        return answered(asked, tuple(parts), writer, 0.8)
    return _refused(asked, material) if all(map(material.kept.profiled, roles)) else None


def _refused(asked: Asked, material: Material) -> Answer:
    """Say that the roles' own profiles liken them in nothing."""
    names = joined(material.called("role", role) for role in asked.question.roles)
    told = say(f"The documents do not tell what {names} have in common.")
    return Answer(asked.question, "abstained", (told,), confidence=0.1)


def _said_of_all(
    asked: Asked, views: Iterable[View], writer: Writer, material: Material
) -> Iterable[Part]:
    """Write the sentences that liken the roles to one another."""
    roles = set(asked.question.roles)
    weigher = Weigher(asked, material.searcher, material.lexicon)
    likening = (
        v
        for v in views
        if v.says
        and not v.about_source
        and roles <= v.roles & (v.subject or v.roles)
        and ("similarity" in v.signs or "similarity" in v.sections[:1])
    )
    found = sorted(
        (weigher.evidence(v, 0.0) for v in likening), key=lambda e: (-round(e.score, 9), e.view.key)
    )
    row = tuple(writer.state(claim.views) for claim in claims(found)[:TOLD])
    return [Part("prose", (row,))] if row else []


def _named_by_all(roles: Sequence[str], views: Sequence[View], writer: Writer) -> Iterable[Part]:
    """Say which names the roles' lists of one facet share."""
    both = "Both" if len(roles) == 2 else "All"
    for facet in LISTS:
        held = [_names(role, facet, views) for role in roles]
        common = [name for name in held[0] if all(name in other for other in held[1:])][:NAMED]
        if common:
            found = dict.fromkeys(writer.cite(of[name]) for of in held for name in common)
            named = joined(_written(held[0][name], name) for name in common)
            text = f"{both} have {named} among their {facet}."
            yield Part("prose", ((Statement(text, tuple(found)),),))


def _names(role: str, facet: str, views: Iterable[View]) -> dict[str, View]:
    """Give what the items of a role's lists of a facet name, in small letters."""
    found: dict[str, View] = {}
    for view in views:
        on_it = facet in (view.headed or view.sections)[:1]
        if view.unit.kind == "item" and view.subject == {role} and on_it:
            for name in _listed(view):
                found.setdefault(name.lower(), view)
    return found


def _listed(view: View) -> list[str]:
    text = as_item(view.text).rstrip(".")
    said = text.removeprefix(f"{label_of(view.text)}:").strip()
    names = (name.removeprefix("and ").strip() for name in _PARTS.split(said))
    return [name for name in names if name and len(name.split()) <= LONGEST]


def _written(view: View, name: str) -> str:
    """Give a name as a unit writes it."""
    return next((written for written in _listed(view) if written.lower() == name), name)
