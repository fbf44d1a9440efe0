"""Comparing what roles earn: only by figures of the same kind, place and time.

Where no such pair exists, the best figure of each is told with a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..lexicon import Entity
from ..question import Asked
from ..records import Part, Statement
from .material import Material
from .salaries import Paid, Salary
from .selection import best_first, month_of
from .writing import Writer, joined, say, sentences

BASES = {
    "employer-survey": "employers' survey",
    "job-ads": "job adverts",
    "self-reported": "what people report themselves",
    "recruiter": "a recruiter's figures",
}
_PLAIN = ("exact", "contains")


def earnings_parts(
    asked: Asked, chosen: Sequence[Paid], writer: Writer, material: Material
) -> tuple[Part, ...]:
    """Tell who earns more, or that it cannot be told; () unless roles are compared by data."""
    roles = asked.question.roles
    graded = [p for p in chosen if p.salary.grade]
    if len(roles) < 2 or {p.salary.role for p in graded} != set(roles):
        return ()
    alike = comparable(graded, roles)
    if alike:
        return _compared(alike, writer, material)
    first = [next(p for p in best_first(graded) if p.salary.role == role) for role in roles]
    warning = say("The figures given are not of one kind, so they cannot be compared directly:")
    return (warning, sentences(writer, (p.view for p in first)))


def comparable(found: Iterable[Paid], roles: Sequence[str]) -> tuple[Paid, ...]:
    """Give a figure for each role, all of the same statistic, basis, place, time and giver.

    The best-graded such set, the newest of these; () when there is none.
    """
    kinds: dict[tuple[str, ...], dict[str, Paid]] = {}
    for paid in best_first(p for p in found if p.salary.match in _PLAIN):
        kinds.setdefault(_kind(paid.salary), {}).setdefault(paid.salary.role, paid)
    sets = [held for held in kinds.values() if set(held) == set(roles)]
    sets = [held for held in sets if _apart([held[r].salary for r in roles])]
    best = min(sets, key=lambda held: _rank(held.values()), default={})
    return tuple(sorted(best.values(), key=lambda p: -(p.salary.low + p.salary.high)))


def most_comparable(found: Iterable[Paid]) -> tuple[Paid, ...]:
    """Give the figures of one kind that most roles have, each role's own; () for fewer than two."""
    kinds: dict[tuple[str, ...], dict[str, Paid]] = {}
    for paid in best_first(p for p in found if p.salary.match == "exact"):
        kinds.setdefault(_kind(paid.salary), {}).setdefault(paid.salary.role, paid)
    best = max(kinds.values(), key=len, default={})
    return tuple(best.values()) if len(best) > 1 else ()


def _kind(s: Salary) -> tuple[str, ...]:
    """Give what two figures must have in common to be compared."""
    return (s.statistic, s.basis, s.place, s.currency, s.period, s.dated, s.segment, s.whose)


def _apart(found: Sequence[Salary]) -> bool:
    """Tell whether each figure is of people of its own: a group counts once."""
    return len({s.group or s.role for s in found}) == len(found)


def _rank(found: Iterable[Paid]) -> tuple[str, bool, int]:
    """Order sets: by the letter of the grade, medians first, then the newest."""
    held = [p.salary for p in found]
    grade = max(s.grade[:1] for s in held)
    return (grade, held[0].statistic != "median", -month_of(held[0].dated))


def _compared(alike: Sequence[Paid], writer: Writer, material: Material) -> tuple[Part, ...]:
    """Name who earns most, by what, and give the sentences that say so."""
    best = alike[0].salary
    sentences = tuple(writer.state([p.view]) for p in alike)
    numbers = tuple(dict.fromkeys(n for s in sentences for n in s.citations))
    entities = [material.lexicon.entity("role", p.salary.role) for p in alike]
    kind = ", ".join(
        filter(
            None,
            (
                f"{best.statistic} a {best.period}",
                BASES.get(best.basis, ""),
                material.name("place", best.place),
                best.year,
            ),
        )
    )
    told = Statement(f"By figures of the same kind ({kind}), {_order(entities, alike)}.", numbers)
    return (Part("prose", ((told,),)), Part("prose", (sentences,)))


def _order(entities: Sequence[Entity], alike: Sequence[Paid]) -> str:
    """Say who earns more than whom, or that both earn the same."""
    amounts = [p.salary.low + p.salary.high for p in alike]
    if len(set(amounts)) == 1:
        return f"{joined(e.many for e in entities)} earn the same"
    first, *others = entities
    return f"{first.many} earn more than {joined(e.many for e in others)}"
