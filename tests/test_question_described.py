"""Finding the people that a question tells by what they do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.lexicon import load_lexicon
from assistant.question import Understanding

UNDERSTANDING = Understanding(load_lexicon())


@pytest.mark.parametrize(
    ("question", "text", "doing", "many"),
    [
        ("How much do people who cut hair earn?", "people who cut hair", "cut hair", True),
        (
            "What does someone writing software for a living get paid in America?",
            "someone writing software for a living",
            "writing software",
            False,
        ),
        (
            "What do the folks that fix roofs in Texas need?",
            "the folks that fix roofs",
            "fix roofs",
            True,
        ),
        (
            "What do people who make furniture make?",
            "people who make furniture",
            "make furniture",
            True,
        ),
        ("How much do people who  breed dogs earn?", "people who  breed dogs", "breed dogs", True),
        (
            "Is it hard to be a person who looks after old people, or is it fun?",
            "a person who looks after old people",
            "looks after old people",
            False,
        ),
    ],
)
def test_people_told_by_their_work(question: str, text: str, doing: str, many: bool) -> None:
    told = UNDERSTANDING.understand(question).described
    assert told is not None
    assert told.text == text == question[told.start : told.end]
    assert told.many is many
    assert told.doing == doing


@pytest.mark.parametrize(
    "question",
    [
        "Do people who have a degree earn more?",
        "What would someone who is bad at maths do?",
        "Is it for someone who likes animals?",
        "What should people who want to switch to data science learn?",
        "Can someone who started late become a nurse?",
        "How do those who train data scientists get paid?",
        "What do people earn?",
        "How much do people who teach earn?",
        "What does a nurse do?",
        "How much do people who don't cut hair earn?",
        "Do people during a recession lose jobs?",
        "Are those coding bootcamps worth it?",
        "What about someone who who who?",
        "Can someone who studies at night become a nurse?",
    ],
)
def test_what_tells_no_work_describes_nobody(question: str) -> None:
    assert UNDERSTANDING.understand(question).described is None


WORDS = ["people who cut", "hair", "someone that", "writes", "don't", "or", "in India", "?"]


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_a_description_is_always_a_part_of_its_question(text: str) -> None:
    asked = UNDERSTANDING.understand(text)
    if asked.described is not None:
        told = asked.described
        assert asked.text[told.start : told.end] == told.text
        assert told.doing in told.text
        assert "don't" not in told.doing


def test_of_two_descriptions_the_first_ends_before_the_second() -> None:
    told = UNDERSTANDING.understand("Who earns more, people who cut hair or people who fix roofs?")
    assert told.described is not None
    assert told.described.text == "people who cut hair"
