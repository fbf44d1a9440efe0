"""The records and what they derive: text with markers, plain data, spans."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError

import pytest

from assistant.records import (
    Answer,
    Citation,
    Document,
    Part,
    Passage,
    Question,
    Slot,
    Statement,
    Unit,
    Variant,
)

CITATION = Citation(1, "baker.md", "Baker", "They rise.", 10, 20, "Early. They rise.", 3, ("Day",))


def answer_of(*parts: Part) -> Answer:
    return Answer(Question("what?", "what?"), "answered", parts, (CITATION,))


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (Part("prose", ((Statement("A.", (1,)), Statement("B.", (1, 2))),)), "A. [1] B. [1][2]"),
        (Part("prose", ((Statement("Ours."),),)), "Ours."),
        (Part("list", ((Statement("a", (1,)),), (Statement("b"), Statement("c", (2,))))),
         "- a [1]\n- b c [2]"),
        (
            Part("table", ((Statement("Pay"), Statement("$1", (1,))),), ("", "Baker")),
            "|  | Baker |\n| --- | --- |\n| Pay | $1 [1] |",
        ),
        (Part("prose", ((Statement("see [1] | *x*", (1,)),),)), r"see \[1\] \| \*x\* [1]"),
    ],
)  # fmt: skip
def test_an_answers_text_is_markdown_with_markers(part: Part, text: str) -> None:
    assert answer_of(part).text == text


def test_parts_stand_in_paragraphs() -> None:
    part = Part("prose", ((Statement("A."),),))
    assert answer_of(part, part).text == "A.\n\nA."
    assert answer_of().text == ""


def test_an_answer_as_plain_data() -> None:
    answer = answer_of(Part("list", ((Statement("a", (1,)),),)))
    data = json.loads(json.dumps(answer.to_dict()))
    assert set(data) == {
        "question", "status", "abstained", "text", "parts", "citations", "suggestions",
        "confidence",
    }  # fmt: skip
    assert data["question"] == {"asked": "what?", "standalone": "what?"}
    assert data["status"] == "answered"
    assert data["abstained"] is False
    assert data["parts"] == [
        {"kind": "list", "header": [], "rows": [[{"text": "a", "citations": [1]}]]}
    ]
    assert data["citations"] == [
        {
            "number": 1,
            "document": "baker.md",
            "title": "Baker",
            "headings": ["Day"],
            "source": "",
            "quote": "They rise.",
            "start": 10,
            "end": 20,
            "passage": "Early. They rise.",
            "passage_start": 3,
            "nearby": False,
        }
    ]


@pytest.mark.parametrize(
    ("status", "abstained"),
    [
        ("answered", False),
        ("partial", False),
        ("abstained", True),
        ("clarify", False),
        ("smalltalk", False),
    ],
)
def test_only_a_refusal_abstains(status: str, abstained: bool) -> None:
    answer = Answer(Question("x"), status, ())  # type: ignore[arg-type]
    assert answer.abstained is abstained
    assert answer.to_dict()["abstained"] is abstained


@pytest.mark.parametrize(
    ("standalone", "differs"), [("", False), ("and pay?", False), ("The pay of bakers?", True)]
)
def test_a_question_tells_whether_it_was_completed(standalone: str, differs: bool) -> None:
    assert Question("and pay?", standalone).understood_differently is differs


def test_a_slot_is_known_when_there_are_other_words_for_it() -> None:
    assert not Slot("dough", "topic", (Variant(("dough",)),)).known
    assert Slot("pay", "topic", (Variant(("pay",)), Variant(("wage",), 0.6))).known


def test_a_passage_quotes_by_offsets_of_its_document() -> None:
    text = "Title\n\nOne. Two."
    unit = Unit("sentence", 12, 16)
    passage = Passage(0, "d", "Title", (), 7, 16, text[7:16], (unit,))
    assert passage.quote((12, 16)) == "Two." == text[12:16]


def test_records_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        CITATION.number = 2  # type: ignore[misc]
    document = Document("d", "D", "text")
    with pytest.raises(TypeError):
        document.details["a"] = 1  # type: ignore[index]
    assert hash(document) == hash(Document("d", "D", "text"))
