"""Numbered lines: the items of a list, or the headings of sections."""

from __future__ import annotations

from collections.abc import Sequence

from .chunks import ENDS, MOST_HEADING_WORDS, Chunk

# Counts within counts; more are no outline, and looking through them takes time.
_MOST_OPEN = 20


def tell_numbered(chunks: Sequence[Chunk]) -> None:
    """Tell numbered lists from numbered headings, which have text between them."""
    for run in _runs(chunks):
        steps = list(zip(run, run[1:], strict=False))
        close = sum(b == a + 1 for a, b in steps)
        listed = close * 2 >= len(steps) if steps else not _opens(chunks, run[0])
        for n in run:
            chunk = chunks[n]
            short = chunk.words <= MOST_HEADING_WORDS and not ENDS.search(chunk.text)
            chunk.kind = "item" if listed or not short or chunk.labelled else "heading"


def _opens(chunks: Sequence[Chunk], n: int) -> bool:
    """Tell whether a lone numbered line can be a heading: other text follows it."""
    return n + 1 < len(chunks) and not chunks[n + 1].bare and chunks[n].words <= 8


def _runs(chunks: Sequence[Chunk]) -> list[list[int]]:
    """Group numbered lines that count on: 1, 2, 3; a list may stand within another's count."""
    runs: list[list[int]] = []
    open_runs: list[tuple[tuple[int, ...], list[int]]] = []
    for n, chunk in enumerate(chunks):
        if chunk.marker != "number":
            continue
        number = tuple(int(part) for part in chunk.number.split(".")) or (1,)
        before = (*number[:-1], number[-1] - 1)
        while open_runs and open_runs[-1][0] != before and any(k == before for k, _ in open_runs):
            open_runs.pop()
        if open_runs and open_runs[-1][0] == before:
            run = open_runs.pop()[1]
        else:
            run = []
            runs.append(run)
        run.append(n)
        open_runs.append((number, run))
        del open_runs[:-_MOST_OPEN]
    return runs
