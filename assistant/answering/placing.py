"""Where a unit stands: what is above it, what it goes on from, and sections that tell nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ..records import Passage, Unit

# Headings of which it is remembered what they announce.
KEPT = 4_000
_ABOUT_SOURCE = re.compile(
    r"(?:the|this|that) (?:article|source|document|text|page|author|report|post|website)"
    r"(?:['’]s)?\b",
    re.I,
)
_SOURCES = re.compile(r"(?:sources?|references|bibliography|further reading)\W*$", re.I)
_UNTOLD = re.compile(r"\bdo(?:es)? not (?:tell|say)\b", re.I)
_POINTS_BACK = re.compile(r"[^.;:]{0,90}\b(?:these|those) \w+", re.I)
_OPENS_LIKE_A_REPLY = re.compile(
    r"(?:(?:before|after|when|once|while|if|in|at|during|then|by)\b[^,.;]{0,30}?\s)?"
    r"(?:(?:and|but|moreover|also|therefore|however|then|for (?:example|instance)),?\s+)?"
    r"(?:it|its|it's|it’s|they|they're|they’re|their|this|these|those|that|that's|that’s|such|he|"
    r"she|his|her|to them|to address this|the latter|the former)\b",
    re.I,
)


class Placed(NamedTuple):
    """A unit's text, what stands above it, and whether it goes on from the unit before."""

    unit: Unit
    text: str
    above: tuple[str, ...]
    goes_on: bool
    led_in: bool = False

    @property
    def headings(self) -> tuple[str, ...]:
        """Give the headings above a unit, nearest first."""
        return self.above[1:] if self.led_in else self.above


def places(passage: Passage, lead_of: Callable[[Passage, Unit], str]) -> Iterator[Placed]:
    """Give the units with their texts and what stands above each, nearest first."""
    headings = list(passage.headings)
    inside: list[tuple[int, str]] = []
    last: Placed | None = None
    for unit in passage.units:
        # Hard spaces keep words together on a page, and mean nothing else.
        text = passage.quote((unit.start, unit.end)).replace("\xa0", " ")
        if unit.kind == "heading":
            inside = [(lv, h) for lv, h in inside if lv < unit.level]
        goes_on = last is not None and _goes_on(unit, text, last)
        lead = lead_of(passage, unit)
        above = [*([lead] if lead else []), *reversed(headings + [h for _, h in inside])]
        last = Placed(unit, text, tuple(above), goes_on, bool(lead))
        yield last
        if unit.kind == "heading":
            inside.append((unit.level, text))


def _goes_on(unit: Unit, text: str, last: Placed) -> bool:
    """Tell whether a sentence needs the one before it to be understood."""
    if unit.kind != "sentence" or last.unit.kind != "sentence":
        return False
    replies = _OPENS_LIKE_A_REPLY.match(text) or _POINTS_BACK.match(text)
    return bool(replies) or last.text.rstrip().endswith(":")


def untold(passage: Passage) -> bool:
    """Tell whether a passage is of a section on what the document does not tell."""
    return any(map(_announces_gaps, passage.headings[-1:]))


def in_sources(above: str, passage: Passage) -> bool:
    """Tell whether a unit below ``above`` stands in a list of sources."""
    return _announces_sources(above) or any(map(_announces_sources, passage.headings[-1:]))


# The same headings stand above many units.
@lru_cache(maxsize=KEPT)
def _announces_gaps(heading: str) -> bool:
    return bool(_UNTOLD.search(heading))


@lru_cache(maxsize=KEPT)
def _announces_sources(heading: str) -> bool:
    return bool(_SOURCES.match(heading))


def about_source(text: str) -> bool:
    """Tell whether a text speaks of the text it comes from rather than of its subject."""
    return bool(_ABOUT_SOURCE.match(text))


def says(unit: Unit, text: str) -> bool:
    """Tell whether a unit states something: a heading or a lead-in only announces."""
    announces = unit.kind == "heading" or text.rstrip().endswith(":")
    return not announces and not (unit.cells and unit.cells == unit.header)
