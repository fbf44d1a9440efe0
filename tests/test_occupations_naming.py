from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.occupations.datafiles import read_data
from assistant.occupations.naming import kinds_of, name_of, short_of


@pytest.mark.parametrize(
    ("title", "one", "many"),
    [
        ("Registered Nurses", "registered nurse", "registered nurses"),
        ("Cooks, Fast Food", "fast food cook", "fast food cooks"),
        ("Actuaries", "actuary", "actuaries"),
        ("Chief Executives", "chief executive", "chief executives"),
        ("Nurse Midwives", "nurse midwife", "nurse midwives"),
        ("Waiters and Waitresses", "waiter or waitress", "waiters and waitresses"),
        ("Computer Programmers", "computer programmer", "computer programmers"),
        ("Managers, All Other", "manager (all other)", "managers (all other)"),
        (
            "Computer and Information Systems Managers",
            "computer and information systems manager",
            "computer and information systems managers",
        ),
        (
            "First-Line Supervisors of Police and Detectives",
            "first-line supervisor of police and detectives",
            "first-line supervisors of police and detectives",
        ),
        (
            "Forging Machine Setters, Operators, and Tenders, Metal and Plastic",
            "metal and plastic forging machine setter, operator, or tender",
            "metal and plastic forging machine setters, operators, and tenders",
        ),
        (
            "English Language and Literature Teachers, Postsecondary",
            "postsecondary English language and literature teacher",
            "postsecondary English language and literature teachers",
        ),
        (
            "Electronics Engineers, Except Computer",
            "electronics engineer (except computer)",
            "electronics engineers (except computer)",
        ),
        ("Clergy", "member of the clergy", "clergy"),
        ("GIS Technicians", "GIS technician", "GIS technicians"),
    ],
)
def test_a_title_becomes_a_name_in_a_sentence(title: str, one: str, many: str) -> None:
    assert (name_of(title).one, name_of(title).many) == (one, many)


def test_the_article_fits_the_name() -> None:
    assert name_of("Actuaries").with_article == "an actuary"
    assert name_of("Welders").with_article == "a welder"


def test_the_kinds_of_a_list_and_the_short_name() -> None:
    assert kinds_of("Accountants and Auditors") == ("accountant", "auditor")
    assert kinds_of("Sales and Related Workers") == ()
    assert kinds_of("Media Technical Directors/Managers") == ()
    assert kinds_of("Supervisors of Cooks and Bakers") == ()
    assert short_of("Electronics Engineers, Except Computer") == "electronics engineers"
    assert short_of("Welders") == short_of("Managers, All Other") == ""


def test_every_exception_names_one_and_many() -> None:
    for title, names in read_data("names.toml")["name"].items():
        assert len(names) == 2, title
        assert names[0] != names[1], title


_WORDS = ["Nurses", "Cooks", "of", "and", ",", "All Other", "Fast-Food", "Metal"]


@given(st.lists(st.sampled_from(_WORDS), min_size=1))
def test_any_title_gives_names_on_one_line(words: list[str]) -> None:
    name = name_of(" ".join(words))
    for text in (name.one, name.many):
        assert text == " ".join(text.split())
        assert text
