"""Questions that an author notes in a document, sentence by sentence, in people's own words.

A sentence is found by its words, so the author may say in which other words people ask for what
it tells: document expansion, as in Nogueira et al., Document Expansion by Query Prediction, 2019,
but written by hand. The notes are a comment at the end of a Markdown file, which nobody is shown
and no answer quotes::

    <!-- asked
    Scalability: making sure
      can it cope with a crowd; what if a million people turn up at once
    -->

An unindented line is how a sentence or item begins, the indented ones below it hold the questions,
parted by semicolons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..records import Document, Note, Unit
from .draft import Dropped

_OPENS = re.compile(r"^<!--[^\S\n]*asked[^\S\n]*\n", re.MULTILINE | re.IGNORECASE)
_UNFIT = "questions noted for a sentence that is not in the document; correct how it begins"


def noted(text: str) -> tuple[str, tuple[Note, ...]]:
    r"""Part a text from the notes at its end.

    >>> noted("It pays well.\n\n<!-- asked\nIt pays\n  what is\n  the pay; wages?\n-->\n")
    ('It pays well.\n\n', (Note(opening='It pays', phrasings=('what is the pay', 'wages?')),))
    """
    written = text.rstrip()
    if not written.endswith("-->"):
        return text, ()
    start = written.rfind("<!--")
    opens = _OPENS.match(written, start) if start >= 0 else None
    if opens is None:
        return text, ()
    return text[:start], tuple(_notes(written[opens.end() : -len("-->")]))


def _notes(written: str) -> Iterator[Note]:
    opening, below = "", [""]
    for line in [*written.splitlines(), "."]:
        if line[:1].isspace() or not line:
            below.append(line)
            continue
        asked = (" ".join(question.split()) for question in " ".join(below).split(";"))
        phrasings = tuple(dict.fromkeys(filter(None, asked)))
        if opening and phrasings:
            yield Note(opening, phrasings)
        opening, below = _plain(line), []


class Notes:
    """Gives the units of a document the questions that are noted for them."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._notes: dict[str, list[Note]] = {}
        for note in document.notes:
            self._notes.setdefault(_first(note.opening), []).append(note)

    def added(self, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        """Give each unit what is noted for it; most documents note nothing."""
        return tuple(map(self._noted, units)) if self._notes else units

    def _noted(self, unit: Unit) -> Unit:
        text = _plain(self._text[unit.start : unit.end])
        fitting = [n for n in self._notes.get(_first(text), ()) if text.startswith(n.opening)]
        if not fitting or unit.kind == "heading":
            return unit
        # The one that says most of how the sentence begins is meant for it alone.
        longest = max(fitting, key=lambda note: len(note.opening))
        return replace(unit, phrasings=longest.phrasings)


def unfit(document: Document) -> Iterator[Dropped]:
    """Report the notes that fit no sentence."""
    if document.notes:
        text = _plain(document.text)
        for note in document.notes:
            if note.opening not in text:
                yield Dropped(note.opening, _UNFIT)


def _first(text: str) -> str:
    return text.partition(" ")[0]


def _plain(text: str) -> str:
    """Put a text on one line."""
    return " ".join(text.split())
