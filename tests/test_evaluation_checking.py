from pathlib import Path
from typing import Any

import pytest
from evaluation_support import DOCUMENTS, WORLD, question, write_lines

from assistant.errors import QuestionSetError
from assistant.evaluation.checking import check, check_questions, require_corpus
from assistant.evaluation.questions import QuestionSet, read_questions
from assistant.records import Document


def read(tmp_path: Path, *records: dict[str, Any]) -> QuestionSet:
    return read_questions(write_lines(tmp_path / "set.jsonl", list(records)))


def test_a_good_set_has_no_complaints(tmp_path: Path) -> None:
    question_set, complaints = check_questions(
        write_lines(tmp_path / "set.jsonl", WORLD), DOCUMENTS
    )
    assert len(question_set.questions) == len(WORLD)
    assert complaints == []
    require_corpus(question_set, DOCUMENTS)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        (
            {"gold_docs": ["pay.md", "none.md"]},
            "set.jsonl, line 1, key 'gold_docs': there is no document 'none.md'; "
            "name a file of the corpus, or give its folder with --corpus.",
        ),
        (
            {"evidence": ["A baker earns $30,000 a year in Peru.", "Bakers rise at four."]},
            "set.jsonl, line 1, key 'evidence': 'Bakers rise at four.' "
            "does not stand in the gold documents.",
        ),
        (
            {"gold_facts": [["$30,000"], ["gold", "silver"]]},
            "set.jsonl, line 1, key 'gold_facts': 'gold' does not stand in the evidence.",
        ),
    ],
)
def test_what_does_not_fit_is_named(
    tmp_path: Path, changes: dict[str, Any], complaint: str
) -> None:
    assert check(read(tmp_path, question(**changes)), DOCUMENTS) == [complaint]


def test_a_run_needs_the_evidence_in_the_corpus(tmp_path: Path) -> None:
    bad = [question(id=str(n), evidence=["Nobody said so."]) for n in range(3)]
    with pytest.raises(QuestionSetError) as caught:
        require_corpus(read(tmp_path, *bad), DOCUMENTS)
    assert str(caught.value) == (
        "set.jsonl, line 1, key 'evidence': 'Nobody said so.' does not stand in the gold documents."
        " (2 more of the kind)"
    )


def test_a_duplicate_document_counts_under_both_names(tmp_path: Path) -> None:
    kept = Document("a.md", "a", DOCUMENTS["pay.md"].text, same_as=("pay.md",))
    assert check(read(tmp_path, question()), {"a.md": kept}) == []
