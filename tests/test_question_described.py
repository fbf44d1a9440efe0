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
        ("What do people who make furniture make?", "people who make furniture", "", True),
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
    assert not doing or told.doing == doing


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
    ],
)
def test_what_tells_no_work_describes_nobody(question: str) -> None:
    assert UNDERSTANDING.understand(question).described is None


@given(st.text(alphabet="people who cut, hair? someone that writing ", max_size=60))
def test_a_description_is_always_a_part_of_its_question(text: str) -> None:
    asked = UNDERSTANDING.understand(text)
    if asked.described is not None:
        assert asked.text[asked.described.start : asked.described.end] == asked.described.text
        assert asked.described.doing in asked.described.text


@pytest.mark.parametrize(
    ("question", "liked"),
    [
        ("I love drawing charts. Which job suits me?", "drawing charts"),
        ("What career is good for someone who enjoys cooking?", "cooking"),
        ("I'm good at drawing, what job should I take?", "drawing"),
        ("I'd like to help sick children. Which occupations do that?", "help sick children"),
        ("I enjoy building things more than selling them. Nurse or welder?", "building things"),
        ("I'd like to know which job pays best", ""),
        ("I like it. Which job is it?", ""),
        ("I love drawing charts. What does a nurse do?", ""),
        ("Which job pays best?", ""),
    ],
)
def test_what_somebody_would_like_to_do(question: str, liked: str) -> None:
    assert UNDERSTANDING.understand(question).liked == liked
