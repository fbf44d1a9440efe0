"""Offering the roles that do what somebody likes to do."""

from __future__ import annotations

import pytest

from assistant import Assistant

_PAGE = """---
role: {name}
---
# {title}

## What a {name} does

A {name} {work}.

## Duties

- {duty}

## Pay

A {name} in Peru earns ${pay},000 a year.
"""
_ROLES = {
    "kelp farmer": ("grows kelp on ropes in the sea", "Drying the kelp.", 31),
    "wick cutter": ("cuts and dips wicks", "Melting wax.", 32),
    "lamp trimmer": ("cuts wicks and polishes lamps", "Filling lamps.", 33),
    "reed binder": ("repairs roofs of houses", "Carrying reed.", 34),
}


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts(
        {
            f"{name}.md": _PAGE.format(name=name, title=name.title(), work=work, duty=duty, pay=pay)
            for name, (work, duty, pay) in _ROLES.items()
        }
    )


def test_the_roles_that_do_what_somebody_likes_are_offered(assistant: Assistant) -> None:
    answer = assistant.ask("I love cutting wicks. Which job suits me?")
    assert answer.status == "answered"
    assert "nearest to “cutting wicks”" in answer.text
    (offered,) = [part for part in answer.parts if part.kind == "list"]
    assert [row[0].text for row in offered.rows] == [
        "A wick cutter cuts and dips wicks.",
        "A lamp trimmer cuts wicks and polishes lamps.",
    ]


def test_of_named_roles_the_one_is_told_that_does_what_somebody_likes(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("I enjoy carrying heavy reed. Lamp trimmer or reed binder?")
    (offered,) = [part for part in answer.parts if part.kind == "list"]
    assert [row[0].text for row in offered.rows] == ["Reed binder – Carrying reed."]


def test_what_nobody_does_is_offered_by_nobody(assistant: Assistant) -> None:
    assert "nearest to" not in assistant.ask("I love taming lions. Which job suits me?").text
