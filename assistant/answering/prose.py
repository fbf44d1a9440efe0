"""Answers in sentences: the few units that say what was asked, best first, none twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..question import Asked
from ..records import Part, Statement
from .evidence import Weigher
from .features import Evidence
from .makers import asks_maker
from .views import View, Viewer
from .writing import Writer

# An answer in sentences is at most so long, unless its first sentence alone is longer.
WORDS = 80
SENTENCES = 5
# … and of so many sentences where a short answer is asked for.
FEW = 3
# An answer of fewer words on a subject hardly says more than the question.
THIN = 35
# A sentence is told only if it scores nearly as well as the best one.
NEAR = 0.72
# … and nearer still where it stands in another document than the best one.
AWAY = 0.85
# … or somewhat worse, where it stands beside the best one in a section on what is asked.
BESIDE, ON_IT = 0.5, 0.55
# What a further sentence must cover of what the best one does.
COVERS = 0.4
# The same three where questions are noted beside the best one, which then stands out more.
NOTED_NEAR, NOTED_AWAY, NOTED_COVERS = 0.5, 0.92, 0.1
# … and where the best one says all that is asked, so that hardly anything is left to add.
WHOLE = 0.95
NEARLY = 0.85
# How much it counts that a sentence covers what the question asks and is not told yet.
ADDED = 0.8
# What a sentence of another document must so add to be told, unless it fits as well as the best
# one or questions are noted beside that.
NEWS, AS_WELL = 0.02, 0.99
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
    """Tell whether two units say the same: nearly the same words, of the same things.

    The same things are roles, places, employers and figures, and whether it is denied.
    """
    if one.things != other.things:
        return False
    both = one.stems & other.stems
    return len(both) >= SAME * max(len(one.stems), len(other.stems), 1)


def prose(writer: Writer, evidence: Sequence[Evidence], weigher: Weigher, viewer: Viewer) -> Part:
    """Write the best sentences as one paragraph, each with what it goes on from.

    After the best one come those that add most of what the question asks and is not told yet; a
    few words alone are followed by the sentence behind them.
    """
    chosen: list[View] = []
    row: list[Statement] = []
    left = WORDS
    near = claims(e for e in evidence if _is_near(e, evidence[0], weigher))
    for claim in _in_turn(near, weigher):
        views = [v for v in _whole(claim.views[0]) if v not in chosen]
        size = sum(v.size for v in views)
        if row and size > left:
            continue
        row += [
            _of_whom(writer.state(claim.views if v is claim.views[0] else [v]), v, weigher)
            for v in views
        ]
        chosen += views
        left -= size
        if len(row) >= (FEW if weigher.asked.brief else SENTENCES):
            break
    if weigher.asked.brief:
        return Part("prose", (tuple(row),))
    if WORDS - left < THIN and weigher.asked.topics and not _asks_one(weigher.asked):
        behind = (v for v in _going_on(chosen[-1], viewer) if v.size <= left)
        row += [writer.state([v]) for v in behind if not any(same(v, told) for told in chosen)]
    return Part("prose", (tuple(row),))


def _asks_one(asked: Asked) -> bool:
    """Tell whether one thing is wanted, which a few words can say."""
    return asked.question.wants in ("name", "number", "amount") or asks_maker(asked)


def _going_on(view: View, viewer: Viewer) -> tuple[View, ...]:
    """Give the sentence behind one that says little more than the question, if it goes on there."""
    views = viewer.views(view.passage)
    at = next(n for n, other in enumerate(views) if other.key == view.key) + 1
    told = [v for v in views[at : at + 1] if v.says and not (v.about_source or v.untold)]
    alike = [v for v in told if v.above == view.above and v.subject <= view.subject]
    return tuple(v for v in alike if v.unit.kind == view.unit.kind == "sentence")


def _is_near(item: Evidence, best: Evidence, weigher: Weigher) -> bool:
    """Tell whether a unit is worth telling beside the best one.

    Less will do for what stands in the same section, where a facet is asked about in general
    and the section is on it; another document must fit better.
    """
    beside = item.view.passage is best.view.passage and item.view.above == best.view.above
    if beside and not weigher.asked.topics and best.features.section >= ON_IT:
        return item.score >= BESIDE * best.score
    noted = bool(best.view.unit.phrasings)
    near, away, covers = (NOTED_NEAR, NOTED_AWAY, NOTED_COVERS) if noted else (NEAR, AWAY, COVERS)
    whole = bool(weigher.asked.topics) and best.features.own >= WHOLE and item is not best
    covered = item.coverage >= (NEARLY if whole else covers) * best.coverage
    elsewhere = item.view.passage.document != best.view.passage.document
    if elsewhere:
        # What something is one document tells well enough.
        near = 1.0 if weigher.asked.question.wants == "definition" else away
    return covered and item.score >= near * best.score


def _of_whom(said: Statement, view: View, weigher: Weigher) -> Statement:
    """Name the role that an item is of, where the question names none and it is not expected."""
    role = next(iter(view.subject), "")
    expected = bool(weigher.asked.question.roles) or view.subject in ({weigher.home}, frozenset())
    if expected or view.unit.kind == "sentence" or view.roles or len(view.subject) > 1:
        return said
    name = weigher.lexicon.entity("role", role).name
    return replace(said, text=f"{name[:1].upper()}{name[1:]} – {said.text}")


def _in_turn(found: Sequence[Claim], weigher: Weigher) -> Iterator[Claim]:
    """Give the claims, next always the one that adds most.

    Another document than that of the first one has to add something, or to fit as well.
    """
    near = list(found)
    told: frozenset[str] = frozenset()
    first: Claim | None = None
    while near:
        best = max(near, key=lambda c: c.score + ADDED * weigher.added(c.views[0], told))
        near.remove(best)
        first = first or best
        if _repeats(best, first) and weigher.added(best.views[0], told) < NEWS:
            continue
        yield best
        told |= best.views[0].held


def _repeats(claim: Claim, first: Claim) -> bool:
    """Tell whether a claim of another document than the first one's fits less well than that."""
    own, best = claim.views[0], first.views[0]
    away = own.passage.document != best.passage.document
    return away and not best.unit.phrasings and claim.score < AS_WELL * first.score


def _whole(view: View) -> list[View]:
    """Put the sentence that a unit goes on from before it, and what goes on from it after it."""
    before = [view.before] if view.before is not None else []
    return [*before, view, *(v for v in view.after[:1] if v.says)]
