"""Roles that a question names by their line of work."""

from __future__ import annotations

import pytest

from assistant.lexicon import load_lexicon
from assistant.question import Understanding

LEXICON = load_lexicon()
UNDERSTANDING = Understanding(LEXICON)


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("Does nursing pay well?", ("nurse",)),
        ("Is data science a dying career?", ("data-scientist",)),
        ("What does MLOps pay in India?", ("mlops-engineer",)),
        ("How do I get into plumbing?", ("plumber",)),
        ("Which pays more, welding or carpentry?", ("welder", "carpenter")),
    ],
)
def test_a_line_of_work_means_those_who_do_it(question: str, roles: tuple[str, ...]) -> None:
    assert UNDERSTANDING.understand(question).question.roles == roles


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("Do the MLOps folks build models?", ("mlops-engineer",)),
        ("What is it with BI people?", ("business-intelligence-analyst",)),
        ("Are ML guys different from the stats crowd?",
         ("machine-learning-engineer", "statistician")),
        ("Does ML need people skills?", ()),
        ("What machine learning types exist?", ()),
        ("What are machine learning pros and cons?", ()),
    ],
)  # fmt: skip
def test_people_called_by_their_line_of_work(question: str, roles: tuple[str, ...]) -> None:
    assert UNDERSTANDING.understand(question).question.roles == roles


@pytest.mark.parametrize(
    "question",
    [
        "What is data science?",
        "Do I need a degree in data science?",
        "What do I learn in a data science course?",
        "Which websites teach this, so I can study after work?",
        "How does a data science team work together?",
        "What is the difference between data science and botany?",
        "Do nursing homes pay well?",
        "Is farming equipment well paid?",
    ],
)
def test_a_subject_means_nobody(question: str) -> None:
    assert UNDERSTANDING.understand(question).question.roles == ()


def test_a_role_that_is_named_is_the_one_that_is_meant() -> None:
    asked = UNDERSTANDING.understand("How much do data engineers in data science earn?")
    assert asked.question.roles == ("data-engineer",)


def test_every_line_of_work_is_of_a_known_role_and_none_of_its_names() -> None:
    fields = [name for role in LEXICON.by_id.values() for name in LEXICON.fields.keys_of(role.id)]
    assert len(fields) > 50
    for key in fields:
        assert not LEXICON.entities.get(key), key


def test_a_line_of_work_beside_a_role_is_meant_too() -> None:
    asked = UNDERSTANDING.understand("Data science or ML engineers, who earns more?")
    assert asked.question.roles == ("data-scientist", "machine-learning-engineer")
    asked = UNDERSTANDING.understand("Do nurses need a degree in data science to earn more?")
    assert asked.question.roles == ("nurse",)
