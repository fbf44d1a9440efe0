"""The assistant on another profession: nothing in it may be made for one career only.

The documents in ``other_profession/documents`` are on nursing, written in three manners
(Markdown that is all lists, Markdown in paragraphs with a table, plain text). Every figure
in them is invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Answer, Assistant
from assistant.evaluation import (
    EvaluationOptions,
    GoldQuestion,
    Report,
    check_questions,
    read_questions,
    run_evaluation,
)

FOLDER = Path(__file__).parent / "other_profession"
QUESTIONS = FOLDER / "questions.jsonl"
GOLD = read_questions(QUESTIONS).questions
FLOOR = 0.85

# The plainest questions of each role, and words that a right answer holds.
PLAIN = [
    ("What does a registered nurse do?", "blood pressure"),
    ("What does a nurse practitioner do?", "asthma"),
    ("What does a healthcare assistant do?", "meals"),
    ("What skills does a registered nurse need?", "drip rates"),
    ("What skills does a nurse practitioner need?", "pharmacology"),
    ("What skills does a healthcare assistant need?", "kindness"),
    ("How much does a registered nurse earn?", "£36,200"),
    ("How much does a nurse practitioner earn?", "€68,400"),
    ("How much does a healthcare assistant earn?", "€31,500"),
    ("How do I become a registered nurse?", "bachelor's degree"),
    ("How do I become a nurse practitioner?", "master's degree"),
    ("How do I become a healthcare assistant?", "twelve weeks"),
]
# Asked of one role, and what holds for another role only.
CROSSED = [
    ("What skills does a nurse practitioner need?", "kindness"),
    ("How do I become a nurse practitioner?", "do not need a degree"),
    ("How do I become a registered nurse?", "do not need a degree"),
    ("Is a registered nurse licensed?", "not licensed"),
]


@pytest.fixture(scope="module")
def nursing() -> Assistant:
    return Assistant.from_folder(FOLDER / "documents")


@pytest.fixture(scope="module")
def report(nursing: Assistant) -> Report:
    return run_evaluation(EvaluationOptions(QUESTIONS, resamples=50), nursing).report


def _asked(assistant: Assistant, question: str, history: tuple[str, ...]) -> Answer:
    chat = assistant.conversation()
    for turn in history:
        chat.ask(turn)
    return chat.ask(question)


def test_questions_fit_the_documents(nursing: Assistant) -> None:
    _, complaints = check_questions(QUESTIONS, nursing.documents)
    assert complaints == []
    assert len(GOLD) == 20


def test_fact_recall(report: Report) -> None:
    missed = {row.gold.id: row.missed for row in report.rows if row.gold.answerable and row.missed}
    estimate = report.overall["fact_recall"]
    assert estimate is not None
    assert estimate.value >= FLOOR, missed


def test_every_answer_tells_something_that_was_asked(report: Report) -> None:
    silent = [row.gold.id for row in report.rows if row.gold.answerable and not any(row.said)]
    assert silent == []


@pytest.mark.parametrize("gold", [q for q in GOLD if not q.answerable], ids=lambda q: q.id)
def test_refuses_what_the_documents_do_not_tell(nursing: Assistant, gold: GoldQuestion) -> None:
    answer = _asked(nursing, gold.question, gold.history)
    assert answer.abstained, answer.text


@pytest.mark.parametrize("gold", [q for q in GOLD if q.answerable], ids=lambda q: q.id)
def test_does_not_refuse_what_they_tell(nursing: Assistant, gold: GoldQuestion) -> None:
    answer = _asked(nursing, gold.question, gold.history)
    assert not answer.abstained, answer.text


@pytest.mark.parametrize("gold", GOLD, ids=lambda q: q.id)
def test_quotes_are_exact(nursing: Assistant, gold: GoldQuestion) -> None:
    answer = _asked(nursing, gold.question, gold.history)
    assert answer.citations or not gold.answerable
    for citation in answer.citations:
        text = nursing.documents[citation.document].text
        assert text[citation.start : citation.end] == citation.quote


def test_nothing_of_another_role_or_place(report: Report) -> None:
    """What holds for an assistant, such as that no degree is needed, holds for no other role."""
    said = {row.gold.id: row.forbidden for row in report.rows if row.forbidden}
    assert said == {}


@pytest.mark.parametrize(("question", "told"), PLAIN)
def test_plain_questions_of_each_role(nursing: Assistant, question: str, told: str) -> None:
    answer = nursing.ask(question)
    assert not answer.abstained
    assert told in answer.text.replace("’", "'")


@pytest.mark.parametrize(("question", "others"), CROSSED)
def test_one_role_is_not_told_as_another(nursing: Assistant, question: str, others: str) -> None:
    assert others not in nursing.ask(question).text


def test_what_no_nurse_needs_is_refused(nursing: Assistant) -> None:
    answer = nursing.ask("Which programming languages does a registered nurse need?")
    assert answer.abstained, answer.text
