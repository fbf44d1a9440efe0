"""Reading the publishers' files: tab-separated text, and Excel workbooks through a library."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import ImportFileError, MissingExtraError
from .tables import Columns, Spec, match_columns

SUFFIXES = (".txt", ".tsv", ".xlsx")
# Rows looked at for a heading row; notes and titles may stand above it.
HEADING_WITHIN = 20
# Bytes; O*NET's largest table has 40 MB.
LARGEST_FILE = 400_000_000

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook, or the whole of a text file: its rows as text."""

    name: str
    rows: Rows


def read_sheets(file: Path) -> tuple[Sheet, ...]:
    """Read every sheet of a file; raises ImportFileError when it is none that can be read."""
    try:
        size = file.stat().st_size
    except OSError as error:
        raise ImportFileError(_unopened(file, error)) from None
    if file.is_dir():
        raise ImportFileError(f"{file} is a folder: name the file")
    if size > LARGEST_FILE:
        raise ImportFileError(f"{file} has {size / 1e6:.0f} MB; no such table is that large")
    return _workbook(file) if file.suffix.lower() == ".xlsx" else (_text(file),)


def _unopened(file: Path, error: OSError) -> str:
    why = (error.strerror or "unknown fault").lower()
    return f"{file} cannot be opened: {why}; check the path"


def _text(file: Path) -> Sheet:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    except OSError as error:
        raise ImportFileError(_unopened(file, error)) from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise ImportFileError(f"{file} is no tab-separated text in UTF-8: {error}") from None
    return Sheet(file.stem, rows)


def _workbook(file: Path) -> tuple[Sheet, ...]:
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise MissingExtraError("Reading Excel files", "python-calamine", "import") from None
    try:
        book = CalamineWorkbook.from_path(str(file))
        return tuple(
            Sheet(
                name, [[_cell(v) for v in row] for row in book.get_sheet_by_name(name).to_python()]
            )
            for name in book.sheet_names
        )
    except (CalamineError, OSError, ValueError) as error:
        raise ImportFileError(
            f"{file} is no Excel workbook that can be read ({error}); download it again, as .xlsx"
        ) from None


def _cell(value: object) -> str:
    """Write a cell as text: a whole number without a decimal point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file a table stands: its sheet, its heading row and its columns."""

    sheet: Sheet
    header: Sequence[str]
    rows: Rows
    columns: Columns


def find_table(wanted: Spec, sheets: Sequence[Sheet]) -> Place | None:
    """Find the heading row that holds most of a table's columns; None where none has any."""
    best: Place | None = None
    for place in _headings(wanted, sheets):
        if best is None or len(place.columns.missing) < len(best.columns.missing):
            best = place
    return best


def _headings(wanted: Spec, sheets: Sequence[Sheet]) -> Iterator[Place]:
    for sheet in sheets:
        for at, row in enumerate(sheet.rows[:HEADING_WITHIN]):
            columns = match_columns(wanted, row)
            if len(columns.places) > 1:
                yield Place(sheet, row, sheet.rows[at + 1 :], columns)
