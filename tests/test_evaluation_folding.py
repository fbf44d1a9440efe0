import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation.folding import count_words, fold, plain, states, states_any, unescaped


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Deep  Learning\n\tNow", "deep learning now"),
        ("don’t say “so”", "don't say 'so'"),
        ('say "so"', "say 'so'"),
        ("2019–2020 — or −5", "2019-2020 - or -5"),
        ("the {online} {{etc}}", "the online etc"),
        ("Rs. 14,62,000 and $39,986.7", "rs. 1462000 and $39986.7"),
        ("a pair (1,2) stays", "a pair (1,2) stays"),
        ("**bold** _it_ `code` ~~gone~~", "bold it code gone"),
        ("snake_case", "snake_case"),
        ("## Title\n- item\n* item", "title item item"),
        ("It pays [1][2], well [3].", "it pays , well ."),
        (r"Escaped \[1\] C\+\+ 2\. a\_b", "escaped [1] c++ 2. a_b"),
        ("| a | b |\n| --- | :-: |\n| 1 | 2 |", "a b 1 2"),
        ("see [the page](https://x.example/a)", "see the page"),
        ("a\u00a0b\u202fc", "a b c"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "wanted", "stated"),
    [
        ("Knows Java.", "java", True),
        ("Knows JavaScript.", "java", False),
        ("neural networks matter", "neural network", True),
        ("neural networking", "neural network", False),
        ("class", "clas", True),
        ("Python, C++, R", "C++", True),
        ("US$146,085 a year", "$146,085", True),
        ("a CAGR of 149.7%", "49.7", False),
        ("pays 7,95,677", "795677", True),
        ("pays 10,000", "10", False),
        ("the *re*-train", "re-train", True),
        ("over two\nlines", "two lines", True),
        ("", "a", False),
        ("anything", "[1]", False),
        (r"the \*value\* of a\|b", "*value*", True),
    ],
)
def test_a_fact_counts_on_word_boundaries(text: str, wanted: str, stated: bool) -> None:
    assert states(fold(text), wanted) is stated


def test_one_alternative_is_enough() -> None:
    assert states_any("a b", ["x", "b"])
    assert not states_any("a b", ["x"])
    assert not states_any("a b", [])


WORDS = st.lists(
    st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=1), min_size=1
)


@given(WORDS, st.data())
def test_any_run_of_words_is_stated_however_it_is_dressed(
    words: list[str], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    dressed = "  ".join(
        data.draw(st.sampled_from([w, w.upper(), f"**{w}**", f"{{{w}}}"])) for w in words
    )
    assert states(fold(dressed), " ".join(words[start:end]))


@given(st.text(st.characters(max_codepoint=127)))
def test_neither_case_nor_the_white_space_around_matters(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower())
    assert fold(text) == " ".join(fold(text).split())


@pytest.mark.parametrize(
    ("text", "without_tables", "with_tables"),
    [
        ("One two [1] – three.", 3, 3),
        ("One:\n\n| City | Pay |\n| --- | --- |\n| Pune | 7,95,677 |", 1, 5),
        ("", 0, 0),
        ("- item one\n- item", 3, 3),
    ],
)
def test_words_are_what_a_reader_sees(text: str, without_tables: int, with_tables: int) -> None:
    assert count_words(text) == without_tables
    assert count_words(text, tables=True) == with_tables


def test_plain_keeps_lines() -> None:
    assert plain("# A\n- b [1]") == "A\nb "


def test_unescaped_keeps_marks() -> None:
    assert unescaped(r"2\. **a** \[b\]") == "2. **a** [b]"
