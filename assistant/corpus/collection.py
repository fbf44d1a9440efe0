"""Folders or texts to a collection of documents, with what was skipped and dropped.

Which format a file has is told by its name; each format's module is imported when a file
needs it, because the heavier libraries are optional.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from ..errors import CorpusError, MissingExtraError
from ..records import Block, Document
from . import lines, markdown
from .cleaning import clean
from .draft import Draft, Dropped, UnreadableError
from .folder import Found, Skipped, decode, load, walk
from .tying import tied

Reader = Callable[[bytes], Draft]
# Names of files that tell about a folder rather than about its subject.
ABOUT_FOLDER = frozenset(
    ["readme", "license", "licence", "copying", "notice", "changelog", "contributing", "authors"]
)


def _text(data: bytes) -> Draft:
    return lines.read(decode(data))


def _markdown(data: bytes) -> Draft:
    return markdown.read(decode(data))


def _html(data: bytes) -> Draft:
    from . import html

    return html.read(decode(data))


def _pdf(data: bytes) -> Draft:
    from . import pdf

    return pdf.read(data)


def _docx(data: bytes) -> Draft:
    from . import docx

    return docx.read(data)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".md": _markdown,
        ".markdown": _markdown,
        ".txt": _text,
        ".text": _text,
        ".html": _html,
        ".htm": _html,
        ".xhtml": _html,
        ".pdf": _pdf,
        ".docx": _docx,
    }
)


@dataclass(frozen=True, slots=True)
class Collection:
    """The documents by id, in order; what was skipped; what cleaning dropped from each."""

    documents: Mapping[str, Document]
    skipped: tuple[Skipped, ...]
    dropped: Mapping[str, tuple[Dropped, ...]]


class _Gathering:
    """Documents as they come in; one with the text of another only adds its name to it."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.dropped: dict[str, tuple[Dropped, ...]] = {}
        self.skipped: list[Skipped] = []
        self._texts: dict[str, str] = {}

    def add(self, name: str, read: Callable[[], Draft]) -> None:
        """Read a document and keep it, or note why not."""
        try:
            draft = read()
            document, dropped = _document(name, draft)
        except (UnreadableError, MissingExtraError) as error:
            self.skipped.append(Skipped(name, str(error)))
            return
        words = " ".join(document.text.split())
        twin = self._texts.setdefault(words, name)
        if twin != name:
            known = self.documents[twin]
            self.documents[twin] = replace(known, same_as=(*known.same_as, name))
            return
        self.documents[name] = document
        self.dropped[name] = dropped

    def collection(self) -> Collection:
        """Give what was gathered, in the order of the ids."""
        return Collection(
            MappingProxyType(dict(sorted(self.documents.items()))),
            tuple(sorted(self.skipped, key=lambda skipped: skipped.path)),
            MappingProxyType(self.dropped),
        )


def read_folders(folders: Sequence[str | Path]) -> Collection:
    """Read the documents of folders and of the folders in them.

    Ids are paths under their folder; when two folders hold the same path, all ids begin with
    their folder's name. Raises CorpusError when a folder gives nothing to index.
    """
    if not folders:
        raise CorpusError("no folder was given: name one that holds your documents")
    places = [_folder(folder) for folder in folders]
    found = {place: _documents(_sorted(place)) for place in dict.fromkeys(places)}
    names = _prefixes(found)
    gathering = _Gathering()
    seen: set[Path] = set()
    for place, entries in found.items():
        fresh = [entry for entry in entries if isinstance(entry, Skipped) or entry.path not in seen]
        seen |= {entry.path for entry in fresh if isinstance(entry, Found)}
        if not any(isinstance(entry, Found) for entry in entries):
            raise CorpusError(f"the folder {place} holds no files: put documents in it")
        _read(gathering, fresh, names[place])
        _check(gathering, place, fresh, names[place])
    return gathering.collection()


def read_texts(texts: Mapping[str, str]) -> Collection:
    r"""Read documents given as text by id: Markdown where it looks like it, else plain text.

    >>> list(read_texts({"pay": "# Pay\n\nIt is good."}).documents)
    ['pay']
    """
    gathering = _Gathering()
    for name, text in sorted(_checked(texts).items()):
        gathering.add(name, lambda name=name, text=text: _given(name, text))  # type: ignore[misc]
    if not gathering.documents:
        reasons = "; ".join(f"{s.path}: {s.reason}" for s in gathering.skipped[:3])
        raise CorpusError(f"none of the texts can be indexed: {reasons}")
    return gathering.collection()


def _checked(texts: Mapping[str, str]) -> Mapping[str, str]:
    if not texts:
        raise CorpusError("no text was given: give at least one, as {'name': 'text'}")
    for name, text in texts.items():
        if not isinstance(name, str) or not isinstance(text, str):
            raise CorpusError(f"the text {name!r} is no string: give both name and text as strings")
    return texts


def _given(name: str, text: str) -> Draft:
    if "\0" in text:
        raise UnreadableError("it holds NUL characters, so it is not text")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    suffix = PurePosixPath(name).suffix.lower()
    plain = suffix in (".txt", ".text")
    if suffix in (".md", ".markdown") or (not plain and markdown.looks_like_markdown(text)):
        return markdown.read(text)
    return lines.read(text)


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


def _read(gathering: _Gathering, entries: Sequence[Found | Skipped], prefix: str) -> None:
    for entry in entries:
        if isinstance(entry, Skipped):
            gathering.skipped.append(Skipped(prefix + entry.path, entry.reason))
            continue
        reader = READERS.get(entry.path.suffix.lower())
        if reader is None:
            reason = f"no document: only {', '.join(READERS)} are read"
            gathering.skipped.append(Skipped(prefix + entry.name, reason))
            continue
        gathering.add(prefix + entry.name, _opened(entry.path, reader))


def _opened(path: Path, reader: Reader) -> Callable[[], Draft]:
    return lambda: reader(load(path))


def _check(
    gathering: _Gathering, place: Path, entries: Sequence[Found | Skipped], prefix: str
) -> None:
    """Refuse a folder none of whose files could be indexed."""
    tried = {prefix + (e.name if isinstance(e, Found) else e.path) for e in entries}
    reasons = [s for s in gathering.skipped if s.path in tried]
    if not entries or len(reasons) < len(tried):
        return
    first = f"{reasons[0].path}: {reasons[0].reason}"
    raise CorpusError(
        f"nothing in the folder {place} can be indexed: put text, Markdown, HTML, PDF or Word "
        f"documents in it ({first})"
    )


def _document(name: str, draft: Draft) -> tuple[Document, tuple[Dropped, ...]]:
    text, blocks, dropped = clean(draft)
    if not any(c.isalnum() for c in text):
        raise UnreadableError("it holds no text")
    title = " ".join((draft.title or _title(text, blocks)).split())
    source = draft.details.get("source")
    document = Document(
        id=name,
        title=title or PurePosixPath(name).stem,
        text=text,
        blocks=blocks,
        source=" ".join(str(source).split()) if source is not None else "",
        details=draft.details,
    )
    if draft.profile is not None:
        document = replace(document, profile=tied(document, draft.profile))
    return document, dropped


def _title(text: str, blocks: Sequence[Block]) -> str:
    """Give the first heading of the first level, else the first heading."""
    headings = [block for block in blocks if block.kind == "heading"]
    first = next((block for block in headings if block.level == 1), None)
    chosen = first or next(iter(headings), None)
    return text[chosen.start : chosen.end] if chosen else ""
