"""Which format a file has, by its name, and reading it.

Each format's module is imported when a file needs it, because the heavier libraries are
optional.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from . import lines, markdown
from .draft import Draft
from .folder import decode

Reader = Callable[[bytes], Draft]


def _text(data: bytes) -> Draft:
    return lines.read(decode(data))


def _markdown(data: bytes) -> Draft:
    return markdown.read(decode(data))


def _html(data: bytes) -> Draft:
    from . import html

    return html.read(decode(data))


def _pdf(data: bytes) -> Draft:
    from . import pdf

    return pdf.read(data)


def _docx(data: bytes) -> Draft:
    from . import docx

    return docx.read(data)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".md": _markdown,
        ".markdown": _markdown,
        ".txt": _text,
        ".text": _text,
        ".html": _html,
        ".htm": _html,
        ".xhtml": _html,
        ".pdf": _pdf,
        ".docx": _docx,
    }
)
