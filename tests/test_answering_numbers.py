"""Numbers and amounts that a question wants, and evidence that holds none of the right kind."""

from __future__ import annotations

import pytest

from assistant import Assistant

FIGURES = "# Baker\n\nBakers work 38 hours a week. Bakers bake bread in warm ovens."


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("How many hours a week do bakers work?", False),
        ("How many loaves do bakers bake in ovens?", True),
        # What is counted stands beside its number, however else the question is put.
        ("How many hours weekly would a baker slave away, on a typical shift?", False),
        # A number of something else.
        ("What is the average age of bakers?", True),
        ("How many holidays a week do bakers have?", True),
    ],
)
def test_a_number_is_only_answered_by_a_number(question: str, refused: bool) -> None:
    assert Assistant.from_texts({"baker": FIGURES}).ask(question).abstained is refused
