"""The roles that do something, by what the documents say of their work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..question import Understanding
from ..records import Slot
from ..text import stems
from .evidence import Weigher
from .material import Material
from .saying import said
from .views import View

# Passages looked into for what roles do.
LOOKED = 64
# A role does what is described if some unit on its work says so much of the words.
LEAST = 0.7
# … and all, where there are only so many that tell anything.
FEW = 3
# What it counts beside that when the unit says what the role is, and when the role's own name
# says a word of the description; how much less others may fit to be meant as well.
IS_ONE, CALLED_SO = 0.25, 0.15
NEAR = 0.15
# What each further unit of a document adds that says it too, and up to how many.
AGAIN, OFTEN = 0.05, 6
# The sections that tell what a role does.
_WORK = frozenset({"duties", "concept"})


class Doer(NamedTuple):
    """A role that does something, how well that fits, and the unit that says so best."""

    role: str
    fit: float
    view: View


def doers(
    doing: str, material: Material, understanding: Understanding, least: float = 0.0
) -> tuple[Doer, ...]:
    """Give the roles that do something, best first.

    With ``least`` a role need only fit so much, not say every word of the description.
    """
    asked = understanding.understand(doing)
    slots = [s for s in asked.slots if s.kind in ("topic", "facet", "common")]
    weigher = Weigher(asked, material.searcher, material.lexicon)
    held: dict[tuple[str, str], list[Doer]] = {}
    for hit in material.searcher.search(slots, LOOKED):
        for view in filter(_tells_work, material.viewer.views(hit.passage)):
            (role,) = view.subject
            fit = _fit(view, role, slots, weigher, least)
            held.setdefault((role, view.passage.document), []).append(Doer(role, fit, view))
    return _nearest(map(_of_document, held.values()))


def _of_document(found: Sequence[Doer]) -> Doer:
    """Give the best unit of a role's document, the better the more of them say it."""
    best = max(found, key=lambda doer: doer.fit)
    told = min(sum(doer.fit > 0 for doer in found), OFTEN)
    return best._replace(fit=best.fit + AGAIN * (told - 1)) if told else best


def _nearest(found: Iterable[Doer]) -> tuple[Doer, ...]:
    """Keep each role once, and only what fits nearly as well as the best."""
    best: dict[str, Doer] = {}
    for doer in found:
        if doer.fit > 0 and (doer.role not in best or doer.fit > best[doer.role].fit):
            best[doer.role] = doer
    most = max((doer.fit for doer in best.values()), default=0.0)
    near = (doer for doer in best.values() if doer.fit >= most - NEAR)
    return tuple(sorted(near, key=lambda doer: (-round(doer.fit, 9), doer.role)))


def _tells_work(view: View) -> bool:
    """Tell whether a unit says of one role alone what it is or does."""
    if len(view.subject) != 1 or view.untold or view.about_source or not view.says:
        return False
    return bool(_WORK & set(view.sections[:1])) or (not view.sections and bool(view.leads))


def _fit(view: View, role: str, slots: list[Slot], weigher: Weigher, least: float) -> float:
    """Tell how well a unit on a role's work fits a description, 0 where too little is said."""
    share = weigher.evidence(view, 1.0).features.own
    topics = [slot for slot in slots if slot.kind == "topic"]
    whole = len(topics) > FEW or all(said(slot, view) for slot in topics)
    if share < (least or LEAST) or not (whole or least):
        return 0.0
    entity = weigher.lexicon.entity("role", role)
    names = {stem for name in (entity.name, *entity.aliases) for stem in stems(name)}
    called = any(names.intersection(slot.variants[0].stems) for slot in slots)
    return share + IS_ONE * (view.leads == role) + CALLED_SO * called
