"""What the wording of a message shows: its question, its parts, the kind of thing wanted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.wording import (
    asks_own,
    compares_asker,
    focus,
    is_brief,
    is_name,
    is_of_asker,
    negates,
    split_questions,
    wanted,
)

STORY = (
    "I have baked bread for twenty years in my father's shop and now that it closes I would "
    "really love to know what a welder has to learn before anyone hires him"
)


@pytest.mark.parametrize(
    ("text", "asks", "tells"),
    [
        ("What do bakers earn in Peru?", "What do bakers earn in Peru?", ""),
        (
            "I baked for years. What does a welder earn in Peru?",
            "What does a welder earn in Peru?",
            "I baked for years.",
        ),
        ("My shop closed.\nWhich tools do welders use?", "Which tools do welders use?",
         "My shop closed."),
        ("bakers pay", "bakers pay", ""),
        ("", "", ""),
        ("Is baking done in artisan language?", "Is baking done in artisan language?", ""),
        # "Such a" points to what was told.
        ("My bread burns. Who sells such an oven?", "My bread burns. Who sells such an oven?", ""),
        # How the answer should be put is not asked about.
        ("What is an oven, in plain-people speak?", "What is an oven?", ""),
        ("Explain to my gran what a baker does", "Explain what a baker does", ""),
        ("What do bakers earn, before tax I mean?", "What do bakers earn?", ""),
        # Alone, "Is it hard?" says too little to leave the rest out.
        ("I want to bake bread. Is it hard?", "I want to bake bread. Is it hard?", ""),
    ],
)  # fmt: skip
def test_focus_parts_the_question_from_the_story(text: str, asks: str, tells: str) -> None:
    assert focus(text) == (asks, tells)


def test_focus_finds_an_indirect_question_in_a_long_story() -> None:
    assert focus(STORY)[0] == "what a welder has to learn before anyone hires him"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("What do bakers do?", ["What do bakers do?"]),
        ("What do bakers and welders do?", ["What do bakers and welders do?"]),
        ("What is C++ and C?", ["What is C++ and C?"]),
        ("bread and butter", ["bread and butter"]),
        ("", [""]),
        (
            "What skills do I need and how much does it pay?",
            ["What skills do I need", "how much does it pay?"],
        ),
        (
            "What do bakers do? What do they earn?",
            ["What do bakers do?", "What do they earn?"],
        ),
        ("Is it hard, and is it fun?", ["Is it hard", "is it fun?"]),
        (
            "What is A? What is B? What is C? What is D?",
            ["What is A?", "What is B?", "What is C?"],
        ),
        ("Do bakers get a bonus, and how much?", ["Do bakers get a bonus, and how much?"]),
    ],
)
def test_several_questions_are_told_apart(text: str, pieces: list[str]) -> None:
    assert list(split_questions(text)) == pieces


@given(st.text(alphabet=st.sampled_from("aWhat is? and.,;\nhow "), max_size=60))
def test_pieces_are_parts_of_the_message(text: str) -> None:
    pieces = split_questions(text)
    assert 1 <= len(pieces) <= 3
    assert all(piece in text for piece in pieces)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("How many welders are there?", "number"),
        ("How much time does it take?", "number"),
        ("How long does it take?", "number"),
        ("How old are pilots?", "number"),
        ("What percentage of nurses is male?", "number"),
        ("What time do bakers start?", "number"),
        ("Who invented bread?", "name"),
        ("Whose oven is it?", "name"),
        ("Is baking hard?", "yes-no"),
        ("Do welders need a degree?", "yes-no"),
        ("and can they bake?", "yes-no"),
        ("Why do bakers rise early?", "reason"),
        ("how come bakers rise early", "reason"),
        ("For what reason do they leave?", "reason"),
        ("What would I need an oven for in Peru?", "purpose"),
        ("what is yeast good for", "purpose"),
        ("What do bakers use yeast for?", ""),
        ("What skills is there demand for?", "list"),
        ("What do bakers look for?", ""),
        ("What's eating our jobs?", "list"),
        ("What is sourdough?", "definition"),
        ("Define sourdough", "definition"),
        ("What's a welder?", "definition"),
        ("What are the tools of a welder?", "list"),
        ("Name some tools", "list"),
        ("Which tools do welders use?", "list"),
        ("What does a course cost?", "amount"),
        ("how expensive is a course", "amount"),
        ("tell us about bread", ""),
        ("bread", ""),
        ("", ""),
    ],
)
def test_the_kind_of_thing_wanted(text: str, kind: str) -> None:
    assert wanted(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Which skills are not needed for bakers?",
        "What do welders never use?",
        "What don't bakers need?",
        "what dont bakers need",
        "Which degrees are unnecessary?",
    ],
)
def test_a_question_for_what_is_not_so(text: str) -> None:
    assert negates(text)


@pytest.mark.parametrize(
    "text",
    [
        "Which skills are needed for bakers?",
        "Explain reinforcement learning",
        "What is the most important part of the work?",
        "I want to learn baking, what do I need?",
        "What different use has an oven?",
        "Which equipment do bakers use?",
        "Do bakers have notable skills?",
        "",
    ],
)
def test_a_question_for_what_is_so(text: str) -> None:
    assert not negates(text)


@pytest.mark.parametrize(
    "text",
    [
        "I was a |nurse. What does a welder do?",
        "I am a |nurse, can I become a pilot?",
        "I'm a |nurse",
        "I’m currently a |nurse",
        "I work as a |nurse; what do pilots earn?",
        "I worked as an |nurse",
        "i am a senior |nurse",
    ],
)
def test_what_the_asker_is(text: str) -> None:
    assert is_of_asker(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize(
    "text",
    [
        "Can I work as a |nurse without a degree?",
        "What if I work as a |nurse at night?",
        "What does a |nurse earn?",
        "How much can I earn as a |nurse?",
        "What is it like being a |nurse?",
        "What are the drawbacks of being a |nurse?",
        "Would I work at night as a |nurse?",
        "I want to become a |nurse",
        "|nurse",
    ],
)
def test_what_the_asker_asks_about(text: str) -> None:
    assert not is_of_asker(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        ("What is PyTorch?", "PyTorch", True),
        ("What is Sourdough?", "Sourdough", True),
        ("what is sourdough?", "sourdough", False),
        ("Sourdough is what?", "Sourdough", False),
        ("PyTorch is what?", "PyTorch", True),
        ("What? Sourdough it is", "Sourdough", False),
        ("WHAT IS SOURDOUGH", "SOURDOUGH", False),
        ("What Is Sourdough", "Sourdough", False),
        ("do I use GPT4 or 4", "GPT4", True),
        ("is it 4", "4", False),
    ],
)
def test_names(text: str, written: str, name: bool) -> None:
    assert is_name(written, text.index(written), text) is name


@pytest.mark.parametrize(
    ("text", "compares"),
    [
        ("I am a statistician. Do data scientists earn more than me?", True),
        ("Who of us earns more?", True),
        ("Would I earn more as a data engineer?", True),
        ("I am a nurse. What do vets do?", False),
        ("Tell me more about it.", False),
    ],
)
def test_whether_the_askers_own_job_is_compared(text: str, compares: bool) -> None:
    assert compares_asker(text) is compares


@pytest.mark.parametrize(
    ("text", "brief"),
    [
        ("What do bakers do, in two lines?", True),
        ("Briefly, what does a baker do?", True),
        ("what is yeast - keep it short", True),
        ("Do bakers stand in long lines?", False),
        ("How long is a short shift?", False),
    ],
)
def test_whether_a_short_answer_is_wanted(text: str, brief: bool) -> None:
    assert is_brief(text) is brief


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("I am a nurse. What can I rise to from here?", True),
        ("I'm a baker. Where do people like me earn most?", True),
        ("I weld pipes. How much should I ask for?", True),
        ("I bake. What is my next step?", True),
        ("I am a nurse. What does a pilot do?", False),
        ("Should I become a baker?", False),
    ],
)
def test_whether_the_askers_own_job_is_asked_about(text: str, own: bool) -> None:
    assert asks_own(text) is own


@pytest.mark.parametrize(
    "text",
    [
        "Explain it like I'm five: what does a nurse do?",
        "Explain to me as if I were a child what does a nurse do?",
    ],
)
def test_how_simply_it_is_to_be_explained_is_not_what_is_asked(text: str) -> None:
    assert "five" not in focus(text)[0] and "child" not in focus(text)[0]
