from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.lexicon.titles import Titles, gathered
from assistant.text import words

LISTED = [
    ("model", "model", 0),
    ("Host", "waiter", 2),
    ("Host", "announcer", 2),
    ("cook", "cook", 2),
    ("Data Wrangler", "analyst", 2),
    ("Ground Control", "pilot", 2),
    ("RN", "nurse", 2),
    ("welder", "welder", 1),
    ("welder", "smith", 2),
    ("Charge Nurse", "nurse", 2),
    ("Charge Nurse", "ward-nurse", 2),
]
TITLES = gathered(
    LISTED,
    ["wrangler", "nurse"],
    {"nurse": "29-1141.00", "ward-nurse": "29-1141.01", "welder": "51-4121.00"},
)


def _meant(question: str) -> list[tuple[str, ...]]:
    found = TITLES.found(words(question), question)
    return [TITLES.meant(m.value for m in held) for held in found.values()]


@pytest.mark.parametrize(
    "question",
    [
        "What does a model earn?",
        "How much do models make?",
        "How do I become a model?",
        "model salary",
        "What is the pay of models in Ohio?",
        "Is working as a model a good job?",
        "What does a young fashion model earn?",
        "Who earns the most, models or others?",
    ],
)
def test_a_word_that_is_used_as_a_role(question: str) -> None:
    assert _meant(question) == [("model",)]


@pytest.mark.parametrize(
    "question",
    [
        "How do I train a model?",
        "Which model is best for text?",
        "What is a model?",
        "What skills do I need to deploy a model?",
        "How do I host a website?",
        "Can I cook at home?",
        "What does ground control mean?",
        "For such a job, model trains are no use.",
    ],
)
def test_a_word_that_is_used_otherwise(question: str) -> None:
    assert _meant(question) == []


def test_a_title_of_several_words_needs_no_such_signs() -> None:
    assert _meant("Data wranglers?") == [("analyst",)]
    assert _meant("How much does a ground control earn?") == [("pilot",)]


def test_initials_count_as_they_are_written() -> None:
    assert _meant("What does an RN earn?") == [("nurse",)]
    assert _meant("What does an rn earn?") == []


def test_a_title_of_several_roles_gives_them_all() -> None:
    assert _meant("What does a host earn?") == [("waiter", "announcer")]


def test_a_role_s_own_kind_wins_and_a_whole_stands_for_its_parts() -> None:
    assert _meant("What does a welder earn?") == [("welder",)]
    assert _meant("What does a charge nurse earn?") == [("nurse",)]


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    for first, last in TITLES.found(words(text), text):
        assert 0 <= first <= last < len(words(text))
    assert Titles().found(words(text), text) == {}
