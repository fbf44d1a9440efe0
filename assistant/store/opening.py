"""Folders to a library: an index of them is opened, brought up to date, or made."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..answering import Viewer, subjects_of
from ..corpus import (
    Skipped,
    Source,
    Survey,
    UnreadableError,
    check,
    load,
    read_source,
    same_text,
    survey,
)
from ..errors import CorpusError, MissingExtraError
from ..lexicon import Declared, Lexicon, declare, load_lexicon
from . import assembling, coding, disk
from .builder import Builder, digest
from .disk import DamagedError, Saved
from .files import Entry, bytes_digest, fingerprint, settled, stamp
from .library import Library


@dataclass(frozen=True, slots=True)
class Opened:
    """A library, and what the user should be told about how it was come by, a line each.

    ``read`` is the number of documents that were read from their files; ``kept`` tells whether
    the index is on the disk.
    """

    library: Library
    notices: tuple[str, ...] = ()
    read: int = 0
    kept: bool = True


def open_index(place: Path, *, whole: bool = False) -> Opened:
    """Open a saved index as it is, without looking at the files that it was made from.

    One that cannot be used is made again from its folders where they are still there; else
    ``CorpusError`` says why it cannot be used.
    """
    try:
        saved = _usable(place, whole=whole)
    except DamagedError as error:
        folders = _folders(place)
        if not folders:
            raise CorpusError(f"the index {place} cannot be used: {error}; {_AGAIN}") from error
        return open_folders(survey(folders), place)
    return Opened(Library(saved))


def open_folders(found: Survey, place: Path) -> Opened:
    """Give the library of folders, from the index at ``place`` as far as it still holds.

    The index is brought up to date; where that cannot be done, it is said and done without.
    Raises ``CorpusError`` as reading the folders does.
    """
    notices: list[str] = []
    earlier: Saved | None = None
    if disk.is_index(place):
        try:
            earlier = _usable(place)
        except DamagedError as error:
            notices.append(f"The index {place} is made again, because {error}.")
    update = _Update(found, earlier)
    if earlier is not None and update.unchanged:
        if update.surer:
            _quietly_remember(place, update.entries)
        return Opened(Library(earlier), tuple(notices))
    saved = update.saved([str(folder) for folder in found.folders])
    kept = False
    try:
        disk.save(place, saved)
        saved = disk.load(place)
        kept = True
    except (OSError, DamagedError) as error:
        why = (error.strerror or "") if isinstance(error, OSError) else str(error)
        notices.append(
            f"The index cannot be kept in {place} ({why.lower() or 'unknown fault'}); "
            "the documents are read anew each time."
        )
    return Opened(Library(saved), tuple(notices), len(update.fresh), kept)


def make_index(folders: Sequence[str | Path], place: Path, *, whole: bool = False) -> Opened:
    """Make an index of folders at a place of the user's choice, or bring it up to date.

    Without folders it is brought up to date from those that it was made of. ``whole`` checks
    every byte of what is there first. Raises ``CorpusError`` where it cannot be written.
    """
    if whole and disk.is_index(place):
        try:
            _usable(place, whole=True)
        except DamagedError as error:
            raise CorpusError(f"the index {place} cannot be used: {error}; {_AGAIN}") from error
    given = [*folders] or _folders(place)
    if not given:
        raise CorpusError(f"{place} is no index of folders that are there: {_AGAIN}")
    opened = open_folders(survey(given), place)
    if not opened.kept:
        raise CorpusError(opened.notices[-1])
    return opened


_AGAIN = "make it again with: career-assistant index DIR --out INDEX"


def _usable(place: Path, *, whole: bool = False) -> Saved:
    saved = disk.load(place, whole=whole)
    if saved.meta.get("made_with") != fingerprint():
        raise DamagedError("another version of the assistant made it")
    return saved


def _folders(place: Path) -> list[str]:
    """Give the folders that an index was made of, if it still tells and all are there."""
    try:
        held = disk.folders(place)
    except DamagedError:
        return []
    return held if all(Path(folder).is_dir() for folder in held) else []


def _quietly_remember(place: Path, entries: Sequence[Entry]) -> None:
    """Note that files are unchanged after all, so that they need not be read next time."""
    try:
        disk.save_files(place, [entry.plain() for entry in entries])
    except (OSError, DamagedError):
        return


@dataclass(slots=True)
class _Update:
    """What has become of each file since an earlier index, if there is one.

    ``entries`` are the files as they are now, ``picked`` where the documents come from: 0 for
    the earlier index, 1 for ``fresh``, with the number there. ``unchanged`` tells that the
    earlier index still holds, ``surer`` that more is known of its files than it says.
    """

    survey: Survey
    earlier: Saved | None
    entries: list[Entry] = field(default_factory=list)
    fresh: Builder = field(default_factory=Builder)
    picked: dict[str, tuple[int, int]] = field(default_factory=dict)
    same: dict[str, list[str]] = field(default_factory=dict)
    unchanged: bool = False
    surer: bool = False
    _texts: dict[str, str] = field(default_factory=dict)
    _library: Library | None = None

    def __post_init__(self) -> None:
        held = [Entry.of(plain) for plain in self.earlier.files] if self.earlier else []
        known = {(entry.name, entry.path): entry for entry in held}
        self._library = Library(self.earlier) if self.earlier else None
        for source in self.survey.sources:
            self._file(source, known.get((source.name, str(source.path))))
        told = [[entry.path, entry.reason] for _, entry in self.survey.skipped]
        self.unchanged = (
            self.earlier is not None
            and len(self.fresh) == 0
            and [(e.name, e.kind, e.value) for e in held]
            == [(e.name, e.kind, e.value) for e in self.entries]
            and self.earlier.meta["passed_over"] == told
        )
        self.surer = [e.stamp for e in held] != [e.stamp for e in self.entries]

    def _file(self, source: Source, before: Entry | None) -> None:
        """Take a file's document from the earlier index if it is unchanged, else read it."""
        now = stamp(source.path)
        started = time.time_ns()
        if before is not None and before.stamp == now != (0, 0, 0) and self._reuse(before):
            return
        try:
            data = load(source.path)
        except UnreadableError as error:
            self._skip(source, (0, 0, 0), "", str(error))
            return
        mark = bytes_digest(data)
        # The file may have been written to while it was read.
        sure = settled(now, started) if stamp(source.path) == now else (0, 0, 0)
        if before is not None and before.digest == mark:
            renewed = Entry(before.name, before.path, sure, mark, before.kind, before.value)
            if self._reuse(renewed):
                return
        try:
            document, dropped = read_source(source, data)
        except (UnreadableError, MissingExtraError) as error:
            self._skip(source, sure, mark, str(error))
            return
        text = digest(same_text(document)).hex()
        entry = Entry(source.name, str(source.path), sure, mark, "document", text)
        if not self._twin(entry):
            self.picked[source.name] = (1, len(self.fresh))
            self.fresh.take(document, dropped)
            self.entries.append(entry)

    def _skip(self, source: Source, sure: Any, mark: str, reason: str) -> None:
        self.entries.append(Entry(source.name, str(source.path), sure, mark, "skipped", reason))

    def _reuse(self, entry: Entry) -> bool:
        """Take over what a file gave before; not what only repeated a file that has gone."""
        if entry.kind == "skipped":
            self.entries.append(entry)
            return True
        if self._twin(entry):
            return True
        assert self._library is not None
        at = self._library.rows.places.get(entry.name) if entry.kind == "document" else None
        if at is None:
            del self._texts[entry.value]
            return False
        self.picked[entry.name] = (0, at)
        self.entries.append(entry)
        return True

    def _twin(self, entry: Entry) -> bool:
        """Note a file whose text another one before it has."""
        first = self._texts.setdefault(entry.value, entry.name)
        if first == entry.name:
            return False
        self.same.setdefault(first, []).append(entry.name)
        entry.kind = "twin"
        self.entries.append(entry)
        return True

    def saved(self, folders: list[str]) -> Saved:
        """Put the index together."""
        told = [[entry.path, entry.reason] for _, entry in self.survey.skipped]
        skipped = [*told, *([e.name, e.value] for e in self.entries if e.kind == "skipped")]
        check(self.survey, [Skipped(*plain) for plain in skipped])
        lexicon, roles = self._lexicon()
        order = [self.picked[name] for name in sorted(self.picked)]
        arrays = assembling.assembled(self._sources(lexicon), order)
        meta = {
            "made_with": fingerprint(),
            "folders": folders,
            "roles": roles,
            "same_as": self.same,
            "passed_over": told,
            "skipped": sorted(skipped),
            "subjects": {},
        }
        bare = Library(Saved(arrays, meta, []))
        viewer = Viewer(lexicon, bare.documents, bare.known.profiles)
        meta["subjects"] = dict(subjects_of(bare.passages, viewer).most_common())
        return Saved(arrays, meta, [entry.plain() for entry in self.entries])

    def _lexicon(self) -> tuple[Lexicon, list[Any]]:
        """Give the lexicon with the roles that the documents declare, and these."""
        declared = []
        for name in sorted(self.picked):
            source, at = self.picked[name]
            raw = self.fresh.role(at) if source else self._held.rows.ragged("document.role").raw(at)
            declared += [coding.decoded(raw)] if raw else []
        if self.earlier is not None and self.earlier.meta["roles"] != declared:
            self._take_again()
        roles = [coding.made(Declared, plain) for plain in declared]
        return declare(load_lexicon(), roles), declared

    @property
    def _held(self) -> Library:
        assert self._library is not None
        return self._library

    def _take_again(self) -> None:
        """Index the documents of the earlier index anew: other roles are known now."""
        for name, (source, _) in sorted(self.picked.items()):
            if source == 0:
                self.picked[name] = (1, len(self.fresh))
                self.fresh.take(self._held.documents[name], self._held.collection.dropped[name])

    def _sources(self, lexicon: Lexicon) -> tuple[assembling.Source, assembling.Source]:
        self.fresh.index(lexicon)
        stems, words = self.fresh.vocabularies()
        new = assembling.Source.of(self.fresh.columns(), {"stems": stems, "words": words})
        if self._library is None:
            return new, new
        held = self._library.rows.table
        known = {name: held[name] for name in new.table}
        return assembling.Source.of(known, assembling.vocabularies(held)), new
