"""The text of an HTML page as it grows: lines, blocks, table rows and regions."""

from __future__ import annotations

import re

from ..records import Block, BlockKind
from .breaks import dangles
from .builder import Builder
from .regions import Region

BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
     "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
     "menu", "nav", "ol", "option", "p", "pre", "search", "section", "summary", "table", "tbody",
     "td", "tfoot", "th", "thead", "tr", "ul", "button")
)  # fmt: skip
_LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r"[^\S\n]*\n[^\S\n]*")
_CLOSED = re.compile(r"[.!?…:;][\"'”’)\]]*$")
# A reference to a footnote: "[1]", "12", "*".
_NOTE = re.compile(r"\s*\[?(?:\d{1,3}|[a-z*†‡])\]?\s*")


class Sheet:
    """Gathers the text of a page from the elements that open and close."""

    def __init__(self) -> None:
        self.owners: list[int] = []
        self.regions: list[Region] = [Region("", False, 0)]
        self._open_regions = [0]
        self._builder = Builder()
        self._line: list[str] = []
        self._heading = self._verbatim = self._links = 0
        self._after_link = False
        # For every open item of a list the number of its block, -1 before it has one.
        self._items: list[tuple[str, int]] = []
        self._cells: list[str] | None = None
        self._header = False
        self._note: int | None = None
        self._data: list[bool] = []

    @property
    def text(self) -> str:
        """Give the text so far."""
        return self._builder.text

    @property
    def blocks(self) -> list[Block]:
        """Give the blocks so far; ``owners`` holds the number of the region of each."""
        return self._builder.blocks

    def say(self, text: str) -> None:
        """Add the words of a text node to the line."""
        if not self._verbatim:
            text = _SPACE.sub(" ", text)
        if not text:
            return
        if text.strip():
            self._after_link = False
        self._line.append(text)
        here = self.regions[self._open_regions[-1]]
        size = len(text.strip())
        here.characters += size
        here.linked += size if self._links else 0

    def begin_region(self, reason: str, clear: bool) -> None:
        """Begin a part of the page that may not be its text."""
        self.regions.append(Region(reason, clear, self._open_regions[-1]))
        self._open_regions.append(len(self.regions) - 1)

    def end_region(self) -> None:
        """End the part of the page that was begun last."""
        self.flush()
        self._open_regions.pop()

    def enter(self, tag: str, data: bool = False) -> None:
        """Note what an opening element means for the text in it."""
        if tag in _LEVELS:
            self._heading = _LEVELS[tag]
        elif tag in ("li", "dt"):
            self._begin_item(tag)
        elif tag == "table":
            self._data.append(data)
        elif tag == "tr" and self._data and self._data[-1]:
            self._cells, self._header = [], True
        elif tag in ("td", "th") and self._cells is not None:
            self._header = self._header and tag == "th"
        elif tag == "pre":
            self._verbatim += 1
        elif tag == "br":
            self._line.append("\n")
        elif tag == "sup":
            self._note = len(self._line)
        elif tag == "a":
            self._links += 1
            if self._after_link:
                self._line.append(" ")

    def leave(self, tag: str) -> None:
        """Note that an element closes."""
        if tag in ("td", "th") and self._cells is not None:
            self._cells.append(self._words().replace("\n", " "))
        elif tag == "tr" and self._cells is not None:
            self._end_row()
        elif tag in BLOCKS:
            self.flush()
        if tag in _LEVELS:
            self._heading = 0
        elif tag == "li" or tag in _LISTS:
            self._end_item(tag)
        elif tag == "table" and self._data:
            self._data.pop()
        elif tag == "pre":
            self._verbatim -= 1
        elif tag == "sup":
            self._end_note()
        elif tag == "a":
            self._links -= 1
            self._after_link = True

    def _begin_item(self, tag: str) -> None:
        if tag == "dt" and self._items and self._items[-1][0] == "dt":
            self._items.pop()
        self._items.append((tag, -1))

    def _end_item(self, tag: str) -> None:
        wanted = "li" if tag == "li" else "dt"
        if self._items and self._items[-1][0] == wanted and tag in ("li", "dl"):
            self._items.pop()

    def _end_note(self) -> None:
        """Forget a footnote's mark: it would read as a figure of the sentence."""
        start, self._note = self._note, None
        if start is not None and _NOTE.fullmatch("".join(self._line[start:])):
            del self._line[start:]

    def _words(self) -> str:
        """Take the line that was gathered."""
        text = "".join(self._line)
        self._line.clear()
        self._note, self._after_link = None, False
        if self._verbatim:
            return text.strip("\n")
        return _AROUND_BREAK.sub("\n", re.sub(r" {2,}", " ", text)).strip()

    def flush(self) -> None:
        """End the line; it becomes a block, or several where line breaks part it."""
        if self._cells is not None:
            self._line.append(" ")
            return
        text = self._words()
        if not text:
            return
        if self._heading:
            self._add("heading", " ".join(text.split()), self._heading)
            self.regions[self._open_regions[-1]].titled |= self._heading == 1
            return
        for piece in (text,) if self._verbatim else _parted(text):
            self._paragraph(piece)

    def _paragraph(self, text: str) -> None:
        if not self._items:
            self._add("paragraph", text)
            return
        tag, number = self._items[-1]
        if number < 0:
            self._items[-1] = (tag, len(self.blocks))
            self._add("item", text, len(self._items))
        elif number == len(self.blocks) - 1 and self.owners[number] == self._open_regions[-1]:
            self._builder.extend(text)
        else:
            self._add("paragraph", text)

    def _end_row(self) -> None:
        cells, self._cells = self._cells or [], None
        self._line.clear()
        if any(cells):
            self._builder.add_row(cells, self._header and len(cells) > 1)
            self.owners.append(self._open_regions[-1])

    def _add(self, kind: BlockKind, text: str, level: int = 0) -> None:
        self._builder.add(kind, text, level)
        self.owners.append(self._open_regions[-1])


def _parted(text: str) -> list[str]:
    """Part a paragraph at its line breaks, where the next line does not go on with the sentence."""
    lines: list[str] = []
    for line in text.split("\n"):
        if not line:
            lines.append("")
        elif lines and _goes_on(lines[-1], line):
            lines[-1] += "\n" + line
        else:
            lines.append(line)
    return [line for line in lines if line]


def _goes_on(line: str, after: str) -> bool:
    """Tell whether a sentence goes on behind a line break."""
    return bool(line) and (dangles(line) or (not _CLOSED.search(line) and after[0].islower()))
