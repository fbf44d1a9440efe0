"""Comparing things that are no roles."""

from __future__ import annotations

import pytest
from core_support import check, told, understood

from assistant import Assistant
from assistant.answering.contrast import compared

OVENS = {
    "ovens": """# Ovens

A gas oven is quick and cheap to run. A gas oven needs a chimney.

A clay oven is slow, and it bakes the best bread. Bakers also clean every oven at night.

Unlike a gas oven, a clay oven differs from day to day.

Bakers know gas ovens, clay ovens and steam ovens.
"""
}


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts(OVENS)


@pytest.mark.parametrize(
    "question",
    [
        "What is the difference between Gas and Clay?",
        "How is Gas different from Clay?",
        "Gas or Clay?",
        "Gas vs Clay",
        "Gas v. Clay",
        "Is Gas better than Clay?",
    ],
)
def test_two_things_side_by_side_are_compared(question: str) -> None:
    assert compared(understood(question)) == ({"ga"}, {"clay"})


@pytest.mark.parametrize(
    "question",
    [
        "What is Gas?",
        "Do bakers need Gas and Clay?",
        "What is the difference between a baker and a welder?",
        "Is Gas used when bread and cakes need Clay?",
    ],
)
def test_nothing_else_is_compared(question: str) -> None:
    assert compared(understood(question)) == ()


def test_each_thing_is_told_of_and_no_list_of_both(assistant: Assistant) -> None:
    answer = assistant.ask("Gas oven or clay oven?")
    assert answer.status == "answered"
    assert "A gas oven is quick and cheap to run." in told(answer)
    assert "A clay oven is slow, and it bakes the best bread." in told(answer)
    assert "steam" not in told(answer)
    check(answer, assistant)


def test_a_sentence_that_contrasts_them_comes_first(assistant: Assistant) -> None:
    assert told(assistant.ask("Gas oven or clay oven?")).startswith("Unlike a gas oven")


def test_with_nothing_on_one_of_them_it_is_no_comparison(assistant: Assistant) -> None:
    answer = assistant.ask("Gas oven or laser oven?")
    assert answer.status in ("answered", "abstained")
    assert "laser" not in " ".join(c.quote for c in answer.citations)
