"""Saying that the documents do not tell, with what is nearest."""

from __future__ import annotations

import pytest
from core_support import TRADES, check

from assistant import Assistant


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts(TRADES)


def test_the_nearest_is_shown_and_marked_as_that(assistant: Assistant) -> None:
    answer = assistant.ask("Is demand for bakers growing in Peru?")
    assert [c.nearby for c in answer.citations] == [True]
    assert answer.citations[0].quote.startswith("Demand for bakers is growing")


def test_nothing_near_is_shown_beside_a_question_about_nothing_here(assistant: Assistant) -> None:
    answer = assistant.ask("What is quantum chromodynamics?")
    assert answer.citations == ()
    assert len(answer.parts) == 1


def test_nothing_is_near_what_no_document_knows() -> None:
    texts = {"trades": "# Baker\n\nA baker kneads dough. A baker works in a smart kitchen."}
    answer = Assistant.from_texts(texts).ask("Can a baker work from home?")
    assert answer.abstained
    assert answer.citations == ()


def test_a_refusal_is_surer_than_no_answer_and_less_than_one(assistant: Assistant) -> None:
    refused = assistant.ask("Is demand for bakers growing in Peru?").confidence
    answered = assistant.ask("Is demand for bakers growing?").confidence
    assert 0.0 <= refused < answered


def test_what_the_asker_types_is_inert_in_a_refusal(assistant: Assistant) -> None:
    answer = assistant.ask("Do bakers use Py*Oven*[1]<b>?")
    check(answer, assistant)
