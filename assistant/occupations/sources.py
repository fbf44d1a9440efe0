"""The three publications: which tables a folder or file of each holds, and of which edition."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from ..errors import ImportFileError
from .reading import SUFFIXES, Place, Sheet, find_table, read_sheets
from .tables import Spec, Table, lacking, specs, table_rows

Progress = Callable[[int, int], None]

_RELEASE = re.compile(r"O\*NET (\d+\.\d+) Database(?:\s+(\w+ \d{4}) Release)?")
_NAMED_RELEASE = re.compile(r"(?<!\d)(\d\d)[._-](\d)(?!\d)")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_PERIOD = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{4}})\b")
_NAMED_PERIOD = re.compile(r"M(\d{4})")
_TOP = re.compile(
    r"#\s*=.*?\$\s*(?P<hour>[\d,.]*\d) per hour or \$\s*(?P<year>[\d,.]*\d) per year", re.I
)


def read_onet(folders: Sequence[Path], progress: Progress | None = None) -> tuple[Table, ...]:
    """Read the tables of folders of O*NET files; the newer edition of a table wins.

    Raises ImportFileError when a folder holds none, or a table lacks a column.
    """
    held = [(folder, _files(folder)) for folder in folders]
    total = sum(len(files) for _, files in held)
    found: dict[str, Table] = {}
    done = 0
    for folder, files in held:
        release, published = _release(folder)
        for wanted, file in files:
            table = _onet_table(wanted, file, (release, published))
            found[table.id] = _joined(found.get(table.id), table)
            done += 1
            if progress is not None:
                progress(done, total)
    return tuple(found.values())


def _files(folder: Path) -> list[tuple[Spec, Path]]:
    if not folder.exists():
        raise ImportFileError(f"there is no folder {folder}: check the path")
    if not folder.is_dir():
        raise ImportFileError(f"{folder} is a file: name the folder of O*NET files that holds it")
    try:
        there = sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES)
    except OSError as error:
        raise ImportFileError(f"{folder} cannot be opened: {error.strerror}") from None
    known = {name.casefold(): s for s in specs() if s.source == "onet" for name in s.files}
    files = [(known[p.stem.casefold()], p) for p in there if p.stem.casefold() in known]
    if not files:
        names = ", ".join(f"'{s.files[0]}'" for s in specs() if s.source == "onet")
        raise ImportFileError(
            f"{folder} holds none of O*NET's tables, as .txt or .xlsx: it should hold {names}"
        )
    return files


def _onet_table(wanted: Spec, file: Path, release: tuple[str, str]) -> Table:
    place = _found(wanted, file, read_sheets(file))
    rows = table_rows(wanted, place.columns, place.rows)
    return Table(wanted.id, rows, release[0], release[1], file.name)


def _found(wanted: Spec, file: Path, sheets: Sequence[Sheet]) -> Place:
    place = find_table(wanted, sheets)
    if place is None:
        columns = ", ".join(f"'{known[0]}'" for known in wanted.columns.values())
        empty = not any(any(cell.strip() for cell in row) for s in sheets for row in s.rows)
        what = "is empty" if empty else "holds no such table"
        raise ImportFileError(f"{file} {what}: it should have the columns {columns}")
    if place.columns.missing:
        raise lacking(wanted, place.columns, file, place.header)
    return place


def _joined(before: Table | None, table: Table) -> Table:
    """Unite files of one edition of a table; of two editions keep the newer."""
    if before is None or edition_key(table.edition) > edition_key(before.edition):
        return table
    if table.edition != before.edition or table.file == before.file:
        return before
    return Table(
        table.id, (*before.rows, *table.rows), table.edition, table.dated,
        f"{before.file}, {table.file}",
    )  # fmt: skip


def edition_key(edition: str) -> tuple[int, ...]:
    """Give what editions of one table are ordered by.

    >>> edition_key("29.3") < edition_key("30.1") and edition_key("") < edition_key("5.0")
    True
    """
    return tuple(int(n) for n in re.findall(r"\d+", edition))


def _release(folder: Path) -> tuple[str, str]:
    """Find out the release: from the read-me file, or else from the folder's name."""
    for name in ("Read Me.txt", "ReadMe.txt", "README.txt"):
        file = folder / name
        if file.is_file():
            text = file.read_text(encoding="utf-8", errors="replace")[:4_000]
            match = _RELEASE.search(text)
            if match:
                return match[1], match[2] or ""
    named = _NAMED_RELEASE.search(folder.resolve().name)
    return (f"{named[1]}.{named[2]}", "") if named else ("", "")


def read_oews(file: Path) -> tuple[Table, ...]:
    """Read the national table of the Occupational Employment and Wage Statistics."""
    wanted = next(s for s in specs() if s.source == "oews")
    sheets = read_sheets(_workbook(file))
    place = _found(wanted, file, sheets)
    rows = table_rows(wanted, place.columns, place.rows)
    if not rows:
        raise ImportFileError(
            f"{file} has no row with O_GROUP 'detailed' for the whole country: take the national "
            "table, such as national_M2025_dl.xlsx"
        )
    said = "\n".join(" ".join(r) for s in sheets if s is not place.sheet for r in s.rows[:200])
    month, year = _period(said, f"{place.sheet.name} {file.stem}", file)
    top = _TOP.search(said)
    notes = {unit: top[unit].replace(",", "") for unit in ("hour", "year")} if top else {}
    edition = f"{year}-{_MONTHS.index(month) + 1:02}"
    return (Table(wanted.id, rows, edition, f"{month} {year}", file.name, notes),)


def _period(said: str, names: str, file: Path) -> tuple[str, str]:
    match = _PERIOD.search(said)
    if match:
        return match[1], match[2]
    named = _NAMED_PERIOD.search(names)
    if named is None:
        raise ImportFileError(
            f"{file} does not say of which year its wages are: name it as it was published, such "
            "as national_M2025_dl.xlsx"
        )
    return "May", named[1]


def read_projections(file: Path) -> tuple[Table, ...]:
    """Read table 1.2 of the Employment Projections."""
    wanted = next(s for s in specs() if s.source == "projections")
    place = _found(wanted, file, read_sheets(_workbook(file)))
    rows = table_rows(wanted, place.columns, place.rows)
    if not rows:
        raise ImportFileError(f"{file} has no row with Occupation type 'Line item'")
    years = place.columns.years
    begin, end = years["from"], years["to"]
    end = begin[:2] + end if len(end) == 2 else end
    return (Table(wanted.id, rows, f"{begin}-{end}", f"{begin}–{end[2:]}", file.name),)


def _workbook(file: Path) -> Path:
    if file.is_dir():
        raise ImportFileError(f"{file} is a folder: name the .xlsx file")
    if file.exists() and file.suffix.lower() != ".xlsx":
        raise ImportFileError(f"{file} is no .xlsx file: download the table as an Excel workbook")
    return file
