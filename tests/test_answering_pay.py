"""Answers about pay: the figures of whom and where is asked, and never another's."""

from __future__ import annotations

import pytest
from core_support import check, material_of, quotes, told, understood

from assistant import Assistant
from assistant.answering.pay import Places, extreme, pay_answer, search_pay
from assistant.lexicon import load_lexicon

PAY = {
    "baker": (
        "# Baker\n\n## Salary\n\nBakers in Canada earn C$35,000 a year. "
        "Bakers in India earn ₹300,000 a year. In 2019 bakers in Canada earned C$31,000 a year."
    ),
    "pilot": (
        "# Pilot\n\n## Salary\n\nSalaries of pilots in the United States:\n\n"
        "- Google: $200,000 a year\n- Amazon: $180,000 a year\n- Microsoft: $150,000 a year\n"
    ),
    "welder": "# Welder\n\nA welder joins metal. Welders need steady hands.",
}


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts(PAY)


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("How much does a baker earn in Canada?", ["C$35,000"]),
        ("What is the salary of bakers in India?", ["₹300,000"]),
        ("baker salary india", ["₹300,000"]),
        ("What did bakers in Canada earn in 2019?", ["C$31,000"]),
        ("How much does Google pay pilots?", ["$200,000"]),
        ("What does a pilot earn at Amazon?", ["$180,000"]),
        ("How much do pilots earn in the US?", ["$200,000", "$180,000", "$150,000"]),
        ("Which company pays pilots the most?", ["$200,000"]),
        ("Who pays pilots best?", ["$200,000"]),
        ("Which company pays pilots the least?", ["$150,000"]),
        ("How much do bakers earn?", ["C$35,000", "₹300,000"]),
    ],
)
def test_gives_the_figures_asked_for(
    assistant: Assistant, question: str, figures: list[str]
) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert [f for f in figures if f not in told(answer)] == []
    others = {"C$35,000", "₹300,000", "$200,000", "$180,000", "$150,000"} - set(figures)
    assert [f for f in others if f in told(answer).replace("C$", "C$ ")] == []
    check(answer, assistant)


@pytest.mark.parametrize(
    "question",
    [
        "How much does a baker earn in Peru?",
        "How much does a baker earn in Toronto?",
        "How much do bakers earn in London?",
        "How much does a pilot earn in India?",
        "How much do bakers earn at Google?",
        "How much does Netflix pay pilots?",
        "How much does a welder earn?",
        "How much does a welder earn in Canada?",
        "How much does a nurse earn?",
        "How much can I earn as a nurse?",
        "How much can I earn as a nurse in Canada?",
        "nurse salary",
        "What do pilots earn in 2015?",
        "What did bakers in India earn in 2019?",
        "Which company pays bakers the most in Peru?",
        "How much do pilots earn at Google in India?",
    ],
)
def test_another_place_employer_role_or_year_is_never_told_instead(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.abstained
    assert all(citation.nearby for citation in answer.citations)
    check(answer, assistant)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("How much does a baker earn in Peru?", "Peru"),
        ("How much does Netflix pay pilots?", "Netflix"),
        ("How much does a nurse earn?", "nurse"),
        ("How much do pilots earn in 2015?", "2015"),
    ],
)
def test_a_refusal_names_what_is_missing(assistant: Assistant, question: str, named: str) -> None:
    assert named in told(assistant.ask(question))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("A baker earns $30,000 a year in Peru.", "How much does a baker earn in Peru?"),
        ("Bakers in Canada earn $30,000 a year.", "What do bakers earn in Canada?"),
        ("Pilots earn $100,000 a year in Georgia.", "What do pilots earn in Georgia?"),
        ("Pilots in Toronto earn C$90,000 a year.", "What do pilots earn in Canada?"),
        ("Pilots earn ₹5 lakh a year.", "What do pilots earn in India?"),
        ("# Pilot\n\n## Salary in Peru\n\nThe pay is $9,000 a year.",
         "How much does a pilot earn in Peru?"),
    ],
)  # fmt: skip
def test_a_place_that_the_text_names_is_known(text: str, question: str) -> None:
    answer = Assistant.from_texts({"text": text}).ask(question)
    assert answer.status == "answered"
    assert len(answer.citations) == 1


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("A baker earns $30,000 a year in Peru.", "How much does a baker earn in the US?"),
        ("Bakers in Canada earn $30,000 a year.", "How much do bakers earn in America?"),
        ("Pilots in Canada earn C$90,000 a year.", "What do pilots earn in Toronto?"),
    ],
)
def test_pay_elsewhere_is_not_pay_here(text: str, question: str) -> None:
    assert Assistant.from_texts({"text": text}).ask(question).abstained


def test_pay_of_two_roles_is_told_of_both() -> None:
    texts = {
        "a": "Bakers in the United States earn $50,000 a year.",
        "b": "Pilots at Google earn between $50,000 and $60,000 a year.",
    }
    answer = Assistant.from_texts(texts).ask("How much do bakers and pilots earn?")
    assert answer.status == "answered"
    assert set(quotes(answer)) == set(texts.values())


def test_what_two_documents_state_is_told_once_with_both_cited() -> None:
    texts = {"a": "Bakers earn $30,000 a year.", "b": "A baker earns $30,000 a year, we hear."}
    answer = Assistant.from_texts(texts).ask("How much does a baker earn?")
    (part,) = answer.parts
    (row,) = part.rows
    assert [statement.citations for statement in row] == [(1, 2)]


def test_many_figures_make_a_table() -> None:
    names = ("Google", "Amazon", "Microsoft", "Netflix", "IBM", "Uber")
    items = "".join(f"- {name}: ${100 + 10 * at},000 a year\n" for at, name in enumerate(names))
    text = f"# Pilot\n\n## Salary\n\nSalaries of pilots:\n\n{items}"
    assistant = Assistant.from_texts({"text": text})
    answer = assistant.ask("How much do pilots earn?")
    table = next(part for part in answer.parts if part.kind == "table")
    assert len(table.rows) == len(names)
    assert all(len(row) == len(table.header) for row in table.rows)
    assert len(answer.citations) == len(names)
    check(answer, assistant)


def test_a_unit_error_of_the_source_is_explained() -> None:
    text = "A welder in India earns Rs. 14,62,000 LPA."
    answer = Assistant.from_texts({"text": text}).ask("How much does a welder earn in India?")
    assert answer.status == "answered"
    assert "14.62 LPA" in told(answer)
    assert answer.parts[-1].rows[0][0].citations == (1,)


@pytest.mark.parametrize(
    "question",
    [
        "What does a welder do?",
        "What skills does a pilot need?",
        "Does experience pay off for pilots?",
        "Why do pilots earn so much?",
        "What affects the pay of pilots?",
        "hello",
        "",
    ],
)
def test_other_questions_are_left_to_others(question: str) -> None:
    assert pay_answer(understood(question), material_of(PAY)) is None


@pytest.mark.parametrize(
    ("question", "missing", "count"),
    [
        ("How much do bakers earn?", "", 3),
        ("How much do bakers earn in Canada?", "", 2),
        ("How much do bakers earn in Canada in 2019?", "", 1),
        ("How much do bakers earn in Peru?", "place", 0),
        ("How much do bakers earn at Google?", "employer", 0),
        ("How much do welders earn?", "role", 0),
        ("How much do bakers earn in 2015?", "year", 0),
        ("How much does anyone earn?", "", 6),
    ],
)
def test_conditions_are_applied_one_by_one(question: str, missing: str, count: int) -> None:
    material = material_of(PAY)
    search = search_pay(understood(question), material.salaries, material.lexicon)
    assert (search.missing, len(search.found)) == (missing, count)
    assert bool(search.before) is bool(missing)


@pytest.mark.parametrize(
    ("question", "employers"),
    [
        ("Which company pays pilots the most?", ["google"]),
        ("Who pays the lowest salary to pilots?", ["microsoft"]),
        ("How much do pilots earn?", []),
        ("Who pays pilots the most and who the least?", []),
    ],
)
def test_the_best_and_the_worst_paid(question: str, employers: list[str]) -> None:
    pilots = [p for p in material_of(PAY).salaries if p.salary.role == "pilot"]
    found = extreme(understood(question), pilots)
    assert [paid.salary.employer for paid in found] == employers


@pytest.mark.parametrize(
    ("place", "asked", "inside"),
    [
        ("toronto", "canada", True),
        ("canada", "canada", True),
        ("canada", "toronto", False),
        ("peru", "south-america", True),
        ("toronto", "united-states", False),
        ("", "canada", False),
        ("nowhere", "canada", False),
    ],
)
def test_places_within_places(place: str, asked: str, inside: bool) -> None:
    assert Places(load_lexicon()).within(place, asked) is inside


@pytest.mark.parametrize("question", ["Are bakers in Canada paid well?", "Do bakers earn well?"])
def test_whether_they_earn_well_is_told_in_figures(question: str) -> None:
    answer = pay_answer(understood(question), material_of(PAY))
    assert answer is not None
    assert "35,000" in told(answer)


def test_a_role_without_pay_in_the_place_asked_for_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("Who earns more in Canada, bakers or pilots?")
    assert answer.status == "partial"
    assert "C$35,000" in told(answer)
    assert "no such figure of pilots" in told(answer)
    check(answer, assistant)


def test_pay_under_a_condition_that_no_figure_speaks_of_is_refused() -> None:
    held = PAY | {"study": "# Study\n\n## Education\n\nA baker needs no degree, says a guide."}
    assistant = Assistant.from_texts(held)
    answer = assistant.ask("How much do bakers in Canada earn with a degree?")
    assert answer.abstained
    assert "no pay with a degree" in told(answer)
    check(answer, assistant)
