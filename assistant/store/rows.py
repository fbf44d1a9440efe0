"""The tables of an open index, and where each document's rows are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import numpy as np

from . import coding
from .columns import Array, Ragged, ends_of, table
from .disk import Saved

COUNTED = ("passages", "salaries", "forecasts")


class Rows:
    """The tables of an index with where each document's rows begin."""

    def __init__(self, saved: Saved) -> None:
        self.table = table(saved.arrays)
        self.first = {name: ends_of(self.fixed(f"document.{name}")) for name in COUNTED}

    def ragged(self, name: str) -> Ragged:
        """Give a column of items."""
        column = self.table[name]
        assert isinstance(column, Ragged)
        return column

    def fixed(self, name: str) -> Array:
        """Give a column of numbers."""
        column = self.table[name]
        assert not isinstance(column, Ragged)
        return column

    def document_of(self, counted: str, number: int) -> int:
        """Give the number of the document that a row belongs to."""
        return int(np.searchsorted(self.first[counted], number, side="right")) - 1

    def record(self, name: str, at: int) -> Any:
        """Give an item that is JSON."""
        return coding.decoded(self.ragged(name).raw(at))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Give the documents' ids, in order."""
        held = self.ragged("document.id")
        text, ends = held.data.tobytes(), held.ends.tolist()
        return tuple(
            text[start:end].decode("utf-8", "surrogatepass")
            for start, end in zip(ends, ends[1:], strict=False)
        )

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Give each document's number by its id."""
        return {name: at for at, name in enumerate(self.names)}
