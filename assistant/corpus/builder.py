"""Builds the text of a file whose format gives paragraphs instead of one text."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Block, BlockKind, Span


class Builder:
    """Joins paragraphs, items and rows to one text and notes where each block stands.

    Items and rows stand on lines of their own, everything else behind an empty line; the
    cells of a row are parted by tabs.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """Give the text so far."""
        return "".join(self._pieces)

    def add(self, kind: BlockKind, text: str, level: int = 0) -> None:
        """Add a block of words."""
        start = self._gap(kind)
        self._write(text)
        self.blocks.append(Block(kind, start, self._length, level))

    def add_row(self, cells: Sequence[str], header: bool) -> None:
        """Add a row of a table."""
        at = start = self._gap("row")
        spans: list[Span] = []
        for cell in cells:
            spans.append((at, at + len(cell)))
            at += len(cell) + 1
        self._write("\t".join(cells))
        self.blocks.append(Block("row", start, self._length, cells=tuple(spans), header=header))

    def extend(self, text: str) -> None:
        """Add a line to the last block."""
        self._write("\n" + text)
        last = self.blocks[-1]
        self.blocks[-1] = Block(last.kind, last.start, self._length, last.level)

    def _gap(self, kind: BlockKind) -> int:
        """Part the next block from the last; give where it begins."""
        if self.blocks:
            close = kind == self.blocks[-1].kind and kind in ("item", "row")
            self._write("\n" if close else "\n\n")
        return self._length

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
