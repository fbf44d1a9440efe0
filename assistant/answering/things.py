"""The things that a question speaks of, each by the words that stand together: "gas oven"."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..question import Asked

# A thing is known by the stems of its words.
Thing = frozenset[str]


class Group(NamedTuple):
    """Words of a question that stand together, by their offsets."""

    start: int
    end: int
    stems: Thing


def groups(asked: Asked, without: re.Pattern[str]) -> list[Group]:
    """Give the words of the subject in their order, those that stand together as one.

    Words that match ``without`` are left out.
    """
    found: list[Group] = []
    after: dict[str, int] = {}
    for slot in asked.topics:
        start = asked.text.find(slot.text, after.get(slot.text, 0))
        after[slot.text] = start + 1
        if start >= 0 and not without.fullmatch(slot.text):
            stems_of = frozenset(slot.variants[0].stems)
            found.append(Group(start, start + len(slot.text), stems_of))
    joined: list[Group] = []
    for group in sorted(found):
        last = joined[-1] if joined else None
        if last is not None and not asked.text[last.end : group.start].strip():
            joined[-1] = Group(last.start, group.end, last.stems | group.stems)
        else:
            joined.append(group)
    return joined
