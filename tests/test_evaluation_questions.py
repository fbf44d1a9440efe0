import json
from pathlib import Path
from typing import Any

import pytest
from evaluation_support import WORLD, question, unanswerable, write_lines

from assistant.errors import QuestionSetError
from assistant.evaluation.questions import read_questions, split_of


def read(tmp_path: Path, *records: dict[str, Any]) -> Any:
    return read_questions(write_lines(tmp_path / "set.jsonl", list(records)))


def test_every_key_is_read(tmp_path: Path) -> None:
    record = question(
        history=["a"],
        standalone="b",
        forbidden=["c"],
        status="answered",
        split="test",
        tags=["d"],
        note="",
    )
    (gold,) = read(tmp_path, record).questions
    assert (gold.id, gold.history, gold.standalone) == ("pay-1", ("a",), "b")
    assert (gold.forbidden, gold.status, gold.split, gold.tags) == (
        ("c",),
        "answered",
        "test",
        ("d",),
    )
    assert gold.gold_facts == (("$30,000", "30 thousand"),)
    assert gold.line == 1


def test_lines_may_be_empty_and_hold_any_separator_within_a_text(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    first = json.dumps(question(question="a\u2028b"), ensure_ascii=False)
    path.write_text(f"\ufeff{first}\r\n\n{json.dumps(unanswerable())}", encoding="utf-8")
    questions = read_questions(path).questions
    assert [q.line for q in questions] == [1, 3]


def test_name_and_hash_are_of_the_file(tmp_path: Path) -> None:
    one, two = read(tmp_path, question()), read(tmp_path, question(id="other"))
    assert one.name == "set"
    assert len(one.sha256) == 64
    assert one.sha256 != two.sha256


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (question(id=None), "set.jsonl, line 2: the key 'id' is missing."),
        (question(answerable=None), "set.jsonl, line 2: the key 'answerable' is missing."),
        (question(id=""), "set.jsonl, line 2, key 'id': it must be a text that is not empty."),
        (question(id=3), "set.jsonl, line 2, key 'id': it must be a text that is not empty."),
        (
            question(answerable="no"),
            "set.jsonl, line 2, key 'answerable': it must be true or false.",
        ),
        (question(history="a"), "set.jsonl, line 2, key 'history': it must be a list of texts."),
        (question(evidence=[""]), "set.jsonl, line 2, key 'evidence': it must be a list of texts."),
        (
            question(evidence=[]),
            "set.jsonl, line 2, key 'evidence': an answerable question needs it.",
        ),
        (
            question(gold_docs=None),
            "set.jsonl, line 2, key 'gold_docs': an answerable question needs it.",
        ),
        (
            question(gold_facts=["a"]),
            "set.jsonl, line 2, key 'gold_facts': it must be a list of facts, "
            "each a list of alternative texts.",
        ),
        (
            question(gold_facts=[[]]),
            "set.jsonl, line 2, key 'gold_facts': it must be a list of facts, "
            "each a list of alternative texts.",
        ),
        (
            question(wording="odd"),
            "set.jsonl, line 2, key 'wording': 'odd' is none of direct, paraphrase.",
        ),
        (
            question(kind="near-miss"),
            "set.jsonl, line 2, key 'kind': only a question with \"answerable\": false has one.",
        ),
        (
            unanswerable(gold_facts=[["a"]]),
            "set.jsonl, line 2, key 'gold_facts': an unanswerable question has none; "
            "what corrects a false premise goes under 'correction'.",
        ),
        (
            question(standalone="a"),
            "set.jsonl, line 2, key 'standalone': only a question with 'history' "
            "can be asked in full.",
        ),
        (
            question(id="first"),
            "set.jsonl, line 2, key 'id': 'first' is already used in line 1; "
            "give every question its own.",
        ),
    ],
)
def test_bad_questions_are_named_by_line_and_key(
    tmp_path: Path, record: dict[str, Any], message: str
) -> None:
    with pytest.raises(QuestionSetError) as caught:
        read(tmp_path, question(id="first"), record)
    assert str(caught.value) == message


def test_an_unknown_key_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(
        QuestionSetError, match="line 1: unknown key 'colour'; the known keys are id,"
    ):
        read(tmp_path, question(colour="red"))


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "set.jsonl is empty; it needs one JSON object a line."),
        (b"\n \n", "set.jsonl is empty; it needs one JSON object a line."),
        (b"[1]", 'set.jsonl, line 1 is no JSON object; write {"id": …} on one line.'),
        (
            b'{"id": }',
            "set.jsonl, line 1 is not valid JSON (Expecting value, column 8); "
            "write one object on one line.",
        ),
        (b"\xff\xfe", "set.jsonl is not UTF-8 text; save it as UTF-8."),
        (
            b"[" * 100_000,
            "set.jsonl, line 1 is not valid JSON (nested too deeply, column 1); "
            "write one object on one line.",
        ),
    ],
)
def test_malformed_files(tmp_path: Path, raw: bytes, message: str) -> None:
    (tmp_path / "set.jsonl").write_bytes(raw)
    with pytest.raises(QuestionSetError) as caught:
        read_questions(tmp_path / "set.jsonl")
    assert str(caught.value) == message


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(QuestionSetError, match="cannot be read: No such file or directory"):
        read_questions(tmp_path / "none.jsonl")


def test_split_is_by_the_hash_of_the_id_and_about_even() -> None:
    halves = [split_of(f"q-{n}") for n in range(1000)]
    assert 420 < halves.count("dev") < 580
    # As sha256sum tells: that of "a" ends in …bb, which is odd, that of "d" in …e4.
    assert (split_of("a"), split_of("d")) == ("test", "dev")


def test_one_half_is_kept(tmp_path: Path) -> None:
    both = read(tmp_path, *WORLD)
    kept = [q.id for half in ("dev", "test") for q in both.of_split(half).questions]
    assert sorted(kept) == sorted(q.id for q in both.questions)
    with pytest.raises(QuestionSetError, match="holds no question of the split 'dev'"):
        read(tmp_path, question(split="test")).of_split("dev")
