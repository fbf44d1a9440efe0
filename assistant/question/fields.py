"""Roles that a question names by their line of work: "Does nursing pay well?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..lexicon import Entity, Lexicon, Match
from ..lexicon.titles import title_key
from ..text import Word
from .asked import PLAINLY, Choice, Scored
from .facets import OF_A_ROLE
from .titled import Named

# Facets that compare, for which one line of work is not enough.
_COMPARES = frozenset({"difference", "similarity"})
_OF_A_JOB = OF_A_ROLE | {"pay-factors"}
# Characters before a line of work that tell whether it is a subject.
BEFORE = 40
# Before and behind these a line of work is a subject that is learnt, or a part of a longer name.
_LEARNT = re.compile(
    r"\b(?:degrees?|courses?|master['’]?s?|bachelor['’]?s?|ph\.?d\.?|diplomas?|certificates?|"
    r"certifications?|bootcamps?|classes|knowledge|backgrounds?|skills?|experience|studied|major(?:ed)?)"
    r"(?:\s+(?:in|of|on))?\s*$",
    re.I,
)
# "Someone writing software" is told by the work, not by its name.
_DOERS = re.compile(
    r"\b(?:some(?:one|body)|any(?:one|body)|people|folks?|persons?|guys?|those|m[ae]n|wom[ae]n|who|"
    r"that)\s+(?:is |are |do |does )?$",
    re.I,
)
_BESIDE = re.compile(r"[\s,]+(?:or|and|vs\.?|versus|against|than)\s+(?:an? |as an? )?", re.I)
# "The data science crowd": those who do it.
_CROWD = re.compile(
    r"[\s-]+(?:folks?|people|persons?|guys?|gals?|lads?|girls?|crowd|bods?|"
    r"professionals?|specialists?|experts?|staff|colleagues?|workers?|whiz|wizards?|nerds?|geeks?|"
    r"seniors?|juniors?|freshers?|jobs|gigs?|positions?|vacanc(?:y|ies)|(?:job )?(?:ads?|adverts?))"
    r"\b(?! (?:skills?|manag))",
    re.I,
)
_GOES_ON = re.compile(
    r"[\s-]+(?:teams?|projects?|courses?|degrees?|bootcamps?|librar(?:y|ies)|certificat\w+|"
    r"platforms?|tools?|skills?|techniques?|methods?|models?|principles?|students?|schools?|"
    r"interviews?|managers?|engineers?|scientists?|analysts?|assistants?|homes?|hospitals?|"
    r"equipment|suppl\w+|firms?|compan(?:y|ies)|software)\b",
    re.I,
)


def with_crowds(
    named: Named, found: Sequence[Word], text: str, lexicon: Lexicon
) -> tuple[Match[Entity], ...]:
    """Add the roles whose people a question calls by their line of work: "the MLOps folks"."""
    kept = list(named)
    for match in lexicon.crowds.find(found, text):
        people = _CROWD.match(text, match.end)
        roles = _roles(match.value, lexicon)
        free = all(m.last < match.first or match.last < m.first for m in named)
        if people and free and len(roles) == 1:
            place = (match.first, match.last + 1, match.start, people.end())
            kept.append(Match(lexicon.entity("role", roles[0]), *place))
    return tuple(sorted(kept, key=lambda m: m.first))


def with_fields(
    named: Named, found: Sequence[Word], text: str, facets: Scored, lexicon: Lexicon
) -> tuple[Named, tuple[Choice, ...]]:
    """Add the roles whose line of work a question on a job names, if it names no role itself.

    Of a line of work in which a collection knows several occupations a choice is left.
    """
    facet = _facet(facets)
    beside = [m for m in named if m.value.kind == "role"]
    if not facet:
        return named, ()
    meant = [m for m in lexicon.fields.find(found, text) if _is_field(m, text)]
    if beside:
        meant = [m for m in meant if any(_joined(m, role, text) for role in beside)]
    if not meant:
        return named, ()
    if len(meant) + len(beside) < (2 if facet in _COMPARES else 1):
        return named, ()
    kept = [m for m in named if all(m.last < f.first or f.last < m.first for f in meant)]
    choices = []
    for match in meant:
        roles = _roles(match.value, lexicon)
        if len(roles) == 1:
            place = (match.first, match.last, match.start, match.end)
            kept.append(Match(lexicon.entity("role", roles[0]), *place))
        else:
            written = text[match.start : match.end]
            choices.append(Choice(match.start, match.end, written, roles, "work"))
    return tuple(sorted(kept, key=lambda m: m.first)), tuple(choices)


def _roles(role: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Give the roles of a collection that go by a role's name, or the role itself."""
    titles = lexicon.titles.phrases.get(title_key(lexicon.entity("role", role).name))
    known = role in lexicon.present
    return (role,) if known or not titles else lexicon.titles.meant(titles)


def _facet(facets: Scored) -> str:
    """Give the facet of a role that is plainly asked for, "" for none.

    "How do I get into nursing?" has only small words for it.
    """
    top = max((score for _, score in facets), default=0.0)
    best = [(facet, score) for facet, score in facets if score == top]
    fitting = (f for f, score in best if f in _OF_A_JOB and (score >= PLAINLY or f == "entry"))
    return next(fitting, "")


def _joined(field: Match[str], role: Match[Entity], text: str) -> bool:
    """Tell whether a line of work and a role are put side by side: "data science or nurses"."""
    (_, end), (start, _) = sorted(((field.start, field.end), (role.start, role.end)))
    return end <= start and bool(_BESIDE.fullmatch(text[end:start]))


def _is_field(match: Match[str], text: str) -> bool:
    before = max(0, match.start - BEFORE)
    learnt = _LEARNT.search(text, before, match.start) or _DOERS.search(text, before, match.start)
    return not (learnt or _GOES_ON.match(text, match.end))
