"""Questions on another field, and claims that no evidence says, are refused."""

from __future__ import annotations

import pytest

from assistant import Assistant

TEXT = """# Baker

## Work

A baker kneads dough and bakes bread in an oven.
A baker starts at four in the morning because people want fresh bread for breakfast.
Bakers in Norway bake rye bread.

## Pay

A baker earns $30,000 a year in Norway.
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts({"baker.md": TEXT})


@pytest.mark.parametrize(
    "question",
    [
        "My gutters leak and the chimney wobbles, whom do I ring in the morning?",
        "Who won the football world cup in 2022?",
        "How do I cancel a gym membership and a magazine subscription?",
    ],
)
def test_another_field_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    "question",
    [
        "who won the football last night?",
        "my dog ate a whole bar of chocolate in the morning, what now",
        "can you write me a birthday poem?",
        "Best recipe for risotto with fresh onions?",
    ],
)
def test_a_matter_of_everyday_life_is_refused_without_anything_near(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.abstained
    assert answer.text.startswith("The documents do not tell that.")
    assert answer.citations == ()


def test_a_matter_that_the_documents_speak_of_is_answered(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Why do people want fresh bread at breakfast, as early as in the morning?"
    )
    assert answer.status == "answered"
    assert "breakfast" in answer.text


def test_a_matter_beside_a_term_of_the_documents_is_answered(shipped: Assistant) -> None:
    assert shipped.ask("Is deep learning able to tell a cat from a dog?").status == "answered"
    assert shipped.ask("Can DALL-E draw a cat?").status == "answered"


def test_a_matter_counts_only_where_nobody_is_named(assistant: Assistant) -> None:
    assert not assistant.ask(
        "What does a baker who plays football earn in Norway?"
    ).text.startswith("The documents do not tell that.")


@pytest.mark.parametrize(
    "question",
    [
        "Why did the parliament of Norway banish bakers to Svalbard?",
        "What is the reason that bakers in Norway sued the king?",
    ],
)
def test_a_claim_that_nothing_says_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_a_reason_that_is_told_is_given(assistant: Assistant) -> None:
    answer = assistant.ask("Why does a baker start at four in the morning?")
    assert "because people want fresh bread" in answer.text


def test_whom_the_documents_are_about_is_told_to_who_asks_of_another_field(
    assistant: Assistant,
) -> None:
    text = assistant.ask("who won the football last night?").text
    assert text == "The documents do not tell that. They are about bakers."
