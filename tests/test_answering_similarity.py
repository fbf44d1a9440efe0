"""What roles have in common."""

from __future__ import annotations

import pytest
from core_support import check, told

from assistant import Assistant

_PAGE = "# {0}\n\n## What a {0} does\n\nA {0} works.\n\n## Tools of a {0}\n\n{1}\n"
TEXTS = {
    "a.md": _PAGE.format("baker", "- Heat: oven, peel and torch.\n- Counting: scales."),
    "b.md": _PAGE.format("welder", "- Heat: Torch and electrode.\n- Safety: gloves."),
    "c.md": _PAGE.format("pilot", "- Sight: radar."),
}


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts(TEXTS)


@pytest.mark.parametrize(
    "question",
    [
        "What do bakers and welders have in common?",
        "What do a baker and a welder share?",
        "Are bakers and welders similar?",
    ],
)
def test_what_both_lists_name_is_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert told(answer) == "Both have torch among their tools."
    assert {c.document for c in answer.citations} == {"a.md", "b.md"}
    check(answer, assistant)


def test_what_is_said_of_both_comes_first() -> None:
    likened = "Bakers and welders are similar in that they work with heat."
    answer = Assistant.from_texts({**TEXTS, "d.md": likened}).ask("Are bakers and welders similar?")
    assert told(answer).startswith(likened)
    assert told(answer).endswith("Both have torch among their tools.")


def test_lists_with_nothing_in_common_are_not_likened(assistant: Assistant) -> None:
    assert "Both have" not in told(assistant.ask("What do bakers and pilots have in common?"))
