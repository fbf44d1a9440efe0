"""Answers in sentences: the best first, few, and none twice."""

from __future__ import annotations

import pytest
from core_support import check, material_of, quotes, told, understood, views_of, weighed

from assistant import Assistant
from assistant.answering.evidence import Weigher
from assistant.answering.prose import FEW, SENTENCES, WORDS, claims, prose, same
from assistant.records import Part


def written(question: str, texts: dict[str, str]) -> Part:
    material = material_of(texts)
    evidence = tuple(e for e in weighed(question, material) if e.view.says)
    weigher = Weigher(understood(question), material.searcher, material.lexicon)
    return prose(material.writer(), evidence, weigher, material.viewer)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Bakers bake warm bread.", "Bakers bake warm bread.", True),
        ("Bakers bake warm bread.", "A baker bakes the warm bread", True),
        ("Bakers bake warm bread.", "Bakers bake warm bread at dawn in winter villages.", False),
        ("Bakers bake warm bread.", "Welders join cold metal.", False),
    ],
)
def test_units_that_say_the_same(one: str, other: str, alike: bool) -> None:
    first, second = views_of(one)[0], views_of(other)[0]
    assert same(first, second) is alike
    assert same(second, first) is alike


def test_claims_unite_what_says_the_same() -> None:
    texts = {"a": "Bakers bake warm bread.", "b": "A baker bakes warm bread!", "c": "Bread sells."}
    united = claims(weighed("Do bakers bake warm bread?", material_of(texts)))
    assert [len(claim.views) for claim in united] == [2, 1]
    assert len({v.key for claim in united for v in claim.views}) == 3


def test_what_two_documents_say_is_told_once_and_cited_twice() -> None:
    texts = {"a": "Bakers bake warm bread.", "b": "A baker bakes warm bread!"}
    assistant = Assistant.from_texts(texts)
    answer = assistant.ask("Do bakers bake warm bread?")
    assert answer.text.count("[") == 2
    assert told(answer) == "Bakers bake warm bread."
    check(answer, assistant)


def test_an_answer_is_short() -> None:
    lines = [f"Bakers in village {n} knead dough of kind {n} with tool {n}." for n in range(40)]
    part = written("How do bakers knead dough?", {"a": " ".join(lines)})
    (row,) = part.rows
    assert 1 <= len(row) <= SENTENCES
    assert sum(len(s.text.split()) for s in row) <= WORDS


def test_a_short_answer_is_shorter() -> None:
    lines = [f"Bakers in village {n} knead dough of kind {n} with tool {n}." for n in range(40)]
    (row,) = written("How do bakers knead dough, in short?", {"a": " ".join(lines)}).rows
    assert 1 <= len(row) <= FEW


def test_a_long_first_sentence_is_told_whole() -> None:
    long = "Bakers knead dough " + " ".join(f"and then w{n}" for n in range(100)) + "."
    (row,) = written("How do bakers knead dough?", {"a": long}).rows
    assert row[0].text == long


def test_no_sentence_is_told_twice() -> None:
    text = "Bakers knead dough. They knead dough by hand. It takes time. Bakers knead dough daily."
    (row,) = written("How do bakers knead dough?", {"a": text}).rows
    assert len({s.text for s in row}) == len(row)


def test_a_sentence_comes_with_what_it_goes_on_from() -> None:
    text = "Bakers use a kneader. It saves hours of toil. Welders join metal in cold halls."
    answer = Assistant.from_texts({"a": text}).ask("What saves bakers hours of toil?")
    assert quotes(answer)[:2] == ["Bakers use a kneader.", "It saves hours of toil."]


def test_what_has_nothing_to_do_with_the_question_stays_out() -> None:
    text = "Bakers knead dough.\n\nWelders join metal.\n\nPilots fly planes."
    (row,) = written("Who kneads dough?", {"a": text}).rows
    assert [s.text for s in row] == ["Bakers knead dough."]


def test_another_document_is_cited_only_for_what_it_adds() -> None:
    texts = {
        "a": "Bakers knead dough in wooden bowls.",
        "b": "Dough that bakers knead rests for long on cold stone.",
    }
    assistant = Assistant.from_texts(texts)
    alone = assistant.ask("How do bakers knead dough?")
    assert {c.document for c in alone.citations} == {"a"}
    both = assistant.ask("How do bakers knead dough in bowls and on stone?")
    assert {c.document for c in both.citations} == {"a", "b"}


def test_another_roles_sentence_is_not_told_of_the_role_asked_about() -> None:
    texts = {
        "baker": "# Baker\n\n## Skills\n\nBakers need patience and skills in kneading.",
        "welder": "# Welder\n\n## Skills\n\nWelders need steady hands.",
    }
    answer = Assistant.from_texts(texts).ask("What skills do they need for welder?")
    assert quotes(answer) == ["Welders need steady hands."]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "What role does yeast play in baking?",
            ["Yeast plays a vital role in baking.", "Gas from sugar lifts the dough."],
        ),
        ("Who sells yeast?", ["Millers sell yeast."]),
    ],
)
def test_a_few_words_are_followed_by_the_sentence_behind_them(
    question: str, said: list[str]
) -> None:
    loaf = "Yeast plays a vital role in baking. Gas from sugar lifts the dough. Salt does not."
    part = written(question, {"loaf": loaf, "shop": "Millers sell yeast.\n\n## Hours\n\nAll day."})
    assert [statement.text for statement in part.rows[0]] == said


def test_what_follows_a_few_words_is_of_the_same_people() -> None:
    text = "Welders need steady hands for metal. Bakers need warm ovens."
    answer = Assistant.from_texts({"a": text}).ask("Do welders need steady hands for metal?")
    assert "ovens" not in told(answer)
