"""The folder that is imported into: the tables kept in it, and replacing it all at once.

Every import keeps its tables, as plain tab-separated text, in a sub-folder that is not read as
documents. The profiles are written again from all tables each time, so that the order of the
imports does not matter. The folder is made beside the old one and takes its place when it is
whole.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import ImportFileError
from .sources import edition_key
from .tables import Table, spec

# Its name begins with a dot, so that the corpus passes it over.
KEPT = ".imported"
MANIFEST = "manifest.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Stored:
    """A table that was imported, and what of it was asked for (none: everything)."""

    table: Table
    only: tuple[str, ...] = ()


def merged(
    before: Mapping[str, Stored], tables: Iterable[Table], only: tuple[str, ...]
) -> tuple[dict[str, Stored], tuple[str, ...]]:
    """Add tables to those imported before; of two editions of a table the newer stays.

    Gives the tables by id, and a line for each that stayed although another was given.
    """
    found = dict(before)
    told = []
    for table in tables:
        held = found.get(table.id)
        if held is not None and edition_key(held.table.edition) > edition_key(table.edition):
            told.append(
                f"{table.file}: {held.table.file} of {held.table.edition} is newer and stays"
            )
            continue
        found[table.id] = Stored(table, only)
    return dict(sorted(found.items())), tuple(told)


def read_store(out: Path) -> dict[str, Stored]:
    """Read what was imported into a folder before; raises ImportFileError for a foreign one."""
    if not out.exists() and not out.is_symlink():
        return {}
    if not out.is_dir() or out.is_symlink():
        raise ImportFileError(f"{out} is no folder: name another with --out")
    manifest = out / KEPT / MANIFEST
    if not manifest.is_file():
        if any(out.iterdir()):
            raise ImportFileError(
                f"{out} holds files that 'import' did not write: name an empty or a new folder "
                "with --out"
            )
        return {}
    try:
        held = json.loads(manifest.read_text(encoding="utf-8"))
        _check_foreign(out, held)
        return {name: _read(out / KEPT, name, entry) for name, entry in held["tables"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise ImportFileError(
            f"{manifest} is damaged ({error}): import everything again, into a new folder"
        ) from None


def _check_foreign(out: Path, held: Mapping[str, Any]) -> None:
    """Refuse a folder that somebody has put files of their own into."""
    own = {*held["files"], KEPT}
    others = sorted(entry.name for entry in out.iterdir() if entry.name not in own)
    if others:
        raise ImportFileError(
            f"{out} holds {others[0]}, which 'import' did not write and would lose: move it away"
        )


def _read(folder: Path, name: str, entry: Mapping[str, Any]) -> Stored:
    lines = (folder / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    header = lines[0].split("\t")
    rows = tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:] if line)
    table = Table(name, rows, entry["edition"], entry["dated"], entry["file"], dict(entry["notes"]))
    return Stored(table, tuple(entry["only"]))


def write_store(folder: Path, held: Mapping[str, Stored], files: Iterable[str]) -> None:
    """Write the tables and the manifest into a new folder."""
    kept = folder / KEPT
    kept.mkdir()
    entries = {}
    for name, stored in held.items():
        table, columns = stored.table, tuple(spec(name).columns)
        lines = ["\t".join(columns)]
        lines += ["\t".join(_flat(row[c]) for c in columns) for row in table.rows]
        (kept / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        entries[name] = {
            "edition": table.edition,
            "dated": table.dated,
            "file": table.file,
            "notes": dict(table.notes or {}),
            "only": list(stored.only),
        }
    manifest = {"version": VERSION, "files": sorted(files), "tables": entries}
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (kept / MANIFEST).write_text(text + "\n", encoding="utf-8", newline="\n")


def _flat(text: str) -> str:
    return " ".join(text.split())


@contextlib.contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """Give a new folder to write into, which takes the old one's place when all went well."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}-new-", dir=out.parent))
    except OSError as error:
        raise ImportFileError(
            f"nothing can be written beside {out}: {(error.strerror or 'fault').lower()}; name "
            "another folder with --out"
        ) from None
    try:
        yield fresh
        fresh.chmod(0o755)
        _exchange(fresh, out)
    except OSError as error:
        raise ImportFileError(
            f"{out} cannot be written: {(error.strerror or 'fault').lower()}; it is as it was"
        ) from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _exchange(fresh: Path, out: Path) -> None:
    """Put a folder in another's place, and the old one back when that fails."""
    if not out.exists():
        os.rename(fresh, out)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent))
    try:
        os.rename(out, aside / out.name)
        try:
            os.rename(fresh, out)
        except BaseException:
            os.rename(aside / out.name, out)
            raise
    finally:
        if out.exists():
            shutil.rmtree(aside, ignore_errors=True)
