"""The units of a document: its blocks as the smallest things an answer may quote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..records import Block, Document, Span, Unit
from ..text import sentences
from .noted import Notes

# Words; an item longer than this is quoted by the sentence, like a paragraph.
LONGEST_ITEM = 60
# Characters searched for sentences at once; no sentence that people write is as long.
LONGEST_SEARCH = 20_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A block with its units and its length in words."""

    block: Block
    units: tuple[Unit, ...]
    words: int
    colon: bool

    @property
    def announces(self) -> bool:
        """Tell whether it is a paragraph that leads in to what follows."""
        return self.block.kind == "paragraph" and self.colon

    @property
    def listed(self) -> bool:
        """Tell whether it is part of a list or a table."""
        return self.block.kind in ("item", "row")


@dataclass(slots=True)
class _Context:
    """What stands above the block that is being cut into units."""

    before: Piece | None = None
    heading: Span | None = None
    level: int = 0
    lead: Span | None = None
    parents: tuple[tuple[int, Span], ...] = ()
    header: tuple[Span, ...] = ()
    announced: tuple[tuple[int, Span], ...] = ()


def units_of(document: Document) -> tuple[Piece, ...]:
    """Cut every block of a document into units.

    An item's or row's ``lead`` is the last sentence of the paragraph directly above its list,
    else the nearest heading above; for an item of a nested list, the item it stands under.
    Sub-headings that a sentence ending in a colon announces have that sentence as their lead.
    A table's heading row is the row whose ``header`` is its own ``cells``.
    """
    context, notes = _Context(), Notes(document)
    pieces = []
    for block in document.blocks:
        units = notes.added(_units(document, block, context))
        words = len(document.text[block.start : block.end].split())
        context.before = Piece(block, units, words, document.text[block.end - 1] == ":")
        pieces.append(context.before)
    return tuple(pieces)


def _units(document: Document, block: Block, context: _Context) -> tuple[Unit, ...]:
    if block.kind == "heading":
        return (_heading(document, block, context),)
    if block.kind == "paragraph":
        spans = _sentences(document.text, block)
        return tuple(Unit("sentence", *span) for span in spans)
    if context.before is None or context.before.block.kind != block.kind:
        context.lead, context.parents, context.header = _lead(context), (), ()
    if block.kind == "row":
        return (_row(block, context),)
    return _item(document, block, context)


def _heading(document: Document, block: Block, context: _Context) -> Unit:
    """Make a heading's unit; its lead is the sentence that announces it and its siblings."""
    announced = dict(pair for pair in context.announced if pair[0] <= block.level)
    before = context.before
    if before is not None and before.announces and block.level > context.level:
        last = before.units[-1]
        announced[block.level] = (last.start, last.end)
    context.announced = tuple(announced.items())
    context.heading, context.level = (block.start, block.end), block.level
    return Unit("heading", block.start, block.end, announced.get(block.level), block.level)


def _sentences(text: str, block: Block) -> Iterator[Span]:
    """Find a block's sentences, a part of it at a time, within the time the search is given."""
    start = block.start
    while start < block.end:
        end = min(block.end, start + LONGEST_SEARCH)
        spans = sentences(text[start:end], start)
        if end < block.end and len(spans) > 1:
            # The last one may go on; it is searched again with what follows.
            spans, end = spans[:-1], spans[-1][0]
        yield from spans
        start = end


def _lead(context: _Context) -> Span | None:
    before = context.before
    if before is not None and before.block.kind == "paragraph" and before.units:
        return before.units[-1].start, before.units[-1].end
    return context.heading


def _row(block: Block, context: _Context) -> Unit:
    if block.header:
        context.header = block.cells
    return Unit(
        "row", block.start, block.end, context.lead, 0, cells=block.cells, header=context.header
    )


def _item(document: Document, block: Block, context: _Context) -> tuple[Unit, ...]:
    parents = tuple(parent for parent in context.parents if parent[0] < block.level)
    lead = parents[-1][1] if parents else context.lead
    context.parents = (*parents, (block.level, (block.start, block.end)))
    text = document.text[block.start : block.end]
    if len(text.split()) <= LONGEST_ITEM:
        return (Unit("item", block.start, block.end, lead, block.level),)
    spans = _sentences(document.text, block)
    return tuple(Unit("sentence", *span, lead, block.level) for span in spans)
