"""A title of several meanings is answered for each, saying so."""

from __future__ import annotations

import pytest
from core_support import check, told
from profile_support import trades

from assistant.answering.ambiguous import meanings


@pytest.fixture(scope="module")
def assistant():
    return trades()


def test_both_readings_are_told_and_answered(assistant) -> None:
    answer = assistant.ask("How much does a nurse earn?")
    assert answer.status == "answered"
    said = told(answer)
    for part in ("more than one meaning", "a nurse of births", "a nurse of wards",
                 "As midwife:", "$41,000", "As nurse:", "$36,000"):  # fmt: skip
        assert part in said
    check(answer, assistant)


def test_what_such_a_title_is_is_its_readings(assistant) -> None:
    answer = assistant.ask("What is a nurse?")
    assert "a nurse of births" in told(answer) and "a nurse of wards" in told(answer)
    check(answer, assistant)


@pytest.mark.parametrize(
    "question", ["How much does a welder earn?", "How does a nurse differ from a baker?"]
)
def test_other_questions_are_answered_once(assistant, question: str) -> None:
    assert "more than one meaning" not in told(assistant.ask(question))


def test_the_readings_are_the_profiles(assistant) -> None:
    held = meanings("nurse", assistant._answerer.material)
    assert held is not None
    assert held.roles == ("midwife", "nurse")
    assert meanings("welder", assistant._answerer.material) is None
