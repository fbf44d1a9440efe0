"""The files of a folder: walks it, refuses what is unsafe, reads bytes and decodes text.

Passed over in silence: names that begin with a dot, and the folders of ``_FOREIGN``, which
hold programs' files. Links are never followed: what they point to inside the folder is read
in its own place, and what lies outside is not part of the corpus.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .draft import UnreadableError

# Bytes; a book of 1,000 pages has about 3 MB of text.
LARGEST_FILE = 20_000_000
# Folders within folders; a deeper tree is nobody's collection of documents.
DEEPEST_FOLDER = 50
_FOREIGN = frozenset(("node_modules", "__pycache__", "__MACOSX", "site-packages", "venv"))
_NO_TEXT = "not text in UTF-8; save it as UTF-8"
_MOJIBAKE = re.compile("[ÂÃâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|ï»¿")
_FOREIGN_RUN = re.compile(r"[^\W\d_a-zA-Z]{3,}")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Found:
    """A file of a folder: its path under the folder with forward slashes, and where it is."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not indexed, and why."""

    path: str
    reason: str


def walk(folder: Path) -> Iterator[Found | Skipped]:
    """Go through the files of a folder and the folders in it, in no particular order."""
    waiting = [(folder, "", 0)]
    while waiting:
        place, prefix, depth = waiting.pop()
        try:
            entries = tuple(os.scandir(place))
        except OSError as error:
            yield Skipped(prefix or ".", f"the folder cannot be opened: {_why(error)}")
            continue
        for entry in entries:
            name = prefix + entry.name
            if entry.name.startswith(".") or entry.name in _FOREIGN:
                continue
            if entry.is_symlink():
                yield Skipped(_shown(name), _link(Path(entry.path), folder))
            elif not entry.is_dir(follow_symlinks=False):
                yield Found(_shown(name), Path(entry.path))
            elif depth >= DEEPEST_FOLDER:
                yield Skipped(_shown(name), f"more than {DEEPEST_FOLDER} folders deep")
            else:
                waiting.append((Path(entry.path), f"{name}/", depth + 1))


def _shown(name: str) -> str:
    """Make a file name that is not valid Unicode printable."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _link(path: Path, folder: Path) -> str:
    try:
        inside = path.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return "a link that leads nowhere"
    if inside:
        return "a link to what is read in its own place"
    return "a link that leaves the folder; copy the file into it"


def load(path: Path) -> bytes:
    """Read a regular file that is not too large."""
    try:
        status = path.stat(follow_symlinks=False)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("not a regular file")
        if status.st_size > LARGEST_FILE:
            raise UnreadableError(_too_large(status.st_size))
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise UnreadableError(f"it cannot be opened: {_why(error)}") from error
    if len(data) > LARGEST_FILE:
        raise UnreadableError(_too_large(len(data)))
    return data


def _too_large(size: int) -> str:
    return f"{size / 1e6:.0f} MB, and the limit is {LARGEST_FILE / 1e6:.0f} MB; split the file"


def _why(error: OSError) -> str:
    return (error.strerror or "unknown fault").lower()


def decode(data: bytes) -> str:
    r"""Decode text as UTF-8, or UTF-16 with its mark, or Windows-1252 if that gives plain text.

    Line ends become ``\n``.

    >>> decode(b"\xef\xbb\xbfcaf\xc3\xa9\r\n"), decode(b"caf\xe9")
    ('café\n', 'café')
    """
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = _wide(data) if wide else "\0" if b"\0" in data else _narrow(data)
    if "\0" in text:
        raise UnreadableError("it holds NUL bytes, so it is not text; save it as UTF-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wide(data: bytes) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError:
        raise UnreadableError(_NO_TEXT) from None


def _narrow(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise UnreadableError(_NO_TEXT) from None
    if not _plausible(text):
        raise UnreadableError(_NO_TEXT)
    return text


def _plausible(text: str) -> bool:
    """Tell whether text decoded as Windows-1252 can be text of a Western language."""
    letters = sum(c.isalpha() for c in text)
    foreign = sum(c.isalpha() and not c.isascii() for c in text)
    if _CONTROL.search(text) or _MOJIBAKE.search(text) or _FOREIGN_RUN.search(text):
        return False
    return letters * 2 >= len(text.replace(" ", "")) and foreign * 4 <= letters
