"""Small pieces of wording that every section uses: who is meant, dates, lists, levels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..text import article
from .facts import Edition
from .naming import Name

BLS = "the Bureau of Labor Statistics"
PLACE = "the United States"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MARKUP = re.compile(r"([\\`*_\[\]<>|])")
_BESIDE = re.compile(r" - .*| \(.*")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks under it, in Markdown."""

    heading: str
    blocks: tuple[str, ...]


def section(heading: str, *blocks: str) -> tuple[Section, ...]:
    """Give a section of the blocks that say something; none, if no block does."""
    held = tuple(block for block in blocks if block)
    return (Section(heading, held),) if held else ()


def listing(lead: str, items: Iterable[str]) -> str:
    """Write a list under the sentence that introduces it; "" without items."""
    held = [f"- {item}" for item in items]
    return "\n".join((f"{lead}:", "", *held)) if held else ""


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def many(name: Name) -> str:
    """Give what many of them are called, at the beginning of a sentence."""
    return capital(name.many)


def plain(text: str) -> str:
    """Give a publisher's text on one line, with what Markdown would take for markup escaped."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def onet(edition: Edition) -> str:
    """Name the edition of O*NET that a table is of."""
    return f"O\\*NET {edition.edition}" if edition.edition else "O\\*NET (release not stated)"


def month(date: str) -> str:
    """Write a month in words: "August 2023"; what is no month stays as it is."""
    year, dash, number = date.partition("-")
    return f"{_MONTHS[int(number) - 1]} {year}" if dash and number.isdigit() else date


def dated(dates: Sequence[str]) -> str:
    """Say of when some rows are: ", August 2023"; "" when it is not told or differs."""
    told = set(dates)
    return f", {month(dates[0])}" if len(told) == 1 and dates[0] else ""


def own_date(date: str, dates: Sequence[str]) -> str:
    """Say of when one row is, where the rows of its list are of different dates."""
    return f" ({month(date)})" if date and len(set(dates)) > 1 else ""


def joined(names: Sequence[str], last: str = "and") -> str:
    """List names in a sentence; by semicolons where a name holds a comma."""
    if len(names) < 2:
        return "".join(names)
    gap = "; " if any("," in name for name in names) else ", "
    before = gap.join(names[:-1])
    return f"{before}{gap if gap == '; ' else ' '}{last} {names[-1]}"


def level(name: str) -> str:
    """Write a level of education within a sentence.

    >>> level("Bachelor's Degree"), level("Some college, no degree"), level("Master's degree")
    ("a bachelor's degree", 'some college but no degree', "a master's degree")
    """
    text = _BESIDE.sub("", name).strip().lower().replace("college, no", "college but no")
    bare = text.startswith(("some ", "no ", "less ")) or text.endswith("training")
    return text if bare else f"{article(text)} {text}"
