"""Text made safe for HTML, and the words a reader looks for marked in it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

# What no HTML document may hold: control characters but for tab and line feed, and surrogates.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def escape(text: str) -> str:
    r"""Make a text inert in an element or a quoted attribute.

    >>> escape('<b title="x">\x00')
    '&lt;b title=&quot;x&quot;&gt;�'
    """
    return html.escape(_UNPRINTABLE.sub("\ufffd", text), quote=True)


def marked(text: str, wanted: Iterable[str]) -> str:
    """Escape a text and mark the wanted strings in it, whatever their case and white space.

    >>> marked("Python <3 and SQL", ["python"])
    '<mark>Python</mark> &lt;3 and SQL'
    """
    patterns = sorted({r"\s+".join(map(re.escape, w.split())) for w in wanted if w.strip()})
    if not patterns:
        return escape(text)
    # The longest first: a fact may begin with another.
    longest = sorted(patterns, key=len, reverse=True)
    found = re.compile(rf"(?<!\w)(?:{'|'.join(longest)})", re.IGNORECASE)
    pieces, last = [], 0
    for match in found.finditer(text):
        pieces.append(escape(text[last : match.start()]))
        pieces.append(f"<mark>{escape(match.group())}</mark>")
        last = match.end()
    return "".join((*pieces, escape(text[last:])))
