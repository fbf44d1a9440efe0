"""Words, stems and sentences, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text import (
    common_stems,
    lowered,
    sentences,
    stem,
    stems,
    stopword_stems,
    stopwords,
    word_list,
    words,
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", []),
        (" \n\t…—!", []),
        ("C++, C# and F#", ["c++", "c#", "and", "f#"]),
        ("baker's bakers' don’t", ["baker", "bakers", "dont"]),
        ("U.S. I.B.M. Ph.D. e.g.", ["us", "ibm", "phd", "eg"]),
        ("3.5 1,000.50 7,95,677 24/7 3D", ["3.5", "1000.50", "795677", "24", "7", "3d"]),
        ("naïve café ﬁne", ["naive", "cafe", "fine"]),
        ("5% 2.5 % % of", ["5", "percent", "2.5", "percent", "of"]),
        ("snake_case x-y R&D", ["snake", "case", "x", "y", "r", "d"]),
        ("the end.Next one", ["the", "end", "next", "one"]),
        ("日本語 Привет", ["日本語", "привет"]),
    ],
)
def test_words(text: str, read: list[str]) -> None:
    assert [word.lower for word in words(text)] == read
    assert list(lowered(text)) == read


@given(st.text(max_size=200))
def test_words_stand_where_they_say(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        written = text[word.start : word.end]
        assert written == "%" or any(c.isalnum() for c in written)
        assert not any(c.isspace() for c in text[word.start : word.end])
        assert word.stem == stem(word.lower)
        end = word.end
    assert lowered(text) == tuple(word.lower for word in words(text))


@given(st.text(max_size=200))
def test_no_letter_or_digit_is_left_out_of_the_words(text: str) -> None:
    covered = {at for word in words(text) for at in range(word.start, word.end)}
    assert all(at in covered for at, c in enumerate(text) if c.isalnum())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("baking", "bakes"),
        ("engineers", "engineer"),
        ("organisation", "organization"),
        ("analyse", "analyze"),
        ("organised", "organized"),
        ("behaviour", "behavior"),
        ("colours", "color"),
        ("programme", "program"),
        ("centres", "center"),
        ("licence", "license"),
        ("practise", "practice"),
        ("naïve", "naive"),
        ("don't", "don’t"),
        ("U.S.", "US"),
        ("1,000", "1000"),
    ],
)
def test_forms_of_a_word_are_one_stem(one: str, other: str) -> None:
    assert [w.stem for w in words(one)] == [w.stem for w in words(other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C", "C++"),
        ("C", "C#"),
        ("exercise", "exert"),
        ("promise", "prompt"),
        ("four", "for"),
        ("hour", "horse"),
        ("2021", "2022"),
    ],
)
def test_different_words_are_different_stems(one: str, other: str) -> None:
    assert [w.stem for w in words(one)] != [w.stem for w in words(other)]


def test_stems_leave_the_stop_words_out_and_keep_the_order() -> None:
    assert stems("What is the pay of the bakers in India?") == ("pay", "baker", "india")
    assert stems("the of and") == ()


def test_stop_words_are_as_words_are_read() -> None:
    assert all(lowered(word) == (word,) for word in stopwords())
    assert stopword_stems() == {stem(word) for word in stopwords()}
    assert "" not in common_stems()


def test_word_lists_hold_neither_comments_nor_blanks() -> None:
    for name in ("stopwords.txt", "common.txt", "abbreviations.txt"):
        listed = word_list(name)
        assert listed
        assert all(line == line.strip() and line and "#" not in line for line in listed)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", []),
        ("  \n ", []),
        ("No end", ["No end"]),
        ("Dr. Smith is in. He bakes.", ["Dr. Smith is in.", "He bakes."]),
        ("It costs 3.5 dollars. Yes!", ["It costs 3.5 dollars.", "Yes!"]),
        ("Rs. 500 is paid. U.S. bakers earn it.", ["Rs. 500 is paid.", "U.S. bakers earn it."]),
        ("Bread, cakes, etc. are baked. Good.", ["Bread, cakes, etc. are baked.", "Good."]),
        ('He said "Stop." Then he left.', ['He said "Stop."', "Then he left."]),
        ("Why? Because! So.", ["Why?", "Because!", "So."]),
        ("  It rains.\n\nIt pours.  ", ["It rains.", "It pours."]),
        ("Bakers rise early.\r\nWelders do not.", ["Bakers rise early.", "Welders do not."]),
    ],
)
def test_sentences(text: str, read: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == read


@given(st.text(alphabet=st.sampled_from("aB1 .!?\n\t\"'”)…é"), max_size=80))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    covered: set[int] = set()
    end = 0
    for start, stop in sentences(text):
        assert end <= start < stop <= len(text)
        assert text[start:stop] == text[start:stop].strip()
        covered.update(range(start, stop))
        end = stop
    assert all(at in covered for at, c in enumerate(text) if not c.isspace())


@given(st.text(max_size=60), st.integers(min_value=0, max_value=1_000))
def test_offsets_of_sentences_count_from_the_start_given(text: str, start: int) -> None:
    moved = tuple((begin + start, end + start) for begin, end in sentences(text))
    assert sentences(text, start) == moved
