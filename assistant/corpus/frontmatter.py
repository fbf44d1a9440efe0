"""Front matter: the YAML between ``---`` lines that may open a Markdown file.

Read without trust: small, without aliases (a few lines of them expand to gigabytes), and
only plain data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import yaml

# Characters; a title and a source need a few hundred, a profile with its figures some thousand,
# and one of an occupation that goes by thousands of titles far more.
LARGEST = 150_000
DEEPEST = 50  # lists within lists; the library reads them by recursion
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


# libyaml's parser is some ten times faster, which tells with a thousand profiles.
_FASTEST = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_OPENS = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_CLOSES = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


def loader_of(header: str) -> Any:
    """Open the library's reader of plain data on the lines of a front matter."""
    return _FASTEST(header)


def header_of(text: str) -> str:
    r"""Give the lines between the marks of front matter, "" where there is none.

    >>> header_of("---\ntitle: Pay\n---\nIt is good.")
    'title: Pay\n'
    """
    opening, closing = _marks(text)
    return text[opening.end() : closing.start()] if opening and closing else ""


def _marks(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + LARGEST) if opening else None
    return opening, closing


def _load(header: str) -> object:
    """Read plain data; raises yaml.YAMLError and what damaged YAML makes the library raise."""
    depth = 0
    for event in yaml.parse(header, _FASTEST):
        if isinstance(event, yaml.AliasEvent):
            mark: Any = event.start_mark
            raise yaml.MarkedYAMLError(problem="aliases are not read", problem_mark=mark)
        depth += isinstance(event, _OPENS) - isinstance(event, _CLOSES)
        if depth > DEEPEST:
            raise yaml.YAMLError("nested too deeply")
    return yaml.load(header, _FASTEST)  # noqa: S506 - safe


def front_matter(text: str) -> tuple[int, Mapping[str, Any], str]:
    r"""Give where the front matter of a text ends, its entries, and what is wrong with it.

    >>> end, entries, fault = front_matter("---\ntitle: Pay\n---\nIt is good.")
    >>> end, dict(entries), fault
    (19, {'title': 'Pay'}, '')
    """
    opening, closing = _marks(text)
    if opening is None or closing is None:
        return 0, MappingProxyType({}), ""
    end = min(closing.end() + 1, len(text))
    try:
        entries = _load(text[opening.end() : closing.start()])
    except yaml.MarkedYAMLError as error:
        line = f" in line {error.problem_mark.line + 2}" if error.problem_mark else ""
        return end, MappingProxyType({}), f"front matter is no YAML{line}: {error.problem}"
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError):
        return end, MappingProxyType({}), "front matter is no YAML that can be read"
    if entries is None:
        return end, MappingProxyType({}), ""
    if not isinstance(entries, dict):
        return end, MappingProxyType({}), "front matter holds no 'name: value' lines"
    return end, MappingProxyType({str(key): value for key, value in entries.items()}), ""
