"""Choosing among figures of pay: the kind that is asked for, the newest, the best-founded first.

Figures read from prose, without a grade, are all kept: nothing tells which of them is better.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ..lexicon import Lexicon
from ..question import Asked
from ..text import stopwords, words
from .salaries import Paid

PERCENTILES = ("p10", "p25", "p75", "p90")
ENDS = ("minimum", "maximum")
# What is shown where no kind of figure is asked for.
USUAL = ("median", "range", "advertised_range", "")
# The kinds of figure that answer each kind asked for, where a profile gives them.
_ANSWERS: Mapping[str, tuple[str, ...]] = {
    **{kind: (kind,) for kind in (*PERCENTILES, "median")},
    "range": ("p10", "median", "p90", "range", "advertised_range"),
    "maximum": ("p90", "range", "advertised_range"),
    "minimum": ("p10", "range", "advertised_range"),
    "mean": ("mean", "median", "range", "advertised_range"),
}
# A figure without a grade stands between what a study gives and what is second-hand.
_QUOTES = re.compile(r",| as quoted by | as reported by |, quoting |\((?=\w)|\)")
# From this weight on another word may name a segment.
SURE = 0.6
# How much of a segment must be named.
LEAST_NAMED = 0.5
_LETTERS = ("A", "B", "", "C")


def asked_kind(asked: Asked, lexicon: Lexicon) -> str:
    """Give the statistic that a question asks for, the one said in most words; "" for none."""
    best = ("", 0)
    for kind, said in lexicon.money.statistics.items():
        for phrase in said:
            found = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", asked.text, re.I)
            if found and kind in _ANSWERS and len(phrase) > best[1]:
                best = (kind, len(phrase))
    return best[0]


def selected(
    asked: Asked, found: Sequence[Paid], lexicon: Lexicon, kind: str = ""
) -> tuple[Paid, ...]:
    """Keep the figures of the kind asked for, best-founded first.

    Empty when the figures have kinds and none is the percentile or the end that is asked for.
    """
    left = _of_giver(asked, _of_segment(asked, found), lexicon)
    graded = [p for p in left if p.salary.grade]
    if not graded:
        return tuple(left)
    answers = _ANSWERS.get(kind, USUAL)
    fitting = [p for p in left if p.salary.statistic in answers or not p.salary.grade]
    if kind in PERCENTILES:
        fitting = [p for p in fitting if p.salary.statistic == kind]
        return best_first(_newest(asked, fitting))
    if not any(p.salary.grade for p in fitting):
        if kind in ENDS:
            return ()
        fitting = left
    return best_first(_newest(asked, fitting), kind)


def best_first(found: Iterable[Paid], kind: str = "") -> tuple[Paid, ...]:
    """Order figures by grade, an exact one before a proxy, the newest first."""

    def rank(paid: Paid) -> tuple[int, bool, bool, int]:
        s = paid.salary
        grade = _LETTERS.index(s.grade[:1])
        other = bool(kind) and s.statistic != kind
        return (grade, s.match == "proxy", other, -month_of(s.dated) if s.grade else 0)

    return tuple(sorted(found, key=rank))


def month_of(dated: str) -> int:
    """Give the end of a period as a number to sort by: "2023-06/2023-09" ends in month 202309."""
    year, _, month = dated.rpartition("/")[2].partition("-")
    return 100 * int(year or 0) + int(month[:2] or 0)


def _newest(asked: Asked, found: Iterable[Paid]) -> list[Paid]:
    """Leave out graded figures that a newer one of the same kind and giver replaces."""
    held = list(found)
    if asked.question.years:
        return held
    newest: dict[tuple[str, ...], str] = {}
    for s in (p.salary for p in held if p.salary.grade):
        newest[_series(s)] = max(newest.get(_series(s), ""), s.dated)
    return [p for p in held if not p.salary.grade or p.salary.dated == newest[_series(p.salary)]]


def _series(s: object) -> tuple[str, ...]:
    names = ("role", "place", "statistic", "basis", "segment", "group", "whose", "match")
    return tuple(str(getattr(s, name)) for name in names)


def _of_segment(asked: Asked, found: Sequence[Paid]) -> list[Paid]:
    """Keep the figures of the part of a role that is asked for, else those of all of it."""
    shares = [(_named(asked, p)[0], p) for p in found]
    most = max((share for share, _ in shares), default=0.0)
    own = [p for share, p in shares if share == most >= LEAST_NAMED]
    return own or [p for p in found if not p.salary.segment] or list(found)


def _of_giver(asked: Asked, found: Sequence[Paid], lexicon: Lexicon) -> list[Paid]:
    """Keep the figures of whom or what kind of source is asked for, if there are any."""
    given = [p for p in found if giver_in(asked, p)]
    if given:
        return given
    bases = asked_bases(asked, lexicon)
    return [p for p in found if p.salary.basis in bases] or list(found)


def asked_bases(asked: Asked, lexicon: Lexicon) -> dict[str, str]:
    """Give where figures are to be taken, with the longest words of the question for it."""
    found: dict[str, str] = {}
    for basis, said in lexicon.money.bases.items():
        for phrase in sorted(said, key=len):
            if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", asked.text, re.I):
                found[basis] = phrase
    return found


def giver_in(asked: Asked, paid: Paid) -> str:
    """Give the name by which a question asks for a figure's giver, "" for none."""
    if not paid.salary.grade and not paid.salary.basis and not _QUOTES.search(paid.salary.whose):
        return ""
    names = [n.strip() for n in _QUOTES.split(paid.salary.whose)]
    said = (n for n in names if n and re.search(rf"(?<!\w){re.escape(n)}(?!\w)", asked.text, re.I))
    return next(said, "")


def told_stems(asked: Asked, found: Iterable[Paid], lexicon: Lexicon) -> frozenset[str]:
    """Give the stems of the words by which a question asked for just these figures."""
    held = list(found)
    phrases = [giver_in(asked, p) for p in held]
    bases = asked_bases(asked, lexicon)
    phrases += [bases.get(p.salary.basis, "") for p in held]
    stems = {w.stem for phrase in phrases for w in words(phrase)}
    return frozenset(stems.union(*(segment_stems(asked, p) for p in held)))


def segment_stems(asked: Asked, paid: Paid) -> frozenset[str]:
    """Give the stems of the words by which a question names a figure's segment, if it does."""
    share, stems = _named(asked, paid)
    return stems if share >= LEAST_NAMED else frozenset()


def _named(asked: Asked, paid: Paid) -> tuple[float, frozenset[str]]:
    """Give how much of a figure's segment a question names, and by which stems.

    Other words for it will do: "at a bank" names finance.
    """
    ignored = stopwords()
    own = {w.stem for w in words(paid.salary.segment) if w.lower not in ignored}
    common: dict[str, float] = {}
    said: set[str] = set()
    for slot in asked.topics:
        sure = (v for v in slot.variants if v is slot.variants[0] or v.weight >= SURE)
        meant = {stem: v.weight for v in sure if own.issuperset(v.stems) for stem in v.stems}
        common |= {stem: max(w, common.get(stem, 0.0)) for stem, w in meant.items()}
        said.update(slot.variants[0].stems if meant else ())
    return sum(common.values()) / max(1, len(own)), frozenset(said)
