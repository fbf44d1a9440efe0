"""Which part of a role is paid best, as far as its figures tell the parts apart."""

from __future__ import annotations

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("Which industry pays database architects best?", "157,020", "138,540"),
        ("In what sector do statisticians earn the least?", "81,920", "136,340"),
        ("Which branch should a statistician pick for the money?", "136,340", "81,920"),
    ],
)
def test_the_parts_of_a_role_are_ordered_by_pay(
    shipped: Assistant, question: str, first: str, last: str
) -> None:
    answer = shipped.ask(question)
    assert [part.kind for part in answer.parts] == ["list"]
    rows = [row[0].text for row in answer.parts[0].rows]
    assert first in rows[0] and last in rows[-1]
    assert all(statement.citations for row in answer.parts[0].rows for statement in row)


def test_levels_are_no_parts(shipped: Assistant) -> None:
    rows = shipped.ask("Which industry pays data scientists best?").parts[0].rows
    assert not any("senior" in row[0].text.lower() for row in rows)


def test_parts_that_no_figure_tells_apart_are_refused(shipped: Assistant) -> None:
    answer = shipped.ask("Which industry pays data analysts best?")
    assert answer.abstained
    assert "no pay by industry" in answer.text


def test_who_employs_a_role_is_not_asked_of_its_pay(shipped: Assistant) -> None:
    answer = shipped.ask("Which industries employ machine learning engineers?")
    assert "healthcare" in answer.text.lower()
    assert "$" not in answer.text
