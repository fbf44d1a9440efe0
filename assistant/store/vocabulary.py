"""Words in order, found by halving: nothing is read but what is looked at."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .columns import Ragged

# Words whose place is remembered.
KEPT = 50_000


class SortedWords:
    """Words by number, in the order of their UTF-8 bytes.

    >>> words = SortedWords(Ragged.of_bytes([b"care", b"oven", b"pay"]))
    >>> words.number("oven"), words.number("torch"), "pay" in words, words.beginning("o")
    (1, None, True, ['oven'])
    """

    def __init__(self, held: Ragged) -> None:
        self._held = held
        self._known: dict[str, int | None] = {}

    def __len__(self) -> int:
        return len(self._held)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.number(word) is not None

    def number(self, word: str) -> int | None:
        """Give a word's number, None for one that is not held."""
        if word in self._known:
            return self._known[word]
        raw = word.encode("utf-8", "surrogatepass")
        at = self._first(raw)
        found = at if at < len(self) and self._held.raw(at) == raw else None
        if len(self._known) >= KEPT:
            self._known.clear()
        self._known[word] = found
        return found

    def beginning(self, letter: str) -> list[str]:
        """Give the words that begin with a letter, in order."""
        raw = letter.encode("utf-8", "surrogatepass")
        after = raw[:-1] + bytes([raw[-1] + 1])
        return self.words(self._first(raw), self._first(after))

    def words(self, first: int = 0, last: int | None = None) -> list[str]:
        """Give the words of some numbers, all by default."""
        some = self._held.rows(first, len(self) if last is None else last)
        text = some.data.tobytes()
        ends = some.ends.tolist()
        return [
            text[start:end].decode("utf-8", "surrogatepass")
            for start, end in zip(ends, ends[1:], strict=False)
        ]

    def _first(self, raw: bytes) -> int:
        """Give the number of the first word that does not come before some bytes."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._held.raw(middle) < raw:
                low = middle + 1
            else:
                high = middle
        return low


def merged(
    held: Sequence[Sequence[str]], numbers: Sequence[NDArray[np.int32]]
) -> tuple[Ragged, list[NDArray[np.int32]]]:
    """Make one vocabulary of several, of the words that occur.

    ``numbers`` are the occurrences by the numbers of each vocabulary of ``held``; they are
    given back by those of the new one, whose words are in order.
    """
    occurring = [np.zeros(len(words), bool) for words in held]
    for flags, used in zip(occurring, numbers, strict=True):
        flags[used] = True
    everything = {
        word
        for words, flags in zip(held, occurring, strict=True)
        for word, used in zip(words, flags.tolist(), strict=True)
        if used
    }
    raw = sorted(word.encode("utf-8", "surrogatepass") for word in everything)
    place = {word.decode("utf-8", "surrogatepass"): at for at, word in enumerate(raw)}
    moved = []
    for words, used in zip(held, numbers, strict=True):
        table = np.array([place.get(word, -1) for word in words], np.int32)
        moved.append(table[used] if len(words) else used)
    return Ragged.of_bytes(raw), moved
