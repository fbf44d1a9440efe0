"""A file as its format reads it, before cleaning, and how deleting spans moves the rest.

Nothing here knows a format or decides what goes: formats mark their markup as cuts, cleaning
marks boilerplate, and ``delete`` carries both out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from types import MappingProxyType
from typing import Any

from ..figures import Profile
from ..records import Block, Note, Span


class UnreadableError(Exception):
    """A file that is skipped; the message is the reason, without the file's name."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A span of the decoded text that does not stay; markup carries no reason to report."""

    start: int
    end: int
    reason: str = ""


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Draft:
    """The decoded text of a file with its blocks in order and the spans that are not text.

    ``loose`` means that the format marks no structure: the blocks are bare runs of lines, and
    what is a heading or an item has to be told from their wording once boilerplate is gone.
    ``profile`` is what the front matter of a role's profile holds, ``notes`` the questions that
    its author notes. In ``verbatim`` spans, which hold code, braces mean something.
    """

    text: str
    blocks: tuple[Block, ...]
    cuts: tuple[Cut, ...] = ()
    title: str = ""
    details: Mapping[str, Any] = field(default_factory=_nothing)
    profile: Profile | None = None
    loose: bool = False
    verbatim: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """A piece of a file that cleaning left out, and why."""

    text: str
    reason: str


def delete(
    text: str, blocks: Iterable[Block], cuts: Iterable[Span]
) -> tuple[str, tuple[Block, ...]]:
    """Take spans out of a text and move its blocks; a block left without words goes too.

    >>> delete("a {b} c", [Block("paragraph", 0, 7)], [(2, 3), (4, 5)])[0]
    'a b c'
    """
    merged = merge(cuts)
    if not merged:
        return text, tuple(blocks)
    pieces, position = [], 0
    for start, end in merged:
        pieces.append(text[position:start])
        position = end
    pieces.append(text[position:])
    kept = "".join(pieces)
    shift = _Shift(merged)
    moved = (_moved(block, shift, kept) for block in blocks)
    return kept, tuple(block for block in moved if block is not None)


def merge(spans: Iterable[Span]) -> list[Span]:
    """Sort spans and join those that touch or overlap; empty ones go."""
    merged: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def trim(text: str, start: int, end: int) -> Span:
    """Give a span without the white space at its ends.

    >>> trim("  a b ", 0, 6)
    (2, 5)
    """
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, max(start, start + len(piece.strip()))


class _Shift:
    """Maps an offset of the old text to the new one."""

    def __init__(self, cuts: list[Span]) -> None:
        self._starts = [start for start, _ in cuts]
        self._cuts = cuts
        self._gone = [0, *accumulate(end - start for start, end in cuts)]

    def __call__(self, offset: int) -> int:
        number = bisect_right(self._starts, offset)
        if number and offset < self._cuts[number - 1][1]:
            offset = self._cuts[number - 1][0]
            number -= 1
        return offset - self._gone[number]


def _moved(block: Block, shift: _Shift, text: str) -> Block | None:
    start, end = trim(text, shift(block.start), shift(block.end))
    if start == end:
        return None
    cells = tuple(trim(text, shift(a), shift(b)) for a, b in block.cells)
    # An empty cell keeps its place in the row, within the row's span.
    cells = tuple((min(max(a, start), end), min(max(b, start), end)) for a, b in cells)
    return replace(block, start=start, end=end, cells=cells)
