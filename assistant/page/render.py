"""An answer as the HTML of the page: paragraphs, lists, tables and their numbered pills."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ..records import Answer, Citation, Part, Statement
from .chart import Charts, chart_html
from .markup import inert

# Characters of a quote that a hover card shows.
QUOTE = 280
# Characters up to which every cell of a table stands beside its column's name on a phone.
BRIEF = 40
_NOTES = {
    "abstained": "Not in these documents",
    "partial": "Answered in part",
    "clarify": "One question back",
}


@dataclass(frozen=True, slots=True)
class Pills:
    """Writes citation numbers as links to their places."""

    citations: Mapping[int, Citation]
    reference: Callable[[Citation], str]

    def each(self, numbers: Iterable[int]) -> list[str]:
        """Write the pills of citation numbers; a number without a citation writes nothing."""
        known = (self.citations[number] for number in numbers if number in self.citations)
        return [self._pill(citation) for citation in known]

    def link(self, citation: Citation) -> str:
        """Write the attributes of a link that opens a citation and shows its quote."""
        return (
            f'role="button" href="#{self.reference(citation)}"'
            f' data-title="{inert(citation.title)}" data-quote="{inert(_short(citation.quote))}"'
        )

    def _pill(self, citation: Citation) -> str:
        kind = "Related source" if citation.nearby else "Source"
        name = f"{kind} {citation.number}: {citation.title}"
        nearby = " ca-nearby" if citation.nearby else ""
        return (
            f'<a class="ca-pill{nearby}" aria-label="{inert(name)}" {self.link(citation)}>'
            f"{citation.number}</a>"
        )


def answer_html(
    answer: Answer, reference: Callable[[Citation], str], charts: Charts | None = None
) -> str:
    """Write an answer: how it was understood, its parts, its sources and what to ask next."""
    pills = Pills({citation.number: citation for citation in answer.citations}, reference)
    body = [_part(part, pills) for part in answer.parts]
    axes = charts.bars(answer) if charts else {}
    drawn = {bar.citation.number for bars in axes.values() for bar in bars}
    links = {citation.number: pills.link(citation) for citation in answer.citations}
    body.insert(_chart_place(answer.parts, drawn), chart_html(axes, links))
    return (
        _understood(answer)
        + f'<div class="ca-body ca-{answer.status}">{_note(answer)}{"".join(body)}</div>'
        + _sources(answer, pills)
        + _suggestions(answer)
    )


def _chart_place(parts: Iterable[Part], drawn: set[int]) -> int:
    """Count the parts before a chart: up to the sentences that it draws, but not their table.

    A table is long on a phone, and the chart above it shows the same at a glance.
    """
    places = (
        index + (part.kind != "table")
        for index, part in enumerate(parts)
        if any(drawn.intersection(s.citations) for row in part.rows for s in row)
    )
    return max(places, default=0)


def _understood(answer: Answer) -> str:
    if not answer.question.understood_differently:
        return ""
    standalone = inert(answer.question.standalone)
    return f'<p class="ca-understood">Understood as: <span>{standalone}</span></p>'


def _note(answer: Answer) -> str:
    note = _NOTES.get(answer.status)
    return f'<p class="ca-note">{note}</p>' if note else ""


def _part(part: Part, pills: Pills) -> str:
    if part.kind == "prose":
        return "".join(f"<p>{_statements(row, pills)}</p>" for row in part.rows)
    if part.kind == "list":
        items = "".join(f"<li>{_statements(row, pills)}</li>" for row in part.rows)
        return f"<ul>{items}</ul>"
    return _table(part, pills)


def _statements(row: Iterable[Statement], pills: Pills) -> str:
    return " ".join(_statement(statement, pills) for statement in row)


def _statement(statement: Statement, pills: Pills) -> str:
    """Write a statement; its first pill never begins a line, further ones may."""
    text, marks = inert(statement.text), pills.each(statement.citations)
    if not marks:
        return text
    first, rest = _grouped(marks[:1]), "".join(marks[1:])
    start, space, last = text.rpartition(" ")
    # A long last word may break, so that it cannot widen the page.
    if len(last) < 30:
        return f'{start}{space}<span class="ca-tie">{last}{first}</span>{rest}'
    return f"{text}{first}{rest}"


def _grouped(marks: list[str]) -> str:
    return f'<span class="ca-pills">{"".join(marks)}</span>'


def _table(part: Part, pills: Pills) -> str:
    """Write a table whose cells repeat their column's name, for phones that stack them."""
    names = (f'<th role="columnheader" scope="col">{inert(name)}</th>' for name in part.header)
    rows = "".join(
        f'<tr role="row">{"".join(_cell(part.header, i, s, pills) for i, s in enumerate(row))}</tr>'
        for row in part.rows
    )
    brief = all(len(statement.text) <= BRIEF for row in part.rows for statement in row)
    return (
        f'<table class="ca-table{" ca-brief" if brief else ""}" role="table">'
        f'<thead role="rowgroup"><tr role="row">{"".join(names)}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )


def _cell(header: tuple[str, ...], column: int, statement: Statement, pills: Pills) -> str:
    name = inert(header[column]) if column < len(header) else ""
    tag, role = ("th", "rowheader") if column == 0 else ("td", "cell")
    scope = ' scope="row"' if column == 0 else ""
    # What no source backs is a remark, such as that nothing is stated.
    remark = "" if column == 0 or statement.citations else ' class="ca-remark"'
    return (
        f'<{tag} role="{role}"{scope}{remark} data-column="{name}">'
        f"<div>{_statement(statement, pills)}</div></{tag}>"
    )


def _sources(answer: Answer, pills: Pills) -> str:
    """Name each cited document once, with the numbers that lead into it."""
    numbers: dict[str, list[int]] = {}
    titles = {citation.document: citation.title for citation in answer.citations}
    for citation in answer.citations:
        numbers.setdefault(citation.document, []).append(citation.number)
    if not numbers:
        return ""
    label = "Related" if all(citation.nearby for citation in answer.citations) else "Sources"
    items = "".join(
        f"<li>{inert(titles[document])} {_grouped(pills.each(found))}</li>"
        for document, found in numbers.items()
    )
    return f'<div class="ca-sources"><h3>{label}</h3><ul>{items}</ul></div>'


def _suggestions(answer: Answer) -> str:
    chips = "".join(
        f'<li><button type="button" class="ca-chip" data-ask="{inert(text)}">{inert(text)}'
        "</button></li>"
        for text in answer.suggestions
    )
    if not chips:
        return ""
    return f'<div class="ca-next"><h3>Ask next</h3><ul>{chips}</ul></div>'


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= QUOTE else words[: QUOTE - 1].rstrip() + "…"
