"""A question without a role is first asked of the role that a collection is about."""

from __future__ import annotations

from collections import Counter

from core_support import material_of, told, understood
from hypothesis import given
from hypothesis import strategies as st

from assistant import Assistant
from assistant.answering.home import AT_HOME, ELSEWHERE, SHARED, apart, asks_roles, home_of

BAKER = "# Baker\n\n" + "\n\n".join(
    f"## {name}\n\nBakers like {what}. Bakers know {what} well."
    for name, what in (("Skills", "dough"), ("Tools", "ovens"), ("Duties", "bread"),
                       ("Outlook", "shops"), ("Education", "schools"))
)  # fmt: skip
WELDER = "# Welder\n\n## Skills\n\nWelders need patience. Welders know ovens too."
TEXTS = {"baker": BAKER, "welder": WELDER}


def test_the_role_that_most_is_about_is_meant_where_none_is_named() -> None:
    material = material_of(TEXTS)
    assert material.home == "baker"
    assert material.meant(understood("Which skills are needed?")) == "baker"
    assert material.meant(understood("Which skills does a welder need?")) == ""
    assert material.meant(understood("Which jobs need patience?")) == ""


def test_its_passages_come_first_and_others_are_told_with_their_role() -> None:
    assistant = Assistant.from_texts(TEXTS)
    hits = assistant.search("What do they know of ovens?", 3)
    assert hits[0].passage.document == "baker"
    assert "patience" in told(assistant.ask("Which skills does a welder need?"))


def test_no_word_of_the_question_is_no_hit() -> None:
    assert Assistant.from_texts(TEXTS).search("xyzzy plugh", 5) == ()


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 50), max_size=6))
def test_a_home_stands_out(counts: dict[str, int]) -> None:
    home = home_of(Counter(counts))
    others = [n for role, n in counts.items() if role != home]
    if home:
        assert all(counts[home] >= AT_HOME * n for n in others)
    else:
        assert not counts or max(counts.values()) < AT_HOME * sorted(counts.values())[-2]


def test_how_far_a_subject_is_from_the_role_meant() -> None:
    assert apart(frozenset(), "baker") == apart(frozenset({"baker"}), "baker") == 0.0
    assert apart(frozenset({"baker", "welder"}), "baker") == SHARED
    assert apart(frozenset({"welder"}), "baker") == ELSEWHERE
    assert apart(frozenset({"welder"}), "") == 0.0


def test_questions_about_roles_in_general() -> None:
    for text in ("Which jobs pay well?", "Which of them pays more?", "What is the best paid job?"):
        assert asks_roles(understood(text))
    for text in ("What does the job pay?", "Is it hard?"):
        assert not asks_roles(understood(text))
