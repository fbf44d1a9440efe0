"""Markdown to a draft: markdown-it tells the structure, the source keeps the text.

Everything that is not a block's text is marked as a cut, except list markers and line
breaks, which make a passage readable; inner bars of a table's row stay for the same reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..figures import Profile
from ..records import Block, Span
from .draft import Cut, Draft, UnreadableError
from .frontmatter import front_matter, header_of
from .inline import markup
from .noted import noted
from .profile import read_profile

_ITEM_MARKER = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+$")
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^`\n]+\1(?!`)")
_PROFILE = re.compile(r"^profile[ \t]*:", re.MULTILINE)
_MOST_HEADING_WORDS = 12
_SIGNS = re.compile(
    r"^#{1,6}[ \t]+\S|^\|?[ \t]*:?-{3,}:?[ \t]*\||\]\((?:https?:|#|/)|\*\*\S|\A---\n",
    re.MULTILINE,
)


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text without a file name is written in Markdown."""
    return bool(_SIGNS.search(text[:100_000]))


@dataclass(slots=True)
class _Reading:
    """What is gathered while the tokens go by."""

    source: str
    starts: list[int]
    blocks: list[Block] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    verbatim: list[Span] = field(default_factory=list)
    level: int = 0
    lists: int = 0
    item: int = -1

    def line(self, number: int) -> int:
        """Give the offset at which a line begins."""
        return self.starts[number] if number < len(self.starts) else len(self.source)


def read(text: str) -> Draft:
    r"""Read Markdown, front matter included.

    >>> draft = read("# Pay\n\nIt is *good*.")
    >>> [(b.kind, draft.text[b.start : b.end]) for b in draft.blocks]
    [('heading', 'Pay'), ('paragraph', 'It is *good*.')]
    """
    text, notes = noted(text)
    begin, details, fault = front_matter(text)
    if details.get("index") is False:
        raise UnreadableError("its front matter says 'index: false'")
    body = text[begin:]
    reading = _Reading(text, [begin, *(begin + m.end() for m in re.finditer("\n", body))])
    parser = MarkdownIt("commonmark").enable("table").disable("text_join")
    try:
        tokens = parser.parse(body)
    except RecursionError as error:
        raise UnreadableError("its Markdown is nested too deeply") from error
    _gather(reading, tokens)
    blocks = tuple(reading.blocks)
    cuts = [*reading.cuts, *_between(text, begin, blocks)]
    if begin:
        cuts.append(Cut(0, begin, fault))
    title = details.get("title")
    return Draft(
        text,
        blocks,
        tuple(cuts),
        title=str(title) if title is not None else "",
        details=details,
        profile=_profile(text, details, fault),
        verbatim=(*reading.verbatim, *(m.span() for m in _CODE.finditer(text, begin))),
        notes=notes,
    )


def _profile(text: str, details: Mapping[str, Any], fault: str) -> Profile | None:
    """Read the profile in the front matter, if it holds one; faulty front matter might."""
    if fault and _PROFILE.search(header_of(text)):
        raise UnreadableError(f"not a sound profile: {fault}")
    return read_profile(text) if "profile" in details else None


def _gather(reading: _Reading, tokens: Sequence[Token]) -> None:
    for number, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            reading.lists += 1
            reading.item = -1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            reading.lists -= 1
            reading.item = -1
        elif token.type == "list_item_open":
            reading.item = -2
        elif token.type == "tr_open":
            _row(reading, tokens, number)
        elif token.type == "inline" and not tokens[number - 1].type.startswith(("th_", "td_")):
            _text(reading, token, tokens[number - 1])
        elif token.type in ("fence", "code_block", "html_block"):
            _verbatim(reading, token)


def _text(reading: _Reading, token: Token, opening: Token) -> None:
    """Add a heading, a paragraph, or a paragraph of a list's item."""
    spans = _lines(reading, token)
    if not spans:
        return
    start, end = spans[0][0], spans[-1][1]
    reading.cuts += _mapped(spans, markup(token.content, token.children or ()))
    reading.cuts += [Cut(a[1] + 1, b[0]) for a, b in zip(spans, spans[1:], strict=False)]
    if opening.type == "heading_open":
        reading.item = -1
        reading.level = int(opening.tag[1])
        reading.blocks.append(Block("heading", start, end, reading.level))
    elif reading.lists:
        _item(reading, start, end)
    elif _strong(token):
        # A line in bold alone is a heading that the writer did not mark as one.
        reading.blocks.append(Block("heading", start, end, max(reading.level, 1) + 1))
    else:
        reading.blocks.append(Block("paragraph", start, end))


def _item(reading: _Reading, start: int, end: int) -> None:
    """Add an item; further paragraphs of the same item become part of it."""
    if reading.item >= 0:
        first = reading.blocks[reading.item]
        reading.blocks[reading.item] = Block("item", first.start, end, first.level)
        reading.cuts.append(Cut(first.end + 1, start))
        return
    fresh = reading.item == -2
    reading.blocks.append(Block("item" if fresh else "paragraph", start, end, reading.lists))
    reading.item = len(reading.blocks) - 1 if fresh else -1


def _strong(token: Token) -> bool:
    """Tell whether all of a paragraph is one short run in bold."""
    kinds = [child.type for child in token.children or () if child.type != "text" or child.content]
    words = token.content.strip("*_ ").split()
    return (
        kinds == ["strong_open", "text", "strong_close"]
        and len(words) <= _MOST_HEADING_WORDS
        and not token.content.rstrip("*_ ").endswith((".", ",", ";", "!"))
    )


def _lines(reading: _Reading, token: Token) -> list[Span]:
    """Find the lines of an inline token in the source, without what stands before them."""
    first = token.map[0] if token.map else 0
    spans = []
    for number, content in enumerate(token.content.split("\n")):
        begin, stop = reading.line(first + number), reading.line(first + number + 1)
        # From the right: what stands before ("1. ") may hold the same characters.
        at = reading.source.rfind(content, begin, stop)
        if at < 0:
            return []
        spans.append((at, at + len(content)))
    return spans


def _mapped(lines: Sequence[Span], spans: Sequence[Span]) -> Iterator[Cut]:
    """Move spans of a token's content to the source, line by line."""
    offset = first = 0
    for start, end in lines:
        stop = offset + end - start
        while first < len(spans) and spans[first][0] < stop:
            a, b = spans[first]
            yield Cut(start + max(a - offset, 0), start + min(b, stop) - offset)
            if b > stop:
                break  # It goes on in the next line.
            first += 1
        offset = stop + 1


def _row(reading: _Reading, tokens: Sequence[Token], number: int) -> None:
    """Add a row of a table with its cells."""
    line = (tokens[number].map or [0])[0]
    position, stop = reading.line(line), reading.line(line + 1)
    cells: list[Span] = []
    for place in range(number + 1, len(tokens)):
        token = tokens[place]
        if token.type == "tr_close":
            break
        if token.type == "inline":
            # A bar inside a cell is written "\|"; such a cell keeps its markup.
            written = token.content.replace("|", "\\|")
            at = reading.source.find(written, position, stop)
            if at < 0:
                continue
            if written == token.content:
                inner = markup(token.content, token.children or ())
                reading.cuts += [Cut(at + a, at + b) for a, b in inner]
            position = at + len(written)
            cells.append((at, position))
    filled = [cell for cell in cells if cell[0] < cell[1]]
    reading.item = -1
    if filled:
        start, end = filled[0][0], filled[-1][1]
        header = tokens[number - 1].type == "thead_open"
        # An empty cell keeps its place in the row, within the row's span.
        spans = tuple((min(max(a, start), end), min(max(b, start), end)) for a, b in cells)
        reading.blocks.append(Block("row", start, end, cells=spans, header=header))


def _verbatim(reading: _Reading, token: Token) -> None:
    """Add a block of code, or the words of a block of HTML."""
    first, last = token.map or (0, 0)
    fenced = token.type == "fence"
    start, stop = reading.line(first + fenced), reading.line(last)
    if fenced:
        closed = (
            reading.source[reading.line(last - 1) : stop].lstrip(" >\t").startswith(token.markup)
        )
        stop = reading.line(last - 1) if closed and last - 1 > first else stop
    text = reading.source[start:stop]
    reading.verbatim.append((start, stop))
    reading.item = -1
    if token.type == "html_block":
        reading.cuts += [Cut(start + m.start(), start + m.end()) for m in _TAG.finditer(text)]
    if text.strip():
        end = start + len(text.rstrip())
        reading.blocks.append(Block("paragraph", start + len(text) - len(text.lstrip()), end))


def _between(text: str, begin: int, blocks: Sequence[Block]) -> Iterator[Cut]:
    """Cut what stands between blocks, except line breaks and the markers of items."""
    position, row = begin, False
    for block in [*blocks, None]:
        stop = block.start if block else len(text)
        kept = stop
        if block is not None and block.kind == "item":
            line = max(position, text.rfind("\n", 0, stop) + 1)
            marker = _ITEM_MARKER.search(text, line, stop)
            kept = marker.start() if marker else stop
        for match in re.finditer(r"[^\n]+", text[position:kept]):
            yield Cut(position + match.start(), position + match.end())
        if row and block is not None and block.kind == "row":
            # The line of dashes below a table's heading row leaves no empty line.
            yield Cut(text.index("\n", position) + 1, kept)
        row = block is not None and block.kind == "row"
        position = block.end if block else stop
