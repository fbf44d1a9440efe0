"""Questions that take for granted what the documents contradict."""

from __future__ import annotations

import pytest
from core_support import check, material_of, understood, weighed

from assistant import Assistant
from assistant.answering.premise import contradicting, pays_otherwise, presupposes

GROWING = (
    "# Baker\n\nDemand for bakers is growing fast. Bakers knead dough because bread needs gluten. "
    "The work of a baker is hard."
)
PAY = "# Pilot pay\n\nSalaries of pilots:\n\n- Google: $200,000 a year\n- Amazon: $180,000 a year\n"


@pytest.mark.parametrize(
    ("question", "does"),
    [
        ("Why is demand shrinking?", True),
        ("And why is demand shrinking?", True),
        ("How come demand is shrinking?", True),
        ("Since demand shrinks, what now?", True),
        ("When did demand shrink?", True),
        ("Is demand shrinking?", False),
        ("What is the demand?", False),
        ("Do bakers know why demand shrinks?", False),
        ("", False),
    ],
)
def test_presupposes(question: str, does: bool) -> None:
    assert presupposes(understood(question)) is does


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Why is demand for bakers shrinking?", "Demand for bakers is growing fast."),
        ("Why is the demand for bakers falling?", "Demand for bakers is growing fast."),
        ("How come demand for bakers is in decline?", "Demand for bakers is growing fast."),
    ],
)
def test_a_wrong_premise_is_put_right(question: str, quote: str) -> None:
    assistant = Assistant.from_texts({"baker": GROWING})
    answer = assistant.ask(question)
    assert answer.abstained
    assert answer.citations[0].quote == quote
    assert answer.citations[0].nearby
    check(answer, assistant)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Why is demand for bakers growing?", "Demand for bakers is growing fast."),
        ("Is demand for bakers growing?", "Demand for bakers is growing fast."),
        ("Why do bakers knead dough?", "Bakers knead dough because bread needs gluten."),
        ("Why is the work of a baker hard?", "The work of a baker is hard."),
        # What somebody cannot do is no premise that "not" would have to confirm.
        (
            "Why can't bakers knead gluten bread dough?",
            "Bakers knead dough because bread needs gluten.",
        ),
    ],
)
def test_a_right_premise_is_answered(question: str, quote: str) -> None:
    answer = Assistant.from_texts({"baker": GROWING}).ask(question)
    assert answer.status == "answered"
    assert answer.citations[0].quote == quote


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("Why does Amazon pay pilots more than Google?", True),
        ("Why does Google pay pilots less than Amazon?", True),
        ("Why does Google pay pilots more than Amazon?", False),
        ("Why does Amazon pay pilots less than Google?", False),
        ("Does Amazon pay pilots more than Google?", False),
        ("Why does Google pay pilots more than Netflix?", False),
        ("Why does Google pay pilots?", False),
    ],
)
def test_amounts_the_wrong_way_round(question: str, wrong: bool) -> None:
    assert pays_otherwise(understood(question), material_of({"pilot": PAY}).salaries) is wrong


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Why does Amazon pay pilots more than Google?", "abstained"),
        ("Why does Google pay pilots more than Amazon?", "answered"),
    ],
)
def test_both_amounts_are_shown(question: str, status: str) -> None:
    assistant = Assistant.from_texts({"pilot": PAY})
    answer = assistant.ask(question)
    assert answer.status == status
    assert {"Google: $200,000 a year", "Amazon: $180,000 a year"} <= {
        citation.quote for citation in answer.citations
    }
    check(answer, assistant)


def test_nothing_contradicts_a_plain_question() -> None:
    material = material_of({"baker": GROWING})
    question = "What is the demand for bakers?"
    evidence = weighed(question, material)
    assert contradicting(understood(question), evidence, material.lexicon) == ()
    assert contradicting(understood("Why is demand shrinking?"), (), material.lexicon) == ()


def test_at_most_two_sentences_put_it_right() -> None:
    text = " ".join(f"Demand for bakers in town {n} is growing." for n in range(6))
    material = material_of({"baker": text})
    question = "Why is demand for bakers shrinking?"
    against = contradicting(understood(question), weighed(question, material), material.lexicon)
    assert 1 <= len(against) <= 2
