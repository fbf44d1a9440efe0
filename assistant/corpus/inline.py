"""Where emphasis, links and other inline markup of Markdown stands in the source.

markdown-it tells what a line means but not at which character; its tokens are laid over the
source again, one after the other. Where they do not fit, nothing is cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from ..records import Span

_BREAK = re.compile(r"[ \t]*\\?\n[ \t]*")
_SPACE = re.compile(r"\s*")
_REFERENCE = re.compile(r"\[[^\]]*\]")


class _MisfitError(Exception):
    """A token is not where it should be."""


def markup(source: str, tokens: Sequence[Token]) -> tuple[Span, ...]:
    """Give the spans of a source that are markup.

    >>> from markdown_it import MarkdownIt
    >>> parser = MarkdownIt("commonmark").disable("text_join")
    >>> markup("a *b* c", parser.parseInline("a *b* c")[0].children)
    ((2, 3), (4, 5))
    """
    spans: list[Span] = []
    position = 0
    try:
        for token in tokens:
            position = _lay(source, token, position, spans)
    except _MisfitError:
        return ()
    return tuple(s for s in spans if s[0] < s[1]) if position == len(source) else ()


def _lay(source: str, token: Token, position: int, spans: list[Span]) -> int:
    """Lay one token over the source from a position; give the position behind it."""
    if token.type == "text":
        return _expect(source, token.content, position)
    if token.type == "text_special":
        end = _expect(source, token.markup, position)
        if token.info == "escape" and token.content != token.markup:
            spans.append((position, position + 1))
        return end
    if token.type in ("softbreak", "hardbreak"):
        return _line_break(source, position, spans)
    if token.type == "code_inline":
        return _code(source, token, position, spans)
    if token.type == "image":
        end = _link_end(source, _expect(source, f"![{token.content}", position))
    elif token.type == "link_close" and token.markup != "autolink":
        end = _link_end(source, position)
    else:
        end = _expect(source, _sign(token), position)
    spans.append((position, end))
    return end


def _sign(token: Token) -> str:
    """Give the characters of a token that is markup only."""
    if token.type == "html_inline":
        return token.content
    if token.type == "link_open":
        return "<" if token.markup == "autolink" else "["
    if token.type == "link_close":
        return ">"
    return token.markup


def _expect(source: str, piece: str, position: int) -> int:
    if not source.startswith(piece, position):
        raise _MisfitError
    return position + len(piece)


def _line_break(source: str, position: int, spans: list[Span]) -> int:
    match = _BREAK.match(source, position)
    if match is None:
        raise _MisfitError
    newline = source.index("\n", position)
    spans += [(position, newline), (newline + 1, match.end())]
    return match.end()


def _code(source: str, token: Token, position: int, spans: list[Span]) -> int:
    start = _expect(source, token.markup, position)
    end = source.find(token.markup, start)
    # Inside, a longer run of backticks is content.
    while end >= 0 and (
        source[end - 1 : end] == "`" or source[end + len(token.markup) :][:1] == "`"
    ):
        end = source.find(token.markup, end + 1)
    if end < 0:
        raise _MisfitError
    spans += [(position, start), (end, end + len(token.markup))]
    return end + len(token.markup)


def _link_end(source: str, position: int) -> int:
    """Give where a link ends that closes with ``]`` here: its target goes with it."""
    end = _expect(source, "]", position)
    if source.startswith("(", end):
        return _target(source, end + 1) or end
    reference = _REFERENCE.match(source, end)
    return reference.end() if reference else end


def _target(source: str, position: int) -> int:
    """Give the offset behind ``destination "title")``; 0 when it is none."""
    position = _skip(source, position)
    target = parseLinkDestination(source, position, len(source))
    if target.ok:
        position = _skip(source, target.pos)
        title = parseLinkTitle(source, position, len(source))
        if title.ok:
            position = _skip(source, title.pos)
    return position + 1 if source.startswith(")", position) else 0


def _skip(source: str, position: int) -> int:
    match = _SPACE.match(source, position)
    return match.end() if match else position
