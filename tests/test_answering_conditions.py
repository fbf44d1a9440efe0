"""Conditions that a question's wording sets on pay."""

from __future__ import annotations

import pytest
from core_support import check, told

from assistant import Assistant

PAY = {
    "baker": """# Baker

## Pay

A baker in Peru earns $30,000 a year. A baker in Peru with ten years of experience earns $45,000
a year.

A baker in India earns Rs. 4,00,000 a year. Bread Ltd pays a baker in India Rs. 5,00,000 a year.

A baker in the US earns $18 an hour.
"""
}


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts(PAY)


@pytest.mark.parametrize(
    ("question", "held", "left"),
    [
        ("How much does a baker earn in rupees?", "4,00,000", "$"),
        ("How much does a baker earn per hour?", "$18", "30,000"),
        ("What is the pay of a baker after ten years in Peru?", "45,000", "30,000"),
    ],
)
def test_figures_that_do_not_meet_a_condition_are_left_out(
    assistant: Assistant, question: str, held: str, left: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", told(answer)
    assert held in told(answer)
    assert left not in told(answer)
    check(answer, assistant)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("How much does a baker earn in euros?", "in euros"),
        ("How much does a baker earn per week?", "by the week"),
        ("How much does a junior baker earn in Peru?", "for “junior”"),
        ("Which company pays bakers best in Peru?", "of single companies"),
        ("Which city pays bakers best?", "for single cities"),
        ("How much does a baker earn in Peru in rupees?", "in rupees"),
    ],
)
def test_a_condition_that_no_figure_meets_is_named(
    assistant: Assistant, question: str, named: str
) -> None:
    answer = assistant.ask(question)
    assert answer.abstained, told(answer)
    assert told(answer).startswith(f"The documents give no pay {named}.")
    assert all(c.nearby for c in answer.citations)


def test_a_month_that_no_figure_is_for_is_answered_by_the_year(assistant: Assistant) -> None:
    answer = assistant.ask("How much does a baker earn a month in Peru?")
    assert answer.status == "answered"
    assert "$30,000" in told(answer)


def test_an_amount_in_a_question_is_no_condition(assistant: Assistant) -> None:
    answer = assistant.ask("How much does a baker earn in Peru, more than 20,000 euros?")
    assert "in euros" not in told(answer)
