"""Numbers of jobs, openings and growth come from typed figures, of the time and place asked for."""

from __future__ import annotations

import pytest
from core_support import check, told
from profile_support import WELDERS, trades

from assistant import Assistant
from assistant.answering.forecasts import read_forecasts


@pytest.fixture(scope="module")
def assistant():
    return trades()


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("How fast are jobs of welders projected to grow?", "2.5%"),
        ("What is the job outlook for welders?", "2.5%"),
        ("growth 2024-34 for bakers", "6%"),
        ("How many openings a year are there for welders?", "4,000"),
        ("How many welders are there?", "30,000"),
        ("How many welders will work in the US in 2034?", "31,000"),
        ("Which job grows fastest?", "6%"),
        ("Which job grows slowest?", "2.5%"),
        ("Which grows faster, welders or bakers?", "6%"),
        ("Which field will expand quicker until 2034, welders or bakers?", "6%"),
        ("Will there be more new jobs for welders or bakers?", "6%"),
    ],
)
def test_the_figure_asked_for_is_told(assistant, question: str, figure: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert figure in told(answer)
    check(answer, assistant)


@pytest.mark.parametrize(
    ("question", "not_told"),
    [
        ("What is the job outlook for welders in Peru?", "Peru"),
        ("How many welders were there in 1999?", "1999"),
        ("How many jobs of nurses are there?", ""),
    ],
)
def test_another_place_or_year_is_refused(assistant, question: str, not_told: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained
    assert not_told in told(answer)
    assert all(c.nearby for c in answer.citations)
    check(answer, assistant)


def test_what_a_profile_says_that_it_does_not_tell_is_shown(assistant) -> None:
    answer = assistant.ask("How many jobs of nurses are there?")
    assert "No job count of nurses is published." in told(answer)


def test_every_forecast_has_its_sentence(assistant) -> None:
    material = assistant._answerer.material
    found = read_forecasts(
        material.searcher.passages, material.documents, material.viewer, material.lexicon
    )
    assert len(found) == 5
    for forecast in found:
        assert all(printed in forecast.view.text for printed in forecast.figure.printed)
        assert forecast.place == "united-states"
        assert forecast.own


def test_a_why_that_has_the_change_the_wrong_way_round_is_put_right(assistant) -> None:
    answer = assistant.ask("Why are jobs of welders shrinking?")
    assert answer.abstained
    assert "2.5%" in told(answer)
    check(answer, assistant)


def test_of_several_roles_those_without_a_figure_are_named(assistant) -> None:
    answer = assistant.ask("Are there more jobs for welders or nurses?")
    assert answer.status == "partial"
    assert "30,000" in told(answer)
    assert "No job count of nurses is published." in told(answer)
    check(answer, assistant)


@pytest.mark.parametrize(
    "question",
    ["Are there more jobs for welders or nurses in Japan?", "Do welders get more jobs at night?"],
)
def test_more_jobs_elsewhere_or_of_one_role_are_no_count(assistant, question: str) -> None:
    assert "30,000" not in told(assistant.ask(question)).split("They do tell")[0]


def test_openings_are_told_by_their_figure_alone(shipped: Assistant) -> None:
    answer = shipped.ask("How many job openings are there for software developers?")
    assert [c.quote for c in answer.citations] == [
        "BLS projects about 115,200 openings a year for software developers in the United "
        "States, on average, from 2024 to 2034."
    ]


def test_somebody_elses_list_is_no_figure_of_employment(shipped: Assistant) -> None:
    answer = shipped.ask("Which job ranked first on LinkedIn's 2026 list of fastest-growing jobs?")
    assert "AI engineer" in answer.text and "LinkedIn" in answer.text


def test_adverts_that_want_something_are_no_count_of_jobs() -> None:
    text = WELDERS.replace("## Tools\n", "## Tools\n\nTIG: 56.3% of the adverts for a welder.\n", 1)
    assistant = Assistant.from_texts({"welder.md": text})
    answer = assistant.ask("In how many job adverts for welders was TIG asked for?")
    assert "56.3%" in told(answer)
    assert "30,000" not in told(answer)
