"""Putting an answer together: citations numbered by first use, and the parts they back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from ..records import Citation, Part, Span, Statement
from .views import View, span_of

_NUMBERING = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[-•*–])\s+")
# A label has at most so many words.
LABEL = 6
_SPACE = re.compile(r"\s+")
_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")


class Writer:
    """Collects the citations of one answer while its parts are written.

    ``source_of`` tells where a document comes from, by its id.
    """

    def __init__(self, source_of: Callable[[str], str]) -> None:
        self._source_of = source_of
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._citations: list[Citation] = []

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Give the citations so far, in the order of their numbers."""
        return tuple(self._citations)

    def cite(self, view: View, span: Span | None = None, *, nearby: bool = False) -> int:
        """Give the number of a span of a passage, the unit itself unless another is named."""
        start, end = span or span_of(view)
        key = (view.passage.document, start, end)
        if key not in self._numbers:
            self._numbers[key] = len(self._citations) + 1
            self._citations.append(self._citation(view, (start, end), nearby))
        return self._numbers[key]

    def _citation(self, view: View, span: Span, nearby: bool) -> Citation:
        passage = view.passage
        return Citation(
            number=len(self._citations) + 1,
            document=passage.document,
            title=passage.title,
            quote=passage.quote(span),
            start=span[0],
            end=span[1],
            passage=passage.text,
            passage_start=passage.start,
            headings=passage.headings,
            source=self._source_of(passage.document),
            nearby=nearby,
        )

    def state(
        self, views: Sequence[View], *, nearby: bool = False, prose: bool = True
    ) -> Statement:
        """Say what a unit says, citing it and the others that say the same."""
        numbers = tuple(dict.fromkeys(self.cite(v, nearby=nearby) for v in views))
        text = _row(views[0]) or views[0].text
        said = as_sentence(text) if prose else without_repeat(as_item(text))
        return Statement(said, numbers)


def say(text: str) -> Part:
    """Make a paragraph of connecting words of ours."""
    return Part("prose", ((Statement(text),),))


def sentences(writer: Writer, views: Iterable[View], *, nearby: bool = False) -> Part:
    """Make a paragraph of some units, each cited."""
    return Part("prose", (tuple(writer.state([view], nearby=nearby) for view in views),))


def as_item(text: str) -> str:
    """Give a unit's text as a list item: on one line, without its own number or bullet."""
    return _SPACE.sub(" ", _NUMBERING.sub("", text)).strip()


def _row(view: View) -> str:
    """Give a table row as words: its first cell, and the others after a colon."""
    first, *others = view.cells() or ("",)
    return f"{first}: {', '.join(c for c in others if c)}" if first else ""


def label_of(text: str) -> str:
    """Give the label that an item opens with, before a colon; "" when it has none.

    >>> label_of("2. Data cleaning: removing noise")
    'Data cleaning'
    """
    label, colon, rest = as_item(text).partition(":")
    return label if colon and rest.strip() and len(label.split()) <= LABEL else ""


def without_repeat(item: str) -> str:
    """Leave out an item's label where the text behind it says it again.

    >>> without_repeat("Calculus: calculus finds minima")
    'Calculus finds minima'
    """
    label, colon, rest = item.partition(": ")
    if colon and rest.lower().startswith(label.lower()):
        return rest[:1].upper() + rest[1:]
    return item


def as_sentence(text: str) -> str:
    """Give a unit's text as a sentence: opening with a capital, closed by a full stop."""
    plain = without_repeat(as_item(text))
    plain = plain[:1].upper() + plain[1:]
    return plain if _END.search(plain) else plain + "."


def joined(names: Iterable[str], last: str = "and") -> str:
    """Join names as a sentence lists them.

    >>> joined(["India", "the United States", "Peru"])
    'India, the United States and Peru'
    """
    held = list(names)
    if len(held) < 2:
        return "".join(held)
    return f"{', '.join(held[:-1])} {last} {held[-1]}"
