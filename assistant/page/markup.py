"""Text made inert: whatever a document, a file name or a visitor writes stays text."""

from __future__ import annotations

import re
from html import escape

# Beyond HTML's own five: what template languages, Markdown and formulas would act on.
_ACTIVE = re.compile(r"[${}`\\*_\[\]|~^]")
# Characters no HTML may hold, and those that reorder the text around them.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def inert(text: str) -> str:
    """Write text as HTML that shows exactly it, in content and in quoted attributes alike.

    Characters that cannot be shown become the replacement character, one for one, so that a
    marked sentence keeps its length.

    >>> inert("<b>${x}</b>")
    '&lt;b&gt;&#36;&#123;x&#125;&lt;/b&gt;'
    """
    shown = _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return _ACTIVE.sub(lambda match: f"&#{ord(match[0])};", escape(shown, quote=True))
