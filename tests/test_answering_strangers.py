from __future__ import annotations

import pytest

from assistant import Assistant

_PAGE = """---
role: {name}
titles: []
---
# {title}

## Duties

The duties of a {name} are:

- A {name} prepares the annual report.
- A {name} repairs a wooden instrument.
"""
NAMES = ("violin maker", "glass blower")
EXACT = Assistant.from_texts({f"{n}.md": _PAGE.format(name=n, title=n.capitalize()) for n in NAMES})
LOOSE = Assistant.from_texts(
    {f"{n}.md": _PAGE.replace("titles: []\n", "").format(name=n, title=n) for n in NAMES}
)


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("What does a ghost violin maker do?", "ghost violin maker"),
        ("What are the duties of lunar glass blowers?", "lunar glass blowers"),
        ("What does an annual violin do?", "annual violin"),
        ("What are the duties of a florbist?", "florbist"),
    ],
)
def test_people_that_nobody_knows_are_refused_by_name(question: str, unknown: str) -> None:
    answer = EXACT.ask(question)
    assert answer.status == "abstained"
    assert f"The documents say nothing about “{unknown}”." in answer.text
    assert answer.citations == ()


def test_a_known_role_at_the_end_of_the_name_is_offered() -> None:
    answer = EXACT.ask("What does a ghost violin maker do?")
    assert "They do tell of violin makers." in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What does a violin maker do?",
        "What are the duties of glass blowers?",
        "What does a good violin maker do?",
        "What does a wooden violin maker do?",
    ],
)
def test_people_that_are_known_are_answered(question: str) -> None:
    assert EXACT.ask(question).status == "answered"


def test_other_collections_are_left_alone() -> None:
    assert "say nothing about “ghost" not in LOOSE.ask("What does a ghost violin maker do?").text
