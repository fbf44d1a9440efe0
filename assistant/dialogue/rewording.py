"""Follow-ups that are told in full from the question before and its answer, by their wording."""

from __future__ import annotations

import re

from ..lexicon import Lexicon
from ..question import Asked
from ..records import Answer
from ..text import words
from ..wording import only_brief
from .replacing import OF_PEOPLE, compared_with

_TIED = r"^\W*(?:(?:and|or|so|ok|okay|but|then|what about|how about)\W+)*"
_PREPOSITIONS = r"(?:at|in|with|without|after|as|under|near|on)"
# "And at a bank?", "with ten years of experience?"
_PART = re.compile(
    rf"{_TIED}(?P<part>{_PREPOSITIONS}\s+(?:an? |the |my )?\w[\w'’ -]{{1,40}}?)\W*$", re.I
)
_TAIL = re.compile(rf"\s(?:{_PREPOSITIONS})\s(?:(?!\b{_PREPOSITIONS}\b)[^,?])+$", re.I)
# "And which least?" after "Which of them pays most?"
_ENDS = r"(?:most|least|best|worst|highest|lowest|fastest|slowest|biggest|smallest)"
_END = re.compile(
    rf"{_TIED}(?:(?:which|what|who)(?: (?:one|job|role|of (?:them|those|these)))?"
    rf"(?: (?:is|has|pays?|earns?|grows?))?)?\s*(?:the )?(?P<end>{_ENDS})(?: of all)?\W*$",
    re.I,
)
_HELD_END = re.compile(rf"\b{_ENDS}\b", re.I)
# "What does that one do?" after an answer that names a role which no question did.
_ONE = re.compile(r"\b(?:that|this) (?:one|job|role|profession)\b(?! of)", re.I)
# A part is told in so many words at most.
BRIEF = 7


def reworded(asked: str, before: str, earlier: Asked, last: Answer, lexicon: Lexicon) -> str:
    """Give the whole question that a follow-up asks, "" where its wording does not tell."""
    return (
        _in_short(asked, before)
        or compared_with(asked, earlier, lexicon)
        or _of_a_part(asked, before, earlier, lexicon)
        or _other_end(asked, before)
        or _of_the_one_told(asked, earlier, last, lexicon)
    )


def _in_short(asked: str, before: str) -> str:
    """Ask the question before for a short answer: "in two lines please"."""
    return f"{before.rstrip('?.! ')}, briefly?" if only_brief(asked) else ""


def _of_a_part(asked: str, before: str, earlier: Asked, lexicon: Lexicon) -> str:
    """Ask of a part of what was asked about: "How much do nurses earn", "and at a bank?"."""
    found = _PART.match(asked)
    of_people = OF_PEOPLE.intersection(earlier.question.facets[:2])
    if found is None or not of_people or not earlier.question.roles:
        return ""
    if len(asked.split()) > BRIEF or _names(found["part"], lexicon):
        return ""
    whole = before.rstrip("?.! ")
    tail = _TAIL.search(whole)
    if tail and not _names(tail[0], lexicon):
        whole = whole[: tail.start()]
    elif earlier.topics:
        # Something of the question itself is replaced instead.
        return ""
    return f"{whole} {found['part']}?"


def _names(text: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.entities.find(words(text), text))


def _other_end(asked: str, before: str) -> str:
    """Ask for the other end of a scale."""
    found, held = _END.match(asked), _HELD_END.search(before)
    if found is None or held is None:
        return ""
    return before[: held.start()] + found["end"].lower() + before[held.end() :]


def _of_the_one_told(asked: str, earlier: Asked, last: Answer, lexicon: Lexicon) -> str:
    """Put the role that the last answer opens with in the place of "that one"."""
    if earlier.question.roles or not _ONE.search(asked):
        return ""
    first = next((row[0].text for part in last.parts for row in part.rows if row), "")
    found = lexicon.entities.find(words(first), first)
    role = next((m.value for m in found if m.value.kind == "role"), None)
    return _ONE.sub(role.one, asked) if role else ""
