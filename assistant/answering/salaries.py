"""Salaries as data: every amount of pay that the documents state, read into a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from ..figures import UNKNOWN, PayFigure, Profile
from ..lexicon import Lexicon
from ..money import Amount, MoneyReader
from ..records import Document, Passage
from ..text import words
from .views import View, Viewer

# Amounts that differ by no more than this share are one amount, rounded.
SAME = 0.01
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ACCORDING = re.compile(
    r"\b(?:according to|as (?:given|reported|quoted) by) (?P<who>[^,.;()|]{2,60}?)"
    r"(?=[,.;()|]| as | and |$)"
)
_QUOTED = re.compile(r"\baccording to (?P<who>.{2,80}?)(?=[.]?$|[.,;(] )")
_REPORTS = re.compile(
    r"^(?P<who>[A-Z][\w.&’' -]{1,40}?)(?: \d{4})? (?:reports?|maintains?|says|gives|puts|states)\b"
)
# A market's size or a prize is money too; pay never comes in millions.
_TOO_MUCH = re.compile(r"\b(?:million|billion|trillion|mn|bn)\b", re.I)


@dataclass(frozen=True, slots=True)
class Salary:
    """One statement of pay, as a document makes it.

    ``role``, ``place`` and ``employer`` are the lexicon's ids, "" when the text names none.
    ``low`` and ``high`` are in whole units of ``currency`` for each ``period``; they are
    equal for a single figure. ``statistic`` is mean, median, range …; ``year`` is the year
    the text gives, "" when it gives none. ``whose`` names who gives the figure, "" when the
    text does not say. ``text`` is the sentence, item or row that says
    it, at offsets ``start`` to ``end`` of ``document``; ``printed`` the amount as it stands
    there. ``unit_error`` marks an amount in full rupees that is labelled as lakhs.

    What a role's profile states besides is "" elsewhere: ``dated`` is the figure's period
    ("2025-05"), ``basis`` where it was taken ("employer-survey", "job-ads" …), ``match``
    "proxy" where it is the pay of ``group``, the nearest official group, ``segment`` the part
    of the people it is of ("senior", an industry), ``source`` the id and ``grade`` the
    evidence grade of the profile's source.
    """

    role: str
    place: str
    employer: str
    low: float
    high: float
    currency: str
    period: str
    statistic: str
    year: str
    printed: str
    whose: str
    text: str
    document: str
    start: int
    end: int
    unit_error: bool = False
    dated: str = ""
    basis: str = ""
    match: str = ""
    group: str = ""
    segment: str = ""
    source: str = ""
    grade: str = ""


def _header(view: View) -> str:
    """Give the heading row of the table that a unit is a row of."""
    passage = view.passage
    inside = [s for s in view.unit.header if passage.start <= s[0] and s[1] <= passage.end]
    return " ".join(passage.quote(span) for span in inside)


def _whose(text: str) -> str:
    """Name who gives a figure: "according to Glassdoor as quoted by …", "Glassdoor reports …"."""
    found = _ACCORDING.search(text) or _REPORTS.search(text)
    return found["who"].strip() if found else ""


def _giver(text: str) -> str:
    """Name who gives a figure and who quotes it: "Glassdoor as quoted by KORE1"."""
    found = _QUOTED.search(text)
    return found["who"].strip() if found else ""


@dataclass(frozen=True, slots=True)
class Paid:
    """A salary, whether it stands in a table, and the view that it was read from, for citing."""

    salary: Salary
    row: bool
    seen: Callable[[], View] = field(compare=False, repr=False)

    @property
    def view(self) -> View:
        """Give the view of the unit that states it, worked out when it is cited."""
        return self.seen()


def _same(view: View) -> View:
    return view


class SalaryReader:
    """Reads the salaries in passages."""

    def __init__(
        self,
        lexicon: Lexicon,
        viewer: Viewer,
        money: MoneyReader,
        documents: Mapping[str, Document],
    ) -> None:
        self._documents = documents
        self._lexicon = lexicon
        self._viewer = viewer
        self._money = money

    def read(self, passages: Iterable[Passage]) -> tuple[Paid, ...]:
        """Give every statement of pay in the passages, in order."""
        return tuple(paid for passage in passages for paid in self._passage(passage))

    def _passage(self, passage: Passage) -> Iterator[Paid]:
        if not any(c.isdigit() for c in passage.text):
            return
        document = self._documents.get(passage.document)
        if document is not None and document.profile is not None:
            yield from self._of_profile(passage, document.profile)
            return
        place = ""
        for view in self._viewer.views(passage):
            place = next(iter(self._places(view.quoted)), place)
            if "pay" not in view.signs and "pay" not in view.sections and not self._in_column(view):
                continue
            for amount in _distinct(self._amounts(view)):
                if not _TOO_MUCH.search(view.quoted[amount.start : amount.end + 12]):
                    row = view.unit.kind == "row"
                    yield Paid(self._salary(view, amount, place), row, partial(_same, view))

    def _of_profile(self, passage: Passage, profile: Profile) -> Iterator[Paid]:
        """Give a profile's figures; of the rest of its text only what its pay section states."""
        exact = passage.document in self._lexicon.exact
        if exact and not any(passage.start <= f.span[0] < passage.end for f in profile.pay):
            return
        role = self._lexicon.role_of(passage.document, profile.role)
        for view in self._viewer.views(passage):
            figures = [f for f in profile.pay if f.span == (view.unit.start, view.unit.end)]
            seen = (view.unit.kind == "row", partial(_same, view))
            for figure in figures:
                yield Paid(self._typed(view, figure, role, profile), *seen)
            if not figures and "pay" in view.sections:
                for amount in _distinct(self._amounts(view)):
                    salary = self._salary(view, amount, "")
                    whose = _giver(view.quoted) or salary.whose
                    yield Paid(replace(salary, role=role, whose=whose), *seen)

    def _typed(self, view: View, figure: PayFigure, role: str, profile: Profile) -> Salary:
        amounts = self._money.read(view.quoted)
        same = (a.printed for a in amounts if (a.low, a.high) == (figure.low, figure.high))
        source = profile.source(figure.source)
        years = _YEAR.findall(figure.period)
        return Salary(
            role=role,
            place=self._lexicon.named("place", figure.geography),
            employer="",
            low=figure.low,
            high=figure.high,
            currency=figure.currency,
            period=figure.unit,
            statistic=figure.statistic,
            year=years[-1] if years else "",
            printed=next(same, figure.printed[0]),
            whose=source.publisher,
            text=view.quoted,
            document=view.passage.document,
            start=view.unit.start,
            end=view.unit.end,
            dated="" if figure.period == UNKNOWN else figure.period,
            basis=figure.basis,
            match=figure.match,
            group=figure.whose,
            segment=figure.segment,
            source=source.id,
            grade=source.grade,
        )

    def _in_column(self, view: View) -> bool:
        """Tell whether a table's heading row says that a column is pay."""
        found = self._lexicon.signs.find_all(words(_header(view)))
        return any(m.value == "pay" for m in found)

    def _amounts(self, view: View) -> Iterator[Amount]:
        """Read a unit's amounts; a table's heading row says what a row leaves out."""
        header = _header(view)
        for amount in self._money.read(view.quoted):
            yield replace(
                amount,
                period=amount.period or self._money.period(header),
                statistic=amount.statistic or self._money.statistic(header),
            )

    def _places(self, text: str) -> list[str]:
        found = self._lexicon.entities.find(words(text), text)
        return [m.value.id for m in found if m.value.kind == "place"]

    def _salary(self, view: View, amount: Amount, place: str) -> Salary:
        return Salary(
            role=self._role(view),
            place=self._place(view, amount, place),
            employer=min(view.employers, default=""),
            low=amount.low,
            high=amount.high,
            currency=amount.currency,
            period=amount.period,
            statistic=amount.statistic or ("range" if amount.low != amount.high else ""),
            year=next(iter(_YEAR.findall(f"{view.quoted} {_header(view)}")), ""),
            printed=amount.printed,
            whose=_whose(view.quoted),
            text=view.quoted,
            document=view.passage.document,
            start=view.unit.start,
            end=view.unit.end,
            unit_error=amount.unit_error,
        )

    def _role(self, view: View) -> str:
        """Give whom the text says earns it; with several, the one it names first."""
        if len(view.subject) < 2:
            return min(view.subject, default="")
        found = self._lexicon.entities.find(words(view.quoted), view.quoted)
        return next((m.value.id for m in found if m.value.kind == "role"), min(view.subject))

    def _place(self, view: View, amount: Amount, before: str) -> str:
        """Give the place: one the text names, else one above it that uses the currency."""
        own = self._places(view.quoted)
        fitting = [place for place in own if self._uses(place, amount.currency)]
        if own:
            return (fitting or own)[0]
        above = [*self._places(view.above)]
        for heading in reversed(view.passage.headings):
            above += self._places(heading)
        fitting = [place for place in (*above, before) if self._uses(place, amount.currency)]
        home = self._at_home(amount.currency)
        return next((place for place in (*fitting, *above[:1], home) if place), "")

    def _uses(self, place: str, currency: str) -> bool:
        return bool(place) and self._lexicon.entity("place", place).currency in ("", currency)

    def _at_home(self, currency: str) -> str:
        """Give the one country that the lexicon knows to use a currency, if it is one only."""
        using = [
            e.id
            for (kind, _), e in self._lexicon.by_id.items()
            if kind == "place" and e.currency == currency
        ]
        return using[0] if len(using) == 1 else ""


def _distinct(amounts: Iterable[Amount]) -> Iterator[Amount]:
    """Leave out an amount that says another of the same sentence again, in other units."""
    told: list[Amount] = []
    for amount in amounts:
        near = any(
            t.currency == amount.currency
            and abs(t.low - amount.low) <= SAME * t.low
            and abs(t.high - amount.high) <= SAME * t.high
            for t in told
        )
        if not near:
            told.append(amount)
            yield amount
