"""Answers to several questions of one message, put together."""

from __future__ import annotations

import pytest
from core_support import TRADES, check, quotes, told

from assistant import Assistant
from assistant.answering.combining import together
from assistant.answering.writing import say
from assistant.records import Answer, Citation, Part, Question, Statement, Status


def answer_of(status: Status, confidence: float, *spans: tuple[int, int]) -> Answer:
    citations = tuple(
        Citation(n, "d", "D", "x", start, end, "x", 0, nearby=status == "abstained")
        for n, (start, end) in enumerate(spans, 1)
    )
    row = tuple(Statement(f"At {c.start}.", (c.number,)) for c in citations)
    parts = (Part("prose", (row,)),) if row else (say("Nothing is told."),)
    return Answer(Question("q"), status, parts, citations, confidence=confidence)


def numbers(answer: Answer) -> list[tuple[int, ...]]:
    return [s.citations for part in answer.parts for row in part.rows for s in row if s.citations]


def test_citations_are_numbered_through_and_given_once() -> None:
    answers = [
        answer_of("answered", 0.9, (0, 1), (5, 6)),
        answer_of("answered", 0.5, (5, 6), (8, 9)),
    ]
    whole = together(answers, ["one?", "two?"])
    assert whole.status == "answered"
    assert [c.number for c in whole.citations] == [1, 2, 3]
    assert [c.start for c in whole.citations] == [0, 5, 8]
    assert numbers(whole) == [(1,), (2,), (3,)]
    assert whole.confidence == 0.5


def test_what_is_not_told_comes_last_with_its_question() -> None:
    answers = [answer_of("abstained", 0.1, (3, 4)), answer_of("answered", 0.9, (0, 1))]
    whole = together(answers, ["how much?", "what?"])
    assert whole.status == "partial"
    assert [c.start for c in whole.citations] == [0, 3]
    assert [c.nearby for c in whole.citations] == [False, True]
    assert "how much" in told(whole)
    assert told(whole).index("At 0.") < told(whole).index("how much") < told(whole).index("At 3.")


def test_two_refusals_are_one() -> None:
    answers = [answer_of("abstained", 0.1), answer_of("abstained", 0.2)]
    assert together(answers, ["a?", "b?"]) == answers[0]


def test_the_same_paragraph_is_not_given_twice() -> None:
    answers = [answer_of("answered", 0.9, (0, 1)), answer_of("answered", 0.9, (0, 1))]
    whole = together(answers, ["a?", "b?"])
    assert len(whole.parts) == 1
    assert len(whole.citations) == 1


@pytest.mark.parametrize(
    ("question", "status", "held"),
    [
        (
            "What skills does a baker need and what tools does a welder use?",
            "answered",
            ["Bakers need patience and a sense of taste.", "torch"],
        ),
        (
            "What skills does a welder need? How much does he earn in Canada?",
            "answered",
            ["Welders need steady hands.", "Welders in Canada earn C$50,000 a year."],
        ),
        (
            "What skills does a baker need and how much does a pilot earn?",
            "partial",
            ["Bakers need patience and a sense of taste."],
        ),
        (
            "How much does a pilot earn and what skills does a baker need?",
            "partial",
            ["Bakers need patience and a sense of taste."],
        ),
        ("What does a pilot do and how much does a nurse earn?", "abstained", []),
    ],
)
def test_a_message_that_asks_two_things(question: str, status: str, held: list[str]) -> None:
    assistant = Assistant.from_texts(TRADES)
    answer = assistant.ask(question)
    assert answer.status == status
    assert [quote for quote in held if quote not in quotes(answer)] == []
    assert answer.question.asked == question
    check(answer, assistant)


def test_what_the_first_part_told_is_not_told_again() -> None:
    answers = [answer_of("answered", 0.9, (0, 1)), answer_of("answered", 0.9, (0, 1), (5, 6))]
    whole = together(answers, ["One?", "Two?"])
    assert [s.text for part in whole.parts for row in part.rows for s in row] == ["At 0.", "At 5."]
