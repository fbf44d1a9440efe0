"""Putting an answer together: citations by first use, and text made fit to stand in it."""

from __future__ import annotations

import pytest
from core_support import views_of
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.writing import Writer, as_item, as_sentence, joined, label_of, say

VIEWS = views_of("Bakers bake. Bakers rise early. Bread is warm.")


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("bread", "bread"),
        ("- bread", "bread"),
        ("• bread", "bread"),
        ("1. bread", "bread"),
        ("2) bread", "bread"),
        ("(3) bread", "bread"),
        ("3.5 litres of water", "3.5 litres of water"),
        ("1986 was a year", "1986 was a year"),
        ("warm\n  bread\tand butter ", "warm bread and butter"),
        ("", ""),
    ],
)
def test_an_item_stands_on_one_line_without_its_number(text: str, item: str) -> None:
    assert as_item(text) == item


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("bread is warm", "Bread is warm."),
        ("Bread is warm.", "Bread is warm."),
        ("is it warm?", "Is it warm?"),
        ('he said "bread."', 'He said "bread."'),
        ("1. knead the dough", "Knead the dough."),
        ("tools: oven", "Tools: oven."),
        ("Heat: heat bakes bread", "Heat bakes bread."),
        ("and so on…", "And so on…"),
        ("they use:", "They use:"),
    ],
)
def test_a_sentence_opens_and_closes(text: str, sentence: str) -> None:
    assert as_sentence(text) == sentence


@given(st.text(max_size=40))
def test_making_a_sentence_twice_changes_little(text: str) -> None:
    plain = as_item(text)
    assert "\n" not in plain
    assert plain == plain.strip()
    assert as_sentence(text)[-1:] != ""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Oven: an oven is hot", "Oven"),
        ("2. Warm bread: it sells", "Warm bread"),
        ("An oven is hot", ""),
        ("They use:", ""),
        ("one two three four five six seven: too long for a label", ""),
        (": nothing", ""),
        ("", ""),
    ],
)
def test_labels(text: str, label: str) -> None:
    assert label_of(text) == label


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["Peru"], "Peru"),
        (["Peru", "India"], "Peru and India"),
        (["Peru", "India", "Canada"], "Peru, India and Canada"),
    ],
)
def test_names_are_joined(names: list[str], text: str) -> None:
    assert joined(names) == text


def test_names_are_joined_by_another_word() -> None:
    assert joined(iter(["a", "b", "c"]), "or") == "a, b or c"


def test_what_we_say_is_not_cited() -> None:
    part = say("Nothing.")
    assert part.kind == "prose"
    assert [[(s.text, s.citations) for s in row] for row in part.rows] == [[("Nothing.", ())]]


def test_citations_are_numbered_by_first_use_and_given_once() -> None:
    writer = Writer(lambda document: "")
    assert [writer.cite(VIEWS[at]) for at in (2, 0, 2, 1, 0)] == [1, 2, 1, 3, 2]
    assert [c.quote for c in writer.citations] == [
        "Bread is warm.", "Bakers bake.", "Bakers rise early.",
    ]  # fmt: skip
    assert [c.number for c in writer.citations] == [1, 2, 3]


def test_a_statement_cites_all_that_say_it() -> None:
    statement = Writer(lambda document: "").state([VIEWS[0], VIEWS[1], VIEWS[0]])
    assert statement.text == "Bakers bake."
    assert statement.citations == (1, 2)


def test_a_citation_quotes_its_passage() -> None:
    writer = Writer(lambda document: "")
    writer.cite(VIEWS[1], nearby=True)
    (citation,) = writer.citations
    offset = citation.start - citation.passage_start
    assert citation.passage[offset:].startswith("Bakers rise early.")
    assert citation.nearby
    assert citation.source == ""
    assert Writer(lambda document: "").citations == ()
