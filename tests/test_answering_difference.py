"""Comparing roles: what is said of both, and what is said of each."""

from __future__ import annotations

import pytest
from core_support import TRADES, check, material_of, told, understood
from profile_support import trades

from assistant import Assistant
from assistant.answering.comparison import NOT_STATED
from assistant.answering.difference import difference_answer

BOTH = (
    "Unlike bakers, welders work with metal. The difference between bakers and welders is heat. "
    "Bakers and welders work hard."
)


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts(TRADES)


@pytest.mark.parametrize(
    "question",
    [
        "What is the difference between a baker and a welder?",
        "Compare bakers and welders",
        "baker vs welder",
        "How do bakers and welders differ?",
    ],
)
def test_a_comparison_is_a_table_of_both(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    (table,) = [part for part in answer.parts if part.kind == "table"]
    assert table.header[1:] == ("Baker", "Welder")
    assert all(len(row) == 3 for row in table.rows)
    rows = {row[0].text: (row[1].text, row[2].text) for row in table.rows}
    assert rows["Skills"] == (
        "Bakers need patience and a sense of taste.",
        "Welders need steady hands.",
    )
    check(answer, assistant)


def test_the_order_of_the_columns_is_that_of_the_question(assistant: Assistant) -> None:
    answer = assistant.ask("What is the difference between a welder and a baker?")
    (table,) = [part for part in answer.parts if part.kind == "table"]
    assert table.header[1:] == ("Welder", "Baker")


def test_every_cell_is_cited_or_says_that_it_is_not_stated(assistant: Assistant) -> None:
    answer = assistant.ask("Compare bakers and welders")
    (table,) = [part for part in answer.parts if part.kind == "table"]
    cells = [cell for row in table.rows for cell in row[1:]]
    assert all(bool(c.citations) is (c.text != NOT_STATED) for c in cells)
    assert [row[0].citations for row in table.rows] == [()] * len(table.rows)


def test_no_cell_says_of_one_role_what_is_said_of_the_other(assistant: Assistant) -> None:
    answer = assistant.ask("Compare bakers and welders")
    (table,) = [part for part in answer.parts if part.kind == "table"]
    documents = {c.number: c.document for c in answer.citations}
    for row in table.rows:
        assert {documents[n] for n in row[1].citations} <= {"baker.md"}
        assert {documents[n] for n in row[2].citations} <= {"welder.md"}


def test_what_is_said_of_both_comes_first() -> None:
    assistant = Assistant.from_texts({**TRADES, "both": BOTH})
    answer = assistant.ask("What is the difference between a baker and a welder?")
    assert answer.parts[0].kind == "prose"
    assert "difference" in answer.parts[0].rows[0][0].text or (
        "Unlike" in answer.parts[0].rows[0][0].text
    )
    assert "Bakers and welders work hard." not in answer.parts[0].rows[0][0].text
    check(answer, assistant)


@pytest.mark.parametrize(
    "question",
    [
        "What is the difference between a baker and a pilot?",
        "Compare nurses and doctors",
        "pilot vs welder",
    ],
)
def test_a_role_of_which_nothing_is_told_cannot_be_compared(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.abstained
    check(answer, assistant)


@pytest.mark.parametrize(
    "question",
    [
        "What does a baker do?",
        "What is the difference between bread and cake?",
        "How are bakers and welders alike?",
        "Do bakers or welders earn more?",
        "hello",
        "",
    ],
)
def test_what_is_no_comparison_is_left_to_others(question: str) -> None:
    assert difference_answer(understood(question), material_of(TRADES)) is None


def test_a_label_that_names_the_role_of_its_column_is_not_repeated() -> None:
    answer = Assistant.from_folder().ask("machine learning engineer vs data scientist")
    (table,) = [part for part in answer.parts if part.kind == "table"]
    for row in table.rows:
        for name, cell in zip(table.header[1:], row[1:], strict=True):
            assert not cell.text.startswith(f"{name}:")


def test_a_short_comparison_has_no_table() -> None:
    assistant = Assistant.from_texts(TRADES | {"both.md": BOTH})
    long = assistant.ask("What is the difference between a baker and a welder?")
    short = assistant.ask("What is the difference between a baker and a welder, in two lines?")
    assert "table" in {part.kind for part in long.parts}
    assert [part.kind for part in short.parts] == ["prose"]
    assert short.citations[0] == long.citations[0]


def test_roles_of_which_little_is_told_are_told_of_one_by_one() -> None:
    texts = {
        "a": "# Trades\n\nPeople one meets:\n\n- Baker: kneading dough\n- Welder: joining metal\n",
        "b": "# Flying\n\nA pilot flies planes.\n",
    }
    assistant = Assistant.from_texts(texts)
    answer = assistant.ask("What is the difference between a welder and a pilot?")
    assert answer.status == "answered"
    assert told(answer) == "Welder: joining metal. A pilot flies planes."
    check(answer, assistant)
    assert assistant.ask("What is the difference between a nurse and a pilot?").abstained


def test_a_role_that_is_only_missing_from_the_documents_is_named() -> None:
    answer = Assistant.from_folder().ask("machine learning engineer vs web developer")
    assert answer.abstained
    assert "web developers" in answer.text


def test_profiles_fill_pay_and_outlook_with_figures_of_one_kind() -> None:
    assistant = trades()
    answer = assistant.ask("What is the difference between a welder and a baker?")
    table = next(part for part in answer.parts if part.kind == "table")
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in table.rows}
    assert "$50,000" in rows["Pay"][0] and "$36,000" in rows["Pay"][1]
    assert "2.5%" in rows["Outlook"][0] and "6%" in rows["Outlook"][1]
    assert rows["Focus"] == ["A welder joins pieces of metal.", "A baker makes bread."]
    assert rows["Tools"] == ["Torch and helmet; gloves", NOT_STATED]
    documents = {c.number: c.document for c in answer.citations}
    for row in table.rows:
        for cell, name in zip(row[1:], ("welder.md", "baker.md"), strict=True):
            assert {documents[n] for n in cell.citations} <= {name}
    check(answer, assistant)


def test_pay_alone_is_compared_by_figures_without_a_table() -> None:
    answer = trades().ask("welder vs baker salary")
    assert not any(part.kind == "table" for part in answer.parts)
    assert "welders earn more" in told(answer)


@pytest.mark.parametrize(
    "question",
    [
        "Bakers versus welders: who uses flames?",
        "Somebody told me that bakers and welders both use flames. Is that right?",
    ],
)
def test_one_thing_asked_of_roles_needs_no_table(question: str) -> None:
    both = "Bakers use ovens, while welders use flames. Bakers and welders differ in pay."
    answer = Assistant.from_texts({**TRADES, "both": both}).ask(question)
    assert told(answer).startswith("Bakers use ovens, while welders use flames.")
    assert all(part.kind != "table" for part in answer.parts)


def test_a_short_comparison_without_a_common_sentence_tells_of_each(shipped: Assistant) -> None:
    answer = shipped.ask("What is the difference between a DBA and a data engineer, in short?")
    assert [part.kind for part in answer.parts] == ["prose"]
    assert "database administrator keeps" in told(answer)
    assert "data engineer builds" in told(answer)


def test_one_facet_of_roles_is_compared_in_one_row(assistant: Assistant) -> None:
    answer = assistant.ask("What is the difference in skills between bakers and welders?")
    (table,) = [part for part in answer.parts if part.kind == "table"]
    assert [row[0].text for row in table.rows] == ["Skills"]
    check(answer, assistant)


def test_a_facet_that_one_role_lacks_leaves_the_whole_table(assistant: Assistant) -> None:
    answer = assistant.ask("What is the difference in education between bakers and welders?")
    (table,) = [part for part in answer.parts if part.kind == "table"]
    assert len(table.rows) > 1
