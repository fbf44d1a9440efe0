from __future__ import annotations

import pytest

from assistant import Assistant

_PAGE = """---
role: {name}
titles: [Rind Washer, Affineur]
---
# {title}

## Pay

A {name} in the United States earns ${pay} a year.

## Duties

- A {name} washes the rind.
- A {name} turns the {thing}.
"""


def _assistant(count: int) -> Assistant:
    names = ["cheese maker", "cellar keeper", "milk tester", "dairy packer", "herd counter"]
    return Assistant.from_texts(
        {
            f"{name}.md": _PAGE.format(
                name=name, title=name.title(), pay=f"4{n},000", thing="x" * n
            )
            for n, name in enumerate(names[:count], 1)
        }
    )


def test_of_a_few_each_is_answered_and_named() -> None:
    answer = _assistant(2).ask("How much does a rind washer earn?")
    assert answer.status == "answered"
    assert answer.text.startswith(
        "“rind washer” is a title of 2 occupations here: cellar keepers and cheese makers. "
        "Here is each."
    )
    assert "Cheese makers:" in answer.text
    assert "$41,000" in answer.text
    assert "$42,000" in answer.text
    assert {c.number for c in answer.citations} == {1, 2}


def test_of_many_the_names_are_given_and_which_is_asked() -> None:
    answer = _assistant(5).ask("What do affineurs earn?")
    assert answer.status == "clarify"
    assert "is a title of 5 occupations here" in answer.text
    assert "Which do you mean?" in answer.text
    assert "What do herd counters earn?" in answer.text
    assert answer.citations == ()


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("What does an affineur earn?", "What does a cheese maker earn?"),
        ("affineur salary", "cheese maker salary"),
        ("Does the affineur earn well?", "Does the cheese maker earn well?"),
    ],
)
def test_what_is_asked_back_is_a_question_of_its_own(asked: str, offered: str) -> None:
    assert offered in _assistant(5).ask(asked).text


def test_a_clear_question_is_left_alone() -> None:
    answer = _assistant(3).ask("How much does a cheese maker earn?")
    assert "occupations here" not in answer.text
    assert "$41,000" in answer.text


def _welders(*kinds: str) -> Assistant:
    page = (
        "---\nrole: {0} welder\ntitles: [welder]\n---\n# Work\n\nA {0} welder earns $41,000 a year."
    )
    return Assistant.from_texts({f"{kind}.md": page.format(kind) for kind in kinds})


def test_a_line_of_work_of_several_occupations_is_asked_back() -> None:
    answer = _welders("arc", "gas", "pipe", "spot").ask("Is welding well paid?")
    assert answer.status == "clarify"
    assert "“welding” fits 4 occupations here" in answer.text
    assert answer.suggestions[0] == "Is being an arc welder well paid?"


def test_a_line_of_work_of_one_occupation_is_that() -> None:
    assert "$41,000" in _welders("arc").ask("Does welding pay well?").text
