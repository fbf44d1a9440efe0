"""PDF to a draft: pypdf gives the lines of each page, whose structure is told from wording.

The lines that repeat at the edges of the pages are set aside, and words that a line's end
divided are joined. A scanned page has no text; a file of such pages is skipped.
"""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from ..errors import MissingExtraError
from ..records import Block
from .draft import Cut, Draft, UnreadableError
from .lines import rejoined, runs

# Limits that bound the time a file can take.
MOST_PAGES = 1_000
MOST_CHARACTERS = 10_000_000
_EDGE = 2
_FIGURES = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page |p\. ?|- ?)?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:of|/) ?\d{1,4})?(?: ?-)?", re.IGNORECASE
)
# What a damaged file makes the library stumble over.
_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, OSError,
    RuntimeError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip


def read(data: bytes) -> Draft:
    """Read a PDF file; raises MissingExtraError without pypdf."""
    pages = [[line.strip() for line in page.split("\n")] for page in _pages(data)]
    edges = _edges(pages)
    body = "\n".join(
        "\n".join(line for line in page if line not in edges and line) for page in pages
    )
    if not body.strip():
        raise UnreadableError("it holds no text, as scanned pages do; give it a text layer")
    aside = "\n".join(dict.fromkeys(line for page in pages for line in page if line in edges))
    text = f"{body}\n\n{aside}" if aside else body
    cuts = list(rejoined(body))
    if aside:
        cuts.append(Cut(len(body) + 2, len(text), "page header or footer"))
    blocks = tuple(Block("paragraph", *span) for span in runs(body))
    return Draft(text, blocks, tuple(cuts), loose=True)


def _pages(data: bytes) -> Sequence[str]:
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise MissingExtraError("Reading PDF files", "pypdf", "formats") from error
    with _quiet():
        try:
            reader = pypdf.PdfReader(io.BytesIO(data))
            if reader.is_encrypted:
                raise UnreadableError("it is encrypted; save it without a password")
            if len(reader.pages) > MOST_PAGES:
                raise UnreadableError(f"more than {MOST_PAGES} pages; split the file")
            return tuple(_bounded(page.extract_text() for page in reader.pages))
        except (PyPdfError, *_FAULTS) as error:
            raise UnreadableError("damaged, or no PDF; save it anew") from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library's remarks on damaged files from the terminal."""
    logger = logging.getLogger("pypdf")
    before = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = before


def _bounded(pages: Iterator[str]) -> Iterator[str]:
    total = 0
    for page in pages:
        total += len(page)
        if total > MOST_CHARACTERS:
            raise UnreadableError(f"more than {MOST_CHARACTERS} characters; split the file")
        yield page.replace("\r", "\n")


def _edges(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Give the lines that are a page's number, or stand at the edge of most pages."""
    counts: Counter[str] = Counter()
    edges = [_edge(page) for page in pages]
    for edge in edges:
        counts.update({_FIGURES.sub("#", line) for line in edge})
    often = max(3, len(pages) // 2)
    return frozenset(
        line
        for edge in edges
        for line in edge
        if len(pages) > 1
        and (counts[_FIGURES.sub("#", line)] >= often or _PAGE_NUMBER.fullmatch(line))
    )


def _edge(page: Sequence[str]) -> list[str]:
    lines = [line for line in page if line]
    return lines[:_EDGE] + lines[-_EDGE:]
