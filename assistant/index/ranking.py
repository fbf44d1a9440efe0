"""The best passages for the slots of a question, from what each stem scores in its passages.

The same for every engine that can give a stem's passages and scores. Exact, and yet it does not
touch most postings of common stems: slots are taken in the order of the most they can add, and
once the slots that are left cannot lift a new passage among the best ``k``, only the passages
that still can get there are looked up in them (MaxScore: Turtle and Flood, Query evaluation:
strategies and optimizations, 1995).
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ..records import Slot, Variant

Numbers = NDArray[np.int32]
Scores = NDArray[np.float64]
DIGITS = 9
# Sums in another order differ by less; what is this close to the best k is kept.
SLACK = 1e-6
# From this share of the passages on, looking at all of them is cheaper than sorting numbers.
DENSE = 0.02
# Postings of whole slots that are kept ready, in all: 16 bytes each.
KEPT = 4_000_000
# Stems whose postings, said and noted, are kept together.
MERGED = 4_096
# Opens the term of a stem that is not said in a passage but in questions noted beside it; no
# stem begins so. What documents say is thus told apart from what people call it.
NOTED = "?"


@dataclass(frozen=True, slots=True)
class Posting:
    """The passages that hold a stem, ascending, its score in each, and the highest of these."""

    numbers: Numbers
    scores: Scores
    peak: float


class Postings(Protocol):
    """What an engine has to know: each stem's posting, and whether any stem is noted."""

    notes: bool

    def posting(self, stem: str) -> Posting | None:
        """Give a stem's posting; None when no passage holds it."""
        ...

    def __len__(self) -> int:
        """Give the number of passages."""
        ...


@dataclass(frozen=True, slots=True)
class _Way:
    """A variant whose stems all have postings, rarest first."""

    weight: float
    held: tuple[Posting, ...]

    @property
    def bound(self) -> float:
        return self.weight * sum(posting.peak for posting in self.held)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A slot with the ways that occur and the most that it can add to a passage's score."""

    key: tuple[Variant, ...]
    weight: float
    ways: tuple[_Way, ...]
    bound: float


def posting_of(postings: Postings, stem: str) -> Posting | None:
    """Give the passages that say a stem or have it noted beside a sentence, as one posting."""
    said = postings.posting(stem)
    noted = postings.posting(NOTED + stem) if postings.notes else None
    if noted is None:
        return said
    both = [noted] if said is None else [said, noted]
    numbers = np.concatenate([posting.numbers for posting in both])
    # The idf of a term with the passages of both.
    size = math.log(len(postings) + 1)
    rarer = size - math.log(len(numbers))
    scores = np.concatenate([rarer / (size - math.log(len(p.numbers))) * p.scores for p in both])
    order = np.argsort(numbers)
    return Posting(numbers[order], scores[order], float(scores.max()))


class Ranker:
    """Ranks with the postings of an engine; safe to share between threads."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self.posting: Callable[[str], Posting | None] = postings.posting
        if postings.notes:
            self.posting = lru_cache(maxsize=MERGED)(partial(posting_of, postings))
        self._united: OrderedDict[tuple[Variant, ...], Posting] = OrderedDict()
        self._kept = 0

    def rank(
        self, slots: Sequence[Slot], k: int, among: Iterable[int] | None = None
    ) -> list[tuple[int, float]]:
        """Give the numbers and scores of the ``k`` best, as ``Index.search`` promises."""
        clauses = sorted(self._clauses(slots), key=lambda clause: -clause.bound)
        if not clauses or k < 1:
            return []
        if among is None:
            numbers, scores = self._scored(clauses, k)
        else:
            numbers = np.array(sorted(set(among)), np.int32)
            numbers, scores = self._completed(numbers, np.zeros(len(numbers)), clauses, k)
        scores = np.round(scores, DIGITS)
        if len(scores) > k:
            fit = scores >= _best(scores, k)
            numbers, scores = numbers[fit], scores[fit]
        order = np.argsort(-scores, kind="stable")[:k]
        return [(int(numbers[i]), float(scores[i])) for i in order if scores[i] > 0]

    def _clauses(self, slots: Sequence[Slot]) -> list[_Clause]:
        found = []
        for slot in slots:
            ways = tuple(way for variant in slot.variants if (way := self._way(variant)))
            if ways:
                bound = slot.weight * max(way.bound for way in ways)
                found.append(_Clause(slot.variants, slot.weight, ways, bound))
        return found

    def _way(self, variant: Variant) -> _Way | None:
        held = []
        for stem in variant.stems:
            posting = self.posting(stem)
            if posting is None:
                return None
            held.append(posting)
        if not held:
            return None
        if len(held) > 1:
            held.sort(key=lambda posting: len(posting.numbers))
        return _Way(variant.weight, tuple(held))

    def _scored(self, clauses: Sequence[_Clause], k: int) -> tuple[Numbers, Scores]:
        """Give all passages that may be among the best ``k``, with their whole scores."""
        total = np.zeros(len(self._postings))
        left = sum(clause.bound for clause in clauses)
        reached = 0.0
        touched: list[Numbers] = []
        for at, clause in enumerate(clauses):
            if left < reached:
                numbers = _distinct(touched, total)
                scores = total[numbers]
                least = _best(scores, k) - SLACK if len(scores) >= k else 0.0
                if left < least:
                    fit = scores + left >= least
                    return self._completed(numbers[fit], scores[fit], clauses[at:], k)
            posting = self._whole(clause)
            total[posting.numbers] += clause.weight * posting.scores
            touched.append(posting.numbers)
            reached += clause.bound
            left -= clause.bound
        numbers = _distinct(touched, total)
        return numbers, total[numbers]

    def _completed(
        self, numbers: Numbers, scores: Scores, clauses: Sequence[_Clause], k: int
    ) -> tuple[Numbers, Scores]:
        """Add what the clauses that are left give to a few passages."""
        left = sum(clause.bound for clause in clauses)
        for clause in clauses:
            ready = self._united.get(clause.key)
            ways = (_Way(1.0, (ready,)),) if ready else clause.ways
            best = np.zeros(len(numbers))
            for way in ways:
                np.maximum(best, _at(way, numbers), out=best)
            scores = scores + clause.weight * best
            left -= clause.bound
            fit = scores + left >= _best(scores, k) - SLACK
            numbers, scores = numbers[fit], scores[fit]
        return numbers, scores

    def _whole(self, clause: _Clause) -> Posting:
        """Give the best way's score in every passage that holds any way."""
        if len(clause.ways) == 1 and len(clause.ways[0].held) == 1:
            (way,) = clause.ways
            posting = way.held[0]
            if way.weight == 1:
                return posting
            return Posting(posting.numbers, way.weight * posting.scores, way.bound)
        ready = self._united.get(clause.key)
        if ready is None:
            ready = _united([_matching(way) for way in clause.ways], len(self._postings))
            self._keep(clause.key, ready)
        return ready

    def _keep(self, key: tuple[Variant, ...], posting: Posting) -> None:
        """Keep a slot's posting, for slots come again: a role, the headings of a facet."""
        size = len(posting.numbers)
        if size > KEPT // 8:
            return
        if self._kept + size > KEPT:
            self._united.clear()
            self._kept = 0
        self._united[key] = posting
        self._kept += size


def _matching(way: _Way) -> tuple[Numbers, Scores]:
    """Give the passages that hold all stems of a way, and its score there."""
    first, *others = way.held
    numbers, scores = first.numbers, first.scores
    for other in others:
        at = np.searchsorted(other.numbers, numbers)
        at[at == len(other.numbers)] = 0
        both = other.numbers[at] == numbers
        numbers, scores = numbers[both], scores[both] + other.scores[at[both]]
    return numbers, (scores if way.weight == 1 else way.weight * scores)


def _united(found: Sequence[tuple[Numbers, Scores]], size: int) -> Posting:
    """Give the highest of several scores for each passage that has any."""
    if len(found) == 1:
        numbers, scores = found[0]
        return Posting(numbers, scores, 0.0)
    best = np.zeros(size)
    for numbers, scores in found:
        best[numbers] = np.maximum(best[numbers], scores)
    numbers = _distinct([numbers for numbers, _ in found], best)
    return Posting(numbers, best[numbers], 0.0)


def _distinct(found: Sequence[Numbers], dense: Scores) -> Numbers:
    """Give the numbers of several ascending lists, each once, ascending.

    ``dense`` is above 0 at just these numbers.
    """
    if len(found) == 1:
        return found[0]
    if sum(map(len, found)) > DENSE * len(dense):
        return np.flatnonzero(dense).astype(np.int32)
    return np.unique(np.concatenate(found))


def _at(way: _Way, numbers: Numbers) -> Scores:
    """Give a way's score in some passages, 0 where one of its stems is missing."""
    total = np.zeros(len(numbers))
    holding = np.ones(len(numbers), dtype=bool)
    for posting in way.held:
        if len(posting.numbers) < len(numbers):
            at = np.searchsorted(numbers, posting.numbers)
            at[at == len(numbers)] = 0
            both = numbers[at] == posting.numbers
            scores = np.zeros(len(numbers))
            scores[at[both]] = posting.scores[both]
            holding &= scores > 0
        else:
            at = np.searchsorted(posting.numbers, numbers)
            at[at == len(posting.numbers)] = 0
            holding &= posting.numbers[at] == numbers
            scores = posting.scores[at]
        total += scores
    return np.where(holding, way.weight * total, 0.0)


def _best(scores: Scores, k: int) -> float:
    """Give the ``k``-th highest score, the lowest when there are fewer."""
    if len(scores) <= k:
        return float(scores.min(initial=0.0)) if len(scores) else 0.0
    return float(np.partition(scores, len(scores) - k)[len(scores) - k])


def held(
    posting_of: Callable[[str], Posting | None], stems: Sequence[str], numbers: Sequence[int]
) -> list[tuple[str, ...]]:
    """Give which of some stems each of some passages holds, as ``Index.held`` promises."""
    wanted = np.asarray(numbers, dtype=np.int32)
    found: list[list[str]] = [[] for _ in numbers]
    for stem in sorted(stems):
        posting = posting_of(stem)
        if posting is None:
            continue
        at = np.searchsorted(posting.numbers, wanted)
        at[at == len(posting.numbers)] = 0
        for place in np.flatnonzero(posting.numbers[at] == wanted):
            found[place].append(stem)
    return [tuple(of) for of in found]
