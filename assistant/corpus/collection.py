"""Folders or texts to a collection of documents, with what was skipped and dropped."""

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
from .folder import Skipped, load
from .formats import READERS
from .listing import Source, Survey, check, survey
from .noted import unfit
from .tying import tied


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

    def add(self, name: str, read: Callable[[], tuple[Document, tuple[Dropped, ...]]]) -> None:
        """Read a document and keep it, or note why not."""
        try:
            document, dropped = read()
        except (UnreadableError, MissingExtraError) as error:
            self.skipped.append(Skipped(name, str(error)))
            return
        twin = self._texts.setdefault(same_text(document), name)
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


def read_source(source: Source, data: bytes) -> tuple[Document, tuple[Dropped, ...]]:
    """Read a document from the bytes of its file, with what cleaning dropped.

    Raises UnreadableError, or MissingExtraError where its format needs a library.
    """
    return _document(source.name, READERS[source.path.suffix.lower()](data))


def same_text(document: Document) -> str:
    """Give what is equal for two documents of the same text, however it is spaced."""
    return " ".join(document.text.split())


def read_folders(folders: Sequence[str | Path]) -> Collection:
    """Read the documents of folders and of the folders in them.

    Ids are paths under their folder; when two folders hold the same path, all ids begin with
    their folder's name. Raises CorpusError when a folder gives nothing to index.
    """
    return read_survey(survey(folders))


def read_survey(found: Survey) -> Collection:
    """Read the files of a survey."""
    gathering = _Gathering()
    gathering.skipped += [skipped for _, skipped in found.skipped]
    for source in found.sources:
        gathering.add(source.name, lambda source=source: read_source(source, load(source.path)))  # type: ignore[misc]
    check(found, gathering.skipped)
    return gathering.collection()


def read_texts(texts: Mapping[str, str]) -> Collection:
    r"""Read documents given as text by id: Markdown where it looks like it, else plain text.

    >>> list(read_texts({"pay": "# Pay\n\nIt is good."}).documents)
    ['pay']
    """
    gathering = _Gathering()
    for name, text in sorted(_checked(texts).items()):
        gathering.add(name, lambda name=name, text=text: _document(name, _given(name, text)))  # type: ignore[misc]
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
        notes=draft.notes,
    )
    if draft.profile is not None:
        document = replace(document, profile=tied(document, draft.profile))
    return document, (*dropped, *unfit(document))


def _title(text: str, blocks: Sequence[Block]) -> str:
    """Give the first heading of the first level, else the first heading."""
    headings = [block for block in blocks if block.kind == "heading"]
    first = next((block for block in headings if block.level == 1), None)
    chosen = first or next(iter(headings), None)
    return text[chosen.start : chosen.end] if chosen else ""
