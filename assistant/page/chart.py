"""Bars for the pay an answer tells of: each a link to its sentence, each currency apart.

Only amounts that stand in the answer's table are drawn, under the words printed there; an
axis begins at 0 and never mixes two currencies or two periods of pay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from ..records import Answer, Citation, Part, Statement
from .markup import inert

# A single amount says nothing beside itself.
FEWEST = 2
_Place = tuple[str, int, int]


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
    """Draws the pay of an assistant's documents."""

    def __init__(self, pays: Iterable[Pay] = ()) -> None:
        self._pays: dict[_Place, list[Pay]] = {}
        for pay in pays:
            self._pays.setdefault((pay.document, pay.start, pay.end), []).append(pay)

    def bars(self, answer: Answer) -> dict[tuple[str, str], list[Bar]]:
        """Give the bars of an answer's tables by currency and period, in the table's order."""
        citations = {citation.number: citation for citation in answer.citations}
        axes: dict[tuple[str, str], list[Bar]] = {}
        for part in answer.parts:
            for bar in self._of_part(part, citations):
                axes.setdefault((bar.pay.currency, bar.pay.period), []).append(bar)
        return {axis: bars for axis, bars in axes.items() if len(bars) >= FEWEST}

    def _of_part(self, part: Part, citations: Mapping[int, Citation]) -> Iterator[Bar]:
        for row in part.rows if part.kind == "table" else ():
            for statement in row:
                found = self._of_statement(statement, citations)
                if found:
                    label = row[0].text if row[0] is not statement else ""
                    yield Bar(label, *found)

    def _of_statement(
        self, statement: Statement, citations: Mapping[int, Citation]
    ) -> tuple[Pay, Citation] | None:
        """Find the pay that a cell prints in a place it cites, best one that tells a period."""
        found = [
            (pay, citation)
            for citation in (citations[n] for n in statement.citations if n in citations)
            for pay in self._pays.get((citation.document, citation.start, citation.end), ())
            if pay.printed == statement.text and 0 < pay.low <= pay.high < float("inf")
        ]
        return min(found, key=lambda pair: not pair[0].period, default=None)


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
