"""Telling whether a file has changed since it was read, and what an index was made with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
# What decides how a file is read, cleaned, split, tokenised and scored.
DECIDING = (
    "answering",
    "corpus",
    "index",
    "lexicon",
    "store",
    "figures.py",
    "markdown.py",
    "money.py",
    "records.py",
    "text.py",
)
LIBRARIES = (
    "bm25s",
    "markdown-it-py",
    "nltk",
    "numpy",
    "pypdf",
    "python-docx",
    "pyyaml",
    "selectolax",
)
# Nanoseconds. A file that was changed so shortly before it was read may have been changed again
# since without another time showing: file systems count in steps of up to two seconds.
UNSURE = 2_000_000_000

Stamp = tuple[int, int, int]


@dataclass(slots=True)
class Entry:
    """A file as it was read: its id and path, its stamp, a digest of its bytes, what it gave.

    ``kind`` is "document", "twin" of a document with the same text, or "skipped". ``value``
    is the digest of the text, or the reason. A stamp of zeros means that only the bytes tell
    whether it has changed.
    """

    name: str
    path: str
    stamp: Stamp
    digest: str
    kind: str
    value: str

    def plain(self) -> list[Any]:
        """Give it as plain data."""
        return [self.name, self.path, *self.stamp, self.digest, self.kind, self.value]

    @classmethod
    def of(cls, plain: list[Any]) -> Entry:
        """Give back what ``plain`` gave."""
        name, path, size, changed, status, *rest = plain
        return cls(name, path, (size, changed, status), *rest)


def stamp(path: Path) -> Stamp:
    """Give a file's size and the times of its last changes; zeros when it cannot be reached."""
    try:
        found = path.stat(follow_symlinks=False)
    except OSError:
        return (0, 0, 0)
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def settled(before: Stamp, now: int) -> Stamp:
    """Give the stamp to remember for a file read at ``now``, zeros while it tells too little."""
    return before if max(before[1:]) < now - UNSURE else (0, 0, 0)


def bytes_digest(data: bytes) -> str:
    """Give what tells a file's bytes from any other."""
    return blake2b(data, digest_size=16).hexdigest()


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Give what tells the code, the lexicon and the libraries of an index from any other."""
    from importlib import metadata

    found = blake2b(digest_size=16)
    for name in DECIDING:
        place = ROOT / name
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.suffix in (".py", ".toml", ".txt"):
                found.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
                found.update(path.read_bytes().replace(b"\r\n", b"\n"))
    for library in LIBRARIES:
        try:
            version = metadata.version(library)
        except metadata.PackageNotFoundError:
            version = ""
        found.update(f"{library} {version}\0".encode())
    return found.hexdigest()
