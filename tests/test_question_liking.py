"""What somebody who asks which job to take would like to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.lexicon import load_lexicon
from assistant.question import Understanding

UNDERSTANDING = Understanding(load_lexicon())


@pytest.mark.parametrize(
    ("question", "liked"),
    [
        ("I love drawing charts. Which job suits me?", "drawing charts"),
        ("What career is good for someone who enjoys cooking?", "cooking"),
        ("I'm good at drawing, what job should I take?", "drawing"),
        ("I'd like to help sick children. Which occupations do that?", "help sick children"),
        ("I enjoy building things more than selling them. Nurse or welder?", "building things"),
        ("I'd like to know which job pays best", ""),
        ("I like it. Which job is it?", ""),
        ("I love drawing charts. What does a nurse do?", ""),
        ("Which job pays best?", ""),
        ("I'd rather not code. Which job suits me?", ""),
        ("I love data. Do data scientists or data engineers earn more?", ""),
        ("I like cooking. Which job pays best?", ""),
        ("I enjoy training models. What is the best city to work in?", ""),
    ],
)
def test_what_somebody_would_like_to_do(question: str, liked: str) -> None:
    assert UNDERSTANDING.understand(question).liked == liked


@given(
    st.lists(
        st.sampled_from(
            ["I", "love", "like", "to", "cook", "which", "job", "suits", "me", "?", "."]
        ),
        max_size=12,
    )
)
def test_what_is_liked_is_always_a_part_of_the_message(words: list[str]) -> None:
    message = " ".join(words)
    assert UNDERSTANDING.understand(message).liked in message
