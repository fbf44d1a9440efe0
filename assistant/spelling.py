"""Mending typing errors against the words that the corpus and the lexicon know."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from .text import words

# Shorter words have too many neighbours to guess among.
SHORTEST = 4
LONG = 8


class Speller:
    """Knows words and finds the nearest one to a word that it does not know.

    ``likely`` words, those of the corpus, are preferred to others that are as near.

    >>> Speller(["machine", "learning", "engineer"]).mend("waht is machin lerning")
    'waht is machine learning'
    """

    def __init__(self, known: Iterable[str], likely: Iterable[str] = ()) -> None:
        self._known = frozenset(known)
        self._likely = frozenset(likely)
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted(self._known):
            if len(word) >= SHORTEST - 1 and word.isalpha():
                self._by_letter.setdefault(word[0], []).append(word)
        self.nearest = lru_cache(maxsize=10_000)(self._nearest)

    def knows(self, word: str) -> bool:
        """Tell whether a word in lower case is known."""
        return word in self._known

    def mend(self, text: str) -> str:
        """Replace each unknown word that has one clearly nearest known word."""
        mended, done = [], 0
        for word in words(text):
            better = None if word.lower in self._known else self.nearest(word.lower)
            if better:
                mended += [text[done : word.start], better]
                done = word.end
        return "".join(mended) + text[done:]

    def _nearest(self, word: str) -> str | None:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if len(word) < SHORTEST or not word.isalpha():
            return None
        allowed = 2 if len(word) >= LONG else 1
        candidates = self._by_letter.get(word[0], [])
        found = process.extract(
            word, candidates, scorer=OSA.distance, score_cutoff=allowed, limit=12
        )
        if not found:
            return None
        nearest = [name for name, distance, _ in found if distance == found[0][1]]
        likely = [name for name in nearest if name in self._likely] or nearest
        return likely[0] if _one_word(likely) else None


def _one_word(names: list[str]) -> bool:
    """Tell whether the candidates are forms of one word, so that any of them will do."""
    stems = {word.stem for name in names for word in words(name)}
    return len(stems) == 1
