"""Whom a question tells by their work alone: "How much do people who cut hair earn?"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..question import Asked, Choice, Described, Understanding
from ..records import Answer
from .choosing import choice_answer, in_place_of
from .doing import doers
from .material import Material

# More roles than this leave it too open to ask which is meant.
MOST = 8


def described_answer(
    asked: Asked,
    material: Material,
    understanding: Understanding,
    reply: Callable[[Asked], Answer],
) -> Answer | None:
    """Answer for the roles that fit a description; None where there is none, or none fits."""
    told = asked.described
    if told is None:
        return None
    roles = tuple(doer.role for doer in doers(told.doing, material, understanding))
    if not 0 < len(roles) <= MOST:
        return None
    choice = Choice(told.start, told.end, told.text, roles, "many" if told.many else "one")
    if len(roles) > 1:
        known = replace(asked, choices=(*asked.choices, choice), described=None)
        return choice_answer(known, material, understanding, reply)
    text = in_place_of(asked, choice, material, roles[0])
    again = understanding.understand(text, asked.question.asked)
    # Another description may follow; never the same place again.
    left = _behind(again.described, told)
    return reply(replace(again, choices=(*again.choices, choice), described=left))


def _behind(described: Described | None, told: Described) -> Described | None:
    return described if described is not None and described.start > told.start else None
