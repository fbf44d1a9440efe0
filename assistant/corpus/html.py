"""HTML to a draft: selectolax parses, one walk without recursion gathers text and blocks.

The decoded text of a page is what a browser would show, a paragraph a block and the cells of
a row behind tabs. Parts that are no text of the page (``regions``) are in it too, marked as
cuts, so that they are reported.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..records import Block
from .draft import Cut, Draft, UnreadableError
from .regions import SILENT, fallen, region
from .sheet import BLOCKS, Sheet

# Limits that no page for people reaches; beyond them parsing takes quadratic time.
MOST_TAGS = 500_000
DEEPEST = 1_000
MOST_ATTRIBUTES = 1_000
_LONGEST_CELL = 300
_LONGEST_KICKER = 8
# These close themselves, so that their count says nothing of nesting.
_UNNESTED = frozenset(
    ("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "br", "hr",
     "img", "input", "meta", "link", "area", "base", "col", "wbr", "source", "track", "param",
     "embed", "html", "head", "body")
)  # fmt: skip
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_SPACE = re.compile(r"[ \t\n\r\f]")
_SITE = re.compile(r"\s+(?:[|–—·:»]{1,2}|-)\s+[^|–—·»]+$")


def read(text: str) -> Draft:
    r"""Read a page of HTML.

    >>> draft = read("<nav>Home</nav><h1>Pay</h1><p>It is <b>good</b>.</p>")
    >>> draft.text, [cut.reason for cut in draft.cuts]
    ('Home\n\nPay\n\nIt is good.', ['navigation'])
    """
    _refuse_bombs(text)
    sheet = Sheet()
    parser = LexborHTMLParser(text)
    for node, opens in _walk(parser.root):
        _step(sheet, node, opens)
    sheet.flush()
    reasons = _reasons(sheet)
    blocks = tuple(block for n, block in enumerate(sheet.blocks) if n not in reasons)
    cuts = tuple(
        Cut(sheet.blocks[n].start, sheet.blocks[n].end, reason) for n, reason in reasons.items()
    )
    named = parser.css_first("head title")
    title = " ".join(named.text().split()) if named is not None else ""
    return Draft(sheet.text, blocks, cuts, _title(sheet.text, blocks, title))


def _reasons(sheet: Sheet) -> dict[int, str]:
    """Give the numbers of the blocks that are no text of the page, with the reasons."""
    regions = fallen(sheet.regions)
    reasons = {n: regions[owner] for n, owner in enumerate(sheet.owners) if regions[owner]}
    for n, block in enumerate(sheet.blocks):
        if n in reasons:
            continue
        if block.kind == "heading":
            # What stands above the title and is no sentence is the site's name or a category.
            return dict.fromkeys(range(n), "navigation") | reasons
        words = sheet.text[block.start : block.end]
        if len(words.split()) > _LONGEST_KICKER or words.endswith((".", "!", ":")):
            return reasons
    return reasons


def _refuse_bombs(text: str) -> None:
    """Refuse a page that is built to exhaust the parser."""
    open_tags: Counter[str] = Counter()
    depth = 0
    for tags, match in enumerate(_TAG.finditer(text)):
        name = match[2].lower()
        if name not in _UNNESTED:
            step = 1 if not match[1] else -1 if open_tags[name] else 0
            open_tags[name] += step
            depth += step
        if depth > DEEPEST or tags >= MOST_TAGS:
            raise UnreadableError(
                f"more than {DEEPEST} elements within each other or {MOST_TAGS} in all; "
                f"save the page's text instead"
            )
    for piece in text.split("<"):
        head = _QUOTED.sub("", piece).partition(">")[0] if piece[:1].isalpha() else ""
        if len(_SPACE.findall(head)) + head.count("/") > MOST_ATTRIBUTES:
            raise UnreadableError(f"an element has more than {MOST_ATTRIBUTES} attributes")


def _walk(root: LexborNode | None) -> Iterator[tuple[LexborNode, bool]]:
    """Go through the nodes in reading order; each comes twice, opening and closing."""
    node = root
    while node is not None:
        yield node, True
        if node.child is not None and node.tag not in SILENT:
            node = node.child
            continue
        while node is not None:
            yield node, False
            if node.next is not None:
                node = node.next
                break
            node = node.parent


def _step(sheet: Sheet, node: LexborNode, opens: bool) -> None:
    """Carry one opening or closing node out on the sheet."""
    tag = node.tag or ""
    if tag == "-text":
        if opens:
            sheet.say(node.text_content or "")
        return
    if tag.startswith("-") or tag in SILENT:
        return
    found = region(tag, node.attributes)
    if not opens:
        sheet.leave(tag)
        if found:
            sheet.end_region()
        return
    if tag in BLOCKS or found:
        sheet.flush()
    if found:
        sheet.begin_region(*found)
    sheet.enter(tag, tag == "table" and _holds_data(node))


def _holds_data(table: LexborNode) -> bool:
    """Tell a table of data from one that only lays the page out."""
    cells = table.css("td, th")
    rows = table.css("tr")
    return (
        len(cells) > len(rows) > 0
        and not any(cell.css_first("table, h1, h2, form") for cell in cells[:200])
        and all(len(cell.text()) <= _LONGEST_CELL for cell in cells[:200])
    )


def _title(text: str, blocks: Sequence[Block], title: str) -> str:
    """Give the first heading of the first level, the page's title if that does not hold it."""
    headings = [
        " ".join(text[block.start : block.end].split())
        for block in blocks
        if block.kind == "heading" and block.level == 1
    ]
    page = _SITE.sub("", title)
    named = [heading for heading in headings if heading.casefold() in page.casefold()]
    return next(iter(named or headings), page)
