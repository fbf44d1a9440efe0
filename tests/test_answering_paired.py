"""Sentences that set roles side by side come before those on one of them."""

from __future__ import annotations

import pytest
from core_support import check, quotes

from assistant import Assistant

TEXT = {
    "nurse.md": """# Nurse

## Work

A nurse gives medicine on a ward.
A nurse writes reports for doctors.
A nurse cares for patients over days, while a paramedic treats them on the way.
""",
    "paramedic.md": """# Paramedic

## Work

A paramedic drives an ambulance.
A paramedic writes reports about accidents.
""",
}
BOTH = "A nurse cares for patients over days, while a paramedic treats them on the way."


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts(TEXT)


@pytest.mark.parametrize(
    "question",
    [
        "How do nurses and paramedics split the care?",
        "Which is nearer to everyday care, nurse or paramedic?",
    ],
)
def test_all_roles_are_spoken_of_where_all_are_asked_of(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert quotes(answer)[0] == BOTH
    check(answer, assistant)


def test_what_is_told_of_one_role_stays_its_answer(assistant: Assistant) -> None:
    assert BOTH not in quotes(assistant.ask("What does a paramedic drive?"))


def test_whether_something_is_so_may_be_told_of_one(assistant: Assistant) -> None:
    answer = assistant.ask("Does a nurse or a paramedic write reports about accidents?")
    assert quotes(answer)[0] == "A paramedic writes reports about accidents."
