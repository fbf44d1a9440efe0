"""References to places in documents, and the HTML that shows such a place in its context.

A reference names a document by a digest of its id and text, never by a path, so one that
was kept from other documents, or made up, finds nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby

from ..records import Block, Citation, Document, Span
from .markup import inert

# Characters of a section shown around a cited sentence, and of a document shown whole.
CONTEXT = 1_600
WHOLE = 300_000
# Cells that stand side by side in a panel; a longer row reads better as a line.
ABREAST = 3
_REFERENCE = re.compile(r"src-([0-9a-f]{16})(?:-([0-9]{1,9})-([0-9]{1,9}))?")
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a document; an empty span stands for the document as a whole."""

    document: Document
    start: int
    end: int


class Sources:
    """Finds documents by reference."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._by_key = {_key(document): document for document in documents.values()}
        self._keys = {document.id: key for key, document in self._by_key.items()}

    def whole(self, document: str) -> str:
        """Give the reference of a document as a whole."""
        return f"src-{self._keys[document]}"

    def reference(self, citation: Citation) -> str:
        """Give the reference of the place that a citation quotes."""
        return f"src-{self._keys[citation.document]}-{citation.start}-{citation.end}"

    def find(self, reference: object) -> Place | None:
        """Give the place a reference names, or None if it names none of these documents."""
        match = _REFERENCE.fullmatch(reference) if isinstance(reference, str) else None
        document = self._by_key.get(match[1]) if match else None
        if match is None or document is None:
            return None
        if match[2] is None:
            return Place(document, 0, 0)
        start, end = int(match[2]), int(match[3])
        return Place(document, start, end) if start < end <= len(document.text) else None


def heading_path(place: Place) -> tuple[str, ...]:
    """Give the headings above a place, outermost first, without the document's title."""
    path: list[tuple[int, str]] = []
    for block in place.document.blocks:
        if block.start > place.start or place.start == place.end:
            break
        if block.kind == "heading":
            path = [pair for pair in path if pair[0] < block.level]
            path.append((block.level, place.document.text[block.start : block.end]))
    headings = tuple(heading for _, heading in path)
    return headings[1:] if headings[:1] == (place.document.title,) else headings


def passage_html(place: Place) -> str:
    """Show a place within its section, the place itself in ``<mark>``."""
    blocks = _blocks(place.document)
    return _html(place, _context(blocks, (place.start, place.end)))


def document_html(place: Place) -> str:
    """Show a place within its whole document, or within as much as a browser shows well."""
    near = [
        block
        for block in _blocks(place.document)
        if block.end > place.start - WHOLE // 2 and block.start < place.end + WHOLE // 2
    ]
    cut = "" if near == list(_blocks(place.document)) else _CUT
    return cut + _html(place, near) + cut


_CUT = '<p class="ca-cut">This document is long; only the part around the mark is shown.</p>'


def _key(document: Document) -> str:
    text = f"{document.id}\0{document.text}".encode("utf-8", "replace")
    return blake2b(text, digest_size=8).hexdigest()


def _blocks(document: Document) -> Sequence[Block]:
    """Give the document's blocks, or its blank-line paragraphs where none are recorded."""
    return document.blocks or tuple(
        Block("paragraph", match.start(), match.end())
        for match in _PARAGRAPH.finditer(document.text)
    )


def _context(blocks: Sequence[Block], span: Span) -> Sequence[Block]:
    """Widen from the blocks that hold a span to the limits of its section."""
    starts = [block.start for block in blocks]
    first = max(bisect_right(starts, span[0]) - 1, 0)
    last = max(bisect_right(starts, span[1] - 1) - 1, first)
    low, high = first, last
    while blocks and blocks[high].end - blocks[low].start < CONTEXT:
        before = low > 0 and blocks[low].kind != "heading" and blocks[low - 1].kind != "heading"
        after = high + 1 < len(blocks) and blocks[high + 1].kind != "heading"
        if not (before or after):
            break
        low, high = low - before, high + after
    return blocks[low : high + 1]


def _html(place: Place, blocks: Sequence[Block]) -> str:
    pieces = groupby(_joined(place, blocks), key=lambda piece: piece[0])
    return "".join(
        _WRAPPERS.get(kind, "{}").format("".join(html for _, html in group))
        for kind, group in pieces
    )


_WRAPPERS = {
    "item": "<ul>{}</ul>",
    "row": '<div class="ca-scroll" tabindex="0" role="group" aria-label="Table">'
    "<table><tbody>{}</tbody></table></div>",
}


def _joined(place: Place, blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Give the HTML of each block; blocks that one mark spans become a single one.

    The mark's text thus always equals the quote, separators included.
    """
    index = 0
    while index < len(blocks):
        block, beyond = blocks[index], index + 1
        if block.start < place.end and block.end > place.start:
            while beyond < len(blocks) and blocks[beyond].start < place.end:
                beyond += 1
        end = blocks[beyond - 1].end
        overlaps = block.start < place.end and end > place.start
        if overlaps and (beyond - index > 1 or place.start < block.start or place.end > end):
            span = (min(block.start, place.start), max(end, place.end))
            yield "", f'<p class="ca-raw">{_marked(place, span)}</p>'
        else:
            yield block.kind, _block_html(place, block)
        index = beyond


def _block_html(place: Place, block: Block) -> str:
    body = _marked(place, (block.start, block.end))
    if block.kind == "heading":
        level = min(block.level + 2, 6)
        return f"<h{level}>{body}</h{level}>"
    if block.kind == "item":
        return f'<li class="ca-level-{min(block.level, 4)}">{body}</li>'
    return _row_html(place, block) if block.kind == "row" else f"<p>{body}</p>"


def _row_html(place: Place, block: Block) -> str:
    marked = place.start < place.end and place.start < block.end and place.end > block.start
    inside = any(start <= place.start and place.end <= end for start, end in block.cells)
    tag = "th" if block.header else "td"
    if not 1 <= len(block.cells) <= ABREAST or (marked and not inside):
        line = _marked(place, (block.start, block.end))
        return f'<tr><{tag} colspan="99">{line}</{tag}></tr>'
    return "<tr>" + "".join(f"<{tag}>{_marked(place, c)}</{tag}>" for c in block.cells) + "</tr>"


def _marked(place: Place, span: Span) -> str:
    text = place.document.text
    start, end = max(place.start, span[0]), min(place.end, span[1])
    if start >= end:
        return inert(text[span[0] : span[1]])
    mark = f"<mark>{inert(text[start:end])}</mark>"
    return inert(text[span[0] : start]) + mark + inert(text[end : span[1]])
