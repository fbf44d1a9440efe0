"""Which figures of pay a question is answered with."""

from __future__ import annotations

import pytest
from core_support import told, understood
from profile_support import WELDERS, pay, trades

from assistant import Assistant
from assistant.answering.pay import search_pay
from assistant.answering.selection import asked_bases, asked_kind, best_first, selected
from assistant.lexicon import load_lexicon

LEXICON = load_lexicon()


def amounts(question: str) -> list[float]:
    material = trades()._answerer.material
    asked = understood(question)
    found = search_pay(asked, material.salaries, material.lexicon).found
    kind = asked_kind(asked, LEXICON)
    return [p.salary.low for p in selected(asked, found, LEXICON, kind)]


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        # The newest official median first, then adverts, no older year and no part of them.
        ("What does a welder earn?", [50000, 61000]),
        ("What is the median pay of a welder?", [50000, 61000]),
        ("What is the average pay of a welder?", [52000, 50000, 61000, 99000]),
        ("What do the best paid ten percent of welders earn?", [80000]),
        ("What do the top ten percent of welders earn?", [80000]),
        ("What do the lowest ten percent of welders earn?", []),
        ("What is the starting salary of a nurse?", []),
        ("What is the most a welder can make?", [80000]),
        ("What did welders earn in 2024?", [48000]),
        ("What do welders earn in shipbuilding?", [70000]),
        ("What do job adverts offer a welder?", [61000]),
        ("What do welders earn according to the government?", [50000]),
        ("What is the average a welder earns, according to PayStat?", [99000]),
    ],
)
def test_the_figures_of_the_kind_asked_for(question: str, figures: list[float]) -> None:
    assert amounts(question) == figures


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What do the top 10 percent earn?", "p90"),
        ("the median pay?", "median"),
        ("the average pay?", "mean"),
        ("the most a nurse can make?", "maximum"),
        ("the highest pay of a nurse?", "maximum"),
        ("What does a nurse earn?", ""),
    ],
)
def test_the_longest_words_tell_the_kind(question: str, kind: str) -> None:
    assert asked_kind(understood(question), LEXICON) == kind


def test_where_figures_are_to_come_from() -> None:
    assert set(asked_bases(understood("What do official figures say?"), LEXICON)) == {
        "employer-survey"
    }
    assert asked_bases(understood("What does a nurse earn?"), LEXICON) == {}


def test_the_best_founded_comes_first_and_the_newest_of_these() -> None:
    held = best_first(trades()._answerer.material.salaries)
    grades = [p.salary.grade[:1] for p in held]
    assert grades == sorted(grades, key=["A", "B", "", "C"].index)
    official = [p.salary for p in held if p.salary.grade == "A" and p.salary.match == "exact"]
    assert [s.dated for s in official] == sorted((s.dated for s in official), reverse=True)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("What does a welder in banking earn?", "$70,000"),
        ("What does a welder earn at an insurance company?", "$65,000"),
        ("What does a welder earn?", "$50,000"),
    ],
)
def test_a_part_of_a_role_is_named_in_other_words(question: str, figure: str) -> None:
    parts = {
        ", segment: shipbuilding": ", segment: finance",
        "A welder in shipbuilding in": "A welder in finance in",
        "## Outlook": (
            "A welder in insurance in the US earned a median of $65,000 a year in May 2024.\n"
            "A welder in the US earned a median of $61,500 in May 2024 in the management of "
            "companies.\n\n## Outlook"
        ),
        "outlook:\n": (
            pay("median", 65000, "2024-05", "o24", ", segment: insurance")
            + pay("median", 61500, "2024-05", "o24", ", segment: management of companies")
        ).replace("them", "welders")
        + "outlook:\n",
    }
    text = WELDERS
    for old, new in parts.items():
        assert old in text
        text = text.replace(old, new, 1)
    answer = Assistant.from_texts({"welder.md": text}).ask(question)
    assert figure in told(answer)
    others = {"$70,000", "$65,000", "$61,500"} - {figure}
    assert not any(amount in told(answer) for amount in others)
