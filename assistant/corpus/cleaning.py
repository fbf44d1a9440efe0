"""Cleaning: deletes a page's furniture, stray braces and cut-off sentences, and tidies space.

It only deletes, so that the text of a document is a subsequence of the decoded file and can
be quoted exactly. Everything deleted that was not markup or white space is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ..records import Block, Span
from ..text import sentences
from . import outline
from .draft import Cut, Draft, Dropped, UnreadableError, delete, merge
from .furniture import furniture, pieces
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
_SHORTEST_CUT = 4  # words
_LONGEST_CUT = 2_000  # characters
_LAST_WORD = re.compile(r"([A-Za-z]+)[,–—-]?\s*$")


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# A sentence cannot end in one of these …
_DANGLING = _words(
    "a an the and or nor but of than as their its our your his whose which because although "
    "while whereas if unless into onto upon among between via per is are was were be been being "
    "has have had will would can could should may might must including such"
)
# … nor usually in one of these, except in a heading: "What to look for".
_LEANING = _words("to for from with in on at by about through under over not very that")
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
    number = bisect_right(spans, (offset, len(spans))) - 1
    return number >= 0 and spans[number][0] <= offset < spans[number][1]


def _invisible(text: str) -> list[Cut]:
    return [Cut(*match.span()) for match in _INVISIBLE.finditer(text)]


def _boilerplate(draft: Draft, cuts: list[Span]) -> list[Cut]:
    """Mark the blocks that are furniture and the sentences that were cut off."""
    texts = [_without(draft.text, block.start, block.end, cuts) for block in draft.blocks]
    found = pieces(draft.blocks, texts)
    reasons = furniture(found)
    marked = []
    for number, block in enumerate(draft.blocks):
        if number in reasons:
            start = _with_marker(draft, block) if reasons[number] else block.start
            marked.append(Cut(start, block.end, reasons[number]))
            continue
        after = texts[number + 1] if number + 1 < len(texts) else ""
        broken = _cut_off(draft, block, texts[number], after)
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


def _cut_off(draft: Draft, block: Block, words: str, after: str) -> int | None:
    """Give where a block's last sentence begins if it breaks off in the middle."""
    word = _LAST_WORD.search(words[-50:])
    if word is None or word[1].lower() not in _DANGLING | _LEANING:
        return None
    if block.kind in ("heading", "row") or after[:1].islower():
        return None
    tail = max(block.start, block.end - _LONGEST_CUT)
    start, _ = sentences(draft.text[tail : block.end], tail)[-1]
    last, _ = sentences(words[-_LONGEST_CUT:])[-1]
    sentence = words[-_LONGEST_CUT:][last:]
    return start if _dangles(sentence, word[1].lower()) else None


def _dangles(sentence: str, word: str) -> bool:
    words = sentence.split()
    if len(words) < _SHORTEST_CUT:
        return False
    # Headings have capitals in the middle; a sentence mostly has none.
    capitals = sum(w[0].isupper() for w in words[1:])
    if capitals * 2 > len(words):
        return False
    if word in _DANGLING:
        return True
    return word in _LEANING and not _ASKS.match(sentence)


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
