"""Keeping text inert where Markdown is expected."""

from __future__ import annotations

import re

# What Markdown would take for markup, a marker of ours or a table's border.
_ACTIVE = re.compile(r"([\\`*_\[\]<>|]|~(?=~)|(?<=~)~|&(?=#?\w+;))")
_LINE_START = re.compile(r"^(?:(?=[#+-])|(\d+)(?=[.)](?:\s|$)))")


def inert(text: str) -> str:
    r"""Put a text on one line, with backslashes before what Markdown would take for markup.

    >>> print(inert("a [1] *b*"))
    a \[1\] \*b\*
    """
    return _LINE_START.sub(r"\1\\", _ACTIVE.sub(r"\\\1", " ".join(text.split())))
