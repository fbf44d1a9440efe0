"""Answering for the role whose work a question describes."""

from __future__ import annotations

import pytest
from core_support import CRAFTS

from assistant import Assistant


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts(CRAFTS)


@pytest.mark.parametrize(
    ("question", "opening", "figure"),
    [
        ("How much do people who mend roofs earn?", "people who mend roofs", "$34,000"),
        ("What does someone growing kelp earn in Peru?", "someone growing kelp", "$31,000"),
    ],
)
def test_the_role_that_fits_is_told_and_answered_for(
    assistant: Assistant, question: str, opening: str, figure: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert answer.text.startswith(f"“{opening}” fits ")
    assert figure in answer.text
    assert len(answer.question.roles) == 1


def test_of_several_that_fit_each_is_answered(assistant: Assistant) -> None:
    answer = assistant.ask("How much do people who cut wicks earn?")
    assert "fits 2 occupations here: wick cutters and lamp trimmers. Here is each." in answer.text
    assert "$32,000" in answer.text
    assert "$33,000" in answer.text


def test_a_described_role_is_compared_with_a_named_one(assistant: Assistant) -> None:
    answer = assistant.ask("Who earns more, kelp farmers or the people who repair roofs?")
    assert answer.text.startswith("“the people who repair roofs” fits reed binders best here.")
    assert "$34,000" in answer.text
    assert "$31,000" in answer.text


def test_work_that_nobody_does_is_nobody_s(assistant: Assistant) -> None:
    answer = assistant.ask("How much do people who tame lions earn?")
    assert "fits" not in answer.text
    assert answer.abstained


def test_a_follow_up_keeps_the_role_that_was_described(assistant: Assistant) -> None:
    chat = assistant.conversation()
    chat.ask("What do people who mend roofs do?")
    assert "$34,000" in chat.ask("and what do they earn?").text


def test_two_descriptions_are_both_answered_for(assistant: Assistant) -> None:
    answer = assistant.ask("Who earns more, people who repair roofs or people who grow kelp?")
    assert answer.question.standalone == "Who earns more, reed binders or kelp farmers?"
    assert "$34,000" in answer.text
    assert "$31,000" in answer.text
    assert answer.text.count("fits reed binders best here") == 1


def test_a_message_of_two_questions_keeps_the_second(assistant: Assistant) -> None:
    asked = "How much do people who mend roofs earn? And what does a kelp farmer do?"
    answer = assistant.ask(asked)
    assert "reed binders" in answer.question.standalone
    assert "kelp farmer" in answer.question.standalone


def test_whom_is_told_with_another_word_before_it_has_no_article(assistant: Assistant) -> None:
    answer = assistant.ask("What does every person who mends roofs earn?")
    assert answer.question.standalone == "What does every reed binder earn?"
