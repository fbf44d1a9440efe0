from __future__ import annotations

import pytest

from assistant import Assistant

_PAGE = """---
role: {name}
titles: []
---
# {title}

## What the role is

A {name} makes things of {thing}.
The job titles of a {name} are {thing} hand and {thing} master.

## Education and entry

A {name} needs a {need}.
A {name} learns for three years with a master.
A {name} should like {thing}.
Most find work at once.
Few leave early.
"""
ASSISTANT = Assistant.from_texts(
    {
        "a.md": _PAGE.format(
            name="violin maker", title="Violin maker", thing="wood", need="diploma"
        ),
        "b.md": _PAGE.format(
            name="glass blower", title="Glass blower", thing="glass", need="degree"
        ),
    }
)


@pytest.mark.parametrize(
    "question",
    ["What education does a violin maker need?", "How do I become a violin maker?",
     "Do I need a degree to be a violin maker?"],
)  # fmt: skip
def test_a_section_is_told_in_its_order(question: str) -> None:
    answer = ASSISTANT.ask(question)
    assert answer.status == "answered"
    assert answer.text.startswith("A violin maker needs a diploma. [1] A violin maker learns")
    assert "glass" not in answer.text
    assert "Few leave" not in answer.text


def test_each_of_several_roles_is_told() -> None:
    text = ASSISTANT.ask("What education do violin makers and glass blowers need?").text
    assert "diploma" in text
    assert "A glass blower needs a degree." in text


def test_what_a_role_is_and_is_called_stands_where_its_document_opens() -> None:
    assert ASSISTANT.ask("What is a glass blower?").text.startswith("A glass blower makes things")
    text = ASSISTANT.ask("What job titles does a glass blower have?").text
    assert text.startswith("The job titles of a glass blower are glass hand")


def test_a_question_with_a_subject_of_its_own_is_left_to_the_search() -> None:
    answer = ASSISTANT.ask("Does a violin maker need education in wood?")
    assert not answer.text.startswith("A violin maker needs a diploma. [1] A violin maker learns")
