"""Who earns more is told by figures of one kind only."""

from __future__ import annotations

import pytest
from core_support import check, told
from profile_support import PROFILES, outlook, trades

from assistant import Assistant
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


def grouped() -> Assistant:
    """Give an assistant whose only figures of bakers stand for nurses, of whom they are nearest."""
    held = {name: text for name, text in PROFILES.items() if name in ("nurse.md", "welder.md")}
    more = outlook("employment_change_pct", 6, ", match: proxy, whose: bakers")
    told = (
        "Jobs of bakers, the nearest official group to nurses in the US, are projected to grow "
        "by 6% from 2024 to 2034."
    )
    held["nurse.md"] = (
        held["nurse.md"]
        .replace("\n---\n# Nurse", f"\noutlook:\n{more}---\n# Nurse")
        .replace("## What these", f"## Outlook\n\n{told}\n\n## What these")
    )
    assistant = Assistant.from_texts(held)
    assert assistant.collection.skipped == ()
    return assistant


@pytest.mark.parametrize("question", ["What do bakers earn?", "How much does a baker make?"])
def test_a_group_is_told_of_where_no_document_is_on_it(question: str) -> None:
    answer = grouped().ask(question)
    assert answer.status == "answered"
    assert "bakers, earned a median of $36,000" in told(answer)


def test_a_groups_figure_is_compared_as_its_own() -> None:
    assistant = grouped()
    answer = assistant.ask("Who earns more, bakers or welders?")
    assert "welders earn more than bakers" in told(answer)
    check(answer, assistant)


def test_a_groups_growth_is_told() -> None:
    assert "6%" in told(grouped().ask("How fast are jobs of bakers to grow?"))


def test_a_proxy_stays_one_for_the_role_that_it_stands_for() -> None:
    answer = grouped().ask("Who earns more, a nurse or a welder?")
    assert "cannot be compared" in told(answer)
