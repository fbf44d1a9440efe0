"""Answers that are a section of a role's own document, told in its order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..question import Asked
from ..records import Answer, Slot
from .material import Material, answered
from .views import View
from .writing import say, sentences

# Facets whose section answers in its own order: what comes first there matters most.
IN_ORDER = ("education", "entry")
# Facets that a document answers where it opens: what a role is, and what else it is called.
OPENING = ("concept", "titles")
# The word by which a document says that a facet is not published.
_WORDS = {"duties": "tasks", "skills": "skills", "tools": "technology", "education": "education"}
# Sentences told of one role, and of each of several.
ALONE, BESIDE = 4, 2


def section_answer(asked: Asked, material: Material) -> Answer | None:
    """Answer from the sections on a facet of the roles' own documents; None without such.

    A question with a subject besides the facet is left to the search.
    """
    roles = asked.question.roles
    if not roles or asked.facet not in (*IN_ORDER, *OPENING):
        return None
    if not all(_only_asks(slot, material) for slot in asked.topics):
        return None
    most = ALONE if len(roles) == 1 else BESIDE
    told = [tuple(_sentences(asked.facet, role, material))[:most] for role in roles]
    if not all(told):
        return None
    writer = material.writer()
    parts = tuple(sentences(writer, views) for views in told)
    return answered(asked, parts, writer, 0.9)


def _only_asks(slot: Slot, material: Material) -> bool:
    """Tell whether a topic is none of its own: it only points to a facet, as "which degree"."""
    asks = material.lexicon.asks
    return slot.cue or all((stem,) in asks for stem in slot.variants[0].stems)


def unpublished_answer(asked: Asked, material: Material) -> Answer | None:
    """Refuse what a role's own document says nobody publishes; None where it has a section on it.

    Where whole tables leave a role out, what merely sounds like the facet is no answer.
    """
    roles, facet = asked.question.roles, asked.facet
    if len(roles) != 1 or facet not in _WORDS or not asked.plainly:
        return None
    own = material.owned.passages(roles[0])
    views = (v for passage in own for v in material.viewer.views(passage)[:1])
    if not own or any(facet in view.sections for view in views):
        return None
    told = material.untold(roles[0], _WORDS[facet])[:1]
    if not told:
        return None
    writer = material.writer()
    parts = (say("The documents do not tell that."), sentences(writer, told, nearby=True))
    return Answer(asked.question, "abstained", parts, writer.citations, confidence=0.1)


def first_told(facet: str, roles: Sequence[str], material: Material) -> Mapping[str, View]:
    """Give what the roles' own documents tell first on a facet: an item of a list, if there is one.

    Roles without a document of their own are left out.
    """
    found: dict[str, View] = {}
    for role in roles:
        views = [
            v for passage in material.owned.passages(role) for v in material.viewer.views(passage)
        ]
        told = [v for v in views if v.says and v.unit.kind != "heading" and facet in v.sections[:1]]
        items = [v for v in told if v.unit.kind == "item"]
        if told:
            found[role] = (items or told)[0]
    return found


def _sentences(facet: str, role: str, material: Material) -> Iterator[View]:
    own = material.owned.passages(role)
    for passage in own[:1] if facet in OPENING else own:
        for view in material.viewer.views(passage):
            if view.unit.kind == "sentence" and view.says and _tells(view, facet):
                yield view


def _tells(view: View, facet: str) -> bool:
    """Tell whether a sentence is of a facet: by its section, or by its words where it opens."""
    if facet == "titles":
        return _TITLES in view.text.lower()
    return facet in OPENING or facet in view.sections[:2]


_TITLES = "titles"
