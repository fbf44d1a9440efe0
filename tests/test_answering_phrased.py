"""How far a question is one that is noted beside a sentence, and what comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.answering.phrased import Phrased, stems_of_each
from assistant.answering.views import View

TEXT = """# Nurse

## Work

A nurse cares for the sick.
A nurse notes the temperature of each patient.
A nurse may be on duty at Christmas.

## Pay

A nurse earns $30,000 a year in Peru.
A hospital in Peru pays a nurse a premium for nights.
"""
NOTES = """
<!-- asked
A nurse may be
  will I miss the turkey with my family; do they get bank holidays off
A nurse cares
  who looks after the poorly
A hospital in Peru
  could a vampire buy more garlic
-->
"""


@pytest.fixture(scope="module")
def plain() -> Assistant:
    return Assistant.from_texts({"nurse.md": TEXT})


@pytest.fixture(scope="module")
def noting() -> Assistant:
    return Assistant.from_texts({"nurse.md": TEXT + NOTES})


def likeness(assistant: Assistant, question: str) -> dict[str, float]:
    """Give how alike a question is to what is noted beside each sentence."""
    material = assistant._answerer.material
    asked = assistant._answerer.understanding.understand(question)
    phrased = Phrased(asked, material.searcher)
    views = (v for p in assistant.passages for v in material.viewer.views(p) if v.noted)
    return {view.text: phrased.of(view) for view in views}


def test_the_likest_sentence_is_told(plain: Assistant, noting: Assistant) -> None:
    question = "Would I miss Christmas turkey with the family?"
    answer = noting.ask(question)
    assert answer.status == "answered"
    assert answer.citations[0].quote == "A nurse may be on duty at Christmas."
    asked = "Could vampires buy any more garlic?"
    before = plain.ask(asked)
    assert before.abstained or not before.citations[0].quote.startswith("A hospital in Peru")
    assert noting.ask(asked).citations[0].quote.startswith("A hospital in Peru")


def test_what_is_noted_is_never_quoted(noting: Assistant) -> None:
    answer = noting.ask("Will I miss the turkey with my family?")
    assert "turkey" not in str(answer.to_dict()["parts"])
    for c in answer.citations:
        assert noting.documents[c.document].text[c.start : c.end] == c.quote


def test_a_noted_question_answers_none_on_another_place(noting: Assistant) -> None:
    assert noting.ask("Could a vampire buy more garlic in Norway?").abstained


def test_an_equal_question_is_liker_than_one_that_shares_a_word(noting: Assistant) -> None:
    sentence = "A nurse cares for the sick."
    equal = likeness(noting, "who looks after the poorly")
    partly = likeness(noting, "who sits with the poorly at night")
    # The likest counts a quarter; of the rest, each stem is noted once: 1 / (1 + 1.2).
    assert equal[sentence] == pytest.approx(0.25 + 0.75 / 2.2)
    assert equal[sentence] > partly[sentence] > 0
    assert equal["A nurse may be on duty at Christmas."] == 0


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_likeness_is_between_0_and_1(question: str) -> None:
    assistant = Assistant.from_texts({"nurse.md": TEXT + NOTES})
    assert all(0 <= value <= 1 for value in likeness(assistant, question).values())


def test_a_saved_index_keeps_the_notes(noting: Assistant, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "nurse.md").write_text(TEXT + NOTES, encoding="utf-8")
    saved = Assistant.from_folder(folder, cache=tmp_path / "kept")
    opened = Assistant.from_folder(folder, cache=tmp_path / "kept")
    for question in ("Will I miss the turkey?", "Could a vampire buy more garlic?"):
        assert saved.ask(question) == opened.ask(question) == noting.ask(question)
    assert opened.documents["nurse.md"].notes == noting.documents["nurse.md"].notes


def test_views_hold_the_stems_of_each_question(noting: Assistant) -> None:
    views: list[View] = [
        v
        for p in noting.passages
        for v in noting._answerer.material.viewer.views(p)
        if "Christmas" in v.text
    ]
    assert frozenset({"miss", "turkey", "famili"}) in stems_of_each(views[0].unit.phrasings)
    assert "holiday" in views[0].noted


def test_another_word_for_what_is_noted_counts_less() -> None:
    note = "\n<!-- asked\nA nurse notes\n  does the salary rise on a ward\n-->\n"
    assistant = Assistant.from_texts({"nurse.md": TEXT + note})
    sentence = "A nurse notes the temperature of each patient."
    own, other, none = (
        likeness(assistant, f"Does the {word} rise on a ward?")[sentence]
        for word in ("salary", "wage", "tide")
    )
    assert own > other > none > 0


def test_a_strict_facet_is_not_told_by_words_that_are_noted_elsewhere() -> None:
    note = "\n<!-- asked\nA nurse earns\n  how much does the average nurse earn in Peru\n-->\n"
    assistant = Assistant.from_texts({"nurse.md": TEXT + note})
    assert assistant.ask("How old is the average nurse?").abstained
    assert assistant.ask("How much does the average nurse earn in Peru?").status == "answered"
