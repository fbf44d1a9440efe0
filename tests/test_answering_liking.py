"""Offering the roles that do what somebody likes to do."""

from __future__ import annotations

import pytest
from core_support import CRAFTS

from assistant import Assistant


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts(CRAFTS)


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
