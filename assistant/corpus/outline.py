"""The structure of plain text: headings, list items, rows and paragraphs told from wording.

A run of lines is told by its marker ("•", "1."), its label ("Finance: …"), its length, its
punctuation, the empty lines above it, and what it stands beside. ``levels`` ranks headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..records import Block, Span
from .chunks import Chunk, chunked
from .levels import ranked
from .numbering import tell_numbered

_BACKWARD = re.compile(
    r"(?:these|those|this|such|each|all|both|they|any|either|every|most|some) ", re.IGNORECASE
)
_CELLS = re.compile(r"\s*\|\s*|\t+|[^\S\n]{3,}")
_MOST_CELL_WORDS = 12
_QUESTION = re.compile(r"(?:q|question) ?\d{0,2} ?[:.)]\s+(?=\S)", re.IGNORECASE)
_ANSWER = re.compile(r"(?:a|answer) ?\d{0,2} ?[:.)]\s+(?=\S)", re.IGNORECASE)


def outline(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    r"""Tell the structure of a text from its runs of lines.

    >>> text = "Duties\n\nAn engineer must:\n\nCleaning: mend the data.\n\nTests: write them."
    >>> spans = [(0, 6), (8, 25), (27, 51), (53, 71)]
    >>> [b.kind for b in outline(text, [Block("paragraph", *s) for s in spans])]
    ['heading', 'paragraph', 'item', 'item']
    """
    chunks = list(chunked(text, blocks))
    _answers(chunks)
    _tables(chunks)
    tell_numbered(chunks)
    for chunk in chunks:
        if chunk.marker == "bullet" and not chunk.kind:
            chunk.kind = "item"
    _labelled(chunks)
    _short(chunks)
    for chunk in chunks:
        chunk.kind = chunk.kind or "paragraph"
    _depths(chunks)
    return tuple(_block(chunk) for chunk in ranked(chunks))


def _answers(chunks: Sequence[Chunk]) -> None:
    """Tell questions and answers that are marked as such: "Q: …", "A: …"."""
    for asked, answered in zip(chunks, chunks[1:], strict=False):
        question, answer = _QUESTION.match(asked.text), _ANSWER.match(answered.text)
        if question is None or answer is None or asked.kind:
            continue
        for chunk, match, kind in ((asked, question, "heading"), (answered, answer, "paragraph")):
            chunk.start += match.end()
            chunk.text = chunk.text[match.end() :]
            chunk.kind = kind


def _tables(chunks: Sequence[Chunk]) -> None:
    """Tell rows: neighbouring lines that tabs, bars or wide gaps split into as many cells."""
    n = 0
    while n < len(chunks):
        width, end = len(_cells(chunks[n])), n + 1
        while end < len(chunks) and not chunks[end].gap and len(_cells(chunks[end])) == width:
            end += 1
        if width > 1 and end - n > 1 and not chunks[n].kind:
            for chunk in chunks[n:end]:
                chunk.kind, chunk.cells = "row", _cells(chunk)
            figures = [any(c.isdigit() for c in chunk.text) for chunk in chunks[n:end]]
            chunks[n].level = int(not figures[0] and any(figures[1:]))
        n = end


def _cells(chunk: Chunk) -> tuple[Span, ...]:
    if chunk.marker or "\n" in chunk.text:
        return ()
    cells, position = [], 0
    for match in [*_CELLS.finditer(chunk.text), None]:
        end = match.start() if match else len(chunk.text)
        if end > position:
            cells.append((chunk.start + position, chunk.start + end))
        position = match.end() if match else end
    # Text set to both margins has wide gaps too, between long runs of words.
    short = all(len(chunk.text[a - chunk.start : b - chunk.start].split()) <= _MOST_CELL_WORDS
                for a, b in cells)  # fmt: skip
    return tuple(cells) if short else ()


def _labelled(chunks: Sequence[Chunk]) -> None:
    """Tell lines such as "Finance: …" as items, where several follow or a lead-in precedes."""
    n = 0
    while n < len(chunks):
        end = n
        while end < len(chunks) and not chunks[end].kind and chunks[end].labelled:
            end += 1
        led = n > 0 and (chunks[n - 1].lead_in or chunks[n - 1].kind == "item")
        if end - n > 1 or (end > n and led):
            for chunk in chunks[n:end]:
                chunk.kind = "item"
        n = max(end, n + 1)


def _short(chunks: Sequence[Chunk]) -> None:
    """Tell headings from the items of a list that is written without any marker."""
    n = 0
    while n < len(chunks):
        if chunks[n].kind or not (chunks[n].bare or _named(chunks, n)):
            n += 1
            continue
        if chunks[n].lead_in:
            chunks[n].kind = "heading"
            n += 1
            continue
        end = n
        while end < len(chunks) and not chunks[end].kind and chunks[end].bare:
            end += 1
        _tell(chunks, n, end)
        n = end
    _adjacent(chunks)


def _named(chunks: Sequence[Chunk], n: int) -> bool:
    """Tell whether a line ending in a colon names a section: "Data Scientists:"."""
    chunk = chunks[n]
    last = n + 1 == len(chunks)
    return chunk.lead_in and chunk.words <= 8 and chunk.titled and not chunk.marker and not last


def _tell(chunks: Sequence[Chunk], start: int, end: int) -> None:
    """Tell a run of short lines: items under a lead-in, headings, or both."""
    led = start > 0 and chunks[start - 1].lead_in and chunks[start - 1].kind != "heading"
    before = 0
    for first, last in _groups(chunks, start, end, led):
        closes = last == end
        opening = first == start and led
        for n in range(first, last):
            chunks[n].kind = "item"
        # A line that stands alone above lines that stand close together is their heading.
        headed = last - first > 1 and before == 1
        before = last - first
        if not opening and not headed and (before > 1 or not (closes and end == len(chunks))):
            chunks[first].kind = "heading"
        if last - first == 1 and not opening:
            continue
        if closes and end < len(chunks) and _heads(chunks, first, last, opening):
            chunks[last - 1].kind = "heading"
    if end - start == 1 and end == len(chunks) and not led:
        chunks[start].kind = "paragraph"


def _heads(chunks: Sequence[Chunk], first: int, last: int, led: bool) -> bool:
    """Tell whether the last line of a group is the heading of what follows the group."""
    after = chunks[last]
    if after.kind == "item" and after.marker:
        return last - first == 1 or chunks[last - 1].gap > 0
    if _BACKWARD.match(after.text) and last - first > 1:
        return False
    if chunks[last - 1].gap == 0 and after.gap > 0:
        return False
    return not led or last - first > 1 or chunks[last - 1].titled or after.kind == "item"


def _groups(chunks: Sequence[Chunk], start: int, end: int, led: bool) -> list[Span]:
    """Part a run of short lines where more empty lines stand than between most of them."""
    if end - start == 2 and not led and (chunks[start + 1].gap or not start):
        return [(start, start + 1), (start + 1, end)]
    inner = [chunks[n].gap for n in range(start + 1, end)]
    if not inner:
        return [(start, end)]
    usual = min(inner)
    cuts = [n for n in range(start + 1, end) if chunks[n].gap > usual]
    bounds = [start, *cuts, end]
    return list(zip(bounds, bounds[1:], strict=False))


def _adjacent(chunks: Sequence[Chunk]) -> None:
    """Tell whole sentences on lines of their own, without empty lines between, as items."""
    n = 1
    while n < len(chunks):
        end = n
        if chunks[n - 1].lead_in:
            while end < len(chunks) and chunks[end].kind in ("", "item") and (
                end == n or not chunks[end].gap
            ):  # fmt: skip
                end += 1
            if end - n > 1:
                for chunk in chunks[n:end]:
                    chunk.kind = "item"
        n = max(end, n + 1)


def _depths(chunks: Sequence[Chunk]) -> None:
    """Count how deep an item stands by the indents of the run of items it is in."""
    indents: list[int] = []
    for chunk in chunks:
        if chunk.kind != "item":
            indents = []
            continue
        while indents and indents[-1] >= chunk.indent:
            indents.pop()
        indents.append(chunk.indent)
        chunk.level = len(indents)


def _block(chunk: Chunk) -> Block:
    end = chunk.end
    if chunk.kind == "heading":
        end -= len(chunk.text) - len(chunk.text.rstrip(": "))
    block = Block("paragraph", chunk.start, end, chunk.level)
    if chunk.kind == "row":
        return replace(block, kind="row", level=0, cells=chunk.cells, header=chunk.level == 1)
    if chunk.kind == "heading":
        return replace(block, kind="heading")
    return replace(block, kind="item" if chunk.kind == "item" else "paragraph")
