"""An answer's Markdown as a card shows it: tables as tables, markers leading to citations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from .folding import unescaped
from .markings import escape, marked

_MARKER = re.compile(r"(?<!\\)\[\d+(?:\s*,\s*\d+)*\](?!\()")
_RULE = re.compile(r"\s*(?:\|\s*:?-+:?\s*)+\|?\s*")
# A cell ends at a pipe that no backslash escapes, or with its line.
_CELL = re.compile(r"\|((?:\\.?|[^|\\])*)")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a marker leads on the page, and whether what it cites is wrong."""

    anchor: str
    wrong: bool


def answer_html(markdown: str, wanted: Sequence[str], targets: Mapping[int, Target]) -> str:
    """Lay an answer out, escaped, with the wanted strings marked.

    >>> answer_html("It pays. [1]", ["pays"], {1: Target("c1", wrong=True)})
    '<div class="prose">It <mark>pays</mark>. <a class="cite wrong" href="#c1">[1]</a></div>'
    """
    pieces = []
    for piped, group in groupby(markdown.split("\n"), lambda line: line.lstrip().startswith("|")):
        lines = list(group)
        if piped and len(lines) > 1 and _RULE.fullmatch(lines[1]):
            pieces.append(_table(lines, wanted, targets))
        elif text := "\n".join(lines).strip("\n"):
            pieces.append(f'<div class="prose">{_inline(text, wanted, targets)}</div>')
    return "".join(pieces)


def _table(lines: Sequence[str], wanted: Sequence[str], targets: Mapping[int, Target]) -> str:
    head, _, *body = lines
    first = "".join(f'<th scope="col">{_inline(c, wanted, targets)}</th>' for c in _cells(head))
    rows = (
        "".join(f"<td>{_inline(cell, wanted, targets)}</td>" for cell in _cells(line))
        for line in body
    )
    below = "".join(f"<tr>{row}</tr>" for row in rows)
    table = f"<table><thead><tr>{first}</tr></thead><tbody>{below}</tbody></table>"
    # Where the page is too narrow the table scrolls on its own, by keyboard too.
    return f'<div class="wide" tabindex="0" role="group" aria-label="Table">{table}</div>'


def _cells(line: str) -> list[str]:
    cells = [cell.strip() for cell in _CELL.findall(line)]
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells


def _inline(text: str, wanted: Sequence[str], targets: Mapping[int, Target]) -> str:
    pieces, last = [], 0
    for match in _MARKER.finditer(text):
        pieces.append(marked(unescaped(text[last : match.start()]), wanted))
        pieces.append(_link(match.group(), targets))
        last = match.end()
    return "".join((*pieces, marked(unescaped(text[last:]), wanted)))


def _link(marker: str, targets: Mapping[int, Target]) -> str:
    numbers = [int(number) for number in re.findall(r"\d{1,9}", marker)]
    return "".join(
        f'<a class="cite{" wrong" if targets[n].wrong else ""}" '
        f'href="#{escape(targets[n].anchor)}">[{n}]</a>'
        if n in targets
        else f'<span class="lost" title="no such citation">[{n}]</span>'
        for n in numbers
    )
