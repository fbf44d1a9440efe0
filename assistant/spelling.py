"""Mending typing errors against the words that the corpus and the lexicon know."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from os.path import commonprefix
from typing import Protocol

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .text import stem, words

# Shorter words have too many neighbours to guess among.
SHORTEST = 4
LONG = 8


class Dictionary(Protocol):
    """Words in order, too many to be held at once."""

    def __contains__(self, word: str, /) -> bool: ...

    def beginning(self, letter: str) -> list[str]:
        """Give the words that begin with a letter, in order."""
        ...


class Speller:
    """Finds the nearest word of a vocabulary to a word that is no English word.

    ``known`` words are right besides those of the English dictionary; ``likely`` ones, those
    that the corpus and the lexicon use, are what a mistyped word may be meant for.
    ``shorthand`` maps what people shorten to the words meant. ``corpus`` are further likely
    words, which are only read when a word has to be mended. ``phrases`` are the field's, by their
    stems: of several words that are as near, the one that makes a phrase with its neighbour.

    >>> Speller(["machine", "learning", "engineer"]).mend("machin lerning")
    'machine learning'
    """

    def __init__(
        self,
        likely: Iterable[str],
        known: Iterable[str] = (),
        shorthand: Mapping[str, str] | None = None,
        corpus: Dictionary | None = None,
        phrases: Iterable[Sequence[str]] = (),
    ) -> None:
        self._shorthand = dict(shorthand or {})
        words_to_find = frozenset(likely)
        self._known = words_to_find | frozenset(known)
        self._likely = words_to_find
        self._corpus = corpus
        self._phrases = phrases
        self._beginning = lru_cache(maxsize=64)(self._candidates)
        self._nearest = lru_cache(maxsize=10_000)(self._search)

    def mend(self, text: str) -> str:
        """Replace each mistyped word that has one clearly nearest word, alone or by its neighbours.

        A word with a capital inside a sentence is a name, and left alone.
        """
        found = words(text)
        shouted = text.isupper() or text.istitle()
        named = [text[w.start].isupper() and w.start > 0 and not shouted for w in found]
        options = [self._options(w.lower, named=n) for w, n in zip(found, named, strict=True)]
        said = [choices or (word.lower,) for choices, word in zip(options, found, strict=True)]
        mended, done = [], 0
        for at, word in enumerate(found):
            better = self._meant(said, at) if options[at] else ""
            if better:
                mended += [text[done : word.start], better]
                done = word.end
        return "".join(mended) + text[done:]

    def _meant(self, said: Sequence[tuple[str, ...]], at: int) -> str:
        """Choose what a word is meant for, by the words beside it if need be; "" in doubt."""
        if _one_word(said[at]):
            return said[at][0]
        before = said[at - 1] if at else ()
        behind = said[at + 1] if at + 1 < len(said) else ()
        fitting = [
            choice
            for choice in said[at]
            if any(self._follows(choice, word) for word in before)
            or any(self._follows(word, choice) for word in behind)
        ]
        return fitting[0] if _one_word(fitting) else ""

    def _follows(self, word: str, first: str) -> bool:
        """Tell whether a word stands behind another one in a phrase of the field."""
        return (stem(first), stem(word)) in self._pairs

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        """Gather the neighbours in phrases, when a word might first be two."""
        pairs = (pair for phrase in self._phrases for pair in zip(phrase, phrase[1:], strict=False))
        return frozenset(pairs)

    def _options(self, word: str, *, named: bool) -> tuple[str, ...]:
        """Give the words that a word may be meant for; nothing where it is right or a name."""
        if word in self._shorthand:
            return (self._shorthand[word],)
        return () if named or self._right(word) else self._nearest(word)

    def _right(self, word: str) -> bool:
        return word in self._known or (self._corpus is not None and word in self._corpus)

    def _candidates(self, letter: str) -> list[str]:
        """Give the likely words that begin with a letter and are long enough, in order."""
        found = {word for word in self._likely if word[:1] == letter}
        found.update(self._corpus.beginning(letter) if self._corpus else ())
        return sorted(word for word in found if len(word) >= SHORTEST and word.isalpha())

    def _search(self, word: str) -> tuple[str, ...]:
        if len(word) < SHORTEST or not word.isalpha() or _is_english(word):
            return ()
        allowed = 2 if len(word) >= LONG else 1
        found = process.extract(
            word,
            self._beginning(word[0]),
            scorer=OSA.distance,
            score_cutoff=allowed,
            limit=8,
        )
        nearest = [name for name, distance, _ in found if distance == found[0][1]]
        swapped = [name for name in nearest if sorted(name) == sorted(word)] or nearest
        return tuple(sorted(swapped, key=lambda name: -_ending(name, word)))


def _is_english(word: str) -> bool:
    """Tell whether a word stands in the English word list, as a key of its JSON object."""
    return f"{json.dumps(word, ensure_ascii=False)}:" in _english()


@lru_cache(maxsize=1)
def _english() -> str:
    """Give the word list of pyspellchecker as it is kept, read when a word is first unknown.

    Its own reader makes a dictionary of it, which takes five times as long and ten times the
    memory for the few words that are ever looked up.
    """
    packed = files("spellchecker") / "resources" / "en.json.gz"
    return gzip.decompress(packed.read_bytes()).decode()


def _one_word(names: Iterable[str]) -> bool:
    """Tell whether the candidates are forms of one word, so that any of them will do."""
    return len({word.stem for name in names for word in words(name)}) == 1


def _ending(name: str, word: str) -> int:
    """Give how many letters two words share at their ends: "enginer" ends as "engineer" does."""
    return len(commonprefix((name[::-1], word[::-1])))
