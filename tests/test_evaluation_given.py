from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from evaluation_support import answer, cite, passages, write_lines

from assistant.errors import QuestionSetError
from assistant.evaluation.given import Cited, given_by, read_answers
from assistant.records import Part, Statement


def test_an_answer_of_ours() -> None:
    pay, head, *_ = passages()
    said = answer("It pays $30,000.", pay, confidence=0.7, asked="What does it pay?")
    said = replace(
        said,
        parts=(
            *said.parts,
            Part("prose", ((Statement("And 3 more."), Statement("Why?", (1,))),)),
            # One citation backs the whole row of a table.
            Part(
                "table", ((Statement("Peru"), Statement("7", (1,))), (Statement("Chile"),)), ("",)
            ),
        ),
        citations=(*said.citations, cite(2, head, nearby=True)),
    )
    given = given_by(said)
    assert given.text.startswith("It pays $30,000. [1]\n\nAnd 3 more. Why? [1]\n\n|")
    assert given.citations == (Cited("pay.md", pay.text, pay.text, 1, pay.start),)
    assert given.nearby == (Cited("pay.md", head.text, head.text, 2, head.start),)
    assert given.uncited == ("And 3 more.", "Chile")
    assert (given.status, given.confidence) == ("answered", 0.7)
    assert given.understood == "What does it pay?"


@pytest.mark.parametrize(
    ("status", "refused"),
    [
        ("answered", False),
        ("partial", False),
        ("smalltalk", False),
        ("abstained", True),
        ("clarify", True),
    ],
)
def test_abstaining_and_asking_back_are_refusals(status: str, refused: bool) -> None:
    assert given_by(answer("x", status=status)).refused is refused


def test_answers_of_another_system(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "a.jsonl",
        [
            {
                "id": "1",
                "text": "It pays 30. [1] He said 5.\nNew line [2]. Last.",
                "citations": [{"document": "d", "quote": "q"}, {"document": "e", "passage": "p"}],
                "confidence": 0.25,
                "milliseconds": 12,
            },
            {"id": "2", "text": "", "abstained": True},
        ],
    )
    answers = read_answers(path, {"1", "2", "3"})
    given, milliseconds = answers["1"]
    assert milliseconds == 12
    assert given.citations == (Cited("d", "q", "q", 1), Cited("e", "", "p", 2))
    assert given.uncited == ("He said 5.", "Last.")
    assert (given.status, given.confidence) == ("answered", 0.25)
    assert answers["2"][0].refused
    assert answers["2"][0].confidence is None


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"text": "a"}, "a.jsonl, line 2: the key 'id' is missing."),
        (
            {"id": "1", "txt": "a"},
            "a.jsonl, line 2: unknown key 'txt'; the known keys are id, text, ",
        ),
        ({"id": "0", "text": "a"}, "a.jsonl, line 2, key 'id': '0' is answered twice; keep one."),
        (
            {"id": "9", "text": "a"},
            "a.jsonl, line 2, key 'id': the question set holds no question '9'.",
        ),
        ({"id": "1", "text": 5}, "a.jsonl, line 2, key 'text': 5 is not what it holds."),
        (
            {"id": "1", "text": "a", "confidence": 1.5},
            "a.jsonl, line 2, key 'confidence': 1.5 is not what it holds.",
        ),
        (
            {"id": "1", "text": "a", "milliseconds": -1},
            "a.jsonl, line 2, key 'milliseconds': -1 is not what it holds.",
        ),
        (
            {"id": "1", "text": "a", "citations": ["d"]},
            "a.jsonl, line 2, key 'citations': each must be an object.",
        ),
        (
            {"id": "1", "text": "a", "citations": [{"quote": "d"}]},
            "a.jsonl, line 2, key 'citations': the key 'document' is missing.",
        ),
        (
            {"id": "1", "text": "a", "citations": [{"document": 1}]},
            "a.jsonl, line 2, key 'citations': 'document' must be a text.",
        ),
    ],
)
def test_bad_answers_are_named_by_line_and_key(
    tmp_path: Path, record: dict[str, Any], message: str
) -> None:
    path = write_lines(tmp_path / "a.jsonl", [{"id": "0", "text": ""}, record])
    with pytest.raises(QuestionSetError) as caught:
        read_answers(path, {"0", "1"})
    assert str(caught.value).startswith(message)
