"""Who earns more is told by figures of one kind only."""

from __future__ import annotations

import pytest
from core_support import check, told
from profile_support import trades

from assistant.answering.earnings import comparable, most_comparable


@pytest.fixture(scope="module")
def assistant():
    return trades()


@pytest.mark.parametrize(
    "question",
    [
        "Who earns more, a welder or a baker?",
        "Does a welder earn more than a baker?",
        "welder vs baker salary",
        "Do bakers out-earn welders?",
    ],
)
def test_two_roles_are_compared_by_the_same_kind_of_figure(assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert "welders earn more than bakers" in told(answer)
    assert "$50,000" in told(answer) and "$36,000" in told(answer)
    assert "$61,000" not in told(answer)
    check(answer, assistant)


def test_a_proxy_is_no_match_and_the_answer_says_so(assistant) -> None:
    answer = assistant.ask("Who earns more, a baker or a nurse?")
    assert "cannot be compared" in told(answer)
    assert "no official US pay" in told(answer)
    check(answer, assistant)


def test_the_best_paid_role_is_looked_for_among_figures_of_one_kind(assistant) -> None:
    answer = assistant.ask("Which of these jobs pays best?")
    assert "$50,000" in told(answer)
    assert "$61,000" not in told(answer)
    answer = assistant.ask("Which of these jobs pays worst?")
    assert "$36,000" in told(answer)


def test_a_set_holds_one_figure_of_every_role_and_of_one_kind(assistant) -> None:
    salaries = assistant._answerer.material.salaries
    held = comparable([p for p in salaries if p.salary.grade], ("welder", "baker"))
    assert [p.salary.low for p in held] == [50000, 36000]
    assert len({(p.salary.statistic, p.salary.dated, p.salary.basis) for p in held}) == 1
    assert comparable([p for p in salaries if p.salary.grade], ("welder", "nurse")) == ()
    assert {p.salary.role for p in most_comparable(salaries)} == {"welder", "baker"}
