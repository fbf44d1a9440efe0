"""Words that are found by halving, and vocabularies put together."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.store.columns import Ragged
from assistant.store.vocabulary import SortedWords, merged

word = st.text(st.sampled_from("abéz中 😀'"), min_size=1, max_size=4)
words = st.lists(word, max_size=30)


def held(given_words: set[str]) -> SortedWords:
    return SortedWords(Ragged.of_bytes(sorted(w.encode() for w in given_words)))


@given(st.sets(word, max_size=30), word)
def test_words_are_found_by_halving(given_words: set[str], other: str) -> None:
    found = held(given_words)
    assert len(found) == len(given_words)
    assert set(found.words()) == given_words
    for asked in (*given_words, other):
        assert (asked in found) == (asked in given_words)
        number = found.number(asked)
        assert (number is None) == (asked not in given_words)
        if number is not None:
            assert found.words(number, number + 1) == [asked]
    assert 3 not in found


@given(st.sets(word, max_size=30), st.sampled_from("abéz中 😀"))
def test_words_that_begin_with_a_letter(given_words: set[str], letter: str) -> None:
    expected = sorted((w for w in given_words if w[0] == letter), key=lambda w: w.encode())
    assert held(given_words).beginning(letter) == expected


@given(words, words, words)
def test_vocabularies_are_put_together_without_what_does_not_occur(
    one: list[str], other: list[str], unused: list[str]
) -> None:
    known = [list(dict.fromkeys([*unused, *one])), list(dict.fromkeys(other))]
    numbers = [
        np.array([vocabulary.index(w) for w in said], np.int32)
        for vocabulary, said in zip(known, (one, other), strict=True)
    ]
    together, moved = merged(known, numbers)
    found = SortedWords(together).words()
    assert found == sorted({*one, *other}, key=lambda w: w.encode())
    assert [found[n] for n in moved[0]] == one
    assert [found[n] for n in moved[1]] == other
