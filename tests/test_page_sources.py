from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_support import LONG, PAY, ROLES, FakeAssistant, cite, document
from selectolax.lexbor import LexborHTMLParser

from assistant.page.sources import (
    ABREAST,
    Place,
    Sources,
    document_html,
    heading_path,
    passage_html,
)
from assistant.records import Document

DOCUMENTS = FakeAssistant().documents
SOURCES = Sources(DOCUMENTS)


def place(source: Document, quote: str) -> Place:
    found = SOURCES.find(SOURCES.reference(cite(1, source, quote)))
    assert found
    return found


def marked(html: str) -> str:
    return "".join(node.text() for node in LexborHTMLParser(html).css("mark"))


def test_a_reference_leads_back_to_its_place() -> None:
    found = place(PAY, "$90,000 to $120,000")
    assert found.document is PAY
    assert PAY.text[found.start : found.end] == "$90,000 to $120,000"


KEY = SOURCES.whole("roles.md")


@pytest.mark.parametrize(
    "reference",
    ["", "roles.md", "../../etc/passwd", "src-0000000000000000-1-2", f"{KEY}-5-5", f"{KEY}-9-3",
     f"{KEY}-0-999999", f"{KEY}-1-2\n", f"{KEY}--1-2", f"{KEY}-1", f"#{KEY}", None, 7, ["x"],
     f"{KEY}-١-٢"],
)  # fmt: skip
def test_what_names_no_place_finds_nothing(reference: object) -> None:
    assert SOURCES.find(reference) is None


def test_a_reference_to_another_text_of_the_same_name_finds_nothing() -> None:
    changed = Sources({"roles.md": document("roles.md", "Roles", "", ("paragraph", "New text."))})
    assert changed.find(KEY) is None


@pytest.mark.parametrize(
    ("source", "quote", "headings"),
    [
        (ROLES, "Both write code every day.", ("What the roles do",)),
        (ROLES, "Build pipelines that train and test models.", ("Duties",)),
        (PAY, "$112,832", ("United States",)),
        (LONG, "Paragraph 7 says", ()),
    ],
)
def test_heading_path_is_that_above_the_place(
    source: Document, quote: str, headings: tuple[str, ...]
) -> None:
    assert heading_path(place(source, quote)) == headings


QUOTES = [
    (ROLES, "Both write code every day."),
    (ROLES, "Watch models in production and retrain them when they drift."),
    (ROLES, "these duties:\n\nBuild pipelines that train"),
    (ROLES, "Duties"),
    (PAY, "$90,000 to $120,000"),
    (PAY, "Machine learning engineer | $112,832 | 2023"),
    (PAY, "₹3.5 lakh."),
]


@pytest.mark.parametrize(("source", "quote"), QUOTES)
@pytest.mark.parametrize("show", [passage_html, document_html])
def test_exactly_the_quote_is_marked(source: Document, quote: str, show: object) -> None:
    assert callable(show)
    html = show(place(source, quote))
    assert marked(html) == quote
    assert html.count("<mark>") == 1


@given(st.sampled_from([ROLES, PAY]), st.integers(0, 600), st.integers(1, 300))
def test_whatever_span_is_cited_the_mark_is_the_quote(
    source: Document, start: int, length: int
) -> None:
    start = min(start, len(source.text) - 1)
    end = min(start + length, len(source.text))
    quote = source.text[start:end]
    if quote.strip():
        assert marked(passage_html(Place(source, start, end))).split() == quote.split()


@given(st.text(min_size=1, alphabet="ab \n<&."), st.data())
def test_a_document_without_blocks_is_shown_by_paragraphs(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = marked(passage_html(Place(Document("a", "A", text), start, end)))
    assert shown.split() == text[start:end].split()


def test_context_is_the_section_and_no_more() -> None:
    text = LexborHTMLParser(passage_html(place(ROLES, "Both write code every day."))).text()
    assert "A data scientist asks" in text
    assert "these duties" not in text


def test_an_item_is_shown_with_its_lead_in() -> None:
    assert "has these duties:" in passage_html(place(ROLES, "Build pipelines that train"))


def test_the_whole_document_is_shown_whole() -> None:
    html = document_html(place(LONG, "Paragraph 150 says"))
    assert "Paragraph 0 says" in html
    assert "Paragraph 199 says" in html


def test_of_a_huge_document_the_part_around_the_mark_is_shown() -> None:
    text = "\n\n".join(f"Sentence {number} of many." for number in range(40_000))
    start = text.index("Sentence 20000 ")
    html = document_html(Place(Document("big", "Big", text), start, start + 14))
    assert marked(html) == "Sentence 20000"
    assert "only the part around the mark" in html
    assert len(html) < 900_000


@pytest.mark.parametrize("cells", [2, 3, 4, 7])
def test_a_row_too_long_for_a_panel_is_a_line_and_others_keep_their_cells(cells: int) -> None:
    row = " | ".join(f"cell {n}" for n in range(cells))
    sheet = document("sheet.md", "Sheet", "", ("row", row), ("row", row.replace("cell", "box")))
    start = sheet.text.index("box 1")
    html = passage_html(Place(sheet, start, start + len("box 1")))
    shown = LexborHTMLParser(f"<div>{html}</div>")
    assert len(shown.css("td")) == (2 * cells if cells <= ABREAST else 2)
    assert shown.css_first("mark").text() == "box 1"
    if cells > ABREAST:
        assert shown.css_first("td").text() == row
