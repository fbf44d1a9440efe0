"""Which job suits somebody who tells what they like to do."""

from __future__ import annotations

from dataclasses import replace

from ..question import Asked, Understanding
from ..records import Answer, Part, Statement
from .doing import doers
from .material import Material, answered
from .views import View
from .writing import say

# Of roles to choose from the nearest will do; so many are told of those that do what is liked.
LEAST_OF_NAMED = 0.2
OFFERED = 5
CONFIDENT = 0.6


def liking_answer(asked: Asked, material: Material, understanding: Understanding) -> Answer | None:
    """Tell which roles do what somebody would like to do; None where nobody does."""
    if not asked.liked:
        return None
    named = asked.question.roles
    found = doers(asked.liked, material, understanding, LEAST_OF_NAMED if named else 0.0)
    fitting = [doer for doer in found if not named or doer.role in named]
    if not fitting:
        return None
    writer = material.writer()
    rows = tuple(
        (_of_role(writer.state([doer.view]), doer.view, doer.role, material),)
        for doer in fitting[:OFFERED]
    )
    parts = (say(f"By what they do, these come nearest to “{asked.liked}”:"), Part("list", rows))
    return answered(asked, parts, writer, CONFIDENT)


def _of_role(told: Statement, view: View, role: str, material: Material) -> Statement:
    """Name the role before what does not open with it."""
    if view.leads == role:
        return told
    name = material.lexicon.entity("role", role).name
    return replace(told, text=f"{name[:1].upper()}{name[1:]} – {told.text}")
