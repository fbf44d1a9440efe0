"""Tables of numbers and of byte strings, as arrays that can be saved and mapped into memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Ragged:
    """Items of different lengths: item ``i`` is at ``ends[i]`` to ``ends[i + 1]`` of ``data``.

    >>> texts = Ragged.of_bytes([b"pay", b"", b"skills"])
    >>> len(texts), texts.raw(2)
    (3, b'skills')
    """

    ends: NDArray[np.int64]
    data: Array

    @classmethod
    def of_bytes(cls, items: Iterable[bytes]) -> Ragged:
        """Put byte strings one after another."""
        held = list(items)
        return cls(ends_of([len(item) for item in held]), np.frombuffer(b"".join(held), np.uint8))

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, at: int) -> Array:
        return self.data[int(self.ends[at]) : int(self.ends[at + 1])]

    def raw(self, at: int) -> bytes:
        """Give an item of bytes."""
        return bytes(self[at].tobytes())

    def rows(self, first: int, last: int) -> Ragged:
        """Give the items from ``first`` up to ``last``."""
        ends = self.ends[first : last + 1]
        return Ragged(ends - ends[0], self.data[int(ends[0]) : int(ends[-1])])


Column = Array | Ragged
Table = Mapping[str, Column]


def ends_of(lengths: Sequence[int] | Array) -> NDArray[np.int64]:
    """Give where items of some lengths end, after a 0.

    >>> ends_of([2, 0, 3]).tolist()
    [0, 2, 2, 5]
    """
    ends = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(np.asarray(lengths, np.int64), out=ends[1:])
    return ends


def rows(column: Column, first: int, last: int) -> Column:
    """Give the rows of a column from ``first`` up to ``last``."""
    return column.rows(first, last) if isinstance(column, Ragged) else column[first:last]


def joined(columns: Sequence[Column]) -> Column:
    """Put columns of one kind one after another."""
    ragged = [column for column in columns if isinstance(column, Ragged)]
    if not ragged:
        return np.concatenate([column for column in columns if not isinstance(column, Ragged)])
    lengths = np.concatenate([np.diff(column.ends) for column in ragged])
    return Ragged(ends_of(lengths), np.concatenate([column.data for column in ragged]))


def flat(table: Table) -> dict[str, Array]:
    """Give a table's arrays by the names they are saved under."""
    arrays: dict[str, Array] = {}
    for name, column in table.items():
        if isinstance(column, Ragged):
            arrays[f"{name}.ends"], arrays[f"{name}.data"] = column.ends, column.data
        else:
            arrays[name] = column
    return arrays


def table(arrays: Mapping[str, Array]) -> dict[str, Column]:
    """Give the table whose arrays these are."""
    held: dict[str, Column] = {}
    for name, array in arrays.items():
        whole, _, part = name.rpartition(".")
        if part == "ends":
            held[whole] = Ragged(array, arrays[f"{whole}.data"])
        elif part != "data":
            held[name] = array
    return held
