"""Whether a question wants amounts of pay, and what else it is about."""

from __future__ import annotations

import pytest
from core_support import told, understood
from profile_support import trades

from assistant.answering.paying import on_condition, on_pay, wants_amounts


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What does a welder earn?", True),
        ("Who is better off moneywise, a welder or a baker?", True),
        ("My sister is a baker, yours is a welder: which of them takes home more?", True),
        ("Who knows more about paid leave, welders or bakers?", False),
        ("Which tools do welders use?", False),
        ("Why do some welders get paid more than others?", False),
    ],
)
def test_amounts_are_wanted(question: str, wanted: bool) -> None:
    assert wants_amounts(understood(question)) is wanted


def test_pay_is_asked_for_where_no_other_facet_is_meant_more() -> None:
    assert on_pay(understood("Who earns more, welders or bakers?"))
    assert not on_pay(understood("Who needs more tools, welders or bakers?"))


def test_a_condition_is_a_name_or_stands_behind_a_preposition() -> None:
    asked = understood("Statistically speaking, who earns more with torches, welders or bakers?")
    set_by = {slot.text: on_condition(slot, asked) for slot in asked.topics}
    assert set_by["torches"]
    assert not set_by["Statistically"]


@pytest.mark.parametrize(
    "question",
    [
        "Statistically speaking, who of them takes home more, a welder or a baker?",
        "Moneywise, is the average Joe of a welder better off than a baker?",
    ],
)
def test_what_is_no_condition_keeps_nobody_from_comparing(question: str) -> None:
    answer = trades().ask(question)
    assert "welders earn more than bakers" in told(answer)
