"""Which blocks of a document are the web page's furniture and not its content.

``boilerplate`` judges single lines; here their neighbourhood decides: what stands among
navigation, under "Related articles", beside a view count, or below the last paragraph.
A line that an open list leads in to is content, whatever it says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..records import Block
from .boilerplate import Mark, judge
from .lines import MARKER

_RELATED = re.compile(
    r"(?:related|recommended|similar|suggested|popular|recent|trending|latest|featured|top|other|"
    r"more|most (?:read|popular|viewed|shared)|further)(?: \w+)?"
    r" (?:articles?|posts?|stories|reads|reading|content|links|products|recipes|videos|"
    r"news|blogs?|threads|listings|jobs|comments|pages)(?: (?:for you|from .{2,40}|by .{2,40}))?"
    r"|(?:you|we think you) (?:may|might|could|will|would|'ll|’ll)? ?(?:also )?(?:like|enjoy|love)"
    r"(?: these)?|(?:customers|people|others|readers|users|those)(?: who .{2,40})? also "
    r"(?:bought|viewed|ask|asked|read|liked|searched for)|(?:read|up|watch|what to read) next"
    r"|more (?:from|by|like|in|on) (?:this|the|our) \w+|more like this|trending(?: now)?"
    r"|recommended(?: for you)?|don['’]t miss|in case you missed it|from the web|around the web"
    r"|most (?:read|popular|viewed|shared)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:about|meet) the (?:author|writer|contributor|editor)s?|(?:the )?editorial (?:team|staff)"
    r"|(?:author|writer)(?: bio(?:graphy)?)?|(?:staff|guest) (?:writer|author|contributor)"
    r"|author['’]s (?:bio|note)|(?:written by|about) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}",
    re.IGNORECASE,
)
_BIOGRAPHY = re.compile(
    r"\b(?:authors?|writers?|writes|wrote|written|editors?|journalists?|bloggers?|blogs?|articles|"
    r"stories|columnist|enthusiasts?|passionate|freelance|contributors?|lives in|holds an? |"
    r"graduated|follow (?:him|her|them|me|us))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*(?=\s|$)")
_TEASER = re.compile(
    r"(?:\[(?:…|\.\.\.)\]|(?:…|\.\.\.) ?(?:read more|continue reading).{0,5})$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{4,}")
# What tells a web page from any other text; a stray date or number does not.
_WEB = frozenset(
    ("navigation", "cookie notice", "newsletter", "share link", "photo credit", "related link",
     "comment form", "copyright notice", "pop-up", "advertisement", "tracking id")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as it is judged: its words without stray braces, and what its line looks like."""

    block: Block
    text: str
    mark: Mark | None

    @property
    def words(self) -> int:
        """Give its length."""
        return len(self.text.split())

    @property
    def prose(self) -> bool:
        """Tell whether it says something in at least one whole sentence."""
        if self.mark is not None or self.words < 8:
            return False
        ends = [match.end() for match in _SENTENCE.finditer(self.text)]
        return bool(ends) and (ends[-1] == len(self.text) or self.words > 20)

    @property
    def bare(self) -> bool:
        """Tell whether it is a short line without the end of a sentence: a title, link or name."""
        return self.words <= 20 and not self.text.rstrip().endswith((".", "!", ":"))

    @property
    def listed(self) -> bool:
        """Tell whether it is marked as an item or row."""
        return self.block.kind in ("item", "row") or bool(MARKER.match(self.text))

    @property
    def related(self) -> bool:
        """Tell whether it is the heading of a list of other pages."""
        return bool(_RELATED.fullmatch(self.text.rstrip(" :!.")))


def pieces(blocks: Sequence[Block], texts: Sequence[str]) -> tuple[Piece, ...]:
    """Pair blocks with their words and judge each."""
    return tuple(Piece(block, text, judge(text)) for block, text in zip(blocks, texts, strict=True))


def furniture(found: Sequence[Piece]) -> dict[int, str]:
    """Give the numbers of the pieces that are furniture, with the reason for each."""
    reasons = _marked(found)
    prose = [n for n, piece in enumerate(found) if piece.prose and n not in reasons]
    first, last = (prose[0], prose[-1]) if prose else (0, len(found) - 1)
    reasons |= _navigation(found, reasons, first)
    reasons |= _related(found, reasons)
    reasons |= _author(found, reasons, last)
    prose = [n for n in prose if n not in reasons]
    last = prose[-1] if prose else last
    reasons |= _footer(found, reasons, last)
    return reasons | _kicker(found, reasons, first)


def _marked(found: Sequence[Piece]) -> dict[int, str]:
    """Judge lines by their wording and that of the lines beside them."""
    reasons: dict[int, str] = {}
    found = [_unmarked(found, n) for n in range(len(found))]
    prose = [n for n, piece in enumerate(found) if piece.prose]
    text = (prose[0], prose[-1]) if prose else (len(found), -1)
    bylines = sum(p.mark is not None and p.mark.reason == "byline" for p in found)
    protected = _protected(found)
    run: list[int] = []
    for n in range(len(found) + 1):
        if n < len(found) and found[n].mark is not None:
            run += [] if protected[n] else [n]
            continue
        sure = sum((m := found[k].mark) is not None and m.sure for k in run)
        for k in run:
            mark = found[k].mark
            if mark is not None and (
                mark.sure or _falls(found, k, (sure, len(run)), text, bylines)
            ):
                reasons[k] = mark.reason
        run = []
    return reasons


def _unmarked(found: Sequence[Piece], n: int) -> Piece:
    """Give a piece, without its mark if it is a heading with text of its own below."""
    piece = found[n]
    below = found[n + 1] if n + 1 < len(found) else None
    if piece.block.kind == "heading" and below is not None and below.mark is None:
        return replace(piece, mark=None) if below.block.kind != "heading" else piece
    return piece


def _falls(
    found: Sequence[Piece], n: int, run: tuple[int, int], text: tuple[int, int], bylines: int
) -> bool:
    """Tell whether a likely piece is boilerplate: by those marked beside it, and its place.

    ``run`` counts the sure and all marked pieces in its run; ``text`` is where prose begins
    and ends.
    """
    piece = found[n]
    if piece.block.kind == "heading" or piece.mark is None:
        return False
    if piece.listed and piece.mark.reason == "view count":
        return False
    if run[0] or run[1] > 2:
        return True
    # Several lines "By …" are headings ("By Train", "By Public Transport"), not bylines.
    if piece.mark.reason == "byline" and n < text[0]:
        return bylines == 1 and n > 0
    return run[1] == 2 and not text[0] < n < text[1]


def _protected(found: Sequence[Piece]) -> list[bool]:
    """Tell of each line whether it stands in a list that something leads in to."""
    protected = []
    led = listed = False
    for n, piece in enumerate(found):
        before = found[n - 1] if n else None
        content = before is not None and before.mark is None and not before.related
        if piece.listed:
            listed = listed if before is not None and before.listed else content
            led = False
        elif before is None or before.listed or not before.bare:
            # Bare lines are led in to by what stands above the first of them.
            led = content and before is not None and before.text.endswith(":")
        protected.append(listed if piece.listed else led and piece.block.kind != "heading")
    return protected


def _navigation(found: Sequence[Piece], reasons: dict[int, str], first: int) -> dict[int, str]:
    """Take the lines above the last mark of navigation, all before the first paragraph."""
    marks = [n for n in range(first) if reasons.get(n) in ("navigation", "cookie notice")]
    if not marks:
        return {}
    lines = [n for n in range(first) if n not in reasons and found[n].bare]
    above = [n for n in lines if n < marks[-1] and found[n].block.kind != "heading"]
    # The title must be somewhere: when nothing follows the menu, it stands above it.
    if above and not any(n > marks[-1] for n in lines) and len(above) == len(lines):
        above = above[:-1]
    return dict.fromkeys(above, "navigation")


def _related(found: Sequence[Piece], reasons: dict[int, str]) -> dict[int, str]:
    """Take the lists of other pages: their heading and the bare lines under it."""
    taken: dict[int, str] = {}
    protected = _protected(found)
    for n, piece in enumerate(found):
        if n in taken or n in reasons or not piece.related or protected[n]:
            continue
        end = n + 1
        while end < len(found) and _entry(found, end, reasons):
            end += 1
        # The last line before a paragraph is the heading of what follows.
        if end < len(found) and found[end].prose and end - 1 > n and not found[end - 1].listed:
            end -= 1
        if end == n + 1 and end < len(found) and found[end].block.kind != "heading":
            continue
        taken |= {k: "related posts" for k in range(n, end) if k not in reasons}
    return taken


def _entry(found: Sequence[Piece], n: int, reasons: dict[int, str]) -> bool:
    """Tell whether a piece can be one of the links of a list of other pages."""
    piece = found[n]
    if n in reasons or _TEASER.search(piece.text):
        return True
    return piece.block.kind != "heading" and not piece.prose and (piece.bare or piece.listed)


def _author(found: Sequence[Piece], reasons: dict[int, str], last: int) -> dict[int, str]:
    """Take a note on the author below the last paragraph of the text."""
    for n in range(len(found) - 1):
        if n in reasons or not _AUTHOR.fullmatch(found[n].text.rstrip(" :.")):
            continue
        if n + 1 >= last and _BIOGRAPHY.search(found[n + 1].text):
            return {n: "author note", n + 1: "author note"}
    return {}


def _footer(found: Sequence[Piece], reasons: dict[int, str], last: int) -> dict[int, str]:
    """Take the short lines between boilerplate below the last paragraph."""
    marks = [n for n in range(last + 1, len(found)) if n in reasons]
    if len(marks) < 2:
        return {}
    between = (n for n in range(marks[0], marks[-1]) if n not in reasons)
    return {
        n: "navigation"
        for n in between
        if found[n].words <= 3 and found[n].bare and not found[n].listed
    }


def _kicker(found: Sequence[Piece], reasons: dict[int, str], first: int) -> dict[int, str]:
    """Take a category's name above the title, on what is plainly a web page."""
    top = [n for n in range(first) if n not in reasons and found[n].bare]
    if len(top) < 2 or not _WEB.intersection(reasons.values()):
        return {}
    kicker, title = found[top[0]], found[top[1]]
    if kicker.block.kind == "heading" or kicker.words > 3 or title.words < 5:
        return {}
    shared = set(_WORD.findall(kicker.text.lower())) & set(_WORD.findall(title.text.lower()))
    return {} if shared or top[1] != top[0] + 1 else {top[0]: "category label"}
