"""Whom a question tells by their work alone: "How much do people who cut hair earn?"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..question import Asked, Choice, Described, Understanding
from ..records import Answer, Part, Slot, Statement
from ..text import stems
from .choosing import choice_answer, in_place_of
from .evidence import Weigher
from .material import Material, answered
from .saying import said
from .views import View
from .writing import say

# Passages looked into for what roles do.
LOOKED = 64
# A role fits a description of whose words some unit on its work says so much.
LEAST = 0.7
# … and all, where it has only so many that tell anything.
FEW = 3
# What it counts beside that when the unit says what the role is, and when the role's own name
# says a word of the description; how much less others may fit to be meant as well.
DEFINES, NAMED = 0.25, 0.15
NEAR = 0.15
# What each further unit of a document adds that says it too, and up to how many.
AGAIN, OFTEN = 0.05, 6
# More roles than this leave it too open to ask which is meant.
MOST = 8
# Of roles to choose from the nearest will do; so many are told of those that do what is liked.
LEAST_OF_NAMED = 0.2
OFFERED = 5
CONFIDENT = 0.6
# The sections that tell what a role does.
_WORK = frozenset({"duties", "concept"})


def described_answer(
    asked: Asked,
    material: Material,
    understanding: Understanding,
    reply: Callable[[Asked], Answer],
) -> Answer | None:
    """Answer for the roles that fit a description; None where there is none, or none fits."""
    told = asked.described
    roles = roles_doing(told, material, understanding) if told is not None else ()
    if told is None or not 0 < len(roles) <= MOST:
        return None
    choice = Choice(told.start, told.end, told.text, roles, fits=True, many=told.many)
    known = replace(asked, choices=(choice,), described=None)
    if len(roles) > 1:
        return choice_answer(known, material, understanding, reply)
    text = in_place_of(known, choice, material, roles[0])
    again = understanding.understand(text, asked.question.asked)
    return reply(replace(again, choices=(choice,), described=None))


def liking_answer(asked: Asked, material: Material, understanding: Understanding) -> Answer | None:
    """Tell which roles do what somebody would like to do; None where nobody does."""
    if not asked.liked:
        return None
    named = asked.question.roles
    found = doers(asked.liked, material, understanding, LEAST_OF_NAMED if named else LEAST)
    fitting = [(role, view) for role, view in found if not named or role in named]
    if not fitting:
        return None
    writer = material.writer()
    rows = tuple((_named(writer.state([v]), v, r, material),) for r, v in fitting[:OFFERED])
    parts = (say(f"By what they do, these come nearest to “{asked.liked}”:"), Part("list", rows))
    return answered(asked, parts, writer, CONFIDENT)


def _named(told: Statement, view: View, role: str, material: Material) -> Statement:
    """Name the role before what does not open with it."""
    name = material.lexicon.entity("role", role).name
    if view.leads == role:
        return told
    return replace(told, text=f"{name[:1].upper()}{name[1:]} – {told.text}")


def roles_doing(
    told: Described, material: Material, understanding: Understanding
) -> tuple[str, ...]:
    """Give the roles whose work fits a description, best first."""
    return tuple(role for role, _ in doers(told.doing, material, understanding))


def doers(
    doing: str, material: Material, understanding: Understanding, least: float = LEAST
) -> tuple[tuple[str, View], ...]:
    """Give the roles that do something, best first, each with the unit that says so best."""
    asked = understanding.understand(doing)
    slots = [s for s in asked.slots if s.kind in ("topic", "facet", "common")]
    weigher = Weigher(asked, material.searcher, material.lexicon)
    held: dict[tuple[str, str], list[tuple[float, View]]] = {}
    for hit in material.searcher.search(slots, LOOKED):
        for view in material.viewer.views(hit.passage):
            if _tells_work(view):
                (role,) = view.subject
                fit = _fit(view, role, slots, weigher, least)
                held.setdefault((role, view.passage.document), []).append((fit, view))
    best: dict[str, tuple[float, View]] = {}
    for (role, _), found in held.items():
        often = min(sum(fit > 0 for fit, _ in found), OFTEN)
        fit, view = max(found, key=lambda pair: pair[0])
        fit += AGAIN * (often - 1)
        if fit > best.get(role, (0.0, view))[0]:
            best[role] = (fit, view)
    most = max((fit for fit, _ in best.values()), default=0.0)
    meant = [(r, fit, v) for r, (fit, v) in best.items() if fit >= max(least, most - NEAR)]
    meant.sort(key=lambda found: (-round(found[1], 9), found[0]))
    return tuple((role, view) for role, _, view in meant)


def _tells_work(view: View) -> bool:
    """Tell whether a unit says of one role alone what it is or does."""
    if len(view.subject) != 1 or view.untold or view.about_source or not view.says:
        return False
    return bool(_WORK & set(view.sections[:1])) or (not view.sections and bool(view.leads))


def _fit(view: View, role: str, slots: list[Slot], weigher: Weigher, least: float) -> float:
    share = weigher.evidence(view, 1.0).features.own
    topics = [slot for slot in slots if slot.kind == "topic"]
    lacks = len(topics) <= FEW and not all(said(slot, view) for slot in topics)
    if share < least or (lacks and least == LEAST):
        return 0.0
    entity = weigher.lexicon.entity("role", role)
    names = {stem for name in (entity.name, *entity.aliases) for stem in stems(name)}
    named = any(names.intersection(slot.variants[0].stems) for slot in slots)
    return share + DEFINES * (view.leads == role) + NAMED * named
