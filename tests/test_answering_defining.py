"""What a role is: told by the sentences that say so, wherever they stand."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.answering.defining import BY_WORK, PLAINLY, plainness

TEXT = """# Careers in baking

## Market

Baker positions are stable and lucrative.
Bakers need a diverse set of skills.
A baker must rise early.

## Profile

A baker is a skilled professional who bakes bread and cakes.
A miller grinds grain to flour.
Whereas bakers are people of the night, millers work by day.
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts({"baking.md": TEXT})


@pytest.mark.parametrize(
    "question",
    ["What is a baker?", "Who is a baker?", "what's a baker", "Define baker", "What are bakers?"],
)
def test_the_sentence_that_defines_is_told_alone(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert [c.quote for c in answer.citations] == [
        "A baker is a skilled professional who bakes bread and cakes."
    ]


def test_who_asks_for_somebody_wants_a_name() -> None:
    told = "Guido van Rossum created Python."
    answer = Assistant.from_texts({"a.md": told}).ask("Who created Python?")
    assert told in answer.text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("A baker is a skilled professional who bakes bread.", PLAINLY),
        ("Bakers are craftspeople and experts in dough.", PLAINLY),
        ("A baker mainly makes bread.", BY_WORK),
        ("Bakers are responsible for the oven.", BY_WORK),
        ("Baker positions are stable.", 0.0),
        ("Whereas bakers are experts, millers are not.", 0.0),
        ("A baker must rise early.", 0.0),
    ],
)
def test_how_plainly_a_sentence_defines(text: str, plain: float) -> None:
    assistant = Assistant.from_texts({"a.md": text})
    material = assistant._answerer.material
    (view,) = material.viewer.views(assistant.passages[0])
    assert plainness(view, "baker", material.lexicon) == plain


def test_two_sentences_that_set_roles_apart_are_told_together() -> None:
    text = """# Care

## Nurses and vets

Vets are mainly concerned with animals.
In contrast, nurses concentrate on people.
"""
    answer = Assistant.from_texts({"care.md": text}).ask("How do nurses differ from vets?")
    told = [statement.text for statement in answer.parts[0].rows[0]]
    assert told == [
        "Vets are mainly concerned with animals.",
        "In contrast, nurses concentrate on people.",
    ]


def test_hard_spaces_part_words_too() -> None:
    text = "A\xa0baker\xa0is a\xa0professional who bakes."
    answer = Assistant.from_texts({"a.md": text}).ask("What is a baker?")
    assert answer.citations[0].quote == text
    assert "\xa0" not in answer.text
