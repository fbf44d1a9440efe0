"""What a terminal shows: the text of answers, their sources and tables, whatever documents say."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.records import Answer, Citation, Part, Question, Statement
from assistant.terminal import answer_text, passages_text, plain, sources_text, table_text, wrapped

PASSAGE = "Bakers rise early. A baker earns $30,000. Bakers like bread."
QUOTE = "A baker earns $30,000."


def citation(number: int, quote: str = QUOTE, nearby: bool = False, place: str = "Pay") -> Citation:
    start = PASSAGE.index(quote)
    end = start + len(quote)
    return Citation(
        number, "baker.md", "The baker", quote, start + 50, end + 50, PASSAGE, 50, (place,),
        "A survey, 2023", nearby,
    )  # fmt: skip


def answer(*parts: Part, citations: tuple[Citation, ...] = (), standalone: str = "") -> Answer:
    return Answer(Question("and the pay?", standalone), "answered", parts, citations, ("More?",))


def prose(text: str, *numbers: int) -> Part:
    return Part("prose", ((Statement(text, numbers),),))


def test_an_answer_shows_text_markers_sources_and_suggestions() -> None:
    shown = answer_text(answer(prose(QUOTE, 1), citations=(citation(1),)), 80)
    assert shown == (
        "A baker earns $30,000. [1]\n\n"
        'Sources:\n  [1] The baker › Pay: "A baker earns $30,000."\n\n'
        "You could also ask:\n  - More?"
    )


def test_a_follow_up_shows_how_it_was_understood() -> None:
    asked = "How much does a baker earn?"
    assert answer_text(answer(standalone=asked), 80).startswith(f"Understood as: {asked}\n")
    assert "Understood as" not in answer_text(answer(standalone="and the pay?"), 80)


def test_a_list_has_an_item_a_line() -> None:
    rows = ((Statement("Bake bread.", (1,)),), (Statement("Sell it.", (2, 3)),))
    shown = answer_text(answer(Part("list", rows)), 80)
    assert shown.startswith("  - Bake bread. [1]\n  - Sell it. [2][3]\n")


def test_a_table_is_aligned() -> None:
    rows = ((Statement("Baker"), Statement("$30,000", (1,))), (Statement("Cook"), Statement("")))
    shown = answer_text(answer(Part("table", rows, ("role", "pay"))), 80)
    assert shown.startswith("role   pay\n-----  -----------\nBaker  $30,000 [1]\nCook\n")


def test_sources_beside_a_refusal_come_apart() -> None:
    shown = sources_text((citation(1), citation(2, nearby=True)), 80)
    sources, nearby = shown.split("\n\n")
    assert sources.startswith("Sources:\n  [1]")
    assert nearby.startswith("Related, but not an answer:\n  [2]")
    assert sources_text((), 80) == ""


def test_sources_of_one_place_name_it_once() -> None:
    shown = sources_text(
        (citation(1), citation(2, "Bakers rise early."), citation(3, place="Day")), 80
    )
    assert shown.splitlines()[1:] == [
        "  The baker › Pay:",
        '    [1] "A baker earns $30,000."',
        '    [2] "Bakers rise early."',
        '  [3] The baker › Day: "A baker earns $30,000."',
    ]


def test_passages_mark_the_cited_sentence() -> None:
    shown = passages_text((citation(1),), 100)
    assert "Bakers rise early. »A baker earns $30,000.« Bakers like bread." in shown
    assert "File: baker.md" in shown
    assert "Source: A survey, 2023" in shown


@pytest.mark.parametrize("width", [1, 5, 24, 40, 80])
def test_tables_keep_every_word_at_any_width(width: int) -> None:
    header, row = ("role", "who says so"), ("machine learning engineer", "a survey of 2023")
    shown = table_text(header, (row,), width)
    squeezed = "".join(shown.split())
    for word in " ".join((*header, *row)).split():
        assert word in squeezed


@given(
    st.lists(st.lists(st.text(max_size=60), min_size=3, max_size=3), min_size=1, max_size=5),
    st.integers(40, 100),
)
def test_a_table_fits_the_width_it_is_given(rows: list[list[str]], width: int) -> None:
    shown = table_text(("one", "two", "three"), rows, width)
    assert all(len(line) <= width for line in shown.split("\n"))


@given(st.text(), st.integers(10, 100))
def test_documents_cannot_give_the_terminal_orders(text: str, width: int) -> None:
    hostile = Citation(1, text, text, text, 0, len(text), text, 0, (text,), text)
    parts = (prose(text, 1), Part("table", ((Statement(text),),), (text,)))
    for shown in (
        answer_text(answer(*parts, citations=(hostile,)), width),
        passages_text((hostile,), width),
    ):
        controls = {c for c in shown if unicodedata.category(c) == "Cc"}
        assert controls <= {"\n"}


@given(st.lists(st.text("abc", min_size=1, max_size=9), max_size=30), st.integers(13, 80))
def test_wrapping_keeps_words_whole_and_lines_within_the_width(
    words: list[str], width: int
) -> None:
    shown = wrapped(" ".join(words), width, "  - ")
    assert all(len(line) <= width for line in shown.split("\n"))
    assert shown.removeprefix("  - ").split() == words


def test_plain_joins_lines_and_drops_control_characters() -> None:
    assert plain("a\x1b[31m\x00 b\n\tc\x9b") == "a[31m b c"
