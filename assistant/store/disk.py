"""An index on disk: written aside, renamed whole, and checked before it is believed.

A folder holds a file ``index.json``, which names the generation that is in force, and a folder
for that generation. A new generation is written beside the old one and named last, so that
whoever opens the index meanwhile, or a process killed in the middle, finds a whole one.
"""

from __future__ import annotations

import json
import os
import shutil
import time
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import CorpusError
from .columns import Array

FORMAT = 1
POINTER = "index.json"
MAGIC = "career-assistant index"
# Bytes; the arrays of a smaller index are checked whole at each opening, in a tenth of a second.
CHECKED = 50_000_000
# Seconds after which what a killed process left behind is cleared away.
ABANDONED = 3_600
_META, _FILES, _GENERATION = "meta.json", "files.json", "generation-"
# Bytes; what is smaller is read at once.
_MAPPED = 65_536


class DamagedError(Exception):
    """An index that cannot be used; the message is the reason, to follow "because"."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What an index consists of: its arrays, what is told about them, and its files."""

    arrays: Mapping[str, Array]
    meta: Mapping[str, Any]
    files: list[list[Any]]


def is_index(folder: Path) -> bool:
    """Tell whether a folder is an index, of whatever version and state."""
    return (folder / POINTER).is_file()


def load(folder: Path, *, whole: bool = False) -> Saved:
    """Open an index, its arrays mapped; ``whole`` checks every byte of a large one too.

    Raises ``DamagedError`` for one that is missing, foreign, of another version or damaged.
    """
    tried = set()
    while True:
        name = _named(folder)
        try:
            return _generation(folder / name, whole)
        except FileNotFoundError as error:
            # Another process may have put a new generation in its place just now.
            if name in tried:
                raise DamagedError(f"{Path(str(error.filename)).name} is missing") from error
            tried.add(name)
        except OSError as error:
            raise DamagedError(f"it cannot be read: {_why(error)}") from error


def _named(folder: Path) -> str:
    """Give the name of the generation in force."""
    try:
        return str(_read(folder / POINTER).get("generation"))
    except FileNotFoundError as error:
        raise DamagedError(f"{POINTER} is missing") from error


def folders(place: Path) -> list[str]:
    """Give the folders that an index says it was made of, whatever else is wrong with it."""
    try:
        told = _read(place / _named(place) / _META).get("folders", [])
    except FileNotFoundError as error:
        raise DamagedError(f"{_META} is missing") from error
    return [folder for folder in told if isinstance(folder, str)] if isinstance(told, list) else []


def _generation(place: Path, whole: bool) -> Saved:
    meta = _read(place / _META)
    sizes: Mapping[str, list[int]] = meta["arrays"]
    check = whole or sum(size for size, _ in sizes.values()) <= CHECKED
    arrays = {
        name: _array(place / f"{name}.npy", size, crc if check else None)
        for name, (size, crc) in sizes.items()
    }
    return Saved(arrays, meta, _read(place / _FILES)["files"])


def _array(path: Path, size: int, crc: int | None) -> Array:
    actual = path.stat().st_size
    if actual != size:
        raise DamagedError(f"{path.name} has {actual} bytes instead of {size}")
    if crc is not None and _crc(path) != crc:
        raise DamagedError(f"{path.name} is not what was written")
    try:
        mapped = np.load(path, mmap_mode="r" if size > _MAPPED else None, allow_pickle=False)
        # As a plain array, of which slices are made in a fraction of the time.
        return np.asarray(mapped)
    except ValueError as error:
        raise DamagedError(f"{path.name} is no array") from error


def _crc(path: Path) -> int:
    crc = 0
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            crc = zlib.crc32(piece, crc)
    return crc


def save(folder: Path, saved: Saved) -> None:
    """Write an index in place of the one that a folder holds, if any.

    Raises ``OSError`` where it cannot be written, and ``CorpusError`` for a folder that holds
    something else; what was there before stays then.
    """
    if folder.exists() and not is_index(folder) and _foreign(folder):
        raise CorpusError(f"{folder} holds other files: give a new or an empty folder")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        before = _named(folder)
    except DamagedError:
        before = ""
    generation = folder / f"{_GENERATION}{os.urandom(8).hex()}"
    try:
        _write(generation, saved)
        _dump(folder / POINTER, {"generation": generation.name})
    except BaseException:
        shutil.rmtree(generation, ignore_errors=True)
        raise
    _clear(folder, before, generation.name)


def save_files(folder: Path, files: list[list[Any]]) -> None:
    """Write only what is known of the files anew, in place."""
    _dump(folder / _named(folder) / _FILES, {"files": files})


def _foreign(folder: Path) -> bool:
    return any(not entry.name.startswith((_GENERATION, POINTER)) for entry in folder.iterdir())


def _write(place: Path, saved: Saved) -> None:
    place.mkdir()
    sizes = {}
    for name, array in saved.arrays.items():
        path = place / f"{name}.npy"
        with path.open("wb") as file:
            np.save(file, array, allow_pickle=False)
            file.flush()
            os.fsync(file.fileno())
        sizes[name] = [path.stat().st_size, _crc(path)]
    _dump(place / _FILES, {"files": saved.files})
    _dump(place / _META, {**saved.meta, "arrays": sizes})


def _dump(path: Path, value: Mapping[str, Any]) -> None:
    """Write JSON with a mark of what it is and a checksum, and put it in place in one step."""
    body = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    head = json.dumps({"is": MAGIC, "format": FORMAT, "crc": zlib.crc32(body.encode())})
    aside = path.with_name(f"{path.name}.{os.urandom(4).hex()}")
    try:
        with aside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(f"{head}\n{body}\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, path)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise
    _sync(path.parent)


def _read(path: Path) -> dict[str, Any]:
    try:
        head, _, body = path.read_text(encoding="utf-8").partition("\n")
        told = json.loads(head)
        if not isinstance(told, dict) or told.get("is") != MAGIC:
            raise DamagedError(f"{path.name} belongs to something else")
        if told.get("format") != FORMAT:
            raise DamagedError("another version of the assistant made it")
        if zlib.crc32(body.rstrip("\n").encode()) != told.get("crc"):
            raise DamagedError(f"{path.name} is not what was written")
        held: dict[str, Any] = json.loads(body)
        return held
    except FileNotFoundError:
        raise
    except OSError as error:
        raise DamagedError(f"{path.name} cannot be read: {_why(error)}") from error
    except ValueError as error:
        raise DamagedError(f"{path.name} is not what was written") from error


def _clear(folder: Path, before: str, kept: str) -> None:
    """Remove the generation before, and what a process that was killed left long ago.

    Another process may be writing a generation of its own at this moment.
    """
    for entry in folder.iterdir():
        with suppress(OSError):
            old = time.time() - entry.stat().st_mtime > ABANDONED
            if entry.name == before or (old and entry.name not in (kept, POINTER)):
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()


def _sync(folder: Path) -> None:
    """Have a folder's entries on the disk; Windows does so by itself."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _why(error: OSError) -> str:
    return (error.strerror or "unknown fault").lower()
