"""Word documents to drafts: python-docx gives paragraphs with styles, and tables.

Headers, footers, comments and text boxes are left out, as they are by the library.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtraError
from .builder import Builder
from .draft import Draft, UnreadableError

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

# Bytes of all parts unpacked, and their number: a small file can hold gigabytes of zeros.
LARGEST_UNPACKED = 100_000_000
MOST_PARTS = 5_000
_CHUNK = 1_000_000
_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_MOST_HEADING_WORDS = 12
# What a damaged file makes the libraries stumble over.
_FAULTS = (
    AttributeError, LookupError, MemoryError, NotImplementedError, OSError, RuntimeError,
    SyntaxError, TypeError, ValueError, struct.error, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


def read(data: bytes) -> Draft:
    """Read a Word document; raises MissingExtraError without python-docx."""
    try:
        import docx
        from docx.opc.exceptions import OpcError
    except ImportError as error:
        raise MissingExtraError("Reading Word documents", "python-docx", "formats") from error
    try:
        _refuse_bombs(data)
        document = docx.Document(io.BytesIO(data))
        builder = _built(document)
        title = str(document.core_properties.title or "")
    except (OpcError, *_FAULTS) as error:
        raise UnreadableError("damaged, or no Word document; save it anew") from error
    if any(block.kind == "heading" and block.level == 1 for block in builder.blocks):
        title = ""
    loose = all(block.kind == "paragraph" for block in builder.blocks)
    return Draft(builder.text, tuple(builder.blocks), title=title, loose=loose)


def _refuse_bombs(data: bytes) -> None:
    """Refuse a file that unpacks to far more than a document, by its word and in truth."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > LARGEST_UNPACKED:
            raise UnreadableError(_too_much())
        left = LARGEST_UNPACKED
        for part in parts:
            with archive.open(part) as file:
                while chunk := file.read(_CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise UnreadableError(_too_much())


def _too_much() -> str:
    return f"it unpacks to more than {LARGEST_UNPACKED / 1e6:.0f} MB; save it without pictures"


def _built(document: Any) -> Builder:
    from docx.table import Table

    builder = Builder()
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            _add_table(builder, part)
        else:
            _add_paragraph(builder, part)
    return builder


def _add_paragraph(builder: Builder, paragraph: Paragraph) -> None:
    text = paragraph.text.strip()
    if not text:
        return
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    heading = _HEADING.match(style)
    if style == "Title":
        builder.add("heading", text, 1)
    elif heading:
        builder.add("heading", text, int(heading[1]))
    elif _listed(paragraph, style):
        builder.add("item", text, _depth(paragraph))
    elif _bold(paragraph, text):
        level = next((b.level for b in reversed(builder.blocks) if b.kind == "heading"), 1)
        builder.add("heading", text, max(level, 2))
    else:
        builder.add("paragraph", text)


def _listed(paragraph: Paragraph, style: str) -> bool:
    """Tell whether a paragraph is an item, by its style or its numbering."""
    properties = paragraph._p.pPr
    numbered = properties is not None and properties.numPr is not None
    return numbered or style.startswith(("List Bullet", "List Number"))


def _depth(paragraph: Paragraph) -> int:
    properties = paragraph._p.pPr
    numbering: Any = properties.numPr if properties is not None else None
    if numbering is None or numbering.ilvl is None:
        return 1
    return int(numbering.ilvl.val) + 1


def _bold(paragraph: Paragraph, text: str) -> bool:
    """Tell whether a paragraph is a heading without its style: short and in bold."""
    short = len(text.split()) <= _MOST_HEADING_WORDS and not text.endswith((".", ",", ";", "!"))
    runs = [run for run in paragraph.runs if run.text.strip()]
    return short and bool(runs) and all(run.bold for run in runs)


def _add_table(builder: Builder, table: Table) -> None:
    rows: list[tuple[str, ...]] = []
    for row in table.rows:
        cells = {id(cell._tc): " ".join(cell.text.split()) for cell in row.cells}
        if any(cells.values()):
            rows.append(tuple(cells.values()))
    header = len(rows) > 1 and _heads(rows)
    for number, cells_of_row in enumerate(rows):
        builder.add_row(cells_of_row, header and number == 0)


def _heads(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row names the columns: filled, and without figures."""
    first = rows[0]
    return len(first) > 1 and all(first) and not any(c.isdigit() for cell in first for c in cell)
