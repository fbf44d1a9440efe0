"""Bars for the pay an answer tells of: each a link to its sentence, each currency apart.

Only amounts that the answer prints and cites are drawn, under the words it prints; an axis
begins at 0 and never mixes two currencies or two periods of pay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from ..records import Answer, Citation, Part, Statement
from .markup import inert

# A single amount says nothing beside itself.
FEWEST = 2
_Place = tuple[str, int, int]
_Axes = dict[tuple[str, str], list["Bar"]]
Named = Callable[[str, str], str]


class Pay(Protocol):
    """A statement of pay as data: an amount or a range, and where a document makes it."""

    @property
    def low(self) -> float:
        """Give the least amount, in whole units of the currency."""

    @property
    def high(self) -> float:
        """Give the greatest amount, the same as ``low`` for a single one."""

    @property
    def currency(self) -> str:
        """Give the currency's code."""

    @property
    def period(self) -> str:
        """Give what the amount is paid for, such as "year"; "" when not told."""

    @property
    def printed(self) -> str:
        """Give the amount as the document prints it."""

    @property
    def role(self) -> str:
        """Give the id of the role that is paid; "" when not told."""

    @property
    def employer(self) -> str:
        """Give the id of the employer who pays; "" when not told."""

    @property
    def place(self) -> str:
        """Give the id of the place where it is paid; "" when not told."""

    @property
    def year(self) -> str:
        """Give the year of the figure; "" when not told."""

    @property
    def segment(self) -> str:
        """Give which part of the role is paid, such as an industry; "" for all of it."""

    @property
    def whose(self) -> str:
        """Give who gives the figure; "" when not told."""

    @property
    def document(self) -> str:
        """Give the document's id."""

    @property
    def start(self) -> int:
        """Give where the statement begins."""

    @property
    def end(self) -> int:
        """Give where the statement ends."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart: what is paid, to whom, and the citation that says so."""

    label: str
    pay: Pay
    citation: Citation


class Charts:
    """Draws the pay of an assistant's documents.

    ``named`` gives the name of an entity by its kind and id, such as "place" and "india".
    """

    def __init__(self, pays: Iterable[Pay], named: Named) -> None:
        self._named = named
        self._pays: dict[_Place, list[Pay]] = {}
        for pay in pays:
            self._pays.setdefault((pay.document, pay.start, pay.end), []).append(pay)

    def bars(self, answer: Answer) -> dict[tuple[str, str], list[Bar]]:
        """Give the bars of an answer by currency and period, in the order of what it says."""
        citations = {citation.number: citation for citation in answer.citations}
        axes: _Axes = {}
        for part in answer.parts:
            for bar in self._of_part(part, citations):
                axes.setdefault((bar.pay.currency, bar.pay.period), []).append(bar)
        return {axis: self._told_apart(bars) for axis, bars in axes.items() if len(bars) >= FEWEST}

    def _of_part(self, part: Part, citations: Mapping[int, Citation]) -> Iterator[Bar]:
        table = part.kind == "table"
        for row in part.rows:
            for statement in row:
                for pay, citation in self._of_statement(statement, citations, whole=table):
                    head = row[0].text if table and row[0] is not statement else ""
                    yield Bar(head or self._subject(pay), pay, citation)

    def _of_statement(
        self, statement: Statement, citations: Mapping[int, Citation], whole: bool
    ) -> Iterator[tuple[Pay, Citation]]:
        """Find each pay that a statement prints, or is as a whole, in a place it cites.

        Of several places for one amount the first that tells a period is best.
        """
        found: dict[str, tuple[Pay, Citation]] = {}
        for citation in (citations[n] for n in statement.citations if n in citations):
            for pay in self._pays.get((citation.document, citation.start, citation.end), ()):
                said = pay.printed == statement.text or (
                    not whole and pay.printed in statement.text
                )
                if not said or not 0 < pay.low <= pay.high < float("inf"):
                    continue
                if pay.printed not in found or (pay.period and not found[pay.printed][0].period):
                    found[pay.printed] = (pay, citation)
        yield from found.values()

    def _subject(self, pay: Pay) -> str:
        """Name who pays, or which part of the role is paid, or else where it is paid."""
        if pay.employer:
            return self._named("employer", pay.employer)
        if pay.segment:
            # A part of those paid, such as an industry, tells figures of one place apart.
            return pay.segment[:1].upper() + pay.segment[1:]
        return self._named("place", pay.place) if pay.place else ""

    def _told_apart(self, bars: list[Bar]) -> list[Bar]:
        """Name the role where several are paid; add year and giver to labels that stand twice."""
        if len({bar.pay.role for bar in bars}) > 1:
            bars = [replace(bar, label=self._with_role(bar)) for bar in bars]
        labels = Counter(bar.label for bar in bars)
        return [
            replace(bar, label=", ".join(filter(None, (bar.label, bar.pay.whose, bar.pay.year))))
            if labels[bar.label] > 1
            else bar
            for bar in bars
        ]

    def _with_role(self, bar: Bar) -> str:
        name = self._named("role", bar.pay.role) if bar.pay.role else ""
        named = name.lower() in bar.label.lower()
        label = bar.label if named else ", ".join(filter(None, (name, bar.label)))
        return label[:1].upper() + label[1:]


def chart_html(axes: Mapping[tuple[str, str], list[Bar]], links: Mapping[int, str]) -> str:
    """Draw bars; ``links`` are the attributes that open each citation, by number."""
    return "".join(_axis(*axis, bars, links) for axis, bars in axes.items())


def _axis(currency: str, period: str, bars: list[Bar], links: Mapping[int, str]) -> str:
    most = max(bar.pay.high for bar in bars)
    rows = "".join(f"<li>{_bar(bar, most, links)}</li>" for bar in bars)
    per = f" a {inert(period)}" if period else ""
    return (
        f'<figure class="ca-chart"><figcaption>{inert(currency)}{per}, from 0</figcaption>'
        f"<ul>{rows}</ul></figure>"
    )


def _bar(bar: Bar, most: float, links: Mapping[int, str]) -> str:
    low, high = (100 * amount / most for amount in (bar.pay.low, bar.pay.high))
    kind = "ca-point" if low == high else "ca-range"
    return (
        f'<a class="ca-bar" {links[bar.citation.number]}>'
        f'<span class="ca-bar-label">{inert(bar.label)}</span>'
        f'<span class="ca-bar-value">{inert(bar.pay.printed)}</span>'
        f'<span class="ca-track"><span class="{kind}" style="--low:{low:.1f}%;--high:{high:.1f}%">'
        "</span></span></a>"
    )
