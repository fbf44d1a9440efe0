"""The files of folders that are to be read, listed before any is opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import CorpusError
from .folder import Found, Skipped, walk
from .formats import READERS

# Names of files that tell about a folder rather than about its subject.
ABOUT_FOLDER = frozenset(
    ["readme", "license", "licence", "copying", "notice", "changelog", "contributing", "authors"]
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is to be read as a document: its id, where it is, and the folder it is of."""

    name: str
    path: Path
    folder: Path


@dataclass(frozen=True, slots=True)
class Survey:
    """The files of folders, in order, before any is read; ``skipped`` by its folder."""

    folders: tuple[Path, ...]
    sources: tuple[Source, ...]
    skipped: tuple[tuple[Path, Skipped], ...]


def survey(folders: Sequence[str | Path]) -> Survey:
    """List the files of folders and of the folders in them without opening any.

    Raises CorpusError for a folder that is missing or holds no files.
    """
    if not folders:
        raise CorpusError("no folder was given: name one that holds your documents")
    places = [_folder(folder) for folder in folders]
    found = {place: _documents(_sorted(place)) for place in dict.fromkeys(places)}
    names = _prefixes(found)
    sources: list[Source] = []
    skipped: list[tuple[Path, Skipped]] = []
    seen: set[Path] = set()
    for place, entries in found.items():
        if not any(isinstance(entry, Found) for entry in entries):
            raise CorpusError(f"the folder {place} holds no files: put documents in it")
        for entry in entries:
            if isinstance(entry, Skipped):
                skipped.append((place, Skipped(names[place] + entry.path, entry.reason)))
            elif entry.path not in seen:
                seen.add(entry.path)
                source = Source(names[place] + entry.name, entry.path, place)
                if entry.path.suffix.lower() in READERS:
                    sources.append(source)
                else:
                    reason = f"no document: only {', '.join(READERS)} are read"
                    skipped.append((place, Skipped(source.name, reason)))
    return Survey(tuple(found), tuple(sources), tuple(skipped))


def check(found: Survey, skipped: Sequence[Skipped]) -> None:
    """Refuse a folder none of whose files could be indexed."""
    tried: dict[Path, set[str]] = {}
    for source in found.sources:
        tried.setdefault(source.folder, set()).add(source.name)
    for place, entry in found.skipped:
        tried.setdefault(place, set()).add(entry.path)
    for place, names in tried.items():
        reasons = [entry for entry in skipped if entry.path in names]
        if len(reasons) == len(names):
            first = f"{reasons[0].path}: {reasons[0].reason}"
            raise CorpusError(
                f"nothing in the folder {place} can be indexed: put text, Markdown, HTML, PDF or "
                f"Word documents in it ({first})"
            )


def _folder(folder: str | Path) -> Path:
    place = Path(folder)
    if not place.exists():
        raise CorpusError(f"there is no folder {place}: check the path")
    if not place.is_dir():
        raise CorpusError(f"{place} is a file: give the folder that holds it")
    return place.resolve()


def _documents(entries: Sequence[Found | Skipped]) -> tuple[Found | Skipped, ...]:
    """Set aside files that are about the folder, such as a README, where there are others."""
    about = {e for e in entries if isinstance(e, Found) and e.path.stem.lower() in ABOUT_FOLDER}
    if not any(isinstance(e, Found) and e not in about for e in entries):
        return tuple(entries)
    reason = "it is about the folder, not one of its documents; rename it to have it read"
    return tuple(
        Skipped(e.name, reason) if isinstance(e, Found) and e in about else e for e in entries
    )


def _sorted(place: Path) -> tuple[Found | Skipped, ...]:
    def name(entry: Found | Skipped) -> str:
        return entry.name if isinstance(entry, Found) else entry.path

    return tuple(sorted(walk(place), key=name))


def _prefixes(found: Mapping[Path, Sequence[Found | Skipped]]) -> dict[Path, str]:
    """Give each folder the prefix of its ids: none, unless two folders hold the same path."""
    names: set[str] = set()
    clash = False
    for entries in found.values():
        own = {entry.name for entry in entries if isinstance(entry, Found)}
        clash = clash or bool(own & names)
        names |= own
    prefixes: dict[Path, str] = {}
    for place in found:
        name, number = place.name or "root", 2
        while f"{name}/" in prefixes.values():
            name, number = f"{place.name or 'root'}-{number}", number + 1
        prefixes[place] = f"{name}/"
    return prefixes if clash else dict.fromkeys(found, "")
