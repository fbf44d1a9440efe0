"""How deep the headings of a plain text stand, told from their form and their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Ranked(Protocol):
    """What is ranked: a run of lines whose kind is known."""

    text: str
    marker: str
    number: str
    kind: str
    level: int

    @property
    def lead_in(self) -> bool:
        """Tell whether it ends in a colon."""
        ...


Chunks = TypeVar("Chunks", bound=Ranked)


def ranked(chunks: Sequence[Chunks]) -> Sequence[Chunks]:
    """Give every heading its level: 1 the title, 2 a section, 3 and more below it.

    The first line is the title when it is a heading. Deeper than a section are headings that
    are numbered, that end in a colon, that follow a heading directly, that a lead-in opens,
    and, after one of these, those that open a list as it did.
    """
    section = listing = False
    for n, chunk in enumerate(chunks):
        if chunk.kind != "heading":
            continue
        opens_list = n + 1 < len(chunks) and chunks[n + 1].kind in ("item", "row")
        if n == 0 and chunk.marker != "number":
            chunk.level = 1
        elif chunk.marker == "number":
            chunk.level = 2 + section + chunk.number.count(".")
            listing = False
        elif section and (_below(chunks, n) or (listing and opens_list)):
            chunk.level = 3
            listing = opens_list
        else:
            chunk.level, section, listing = 2, True, False
    return chunks


def _below(chunks: Sequence[Ranked], n: int) -> bool:
    """Tell whether a heading belongs under the section before it."""
    before = chunks[n - 1]
    if chunks[n].lead_in:
        return True
    if before.kind == "heading":
        return before.level == 2
    return before.kind == "paragraph" and before.lead_in
