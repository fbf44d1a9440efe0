"""Documents to passages: runs of whole units of one section, long enough to be told apart.

The choices, in words of text:

- A passage aims at ``FEWEST`` to ``MOST``: less says too little to be ranked by, and more
  than a short paragraph or list hides which sentence was meant.
- Sections are never mixed, except small ones under one heading, and those that a sentence
  above them announces ("Key tasks include:"); then the passage holds their headings as units.
  Sections at the top of a document stay apart however small: what they are about is in their
  own heading.
- A list stays with the sentence that leads in to it, up to ``LONGEST_LIST``. A longer one is
  cut between items; the items of the next passage keep their ``lead`` (and rows their
  ``header``), a span of the document that then lies outside the passage.
- A long paragraph is cut between sentences.
- Passages do not overlap: an answer cites sentences and would find the same one twice, and
  the heading path and the lead spans already carry the context that overlap would repeat.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ..records import Document, Passage, Unit
from .units import Piece, units_of

FEWEST = 40
MOST = 150
LONGEST_LIST = 200

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading (but for text above the first) and the pieces directly under it."""

    path: Path
    heading: Piece | None
    pieces: tuple[Piece, ...]

    @property
    def announced(self) -> bool:
        """Tell whether a sentence before leads in to it, as to the item of a list."""
        return self.heading is not None and self.heading.units[0].lead is not None

    @property
    def words(self) -> int:
        own = self.heading.words if self.heading else 0
        return own + sum(piece.words for piece in self.pieces)


def split(document: Document, first: int = 0) -> tuple[Passage, ...]:
    r"""Split a document into passages numbered from ``first``.

    >>> from ..records import Block
    >>> text = "Pay\n\nIt is good. It rises."
    >>> document = Document("a", "A", text, (Block("heading", 0, 3, 2), Block("paragraph", 5, 26)))
    >>> [(p.headings, p.text) for p in split(document)]
    [(('Pay',), 'It is good. It rises.')]
    """
    sections = tuple(_sections(document))
    passages: list[Passage] = []
    position = 0
    while position < len(sections):
        end, path = _merged(sections, position)
        if end - position > 1:
            runs: Sequence[tuple[Unit, ...]] = (_joined(sections[position:end], path),)
        else:
            runs = _alone(sections, position)
        for units in runs:
            own = path if units[0].kind != "heading" or end - position > 1 else path[:-1]
            passages.append(_passage(document, first + len(passages), own, units))
        position = end
    return tuple(passages)


def _passage(document: Document, number: int, path: Path, units: tuple[Unit, ...]) -> Passage:
    start, end = units[0].start, units[-1].end
    text = document.text[start:end]
    return Passage(number, document.id, document.title, path, start, end, text, units)


def _sections(document: Document) -> Iterator[_Section]:
    """Part a document's pieces at its headings; a heading that repeats the title has no place."""
    above: list[tuple[int, str]] = []
    heading: Piece | None = None
    body: list[Piece] = []
    for number, piece in enumerate(units_of(document)):
        if piece.block.kind != "heading":
            body.append(piece)
            continue
        if number:
            yield _Section(tuple(text for _, text in above), heading, tuple(body))
        text = " ".join(document.text[piece.block.start : piece.block.end].split())
        heading, body = piece, []
        above = [entry for entry in above if entry[0] < piece.block.level]
        if piece.block.level == 1 and _same(text, document.title):
            heading = None
        else:
            above.append((piece.block.level, text))
    yield _Section(tuple(text for _, text in above), heading, tuple(body))


def _same(one: str, other: str) -> bool:
    return one.casefold().strip(" .!") == " ".join(other.split()).casefold().strip(" .!")


def _merged(sections: Sequence[_Section], start: int) -> tuple[int, Path]:
    """Give how far small sections under one heading go together, and that heading's path."""
    first = sections[start]
    path, end, words = first.path, start + 1, first.words
    while end < len(sections):
        after = sections[end]
        common = first.path if _under(after.path, first.path) else first.path[:-1]
        if end > start + 1:
            common = path
        small = words < FEWEST or after.words < FEWEST or after.announced
        if not common or not _under(after.path, common) or not small:
            break
        if words + after.words > MOST:
            break
        path, end, words = common, end + 1, words + after.words
    return end, path


def _under(path: Path, above: Path) -> bool:
    return len(path) > len(above) and path[: len(above)] == above


def _joined(sections: Sequence[_Section], path: Path) -> tuple[Unit, ...]:
    """Give the units of sections that share a passage, with their headings below the path."""
    units: list[Unit] = []
    for section in sections:
        if section.heading is not None and len(section.path) > len(path):
            units += section.heading.units
        units += chain.from_iterable(piece.units for piece in section.pieces)
    return tuple(units)


def _alone(sections: Sequence[_Section], place: int) -> list[tuple[Unit, ...]]:
    """Give the units of a section's passages; a heading without text stands for itself."""
    section = sections[place]
    if section.pieces:
        return _packed(section)
    covered = place + 1 < len(sections) and _under(sections[place + 1].path, section.path)
    if section.heading is None or covered:
        return []
    return [section.heading.units]


def _packed(section: _Section) -> list[tuple[Unit, ...]]:
    """Fill passages of about even length with the groups of a section."""
    groups = list(chain.from_iterable(_cut(group) for group in _groups(section.pieces)))
    total = sum(words for _, words in groups)
    share = total / max(1, -(-total // MOST))
    passages: list[tuple[Unit, ...]] = []
    units: tuple[Unit, ...] = ()
    filled = 0
    for group, words in groups:
        full = filled >= FEWEST and filled + words / 2 > share
        if units and (full or (filled + words > LONGEST_LIST and filled >= FEWEST)):
            passages.append(units)
            units, filled = (), 0
        units, filled = units + group, filled + words
    return [*passages, units] if units else passages


def _groups(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Group what must not be torn: a list or table with the paragraph that leads in to it."""
    group: list[Piece] = []
    for piece in pieces:
        follows = group and (piece.listed or group[-1].announces)
        # A second list without a paragraph between belongs to the first.
        if group and not follows:
            yield tuple(group)
            group = []
        group.append(piece)
    if group:
        yield tuple(group)


def _cut(group: Sequence[Piece]) -> Iterator[tuple[tuple[Unit, ...], int]]:
    """Give a group whole, or cut between sentences or items when it is too long."""
    total = sum(piece.words for piece in group)
    units = tuple(chain.from_iterable(piece.units for piece in group))
    if total <= LONGEST_LIST or len(units) == 1:
        yield units, total
        return
    share = total / -(-total // MOST)
    part: list[Unit] = []
    filled = 0
    for unit, words in _weighed(group):
        # What leads in to a list is not left behind without an item.
        leading = bool(part) and unit.lead == (part[-1].start, part[-1].end)
        if part and not leading and filled + words / 2 > share:
            yield tuple(part), filled
            part, filled = [], 0
        part.append(unit)
        filled += words
    yield tuple(part), filled


def _weighed(group: Sequence[Piece]) -> Iterator[tuple[Unit, int]]:
    """Share the words of each piece out among its units by their length."""
    for piece in group:
        size = sum(unit.end - unit.start for unit in piece.units)
        for unit in piece.units:
            yield unit, max(1, round(piece.words * (unit.end - unit.start) / max(1, size)))
