"""Figures as data: the pay and outlook that a role's profile states, and how they are printed.

A profile's front matter gives each figure as a record with its place, period and source, and
its text states the same figure in a sentence. Reading the front matter is ``corpus.profile``'s
trade, finding the sentences ``corpus.tying``'s.
"""

from __future__ import annotations

from dataclasses import dataclass

# What a profile's records may say; anything else is refused when it is read.
STATISTICS = ("mean", "median", "p10", "p25", "p75", "p90", "range", "advertised_range")
RANGES = ("range", "advertised_range")
BASES = ("employer-survey", "job-ads", "self-reported", "recruiter", "unsourced-article")
MATCHES = ("exact", "contains", "proxy", "none")
UNITS = ("year", "month", "week", "day", "hour")
MEASURES = ("employment_change_pct", "employment_change", "openings_per_year", "employment")
GRADES = ("A", "A-", "B+", "B", "B-", "C+", "C", "C-")
UNKNOWN = "unknown"

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from; ``grade`` is A (official) to C (second-hand)."""

    id: str
    title: str
    publisher: str
    url: str
    grade: str
    data_period: str = ""
    published: str = ""
    read: str = ""
    licence: str = ""

    @property
    def second_hand(self) -> bool:
        """Tell whether the source only quotes somebody else's figure."""
        return self.grade.startswith("C")


@dataclass(frozen=True, slots=True)
class Code:
    """A classification's code for the role, and how well it fits: exact, contains, proxy, none."""

    system: str
    code: str
    match: str
    uri: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """The share of people, in per cent, who hold or ask for a level of education."""

    level: str
    pct: float
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Education:
    """The education by which people usually enter, and what those in the work hold."""

    typical_entry: str = ""
    job_zone: int = 0
    source: str = ""
    held: tuple[Share, ...] = ()
    needed: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class PayFigure:
    """A figure of pay in whole units of ``currency`` for each ``unit``; low == high for one.

    ``period`` is when it was paid ("2025-05", or "unknown"); ``whose`` says whose pay it is,
    ``segment`` which part of them ("senior", an industry), "" for all. ``n`` counts what it
    was taken from, 0 where that is not told. ``span`` is the sentence that states it.
    """

    statistic: str
    low: float
    high: float
    currency: str
    unit: str
    geography: str
    period: str
    whose: str
    basis: str
    match: str
    source: str
    segment: str = ""
    n: int = 0
    span: Place = (0, 0)
    line: int = 0

    @property
    def printed(self) -> tuple[str, ...]:
        """Give the amounts as the sentence prints them."""
        return tuple(dict.fromkeys(printed_money(v, self.currency) for v in (self.low, self.high)))


@dataclass(frozen=True, slots=True)
class OutlookFigure:
    """A figure of employment: a count in ``begin``, or a change or rate from it to ``end``."""

    measure: str
    value: float
    begin: str
    end: str
    geography: str
    match: str
    source: str
    whose: str = ""
    span: Place = (0, 0)
    line: int = 0

    @property
    def printed(self) -> tuple[str, ...]:
        """Give the value as the sentence prints it."""
        if self.measure == "employment_change_pct":
            return (printed_percent(self.value),)
        return (printed_count(self.value),)


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the things a title is used for: a name for it, and the sentence that says so."""

    name: str
    role: str
    span: Place = (0, 0)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Profile:
    """What the front matter of a role's profile holds, checked."""

    title: str
    role: str
    aliases: tuple[str, ...] = ()
    confusable_with: tuple[str, ...] = ()
    ambiguous: tuple[Reading, ...] = ()
    codes: tuple[Code, ...] = ()
    education: Education = Education()
    pay: tuple[PayFigure, ...] = ()
    outlook: tuple[OutlookFigure, ...] = ()
    sources: tuple[Source, ...] = ()

    def source(self, identifier: str) -> Source:
        """Give a source by its id."""
        return next(s for s in self.sources if s.id == identifier)


_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥"}


def printed_money(amount: float, currency: str) -> str:
    """Print an amount as profiles do, in full.

    >>> printed_money(120230, "USD"), printed_money(795677, "INR"), printed_money(48.5, "CHF")
    ('$120,230', 'Rs. 7,95,677', 'CHF 48.50')
    """
    whole = f"{amount:,.0f}" if float(amount).is_integer() else f"{amount:,.2f}"
    if currency == "INR":
        return f"Rs. {_in_lakhs(whole.replace(',', ''))}"
    return f"{_SIGNS[currency]}{whole}" if currency in _SIGNS else f"{currency} {whole}"


def _in_lakhs(digits: str) -> str:
    """Set the commas of Indian numbers: three digits, then two and two."""
    whole, point, rest = digits.partition(".")
    head, tail = whole[:-3], whole[-3:]
    pairs = [head[max(0, at - 2) : at] for at in range(len(head), 0, -2)][::-1]
    return ",".join([*pairs, tail]) + point + rest


def printed_percent(value: float) -> str:
    """Print a percentage with no more than one decimal.

    >>> printed_percent(33.5), printed_percent(10.0), printed_percent(-0.7)
    ('33.5%', '10%', '-0.7%')
    """
    return f"{value:.1f}".removesuffix(".0") + "%"


def printed_count(value: float) -> str:
    """Print a number of people or jobs.

    >>> printed_count(23400)
    '23,400'
    """
    return f"{value:,.0f}"
