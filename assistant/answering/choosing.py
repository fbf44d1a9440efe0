"""Titles that several roles go by: an answer for each role, or a question back that names them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ..question import Asked, Choice, Understanding
from ..records import Answer, Part, Statement
from .combining import together
from .material import Material
from .writing import joined, say

# So many roles are answered one by one; of more only the names are given, so many at most.
ANSWERED = 3
NAMED = 8

# How a description of one person opens that stands for a name with its article.
_DETERMINED = re.compile(r"(?:the|an?|any|some|someone|somebody|anyone|anybody)\b", re.I)

Reply = Callable[[Asked], Answer]


def choice_answer(
    asked: Asked, material: Material, understanding: Understanding, reply: Reply
) -> Answer | None:
    """Answer a question whose title several roles go by; None when it is clear whom it means."""
    open_ones = [choice for choice in asked.choices if len(choice.roles) > 1]
    if not open_ones:
        return None
    choice = open_ones[0]
    if len(choice.roles) > ANSWERED or len(open_ones) > 1 or asked.question.roles:
        return _which(asked, choice, material)
    pieces = [in_place_of(asked, choice, material, role) for role in choice.roles]
    answers = [reply(understanding.understand(piece, asked.question.asked)) for piece in pieces]
    if all(answer.abstained for answer in answers):
        return _which(asked, choice, material)
    headed = [
        replace(answer, parts=(say(f"{_for(material, role)}:"), *answer.parts))
        for answer, role in zip(answers, choice.roles, strict=True)
    ]
    whole = together(headed, pieces)
    first = say(f"{_several(choice, material)} Here is each.")
    return replace(whole, question=asked.question, parts=(first, *whole.parts))


def with_titles_told(asked: Asked, answer: Answer, material: Material) -> Answer:
    """Say whom a title was taken for, where it is another name than the role's own."""
    told = [
        f"“{choice.title}” {_stands_for(choice)} {material.called('role', choice.roles[0])}"
        f"{' best' if choice.form else ''} here."
        for choice in asked.choices
        if len(choice.roles) == 1
    ]
    if not told or answer.status not in ("answered", "partial"):
        return answer
    return replace(answer, parts=(say(" ".join(told)), *answer.parts))


def _for(material: Material, role: str) -> str:
    name = material.called("role", role)
    return name[:1].upper() + name[1:]


def _which(asked: Asked, choice: Choice, material: Material) -> Answer:
    """Name the roles that a title may mean, and ask which."""
    pieces = [in_place_of(asked, choice, material, role) for role in choice.roles[:NAMED]]
    parts = (
        say(f"{_several(choice, material)} Which do you mean?"),
        Part("list", tuple((Statement(piece),) for piece in pieces)),
    )
    return Answer(asked.question, "clarify", parts, (), tuple(pieces[:ANSWERED]))


def _several(choice: Choice, material: Material) -> str:
    names = [material.called("role", role) for role in choice.roles[:NAMED]]
    more = len(choice.roles) - len(names)
    rest = f" and {more} more" if more else ""
    gap = "; " if any("," in name for name in names) else ""
    listed = gap.join(names) if gap or more else joined(names)
    listed = listed if gap else ", ".join(names) if more else listed
    many = f"{len(choice.roles)} occupations"
    return f"“{choice.title}” {_stands_for(choice)} {many} here: {listed}{rest}."


def _stands_for(choice: Choice) -> str:
    return "fits" if choice.form else "is a title of"


def in_place_of(asked: Asked, choice: Choice, material: Material, role: str) -> str:
    """Put a role's name in the title's place, in the plural where the title is in it."""
    entity = material.lexicon.entity("role", role)
    before, behind = asked.text[: choice.start], asked.text[choice.end :]
    words = before.rsplit(None, 1)
    if words and words[-1].lower() in ("a", "an"):
        kept = before[: len(before.rstrip()) - len(words[-1])]
        return kept + entity.one + behind
    if choice.form:
        one = entity.one if _DETERMINED.match(choice.title) else entity.name
        forms = {"one": one, "many": entity.many, "work": f"being {entity.one}"}
        return before + forms[choice.form] + behind
    plural = choice.title.lower().endswith("s")
    return before + (entity.many if plural else entity.name) + behind
