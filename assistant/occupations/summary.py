"""What came of an import, for the person who ran it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .facts import Facts, Occupation
from .gaps import TABLES, missing

# Complaints shown one by one; of the rest only the number is told.
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Summary:
    """How many profiles were written where, and in lines of text what was missing or doubtful."""

    out: Path
    written: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """Give the summary as it is printed."""
        return "\n".join((f"Written: {self.written} occupations to {self.out}", *self.lines))


def summarise(
    facts: Facts,
    chosen: Sequence[Occupation],
    out: Path,
    files: Sequence[str],
    notes: Sequence[str],
) -> Summary:
    """Count what the tables do not tell, what is inherited and what is suppressed."""
    lines = [f"Tables: {_editions(facts)}"]
    lacking = Counter(table for o in chosen for table in missing(o, facts.editions))
    if lacking:
        told = ", ".join(f"{TABLES[t][0]} of {n}" for t, n in lacking.items())
        lines.append(f"Not published: {told}")
    for what, held in (
        ("wages", [o.wages.of.exact for o in chosen if o.wages is not None]),
        ("outlook", [o.outlook.of.exact for o in chosen if o.outlook is not None]),
    ):
        inherited = held.count(False)
        if inherited:
            lines.append(f"Inherited from a wider occupation: {what} of {inherited}")
    lines += _suppressed(chosen)
    lines += notes
    lines += facts.complaints[:SHOWN]
    more = len(facts.complaints) - SHOWN
    if more > 0:
        lines.append(f"… and {more} more such lines")
    return Summary(out, len(files), tuple(lines))


def _editions(facts: Facts) -> str:
    named = (
        f"{table} {edition.edition or '(release not stated)'}"
        for table, edition in facts.editions.items()
    )
    return ", ".join(named)


def _suppressed(chosen: Sequence[Occupation]) -> list[str]:
    amounts = [
        amount
        for o in chosen
        if o.wages is not None
        for held in (o.wages.yearly, o.wages.hourly)
        for amount in held.values()
    ]
    capped = sum(a.top for a in amounts)
    absent = sum(not a.given for a in amounts)
    found = []
    if absent:
        found.append(f"Wages that are not available (*): {absent}")
    if capped:
        found.append(f"Wages above the highest published (#): {capped}")
    return found
