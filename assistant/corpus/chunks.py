"""Runs of lines as they are told apart: their marker, label, length and punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import Block, Span
from .lines import MARKER

ENDS = re.compile(r"[.!;,…][\"'”’)\]]*$")
_LABEL = re.compile(r"(?P<label>[^\W_a-z][^:.!?;\n]{0,59}):(?=\s+\S)")
MOST_HEADING_WORDS = 14
_MOST_LABEL_WORDS = 6


@dataclass(slots=True)
class Chunk:
    """A run of lines while its kind is told; ``start`` is behind its marker."""

    start: int
    end: int
    text: str
    marker: str = ""
    number: str = ""
    gap: int = 0
    indent: int = 0
    kind: str = ""
    level: int = 0
    cells: tuple[Span, ...] = ()

    @property
    def lead_in(self) -> bool:
        """Tell whether it ends in a colon."""
        return self.text.endswith(":")

    @property
    def words(self) -> int:
        """Give its length."""
        return len(self.text.split())

    @property
    def labelled(self) -> bool:
        """Tell whether a name and a colon open it: "Finance: …"."""
        match = _LABEL.match(self.text)
        return match is not None and len(match["label"].split()) <= _MOST_LABEL_WORDS

    @property
    def bare(self) -> bool:
        """Tell whether it is a short line that no sentence ends in."""
        return (
            not self.marker
            and self.words <= MOST_HEADING_WORDS
            and not ENDS.search(self.text)
            and not self.lead_in
        )

    @property
    def titled(self) -> bool:
        """Tell whether its words are capitalised as in a title; short words need not be."""
        words = [w for w in re.findall(r"[^\W\d_][\w'’]*", self.text) if len(w) > 3]
        return bool(words) and all(w[0].isupper() for w in words)


def chunked(text: str, blocks: Sequence[Block]) -> Iterator[Chunk]:
    """Give the runs of lines with their markers, and the empty lines above each."""
    position = 0
    for block in blocks:
        line = text.rfind("\n", 0, block.start) + 1
        piece = text[block.start : block.end]
        gap = max(0, text.count("\n", position, block.start) - 1) if position else 99
        chunk = Chunk(block.start, block.end, piece, gap=gap, indent=block.start - line)
        position = block.end
        marker = MARKER.match(piece)
        if marker and marker.end() < len(piece):
            # Letters count items, never sections, so they are as good as bullets.
            chunk.number = marker["number"] or marker["dotted"] or ""
            chunk.marker = "number" if chunk.number else "bullet"
            chunk.start += marker.end()
            chunk.text = piece[marker.end() :]
        yield chunk
