"""Salaries as data: whose, where, by whom, how much, and for how long."""

from __future__ import annotations

from typing import Any

import pytest
from core_support import material_of
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.answering import Salary


def salaries(text: str) -> list[Salary]:
    return list(Assistant.from_texts({"text": text}).salaries())


def only(text: str) -> Salary:
    (salary,) = salaries(text)
    return salary


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("A welder earns C$30,000 a year.",
         {"role": "welder", "low": 30_000, "high": 30_000, "currency": "CAD", "period": "year",
          "place": "canada", "employer": "", "printed": "C$30,000"}),
        ("Bakers earn between $30k and $40k a year.",
         {"role": "baker", "low": 30_000, "high": 40_000, "currency": "USD",
          "statistic": "range"}),
        ("The median pay of pilots was €90,000 in 2021.",
         {"role": "pilot", "statistic": "median", "year": "2021", "currency": "EUR"}),
        ("The average salary of a welder is ₹5 lakh per annum.",
         {"low": 500_000, "currency": "INR", "period": "year", "statistic": "mean",
          "place": "india"}),
        ("A welder in India is paid 5 to 7 LPA.",
         {"low": 500_000, "high": 700_000, "period": "year", "unit_error": False}),
        ("A welder in India earns Rs. 14,62,000 – 22,44,000 LPA.",
         {"low": 1_462_000, "high": 2_244_000, "period": "year", "unit_error": True}),
        ("A welder earns £12.50 an hour.",
         {"low": 12.5, "currency": "GBP", "period": "hour", "place": "united-kingdom"}),
        ("Salary of bakers: $2,500 monthly.", {"role": "baker", "period": "month"}),
        ("Bakers at Google earn $50,000 a year.", {"role": "baker", "employer": "google"}),
        ("Bakers earn $50,000 a year.", {"employer": "", "year": "", "statistic": ""}),
    ],
)  # fmt: skip
def test_what_a_sentence_says_of_pay(text: str, held: dict[str, Any]) -> None:
    salary = only(text)
    assert {name: getattr(salary, name) for name in held} == held


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Bakers in Canada earn C$30,000 a year.", ["canada"]),
        ("Bakers in Germany earn 30,000 euros a year.", ["germany"]),
        # The place the sentence names, though its money is another's.
        ("Bakers in Canada earn $30,000 a year.", ["canada"]),
        ("A baker earns $30,000 a year in Peru.", ["peru"]),
        ("Bakers at Google earn $50,000 a year in India.", ["india"]),
        # One sentence on several places: each amount with the place whose money it is.
        ("Bakers earn ₹300,000 a year in India and £25,000 a year in the United Kingdom.",
         ["india", "united-kingdom"]),
        ("# Baker\n\n## Salary in Canada\n\nThe pay is C$50,000 a year.", ["canada"]),
        ("# Baker\n\n## Salary in Canada\n\nThe pay is $50,000 a year.", ["canada"]),
        ("# Baker pay\n\n## India\n\nBakers earn ₹300,000 a year.\n\n## Canada\n\nBakers earn "
         "C$40,000 a year.", ["india", "canada"]),
        ("# Baker pay\n\n## Toronto\n\nBakers earn C$41,000 a year.", ["toronto"]),
        # Nothing names a place: the one country that uses the money, if there is one only.
        ("Bakers earn ₹300,000 a year.", ["india"]),
        ("Bakers earn €30,000 a year.", [""]),
    ],
)  # fmt: skip
def test_where_it_is_paid(text: str, places: list[str]) -> None:
    assert [salary.place for salary in salaries(text)] == places


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("# Pilot\n\n## Salary\n\nThe pay is $90,000 a year.", ["pilot"]),
        ("# Pilot\n\n## Salary\n\nWelders earn $50,000 a year.", ["welder"]),
        ("The pay is $90,000 a year.", [""]),
        ("Pilots earn $90,000 a year. They are paid $100,000 in Canada.", ["pilot", "pilot"]),
    ],
)
def test_who_earns_it(text: str, roles: list[str]) -> None:
    assert [salary.role for salary in salaries(text)] == roles


def test_a_list_of_employers() -> None:
    found = salaries(
        "# Pilot pay\n\nSalaries of pilots in the United States:\n\n"
        "- Google: $200,000 a year\n- Amazon: $180,000 a year\n"
    )
    assert [(s.employer, s.low, s.place, s.role) for s in found] == [
        ("google", 200_000, "united-states", "pilot"),
        ("amazon", 180_000, "united-states", "pilot"),
    ]


@pytest.mark.parametrize("above", ["", "# Pilots\n\nHow they are paid:\n\n"])
def test_a_table_of_employers(above: str) -> None:
    found = salaries(
        f"{above}| Employer | Annual salary |\n|---|---|\n| Google | $200,000 |\n"
        "| Amazon | $180,000 |\n"
    )
    assert [(s.employer, s.low, s.period) for s in found] == [
        ("google", 200_000, "year"),
        ("amazon", 180_000, "year"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bakers rise early.",
        "The salary is good.",
        "Pay rose by 30% in 5 years.",
        "The market for bread is worth $5 billion, and bakers earn well.",
        "An oven costs $2,000.",
        "Bakers bake 30,000 loaves a year.",
    ],
)
def test_what_is_no_pay(text: str) -> None:
    assert salaries(text) == []


def test_pay_that_two_documents_state_is_given_twice() -> None:
    texts = {"a": "Bakers earn $30,000 a year.", "b": "A baker earns $30,000 a year, they say."}
    assert [s.document for s in Assistant.from_texts(texts).salaries()] == ["a", "b"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Bakers earn $30,000 a year.",
                "In India, welders are paid 5 to 7 LPA.",
                "# Pay in Canada\n",
                "- Google: $200,000",
                "| Where | Salary |\n|---|---|\n| Peru | $5 |",
                "The pay is £12.50 – 13 an hour; €5 to some.",
                "They bake.",
            ]
        ),
        min_size=1,
        max_size=6,
    ).map("\n\n".join)
)
def test_every_salary_stands_where_it_says(text: str) -> None:
    assistant = Assistant.from_texts({"text": f"They bake.\n\n{text}"})
    for salary in assistant.salaries():
        held = assistant.documents[salary.document].text[salary.start : salary.end]
        assert held == salary.text
        assert salary.printed in held
        assert 0 < salary.low <= salary.high
        assert len(salary.currency) == 3


def test_salaries_and_what_backs_them_agree() -> None:
    for paid in material_of({"text": "Bakers earn $30,000 a year. Pilots earn $90,000."}).salaries:
        assert paid.view.text == paid.salary.text
        assert (paid.view.unit.start, paid.view.unit.end) == (paid.salary.start, paid.salary.end)
