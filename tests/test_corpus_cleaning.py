"""Boilerplate goes and facts stay, on ten invented pages of other fields than ours."""

from __future__ import annotations

import pytest
import yaml
from corpus_support import PAGES

from assistant.corpus import read_folders, read_texts

EXPECTED = yaml.safe_load((PAGES / "expected.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def collection():
    return read_folders([PAGES])


def folded(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("page", "sentence"), [(page, s) for page, e in EXPECTED.items() for s in e["keep"]]
)
def test_what_a_page_says_stays(collection, page, sentence):
    assert sentence in folded(collection.documents[page].text)


@pytest.mark.parametrize(
    ("page", "line"), [(page, line) for page, e in EXPECTED.items() for line in e["drop"]]
)
def test_what_surrounds_it_goes(collection, page, line):
    document = collection.documents[page]
    if page.endswith(".html"):
        assert line not in folded(document.text)
    else:
        lines = {folded(text) for text in document.text.split("\n")}
        assert line not in lines
        assert len(line.split()) < 5 or line not in folded(document.text)


@pytest.mark.parametrize("page", [page for page in EXPECTED if page.endswith(".txt")])
def test_nothing_else_goes_from_a_page_of_text(collection, page):
    kept = folded(collection.documents[page].text).replace("-", "")
    drop = sorted(EXPECTED[page]["drop"], key=len, reverse=True)
    for line in (PAGES / page).read_text(encoding="utf-8").split("\n"):
        rest = folded(line)
        for gone in drop:
            # A cut-off sentence is the end of its line; everything else is a line of its own.
            rest = "" if rest == gone else rest.removesuffix(" " + gone)
        assert folded(rest.strip("{}").replace("{", "").replace("}", "")).replace("-", "") in kept


def test_every_page_is_named_and_nothing_else_is_skipped(collection):
    assert set(collection.documents) == set(EXPECTED) and len(EXPECTED) == 10
    assert [s.path for s in collection.skipped] == ["expected.yaml"]


@pytest.mark.parametrize("page", sorted(EXPECTED))
def test_what_was_dropped_is_reported_with_a_reason(collection, page):
    dropped = collection.dropped[page]
    assert dropped and all(d.text and d.reason for d in dropped)
    text = collection.documents[page].text
    assert not any(len(d.text.split()) > 4 and d.text in text for d in dropped)


def cleaned(text: str, name: str = "x.txt") -> str:
    return read_texts({name: text}).documents[name].text


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("They know what {want} means.", "They know what want means."),
        ("Bring a pen, {{etc}}. and go.", "Bring a pen, etc. and go."),
        ("For the purchaser/{client} we care.", "For the purchaser/client we care."),
        ("A lone { brace and } another.", "A lone brace and another."),
        ("The set {1, 2} has two members.", "The set {1, 2} has two members."),
        ("Write \\frac{a}{b} for it.", "Write \\frac{a}{b} for it."),
        ("Use ${HOME} or #{name} here.", "Use ${HOME} or #{name} here."),
        ("f(x){return y} is code.", "f(x){return y} is code."),
        ("Hello {{user.name}}, welcome to it.", "Hello , welcome to it."),
    ],
)
def test_stray_braces_go_and_the_words_in_them_stay(given, kept):
    assert cleaned(given) == kept


@pytest.mark.parametrize(
    "broken",
    [
        "Moreover, the work is not limited to",
        "It also depends on the size of the",
        "Engineers work with models and",
        "The council will decide whether the plan is",
        "They earn less than those who live in",
    ],
)
def test_a_sentence_that_breaks_off_goes(broken):
    whole = "Everything before it is a whole sentence and stays."
    assert cleaned(f"{whole}\n\n{broken}\n\nConclusion\n\n{whole}").count(broken) == 0
    assert cleaned(f"{whole} {broken}") == whole


@pytest.mark.parametrize(
    "line",
    [
        "What to look out for",
        "Where they come from",
        "Things to ask about",
        "The Place You Grew Up In",
        "How Much Money Do They Make",
        "They take plenty of vitamin A",
        "The contract is signed by both; or",
        "It rises every year",
    ],
)
def test_a_line_without_an_end_mark_may_be_whole(line):
    whole = "Everything around it is a whole sentence and stays."
    assert line in cleaned(f"{whole}\n\n{line}\n\n{whole}")


def test_a_sentence_may_lead_in_to_a_list_without_a_colon():
    assert "The three duties are" in cleaned("The three duties are\n\n- spin\n- weave\n- mend")


def test_a_line_of_signs_is_no_text():
    assert cleaned("Some words that stay.\n\n* * *\n\n###\n\nMore words.").count("*") == 0


def test_a_sentence_goes_on_behind_a_line_break():
    text = "The pay of those who work there depends on the\nsize of the firm."
    assert cleaned(text) == text


def test_white_space_and_invisible_marks_go():
    given = "\ufeffTwo\u00a0 words\u200b here. \t And\u00ad more.   \n\n\n\n  Next one.\x07\n"
    assert cleaned(given) == "Two words here.\tAnd more.\n\nNext one."


def test_marks_that_would_turn_the_text_around_go():
    assert "\u202e" not in cleaned("The fee is \u202e001\u202c euros for members.")
