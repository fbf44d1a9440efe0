"""The things that a question speaks of."""

from __future__ import annotations

import re

import pytest
from core_support import understood

from assistant.answering.things import groups

OR = re.compile("or", re.I)


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("Gas oven or clay oven?", [{"ga", "oven"}, {"clay", "oven"}]),
        ("Is the gas for the oven?", [{"ga"}, {"oven"}]),
        ("What is it?", []),
    ],
)
def test_words_that_stand_together_are_one_thing(question: str, things: list[set[str]]) -> None:
    assert [set(group.stems) for group in groups(understood(question), OR)] == things


def test_things_are_where_they_stand() -> None:
    text = "Gas oven or clay oven?"
    found = groups(understood(text), OR)
    assert [text[group.start : group.end] for group in found] == ["Gas oven", "clay oven"]
