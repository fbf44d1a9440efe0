"""What an import answers: small tables always, the published ones where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from occupations_support import (
    ONET,
    oews_file,
    onet_folder,
    projections_file,
    skills_folder,
)

from assistant import Assistant
from assistant.occupations import ImportOptions, run_import
from benchmarks.occupations import DATA, imported, judge, published, questions

# The part of the published tables that is imported here.
PART = ("29-114", "15-125")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("import")
    out = place / "out"
    run_import(ImportOptions("onet", (onet_folder(place / "db"), skills_folder(place)), out))
    run_import(ImportOptions("oews", (oews_file(place),), out))
    run_import(ImportOptions("projections", (projections_file(place),), out))
    return out


@pytest.fixture(scope="module")
def assistant(folder: Path) -> Assistant:
    return Assistant.from_folder(folder)


@pytest.mark.parametrize(
    ("question", "facts", "code"),
    [
        ("How much do registered nurses earn?", ["$97,550"], "29-1141.00"),
        ("What does a welder earn?", ["$53,750"], "51-4121.00"),
        ("What does a staff nurse earn?", ["$97,550"], "29-1141.00"),
        ("What does an acute care nurse earn?", ["which take in acute care nurses", "$97,550"],
         "29-1141.01"),
        ("How much do models earn?", ["$23.30 an hour"], "41-9012.00"),
        ("What is the hourly pay of welders?", ["$25.84"], "51-4121.00"),
        ("What education does a registered nurse need?", ["bachelor's degree"], "29-1141.00"),
        ("Do I need a degree to become a welder?", ["high school diploma"], "51-4121.00"),
        ("What is the job outlook for welders?", ["-2.4%", "45,600"], "51-4121.00"),
        ("How many people work as welders?", ["457,300"], "51-4121.00"),
        ("What does a registered nurse do?", ["Record patients' medical information"],
         "29-1141.00"),
        ("What software do registered nurses use?", ["Epic Systems"], "29-1141.00"),
        ("What skills does a registered nurse need?", ["Active Listening"], "29-1141.00"),
        ("What is an acute care nurse?", ["advanced nursing care"], "29-1141.01"),
        ("What job titles do registered nurses have?", ["Staff Nurse"], "29-1141.00"),
    ],
)  # fmt: skip
def test_an_occupation_is_told_by_its_own_document(
    assistant: Assistant, question: str, facts: list[str], code: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    for fact in facts:
        assert fact in answer.text
    assert {c.document[:10] for c in answer.citations} == {code}
    for c in answer.citations:
        assert assistant.documents[c.document].text[c.start : c.end] == c.quote


def test_core_tasks_are_told_before_others(assistant: Assistant) -> None:
    text = assistant.ask("What are the duties of a registered nurse?").text
    assert 0 <= text.find("Record patients") < text.find("Prepare rooms")


def test_who_earns_more(assistant: Assistant) -> None:
    text = assistant.ask("Who earns more, a registered nurse or a welder?").text
    assert "registered nurses earn more than" in text
    assert "$97,550" in text
    assert "$53,750" in text


def test_two_occupations_compare(assistant: Assistant) -> None:
    answer = assistant.ask("What is the difference between a registered nurse and a welder?")
    assert answer.status == "answered"
    assert any(part.kind == "table" for part in answer.parts)


def test_a_title_of_several_names_them(assistant: Assistant) -> None:
    answer = assistant.ask("How much does a fabricator earn?")
    assert answer.question.roles == ("welder-cutter-solderer-or-brazer",)
    answer = assistant.ask("How much does a charge nurse earn?")
    assert "“charge nurse” is a title of 3 occupations here" in answer.text
    for told in ("registered nurses", "acute care nurses", "welders", "$97,550", "$53,750"):
        assert told in answer.text


def test_a_title_that_is_no_name_is_told(assistant: Assistant) -> None:
    text = assistant.ask("How much does a staff nurse earn?").text
    assert text.startswith("“staff nurse” is a title of registered nurses here.")
    assert "is a title of" not in assistant.ask("How much does a welder earn?").text


def test_an_everyday_word_counts_only_as_a_role(assistant: Assistant) -> None:
    assert assistant.ask("What does a model earn?").question.roles == ("model",)
    assert assistant.ask("How do I host a model?").question.roles == ()
    assert assistant.ask("Which model is best?").question.roles == ()


@pytest.mark.parametrize(
    "question",
    [
        "How much does a ghost welder earn?",
        "What is the job outlook for quantum welders?",
        "What does a moon whisperer do?",
        "What education does a florbist need?",
        "How much do postsecondary teachers (all other) earn?",
        "What do registered nurses earn in Canada?",
    ],
)
def test_what_nobody_publishes_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "abstained", answer.text


def test_what_is_not_published_is_said(assistant: Assistant) -> None:
    answer = assistant.ask("What skills does a welder need?")
    assert answer.status == "abstained"
    assert "The importance of skills of welders" in answer.text
    assert "is not published by O" in answer.text


def test_an_import_stands_beside_the_shipped_documents(folder: Path) -> None:
    shipped = Path(__file__).parent.parent / "corpus"
    both = Assistant.from_folder(shipped, folder)
    assert "$97,550" in both.ask("How much do registered nurses earn?").text
    answer = both.ask("What does a machine learning engineer do?")
    assert answer.question.roles == ("machine-learning-engineer",)
    assert answer.status == "answered"


@pytest.mark.skipif(not DATA.is_dir(), reason="the published tables are not at hand")
def test_the_published_tables_answer(tmp_path: Path) -> None:
    """Of a part of the published tables, which is enough to see the importer go wrong."""
    folder = imported(tmp_path / "out", PART)
    held = [it for it in published(DATA) if it.code.startswith(PART)]
    assert len(held) > len(ONET["Occupation Data"])
    asked = list(judge(Assistant.from_folder(folder), questions(held)))
    right = [a for a in asked if a.right]
    assert len(right) >= 0.95 * len(asked)
    assert not [a.ask.text for a in asked if a.foreign]
