"""Front matter with the line of every value, so that a complaint can say where to look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import yaml

from .frontmatter import header_of, loader_of

# The front matter's first line is the file's second.
FIRST_LINE = 2


@dataclass(frozen=True, slots=True)
class Marked:
    """A value: plain data, or in its place the entries of a mapping or the items of a list."""

    path: str
    line: int
    value: object = None
    entries: Mapping[str, Marked] | None = None
    items: tuple[Marked, ...] | None = None
    repeated: tuple[str, ...] = field(default=())

    def __iter__(self) -> Iterator[Marked]:
        return iter(self.items or ())

    @property
    def shown(self) -> str:
        """Give the value as a complaint quotes it."""
        if self.entries is not None:
            return "a mapping"
        return "a list" if self.items is not None else repr(self.value)


def marked(text: str) -> Marked:
    r"""Read the front matter that opens a text, which must be sound YAML.

    >>> head = marked("---\nrole: nurse\npay:\n  - {amount: 12}\n---\n")
    >>> amount = head.entries["pay"].items[0].entries["amount"]
    >>> amount.path, amount.line, amount.value
    ('pay[1].amount', 4, 12)
    """
    loader = loader_of(header_of(text))
    try:
        return _marked(loader, loader.get_single_node(), "")
    finally:
        loader.dispose()


def _marked(loader: Any, node: yaml.Node | None, path: str) -> Marked:
    if node is None:
        return Marked(path, FIRST_LINE)
    line = node.start_mark.line + FIRST_LINE
    if isinstance(node, yaml.MappingNode):
        return _mapping(loader, node, path, line)
    if isinstance(node, yaml.SequenceNode):
        items = tuple(
            _marked(loader, item, f"{path}[{number}]") for number, item in enumerate(node.value, 1)
        )
        return Marked(path, line, items=items)
    return Marked(path, line, loader.construct_object(node, deep=True))


def _mapping(loader: Any, node: yaml.MappingNode, path: str, line: int) -> Marked:
    entries: dict[str, Marked] = {}
    repeated = []
    for key, value in node.value:
        name = str(getattr(key, "value", key))
        if name in entries:
            repeated.append(name)
        entries[name] = _marked(loader, value, f"{path}.{name}" if path else name)
    return Marked(path, line, entries=MappingProxyType(entries), repeated=tuple(repeated))
