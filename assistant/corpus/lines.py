"""Plain text to runs of lines: joins the lines a margin broke and sets the others apart.

What a run is (heading, item, paragraph) is told in ``outline``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import Block, Span
from .breaks import dangles
from .draft import Cut, Draft, trim

# A line that opens an item of its own: a bullet, or a number or letter with a dot or bracket.
MARKER = re.compile(
    r"(?:(?P<bullet>[•●○◦▪■‣∙·*+✓✔➢➤►\-–—])|\(?(?P<number>\d{1,3}(?:\.\d{1,2})*)[.)]"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2})+)|[a-z][.)]"
    r"|(?!\(c\) ?\d{4})\((?:[a-z]|[ivx]{1,5})\))\s+(?=\S)"
)
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")
_CLOSED = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_DIVIDED = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
# Margins broader than this are no margins: the text has a paragraph a line.
_BROADEST = 130
# Lines shorter than this are not broken by a margin.
_SHORTEST = 30


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    gap: int
    marked: bool

    @property
    def length(self) -> int:
        return self.end - self.start


def read(text: str) -> Draft:
    """Read plain text as a draft whose structure is still to be told."""
    spans = runs(text)
    cuts = tuple(rejoined(text)) if _width(_lines(text)) else ()
    return Draft(text, tuple(Block("paragraph", *span) for span in spans), cuts, loose=True)


def runs(text: str) -> tuple[Span, ...]:
    r"""Give the runs of lines that belong together, in order.

    >>> runs("Getting data from many places,\n\nand safely.\nMore")
    ((0, 43), (44, 48))
    """
    lines = _lines(text)
    width = _width(lines)
    spans: list[Span] = []
    for number, line in enumerate(lines):
        if number and _joins(lines[number - 1], line, width):
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return tuple(spans)


def _lines(text: str) -> list[_Line]:
    lines, offset, gap = [], 0, 0
    for raw in text.split("\n"):
        start, end = trim(text, offset, offset + len(raw))
        offset += len(raw) + 1
        if start == end:
            gap += 1
            continue
        piece = text[start:end]
        lines.append(_Line(start, end, piece, gap, bool(MARKER.match(piece))))
        gap = 0
    return lines


def _width(lines: Sequence[_Line]) -> int:
    """Estimate the margin of a text whose paragraphs are broken into lines; 0 if they are not."""
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if not b.gap and not b.marked]
    long = [(a, b) for a, b in pairs if a.length >= _SHORTEST]
    if not long or max(line.length for line in lines) > _BROADEST:
        return 0
    going_on = sum(b.text[0].islower() for _, b in long)
    if going_on * 10 < len(long) * 3:
        return 0
    lengths = sorted(a.length for a, _ in long)
    return lengths[len(lengths) * 9 // 10]


def _joins(line: _Line, after: _Line, width: int) -> bool:
    if after.marked:
        return False
    if line.text.endswith(",") and line.length >= 20:
        return True
    if not after.gap and line.length >= _SHORTEST and dangles(line.text):
        return True
    lower = after.text[0].islower() and not _CLOSED.search(line.text)
    if after.gap:
        # Across an empty line only a sentence that plainly goes on is joined.
        return lower and len(line.text.split()) >= 8
    if lower and line.length >= _SHORTEST:
        return True
    if not width:
        return False
    room = line.length + 1 + len(after.text.split(None, 1)[0])
    broken = room > width * 0.85 and line.length >= _SHORTEST
    return broken and not (_ENDS.search(line.text) and room <= width)


def rejoined(text: str) -> Iterator[Cut]:
    """Cut the hyphen and line end within a word, or only the line end in a compound."""
    compounds = frozenset(_COMPOUND.findall(text))
    for match in _DIVIDED.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
        after = _WORD_AFTER.match(text, match.end())
        if before is None or after is None or not after.group()[0].islower():
            continue
        compound = f"{before.group()}-{after.group()}"
        yield Cut(match.start() + (compound in compounds), match.end())
