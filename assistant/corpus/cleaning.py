"""Cleaning: deletes a page's furniture, stray braces and cut-off sentences, and tidies space.

It only deletes, so that the text of a document is a subsequence of the decoded file and can
be quoted exactly. Everything deleted that was not markup or white space is reported.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ..records import Block, Span
from ..text import sentences
from . import outline
from .breaks import DANGLING, JOINING, LEANING, last_word
from .draft import Cut, Draft, Dropped, UnreadableError, delete, merge
from .furniture import Piece, furniture, pieces
from .lines import MARKER

# A book of 1,000 pages has about 20,000 paragraphs.
MOST_BLOCKS = 100_000
# Template braces around plain words: "{want}", "{{etc}}"; not code, formulas or variables.
_BRACES = re.compile(
    r"(?<![\\\w$%#^})\]])(\{{1,3})(?!\{)([^\W_][\w'’-]*(?: [\w'’-]+){0,5}[.,]?)(\}{1,3})(?![\w{])"
)
_LONE_BRACES = re.compile(r"(?<!\S)(?:\{\{?|\}\}?)(?!\S)")
# A place where a template left out a value: "{{user_name}}", "{{page.title}}".
_PLACEHOLDER = re.compile(r"\{\{\s*[a-z]\w*[_.][\w.]*\s*\}\}")
# Soft hyphens, zero-width and direction marks, other control characters, lone surrogates.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060"
    "\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]+"
)
_SPACE = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\n(?:[^\S\n]*\n){2,}")
_TORN = re.compile(r"\n(?:[^\S\n]*\n)+")
# A line that follows without an empty line between: the sentence may go on there.
_NEXT_LINE = re.compile(r"[^\S\n]*\n[^\S\n]*\S")
_SHORTEST_CUT = 4  # words
_LONGEST_CUT = 2_000  # characters
_ASKS = re.compile(
    r"(?:what|who|where|how|why|which|when|whom|things?|something|nothing|anything|people|places|"
    r"companies|skills|tools|jobs|roles|questions|topics|ways)\b",
    re.IGNORECASE,
)


def clean(draft: Draft) -> tuple[str, tuple[Block, ...], tuple[Dropped, ...]]:
    r"""Give the text that is kept, its blocks, and what was dropped from it with the reasons.

    >>> from .lines import read
    >>> clean(read("They know what clients {want}.\n\nTweet this on Facebook"))[0]
    'They know what clients want.'
    """
    if len(draft.blocks) > MOST_BLOCKS:
        raise UnreadableError(f"more than {MOST_BLOCKS} lines or paragraphs; split the file")
    braces = _braces(draft)
    cuts = [*draft.cuts, *braces, *_invisible(draft.text)]
    cuts += _boilerplate(draft, merge((cut.start, cut.end) for cut in cuts))
    text, blocks = delete(draft.text, draft.blocks, ((cut.start, cut.end) for cut in cuts))
    if draft.loose:
        blocks = outline.outline(text, blocks)
    text, blocks = delete(text, blocks, _slack(text, blocks))
    return text, blocks, _report(draft, cuts)


def _braces(draft: Draft) -> list[Cut]:
    cuts = []
    for match in _BRACES.finditer(draft.text):
        if len(match[1]) == len(match[3]):
            cuts += [Cut(*match.span(1), "stray braces"), Cut(*match.span(3), "stray braces")]
    cuts += [Cut(*match.span(), "stray braces") for match in _LONE_BRACES.finditer(draft.text)]
    cuts += [Cut(*match.span(), "placeholder") for match in _PLACEHOLDER.finditer(draft.text)]
    verbatim = merge(draft.verbatim)
    return [cut for cut in cuts if not _within(cut.start, verbatim)]


def _within(offset: int, spans: Sequence[Span]) -> bool:
    number = bisect_right(spans, (offset, sys.maxsize)) - 1
    return number >= 0 and spans[number][0] <= offset < spans[number][1]


def _invisible(text: str) -> list[Cut]:
    return [Cut(*match.span()) for match in _INVISIBLE.finditer(text)]


def _boilerplate(draft: Draft, cuts: list[Span]) -> list[Cut]:
    """Mark the blocks that are furniture and the sentences that were cut off."""
    texts = [_without(draft.text, block.start, block.end, cuts) for block in draft.blocks]
    found = pieces(draft.blocks, texts)
    reasons = furniture(found)
    code = merge(draft.verbatim)
    marked = []
    for number, block in enumerate(draft.blocks):
        if number in reasons:
            start = _with_marker(draft, block) if reasons[number] else block.start
            marked.append(Cut(start, block.end, reasons[number]))
            continue
        if block.kind != "row" and not any(character.isalnum() for character in texts[number]):
            # A line of dashes or stars, or the lone bullet of an empty item.
            marked.append(Cut(block.start, block.end))
            continue
        after = found[number + 1] if number + 1 < len(found) else None
        broken = None if _within(block.start, code) else _cut_off(draft, found[number], after)
        if broken is not None:
            marked.append(Cut(broken, block.end, "cut-off sentence"))
    return marked


def _with_marker(draft: Draft, block: Block) -> int:
    """Give where a block's line begins, if only a list marker stands before the block."""
    line = draft.text.rfind("\n", 0, block.start) + 1
    return line if MARKER.fullmatch(draft.text[line : block.start].lstrip()) else block.start


def _without(text: str, start: int, end: int, cuts: Sequence[Span]) -> str:
    """Give a span of the text as it reads once the cuts are made."""
    kept, position = [], start
    for first, last in cuts[bisect_left(cuts, (start, start)) : bisect_left(cuts, (end, end))]:
        kept.append(text[position : max(position, first)])
        position = max(position, last)
    return " ".join("".join([*kept, text[position:end]]).split())


def _cut_off(draft: Draft, piece: Piece, after: Piece | None) -> int | None:
    """Give where a piece's last sentence begins if it breaks off in the middle."""
    block, words = piece.block, piece.text[-_LONGEST_CUT:]
    word = last_word(words)
    if word not in DANGLING | LEANING or block.kind in ("heading", "row"):
        return None
    # It goes on in the next paragraph, or leads in to a list.
    if after is not None and (after.text[:1].islower() or (after.listed and not piece.listed)):
        return None
    if draft.loose and _NEXT_LINE.match(draft.text, block.end):
        return None
    last, _ = sentences(words)[-1]
    if not _breaks_off(words[last:], word, piece.listed):
        return None
    tail = max(block.start, block.end - _LONGEST_CUT)
    return sentences(draft.text[tail : block.end], tail)[-1][0]


def _breaks_off(sentence: str, word: str, listed: bool) -> bool:
    words = sentence.split()
    # Headings have capitals in the middle; a sentence mostly has none.
    capitals = sum(w[0].isupper() for w in words[1:])
    if len(words) < _SHORTEST_CUT or capitals * 2 > len(words):
        return False
    if word in JOINING and words[-2].endswith(";"):
        return False
    if listed:
        return word in DANGLING - JOINING
    return word in DANGLING or not _ASKS.match(sentence)


def _slack(text: str, blocks: Sequence[Block]) -> list[Span]:
    """Find white space that says nothing: doubled, at the ends of lines, and empty lines."""
    spans: list[Span] = []
    for match in _SPACE.finditer(text):
        start, end = match.span()
        if start == 0 or end == len(text) or text[start - 1] == "\n" or text[end] == "\n":
            spans.append((start, end))
        elif end - start > 1:
            # A plain space reads better than what else may stand beside it.
            kept = start + next((match[0].index(c) for c in "\t " if c in match[0]), 0)
            spans += [(start, kept), (kept + 1, end)]
    kept_text = text.strip()
    lead = len(text) - len(text.lstrip())
    spans += [(0, lead), (lead + len(kept_text), len(text))]
    spans += [(m.start() + 1, m.end() - 1) for m in _BREAKS.finditer(text)]
    # Inside a block an empty line is a fault of the page: it tore the sentence.
    return spans + [
        (m.start() + 1, m.end())
        for block in blocks
        for m in _TORN.finditer(text, block.start, block.end)
    ]


def _report(draft: Draft, cuts: Sequence[Cut]) -> tuple[Dropped, ...]:
    """List what was dropped in the order of the file; stray braces once for all."""
    braces = sum(cut.reason == "stray braces" for cut in cuts)
    told = [cut for cut in cuts if cut.reason and cut.reason != "stray braces"]
    dropped = [
        Dropped(draft.text[cut.start : cut.end].strip(), cut.reason)
        for cut in sorted(told, key=lambda cut: (cut.start, cut.end))
    ]
    if braces:
        dropped.append(Dropped("{ }", f"stray braces ({braces})"))
    return tuple(dropped)
