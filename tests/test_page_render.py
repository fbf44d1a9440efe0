from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_support import HOSTILE, PAY, ROLES, FakeAssistant, cite
from selectolax.lexbor import LexborHTMLParser

from assistant.page.chart import Charts
from assistant.page.render import answer_html
from assistant.page.sources import Sources
from assistant.records import Answer, Part, Question, Statement

SOURCES = Sources(FakeAssistant().documents)
CHARTS = Charts(FakeAssistant().salaries(), lambda kind, identifier: identifier)
OURS = {"a", "button", "div", "h3", "li", "p", "span", "ul"}
OURS |= {"table", "tbody", "td", "th", "thead", "tr"}


def tree(answer: Answer) -> LexborHTMLParser:
    return LexborHTMLParser(answer_html(answer, SOURCES.reference, CHARTS))


def ask(*questions: str) -> LexborHTMLParser:
    talk = FakeAssistant().conversation()
    return tree([talk.ask(question) for question in questions][-1])


def test_prose_carries_numbered_pills_that_name_their_source() -> None:
    pill = ask("How much do they earn in India?").css_first(".ca-body .ca-pill")
    assert pill.text() == "1"
    assert pill.attributes["aria-label"] == f"Source 1: {PAY.title}"
    place = SOURCES.find((pill.attributes["href"] or "").removeprefix("#"))
    assert place and place.document is PAY
    assert pill.attributes["data-quote"] == PAY.text[place.start : place.end]


def test_a_list_has_an_item_for_each_row() -> None:
    items = ask("What does a machine learning engineer do?").css(".ca-body li")
    assert [item.css_first(".ca-pill").text() for item in items] == ["2", "3"]


def test_table_cells_repeat_their_column_for_stacked_rows() -> None:
    cells = ask("How do they differ?").css(".ca-table tbody td")
    assert [cell.attributes["data-column"] for cell in cells] == [
        "Machine learning engineer", "Data scientist"] * 2  # fmt: skip
    assert all(cell.css(".ca-pill") for cell in cells)


@pytest.mark.parametrize(
    ("kind", "order"), [("table", ["figure", "table", "p"]), ("list", ["ul", "figure", "p"])]
)
def test_the_chart_stands_over_its_table_or_below_its_sentences(
    kind: str, order: list[str]
) -> None:
    answer = FakeAssistant().conversation().ask("what is paid?")
    answer = replace(answer, parts=(replace(answer.parts[0], kind=kind),))  # type: ignore[arg-type]
    also = Part("prose", ((Statement("They also tell more.", (9,)),),))
    answer = replace(
        answer,
        parts=(*answer.parts, also),
        citations=(*answer.citations, cite(9, ROLES, "Both write code every day.")),
    )
    body = tree(answer).css_first(".ca-body")
    assert [child.tag for child in body.iter()] == order


def test_of_many_pills_only_the_first_holds_on_to_the_last_word() -> None:
    citations = tuple(cite(n, ROLES, "Both write code every day.") for n in range(1, 13))
    said = Statement("Much is said", tuple(range(1, 13)))
    part = Part("table", ((Statement("Work"), said, Statement("not stated")),), ("", "A", "B"))
    shown = tree(Answer(Question("q"), "answered", (part,), citations))
    cell, remark = shown.css("tbody td")
    assert cell.css_first(".ca-tie").text() == "said1"
    assert len(cell.css(".ca-pill")) == 12
    assert (cell.attributes.get("class"), remark.attributes["class"]) == (None, "ca-remark")


def test_a_follow_up_shows_how_it_was_understood() -> None:
    shown = ask("What does a machine learning engineer do?", "and the pay?")
    assert "earn in India" in shown.css_first(".ca-understood").text()
    assert not ask("How much do they earn in India?").css(".ca-understood")


def test_a_refusal_marks_what_it_cites_as_related() -> None:
    shown = ask("Who won the cup?")
    assert shown.css_first(".ca-abstained .ca-note").text() == "Not in these documents"
    assert shown.css_first(".ca-sources h3").text() == "Related"
    assert (
        shown.css_first(".ca-pill").attributes["aria-label"] == f"Related source 1: {ROLES.title}"
    )


def test_each_document_is_named_once_among_the_sources() -> None:
    items = ask("How do they differ?").css(".ca-sources li")
    assert [item.text().split("\n")[0].strip() for item in items] == [
        f"{ROLES.title} 12", f"{PAY.title} 34"]  # fmt: skip


def test_suggestions_ask_exactly_what_they_show() -> None:
    chips = ask("What does a machine learning engineer do?").css("[data-ask]")
    assert chips and all(chip.attributes["data-ask"] == chip.text() for chip in chips)


def test_a_number_without_a_citation_draws_no_pill() -> None:
    answer = Answer(Question("q"), "answered", (Part("prose", ((Statement("Text.", (7,)),),)),))
    assert not tree(answer).css(".ca-pill")


@pytest.mark.parametrize("kind", ["prose", "list", "table"])
@given(text=st.text() | st.just(HOSTILE), title=st.text() | st.just(HOSTILE))
def test_nothing_that_is_said_becomes_markup(kind: str, text: str, title: str) -> None:
    citation = replace(cite(1, ROLES, "Both write code every day."), title=title, quote=text)
    statement = Statement(text, (1,))
    part = Part(kind, ((statement, statement),), (text, text))  # type: ignore[arg-type]
    question = Question("asked", text)
    shown = tree(Answer(question, "answered", (part,), (citation,), (text,)))
    nodes = shown.css("body *")
    assert {node.tag for node in nodes} <= OURS
    for node in nodes:
        assert not {name for name in node.attributes if name.startswith("on") or name == "style"}
        assert (node.attributes.get("href") or "#src-").startswith("#src-")
