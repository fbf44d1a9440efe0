"""The role that a collection is about before all others, and which passages are about it.

A question that names no role is likelier about it. A collection of many roles has none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..question import Asked
from ..records import Passage
from .views import Viewer

# A collection is at home with the role that so many times as many passages are about as
# about the next one.
AT_HOME = 2.5
# What being about another role counts where the question names none, and there is a likely one.
ELSEWHERE = -0.8
# … and what being about another role beside that one counts.
SHARED = -0.24
# Passages looked at for the roles that a collection is about.
SURVEYED = 2_000

_ONE = r"(?:role|job|title|occupation|position|profession|career)\b"
_ROLES = re.compile(
    r"\b(?:roles|jobs|titles|occupations|positions|professions|careers)\b|"
    r"\bwhich (?:one|of (?:them|these|those))\b|"
    rf"\b(?:which|what)(?: (?!the\b|this\b|that\b|my\b|an?\b|do\b|does\b|is\b)\w+){{0,3}} {_ONE}|"
    rf"\b(?:highest|best|top|lowest|worst)(?:[- ]\w+){{0,3}} {_ONE}",
    re.I,
)


def asks_roles(asked: Asked) -> bool:
    """Tell whether a question is about several jobs without naming any of them."""
    return bool(_ROLES.search(asked.text))


def subjects_of(passages: Sequence[Passage], viewer: Viewer) -> Counter[str]:
    """Count the passages that are about each role, of a sample from the whole collection."""
    counts: Counter[str] = Counter()
    for number in range(0, len(passages), max(1, -(-len(passages) // SURVEYED))):
        counts.update(sorted(viewer.subject(passages[number])))
    return counts


def home_of(subjects: Counter[str]) -> str:
    """Give the role that most passages are about, "" where no role stands out.

    >>> home_of(Counter(nurse=9, vet=2)), home_of(Counter(nurse=4, vet=2)), home_of(Counter())
    ('nurse', '', '')
    """
    most = subjects.most_common(2)
    alone = len(most) == 1 or (len(most) > 1 and most[0][1] >= AT_HOME * most[1][1])
    return most[0][0] if alone else ""


def apart(subject: frozenset[str], home: str) -> float:
    """Tell how far what is about some roles is from the one that is likeliest meant: -1 to 0."""
    if not home or subject <= {home}:
        return 0.0
    return SHARED if home in subject else ELSEWHERE


def stands(passage: Passage, roles: frozenset[str], viewer: Viewer) -> tuple[bool, bool]:
    """Tell whether any of a passage is about one of the roles, or about none, and whether it tells.

    A passage that only says where it comes from, or what it leaves out, tells nothing.
    """
    about = tells = False
    for told in viewer.subjects(passage):
        about = about or not told.roles or bool(roles & told.roles)
        tells = tells or told.tells
        if about and tells:
            break
    return about, tells
