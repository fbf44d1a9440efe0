"""Who made something."""

from __future__ import annotations

import pytest
from core_support import told, understood

from assistant import Assistant
from assistant.answering.makers import asks_maker

OVENS = {
    "ovens": "# Ovens\n\nThe Blaze oven was created by Acme. Many bakers use the Ember oven. "
    "Bakers use the Blaze oven for bread."
}


@pytest.mark.parametrize(
    "question",
    [
        "Who created the Blaze oven?",
        "who is the inventor of the Blaze oven",
        "Which company made the Blaze oven?",
    ],
)
def test_only_the_making_answers(question: str) -> None:
    answer = Assistant.from_texts(OVENS).ask(question)
    assert told(answer) == "The Blaze oven was created by Acme."


def test_a_maker_whom_no_document_names_is_refused() -> None:
    assert Assistant.from_texts(OVENS).ask("Who invented the Ember oven?").abstained


@pytest.mark.parametrize(
    "question", ["Who uses the Blaze oven?", "Who made?", "What did Acme make?"]
)
def test_other_questions_ask_for_no_maker(question: str) -> None:
    assert not asks_maker(understood(question))
