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

LARGEST = 16_000  # characters; a title, a source and some dates need a few hundred
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


class _Loader(yaml.SafeLoader):
    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.get_mark()
            raise yaml.MarkedYAMLError(problem="aliases are not read", problem_mark=mark)
        return super().compose_node(parent, index)


def front_matter(text: str) -> tuple[int, Mapping[str, Any], str]:
    r"""Give where the front matter of a text ends, its entries, and what is wrong with it.

    >>> end, entries, fault = front_matter("---\ntitle: Pay\n---\nIt is good.")
    >>> end, dict(entries), fault
    (19, {'title': 'Pay'}, '')
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + LARGEST) if opening else None
    if opening is None or closing is None:
        return 0, MappingProxyType({}), ""
    end = min(closing.end() + 1, len(text))
    try:
        entries = yaml.load(text[opening.end() : closing.start()], _Loader)  # noqa: S506 - safe
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
