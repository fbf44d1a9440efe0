"""Finding the sentence that states each figure of a profile, so that the figure can be cited.

A record without a sentence of its own is complained of: an answer may only say what the text
of a document says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..figures import (
    RANGES,
    UNKNOWN,
    OutlookFigure,
    PayFigure,
    Place,
    Profile,
    Reading,
)
from ..lexicon import Lexicon, load_lexicon
from ..records import Document
from ..text import words
from .profile import refuse
from .units import units_of

WORLD = "worldwide"
_UNDATED = ("undated", "without a date", "no date", "date unknown", "not dated")
_SECOND_HAND = re.compile(r"second[- ]hand|\bquot(?:ed|es|ing)\b|\bcompiled by\b", re.I)
_PROXY = re.compile(r"\bnearest\b|\bproxy\b|\bstands? in for\b|\binstead\b", re.I)
# What before a word makes it the end of another, and what behind it lets it end there.
_JOINED = re.compile(r"[\w.,$£€-]")
_ENDS = re.compile(r"(?:s|es)?(?![\w%]|[.,]\d)")
_CHANGE = ("change", "grow", "growth", "rise", "fall", "decline", "shrink")
_MEASURES = {
    "employment_change_pct": _CHANGE,
    "employment_change": (*_CHANGE, "more", "fewer"),
    "openings_per_year": ("openings",),
    "employment": ("job", "jobs", "employed", "employment", "workers"),
}


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence, item or row, with what stands above it: lead-in, heading row and headings."""

    span: Place
    text: str
    around: str
    heading: str


@dataclass(frozen=True, slots=True)
class _Need:
    """What a sentence has to hold: one of some words, and what a complaint calls it."""

    called: str
    any_of: tuple[str, ...]

    def met(self, text: str) -> bool:
        """Tell whether a text holds one of the words, as a whole word or figure."""
        return any(_stands(word, text) for word in self.any_of)


def tied(document: Document, profile: Profile) -> Profile:
    """Give the profile with the span of each record's sentence.

    Raises UnreadableError, naming the record, its line and what no sentence says.
    """
    tie = _Tie(document, profile)
    found = replace(
        profile,
        pay=tuple(replace(p, span=tie.pay(p, n)) for n, p in enumerate(profile.pay, 1)),
        outlook=tuple(replace(o, span=tie.outlook(o, n)) for n, o in enumerate(profile.outlook, 1)),
        ambiguous=tuple(
            replace(r, span=tie.reading(r, n)) for n, r in enumerate(profile.ambiguous, 1)
        ),
    )
    refuse(tie.complaints)
    return found


class _Tie:
    """Looks for the records' sentences in one document."""

    def __init__(self, document: Document, profile: Profile) -> None:
        self.complaints: list[str] = []
        self._profile = profile
        self._lexicon = load_lexicon()
        self._lines = tuple(_lines(document))

    def pay(self, figure: PayFigure, number: int) -> Place:
        """Find the sentence of a figure of pay."""
        needs = [*self._shared(figure), _period(figure.period)]
        if figure.statistic not in RANGES:
            known = self._lexicon.money.statistics.get(figure.statistic, (figure.statistic,))
            needs.append(_Need(f"a word for {figure.statistic}, such as '{known[0]}'", known))
        return self._find(f"pay[{number}]", figure, needs, "pay")

    def outlook(self, figure: OutlookFigure, number: int) -> Place:
        """Find the sentence of a figure of employment."""
        years = dict.fromkeys((figure.begin, figure.end))
        known = _MEASURES[figure.measure]
        needs = [*self._shared(figure), *map(_period, years)]
        needs.append(_Need(f"a word such as '{known[0]}'", known))
        return self._find(f"outlook[{number}]", figure, needs, "outlook")

    def reading(self, reading: Reading, number: int) -> Place:
        """Find the sentence that says what a title is used for."""
        for line in self._lines:
            if reading.name.lower() in line.text.lower():
                return line.span
        self._complain(
            f"ambiguous[{number}]", reading.line, f"no sentence says '{reading.name}': write one"
        )
        return (0, 0)

    def _shared(self, figure: PayFigure | OutlookFigure) -> list[_Need]:
        """Give what every figure's sentence must hold besides its period and kind."""
        needs = [_Need(f"'{printed}'", (printed,)) for printed in figure.printed]
        source = self._profile.source(figure.source)
        if source.second_hand:
            needs.append(_Need("that the figure is second-hand ('as quoted by')", (_QUOTED,)))
        if figure.match == "proxy":
            needs.append(_Need("that it is the nearest group's ('the nearest official')", (_NEAR,)))
        return needs

    def _find(
        self,
        called: str,
        figure: PayFigure | OutlookFigure,
        needs: Sequence[_Need],
        section: str,
    ) -> Place:
        place = _place(figure.geography, self._lexicon)
        if not place:
            told = f"'{figure.geography}' is no place that is known: name a country or {WORLD}"
            self._complain(f"{called}.geography", figure.line, told)
            return (0, 0)
        role = _Need(f"'{self._profile.role}'", (self._profile.role, *self._profile.aliases))
        where = _Need(f"the place, {figure.geography}", (place,))
        best: tuple[int, bool, _Line] | None = None
        lacking: list[str] = [n.called for n in (*needs, where, role)]
        printed = figure.printed[0]
        for line in self._lines:
            # The plain search spares most lines the exact one.
            if printed not in line.text or not needs[0].met(line.text):
                continue
            text = self._whole(line)
            missing = [n.called for n in (*needs, where, role) if not n.met(text)]
            fit = (-len(missing), section in line.heading.lower(), line)
            if best is None or fit[:2] > best[:2]:
                best, lacking = fit, missing
        if best is None or lacking:
            told = f"no sentence or row states it: write one that has {', '.join(lacking)}"
            self._complain(called, figure.line, told)
            return (0, 0)
        return best[2].span

    def _whole(self, line: _Line) -> str:
        """Give a line's words with all around it, and tokens for what they say in other words."""
        text = f"{line.text}\n{line.around}"
        found = self._lexicon.entities.find(words(text), text)
        tokens = [m.value.term for m in found if m.value.kind == "place"]
        tokens += [_QUOTED] * bool(_SECOND_HAND.search(text)) + [_NEAR] * bool(_PROXY.search(text))
        tokens += [_NO_DATE] * any(said in text.lower() for said in _UNDATED)
        tokens += [WORLD] * (WORLD in text.lower())
        return "\n".join((text, *tokens))

    def _complain(self, called: str, line: int, told: str) -> None:
        self.complaints.append(f"line {line}: '{called}': {told}")


_QUOTED, _NEAR, _NO_DATE = "second-hand:said", "nearest:said", "undated:said"


def _lines(document: Document) -> Iterator[_Line]:
    headings: list[tuple[int, str]] = []
    for piece in units_of(document):
        for unit in piece.units:
            text = document.text[unit.start : unit.end]
            if unit.kind == "heading":
                headings = [h for h in headings if h[0] < unit.level] + [(unit.level, text)]
                continue
            spans = [*([unit.lead] if unit.lead else []), *unit.header]
            above = [document.text[start:end] for start, end in spans]
            above += [heading for _, heading in headings]
            if not text.rstrip().endswith(":"):
                heading = headings[-1][1] if headings else ""
                yield _Line((unit.start, unit.end), text, "\n".join(above), heading)


def _period(period: str) -> _Need:
    """Ask for the years of a period, or for a word that the figure has no date."""
    if period == UNKNOWN:
        return _Need("that it is undated ('undated')", (_NO_DATE,))
    years = tuple(dict.fromkeys(re.findall(r"\d{4}", period)))
    return _Need(f"the year {years[-1]}", (years[-1],))


def _place(geography: str, lexicon: Lexicon) -> str:
    """Give the term of a place by its name or code; "" for none that is known."""
    if geography.lower() == WORLD:
        return WORLD
    found = lexicon.entities.find(words(geography), geography)
    return _first(m.value.term for m in found if m.value.kind == "place")


def _first(found: Iterable[str]) -> str:
    return next(iter(found), "")


def _stands(word: str, text: str) -> bool:
    """Tell whether a word or figure stands in a text by itself; a plural counts."""
    sought, held = word.lower(), text.lower()
    at = held.find(sought)
    while at >= 0:
        if not _JOINED.match(held[at - 1 : at]) and _ENDS.match(held, at + len(sought)):
            return True
        at = held.find(sought, at + 1)
    return False
