"""Tables as arrays: rows of different lengths, taken apart and put together."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.store.columns import Ragged, flat, joined, rows, table

items = st.lists(st.binary(max_size=4), max_size=12)


@given(items, items, st.integers(0, 12), st.integers(0, 12))
def test_rows_are_taken_and_put_together_as_in_lists(
    one: list[bytes], other: list[bytes], first: int, last: int
) -> None:
    first, last = min(first, len(one)), min(last, len(one))
    held = Ragged.of_bytes(one)
    assert [held.raw(at) for at in range(len(held))] == one
    if first <= last:
        both = joined([rows(held, first, last), Ragged.of_bytes(other)])
        assert isinstance(both, Ragged)
        assert [both.raw(at) for at in range(len(both))] == one[first:last] + other


def test_a_table_comes_back_from_its_arrays() -> None:
    columns = {"a.b": np.arange(6).reshape(3, 2), "a.c": Ragged.of_bytes([b"x", b"", b"yz"])}
    arrays = flat(columns)
    assert set(arrays) == {"a.b", "a.c.ends", "a.c.data"}
    back = table(arrays)
    assert np.array_equal(back["a.b"], columns["a.b"])
    assert isinstance(back["a.c"], Ragged)
    assert back["a.c"].raw(2) == b"yz"
    whole = joined([np.array([[1, 2]]), rows(columns["a.b"], 1, 3)])
    assert not isinstance(whole, Ragged)
    assert whole.tolist() == [[1, 2], [2, 3], [4, 5]]
