"""Answers and their sources on the page, in a real Chromium, over made-up documents."""

from __future__ import annotations

import pytest
from page_browsing import DO, EARN, ask, box, mark, sideways
from page_support import DUTIES, LONG, ROLES, SIZES, Open

pytest_plugins = ["page_visits"]


def test_the_first_screen_names_documents_and_examples(visit: Open) -> None:
    page = visit()
    assert page.get_by_role("button", name=EARN).is_visible()
    page.get_by_role("button", name=LONG.title).click()
    page.wait_for_selector(".ca-panel:visible")
    assert page.locator(".ca-panel h2").text_content() == LONG.title
    assert "Paragraph 199" in page.locator(".ca-text").text_content()


@pytest.mark.parametrize("size", SIZES)
def test_a_pill_opens_the_source_with_the_very_quote_marked(visit: Open, size: str) -> None:
    page = visit(size)
    turn = ask(page, DO)
    turn.get_by_role("button", name=f"Source 2: {ROLES.title}").first.click()
    assert mark(page) == DUTIES[0]
    assert page.locator(".ca-panel h2").text_content() == ROLES.title
    assert page.locator(".ca-from").text_content() == ROLES.source
    assert page.locator(".ca-path").text_content() == "Duties"
    pill = turn.locator(".ca-body .ca-pill.ca-current").bounding_box()
    assert page.locator(".ca-pill.ca-current").count() == 2
    assert sideways(page) <= 0
    if size == "phone":
        assert pill["y"] + pill["height"] <= box(page, ".ca-panel")["y"]
    else:
        assert pill["x"] + pill["width"] <= box(page, ".ca-panel")["x"]


def test_opening_and_closing_the_panel_leaves_what_is_read_where_it_was(visit: Open) -> None:
    page = visit()
    for question in ("hostile", "How do they differ?", "hostile", DO):
        turn = ask(page, question)
    pill = turn.locator(".ca-body .ca-pill").first
    before = pill.bounding_box()["y"]
    pill.click()
    mark(page)
    assert abs(pill.bounding_box()["y"] - before) <= 2
    page.keyboard.press("Escape")
    assert abs(pill.bounding_box()["y"] - before) <= 2


def test_the_newest_question_stands_at_the_top(visit: Open) -> None:
    page = visit()
    for question in (DO, "hostile", "How do they differ?"):
        turn = ask(page, question)
        top = box(page, ".ca-log")["y"]
        assert 0 <= turn.bounding_box()["y"] - top <= 24


def test_previous_next_and_the_whole_document(visit: Open) -> None:
    page = visit()
    ask(page, DO).locator(".ca-pill").first.click()
    first = mark(page)
    page.get_by_role("button", name="Next source").click()
    page.wait_for_function(
        "text => document.querySelector('mark').textContent == text", arg=DUTIES[0]
    )
    assert page.locator(".ca-place").text_content() == "2 of 3"
    page.get_by_role("button", name="Previous source").click()
    page.wait_for_function("text => document.querySelector('mark').textContent == text", arg=first)
    page.get_by_role("button", name="Open whole document").click()
    page.get_by_text("Python is the language").wait_for()
    assert mark(page) == first


def test_the_whole_document_opens_scrolled_to_the_mark(visit: Open) -> None:
    page = visit()
    ask(page, "Which practice helps?").locator(".ca-pill").first.click()
    mark(page)
    page.get_by_role("button", name="Open whole document").click()
    page.get_by_text("Paragraph 0 says").wait_for()
    shown, text = box(page, ".ca-panel mark"), box(page, ".ca-text")
    assert text["y"] <= shown["y"] <= text["y"] + text["height"] / 2


def test_hovering_shows_the_quote(visit: Open) -> None:
    page = visit()
    ask(page, EARN).locator(".ca-pill").nth(1).hover()
    assert page.locator(".ca-card").is_visible()
    assert "near ₹3.5 lakh." in page.locator(".ca-card").text_content()
    page.mouse.move(5, 400)
    page.locator(".ca-card").wait_for(state="hidden")


def test_suggestions_ask_themselves(visit: Open) -> None:
    page = visit()
    page.get_by_role("button", name=EARN).click()
    page.get_by_role("button", name="And in the United States?").click()
    page.locator(".ca-turn").nth(1).wait_for()
    heading = page.locator(".ca-turn h2").nth(1)
    assert heading.text_content() == "You asked: And in the United States?"


@pytest.mark.parametrize("size", SIZES)
def test_a_comparison_is_a_table_that_stacks_on_a_phone(visit: Open, size: str) -> None:
    page = visit(size)
    ask(page, "How do they differ?")
    first, second = (page.locator(".ca-table tbody td").nth(n).bounding_box() for n in (0, 1))
    assert (first["y"] == second["y"]) == (size == "desktop")
    assert (first["x"] == second["x"]) == (size == "phone")
    assert sideways(page) <= 0


@pytest.mark.parametrize("size", SIZES)
def test_pay_is_drawn_and_every_bar_opens_its_sentence(visit: Open, size: str) -> None:
    page = visit(size)
    turn = ask(page, "what is paid?")
    assert turn.locator("figcaption").all_text_contents() == ["USD a year, from 0"]
    bars = turn.locator(".ca-track span")
    point, span = (bars.nth(n).bounding_box() for n in (0, 1))
    assert span["x"] < point["x"] < span["x"] + span["width"]
    assert sideways(page) <= 0
    turn.get_by_role("button", name="Scientist").click()
    assert mark(page) == "Data scientist | $90,000 to $120,000 | 2023"


def test_many_pills_in_a_cell_wrap_and_widen_nothing(visit: Open) -> None:
    page = visit("phone")
    turn = ask(page, "Which sources are many?")
    pills = turn.locator(".ca-table .ca-pill")
    tops = {round(pills.nth(n).bounding_box()["y"]) for n in range(pills.count())}
    assert pills.count() == 24
    assert len(tops) > 1
    assert sideways(page) <= 0
