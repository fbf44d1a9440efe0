"""Why pay differs is told by reasons and by what it depends on, not by more figures."""

from __future__ import annotations

import pytest
from core_support import check, quotes

from assistant import Assistant

TEXT = """# Welder

## Pay

Adverts of AdBoard offered a welder a median of $61,000 in 2025.
Guide prints $48,000 as the median of a welder in 2025.
The two medians of a welder differ because Guide leaves out shipyards.

## What pay depends on

The pay of a welder varies with the place and the shift.
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts({"welder.md": TEXT})


@pytest.mark.parametrize(
    "question",
    [
        "Why does one page give $61,000 for a welder and another $48,000?",
        "I read 61,000 in one place and 48,000 in another for welders. How can that be?",
        "One page says $61,000 for welders, another $48,000. What on earth explains it?",
    ],
)
def test_two_figures_are_explained(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    told = quotes(answer)
    assert "The two medians of a welder differ because Guide leaves out shipyards." in told
    assert not any(quote.startswith("Adverts") for quote in quotes(answer))
    check(answer, assistant)


def test_a_why_on_pay_gets_no_bare_amounts(assistant: Assistant) -> None:
    answer = assistant.ask("My cousin and I are both welders. Why is she paid more?")
    assert "The pay of a welder varies with the place and the shift." in quotes(answer)
    assert not any(quote.startswith(("Adverts", "Guide")) for quote in quotes(answer))


def test_amounts_are_told_where_amounts_are_asked_for(assistant: Assistant) -> None:
    assert "Adverts of AdBoard" in " ".join(quotes(assistant.ask("What does a welder earn?")))
