from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.lexicon import load_lexicon
from assistant.question import Understanding

UNDERSTANDING = Understanding(load_lexicon())


@pytest.mark.parametrize(
    ("question", "named", "roles", "before"),
    [
        ("What does a ghost welder earn?", ["ghost welder"], ("welder",), ("ghost",)),
        ("What is the pay of rural nurses?", ["rural nurses"], ("nurse",), ("rural",)),
        ("How much does a moon whisperer earn?", ["moon whisperer"], (), ("moon", "whisper")),
        ("What does a welder earn?", ["welder"], ("welder",), ()),
        ("What does an untangler of knots do?", ["untangler", "knots"], (), ("untangl",)),
        ("What is machine learning?", [], (), ()),
    ],
)
def test_the_names_of_people(
    question: str, named: list[str], roles: tuple[str, ...], before: tuple[str, ...]
) -> None:
    people = UNDERSTANDING.understand(question).people
    assert [p.text for p in people] == named
    if people:
        assert (people[0].roles, people[0].before) == (roles, before)


@given(st.text(max_size=80))
def test_any_question_is_read(text: str) -> None:
    for people in UNDERSTANDING.understand(text).people:
        assert people.text
        assert set(people.before) <= set(people.stems)
