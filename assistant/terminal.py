"""Answers, sources and tables as plain text for a terminal; nothing is printed here.

Documents are other people's text: control characters, which a terminal would obey, go.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from .records import Answer, Citation, Part, Statement

# A line longer than this is hard to read, and a column narrower than that is no column.
WIDEST = 100
NARROWEST_COLUMN = 9
GAP = "  "

Rows = Sequence[Sequence[str]]


def answer_text(answer: Answer, width: int) -> str:
    """Lay an answer out: how it was understood, its parts, its sources, what to ask next."""
    blocks = []
    if answer.question.understood_differently:
        blocks.append(wrapped(f"Understood as: {answer.question.standalone}", width))
    blocks += [_part(part, width) for part in answer.parts]
    blocks.append(sources_text(answer.citations, width))
    if answer.suggestions:
        blocks.append(suggestions_text(answer.suggestions, width))
    return "\n\n".join(block for block in blocks if block)


def sources_text(citations: Sequence[Citation], width: int) -> str:
    """List the cited sentences with where they stand; those beside a refusal come apart."""
    groups = (
        ("Sources:", [c for c in citations if not c.nearby]),
        ("Related, but not an answer:", [c for c in citations if c.nearby]),
    )
    return "\n\n".join(
        "\n".join([title, *_sources(group, width)]) for title, group in groups if group
    )


def passages_text(citations: Sequence[Citation], width: int) -> str:
    """Show each cited sentence, between » and «, in the passage around it."""
    return "\n\n".join(_passage(citation, width) for citation in citations)


def suggestions_text(
    questions: Iterable[str], width: int, title: str = "You could also ask:"
) -> str:
    """List questions to ask."""
    return "\n".join([title, *(wrapped(question, width, "  - ") for question in questions)])


def table_text(header: Sequence[str], rows: Rows, width: int) -> str:
    """Align a table within a width: cells wrap, and columns that cannot fit become lines.

    >>> print(table_text(("role", "pay"), (("baker", "$1"), ("cook", "$20")), 40))
    role   pay
    -----  ---
    baker  $1
    cook   $20
    """
    lines = [[plain(cell) for cell in line] for line in (header, *rows)]
    columns = len(header)
    if columns * (NARROWEST_COLUMN + len(GAP)) > width:
        return "\n\n".join(_stacked(lines[0], line, width) for line in lines[1:])
    natural = [max(1, *(len(line[n]) for line in lines)) for n in range(columns)]
    widths = _fitted(natural, width - len(GAP) * (columns - 1))
    ruled = [lines[0], ["-" * n for n in widths], *lines[1:]]
    return "\n".join(_line(line, widths) for line in ruled)


def wrapped(text: str, width: int, bullet: str = "") -> str:
    """Wrap a text behind a bullet, the further lines indented below its first."""
    return textwrap.fill(
        plain(text),
        max(width, len(bullet) + 1),
        initial_indent=bullet,
        subsequent_indent=" " * len(bullet),
        break_on_hyphens=False,
        break_long_words=False,
    )


def plain(text: str) -> str:
    r"""Give a text on one line, without characters that a terminal would take for orders.

    >>> plain("red: \x1b[31m pay\nrise")
    'red: [31m pay rise'
    """
    # Unlike the rest of them, white space parts words.
    text = " ".join(text.split())
    return "".join(c for c in text if unicodedata.category(c) != "Cc")


def _part(part: Part, width: int) -> str:
    if part.kind == "prose":
        return wrapped(" ".join(_marked(s) for row in part.rows for s in row), width)
    if part.kind == "list":
        items = (" ".join(_marked(s) for s in row) for row in part.rows)
        return "\n".join(wrapped(item, width, "  - ") for item in items)
    return table_text(part.header, [[_marked(s) for s in row] for row in part.rows], width)


def _marked(statement: Statement) -> str:
    markers = "".join(f"[{number}]" for number in statement.citations)
    return f"{statement.text} {markers}" if markers else statement.text


def _sources(citations: Iterable[Citation], width: int) -> Iterator[str]:
    """List citations; of several from one place, the place comes first and once."""
    for place, group in groupby(citations, _place):
        cited = tuple(group)
        if len(cited) == 1:
            yield wrapped(f'{place}: "{cited[0].quote}"', width, _bullet(cited[0]))
            continue
        yield wrapped(f"{place}:", width, "  ")
        for citation in cited:
            yield wrapped(f'"{citation.quote}"', width, "  " + _bullet(citation))


def _bullet(citation: Citation) -> str:
    return f"  [{citation.number}] "


def _place(citation: Citation) -> str:
    return " › ".join((citation.title or citation.document, *citation.headings))


def _passage(citation: Citation, width: int) -> str:
    begin = citation.start - citation.passage_start
    end = begin + len(citation.quote)
    text = citation.passage
    shown = f"{text[:begin]}»{text[begin:end]}«{text[end:]}"
    lines = [wrapped(_place(citation), width, _bullet(citation))]
    lines.append(wrapped(f"File: {citation.document}", width, "      "))
    if citation.source:
        lines.append(wrapped(f"Source: {citation.source}", width, "      "))
    lines += [wrapped(line, width, "      | ") for line in shown.splitlines() if line.strip()]
    return "\n".join(lines)


def _fitted(widths: list[int], room: int) -> list[int]:
    """Narrow the widest columns until all fit."""
    widths = list(widths)
    while sum(widths) > room and max(widths) > NARROWEST_COLUMN:
        widths[widths.index(max(widths))] -= 1
    return widths


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    wraps = [
        textwrap.wrap(cell, width, break_on_hyphens=False) or [""]
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(len(lines) for lines in wraps)
    padded = [lines + [""] * (height - len(lines)) for lines in wraps]
    return "\n".join(
        GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in zip(*padded, strict=True)
    )


def _stacked(header: Sequence[str], cells: Sequence[str], width: int) -> str:
    return "\n".join(
        wrapped(f"{name}: {cell}" if name else cell, width)
        for name, cell in zip(header, cells, strict=True)
    )
