"""Answers in sentences: the few units that say what was asked, best first, none twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..records import Part, Statement
from .evidence import Evidence
from .views import View
from .writing import Writer

# An answer in sentences is at most so long, unless its first sentence alone is longer.
WORDS = 75
SENTENCES = 3
# A sentence is told only if it scores nearly as well as the best one.
NEAR = 0.82
# Units that share this much of their words say the same.
SAME = 0.72


@dataclass(frozen=True, slots=True)
class Claim:
    """Units that say the same, the best of them first."""

    views: tuple[View, ...]
    score: float


def claims(evidence: Iterable[Evidence]) -> tuple[Claim, ...]:
    """Unite units that say the same, keeping the order of the best of each."""
    found: list[Claim] = []
    for item in evidence:
        for at, claim in enumerate(found):
            if same(claim.views[0], item.view):
                found[at] = Claim((*claim.views, item.view), claim.score)
                break
        else:
            found.append(Claim((item.view,), item.score))
    return tuple(found)


def same(one: View, other: View) -> bool:
    """Tell whether two units say the same, by the share of words they have in common."""
    both = one.stems & other.stems
    return len(both) >= SAME * max(len(one.stems), len(other.stems), 1)


def prose(writer: Writer, evidence: Sequence[Evidence], *, most: int = SENTENCES) -> Part:
    """Write the best sentences as one paragraph, each with what it goes on from."""
    row: list[Statement] = []
    told: set[tuple[str, int, int]] = set()
    left = WORDS
    for claim in claims(evidence):
        views = [v for v in _with_before(claim.views[0]) if v.key not in told]
        size = sum(v.size for v in views)
        near = claim.score >= NEAR * evidence[0].score
        if row and (len(row) >= most or size > left or not near):
            break
        row += [writer.state(claim.views if v is claim.views[0] else [v]) for v in views]
        told |= {v.key for v in views}
        left -= size
    return Part("prose", (tuple(row),))


def _with_before(view: View) -> list[View]:
    """Put the sentence that a unit goes on from before it."""
    return [view.before, view] if view.before is not None else [view]
