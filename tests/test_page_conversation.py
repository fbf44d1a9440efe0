"""The conversation on the page: going on, going back, keeping, exporting, and what goes wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest
from page_browsing import DO, EARN, ask, mark
from page_support import PAY, SIZES, Open, free_port, served

pytest_plugins = ["page_visits"]


def test_a_follow_up_shows_how_it_was_understood_and_the_panel_follows(visit: Open) -> None:
    page = visit()
    ask(page, DO).locator(".ca-pill").first.click()
    mark(page)
    turn = ask(page, "and the pay?")
    assert turn.locator(".ca-understood").text_content() == f"Understood as: {EARN}"
    page.wait_for_function(
        "t => document.querySelector('.ca-panel h2').textContent == t", arg=PAY.title
    )
    assert page.evaluate("document.activeElement.id") == "ca-question"


def test_history_survives_a_reload_and_is_the_visitors_own(visit: Open) -> None:
    page, other = visit(), visit()
    ask(page, DO)
    ask(page, "and the pay?")
    page.reload()
    page.locator(".ca-turn-tools").nth(1).wait_for()
    assert page.locator(".ca-turn h2").all_text_contents() == [
        f"You asked: {DO}", "You asked: and the pay?"]  # fmt: skip
    assert "Rs. 7,95,677" in page.locator(".ca-turn").nth(1).text_content()
    other.reload()
    other.wait_for_timeout(300)
    assert other.locator(".ca-turn").count() == 0
    assert not ask(other, "and the pay?").locator(".ca-understood").count()


def test_two_tabs_keep_their_own_conversations(visit: Open) -> None:
    first = visit()
    ask(first, DO)
    second = first.context.new_page()
    second.goto(first.url)
    second.locator(".ca-turn-tools").wait_for()
    ask(second, "Who won the cup?")
    first.reload()
    first.locator(".ca-turn-tools").first.wait_for()
    assert first.locator(".ca-turn").count() == 1


def test_new_chat_undo_edit_and_retry(visit: Open) -> None:
    page = visit()
    ask(page, DO)
    ask(page, "Who won the cup?")
    page.get_by_role("button", name="Undo").click()
    assert page.locator(".ca-turn").count() == 1
    assert page.input_value("#ca-question") == "Who won the cup?"
    page.get_by_role("button", name="Edit question").click()
    assert page.input_value("#ca-question") == DO
    page.fill("#ca-question", EARN)
    page.keyboard.press("Enter")
    page.get_by_text("Rs. 7,95,677").first.wait_for()
    assert page.locator(".ca-turn h2").all_text_contents() == [f"You asked: {EARN}"]
    page.get_by_role("button", name="Retry").click()
    page.locator(".ca-turn-tools").wait_for()
    assert page.locator(".ca-turn").count() == 1
    page.get_by_role("button", name="New chat").click()
    assert page.locator(".ca-welcome").is_visible()
    page.reload()
    page.wait_for_timeout(300)
    assert page.locator(".ca-turn").count() == 0


@pytest.mark.parametrize("size", SIZES)
def test_editing_can_be_called_off_by_touch_and_by_key(visit: Open, size: str) -> None:
    page = visit(size)
    ask(page, DO)
    for end in (
        page.get_by_role("button", name="Cancel").click,
        lambda: page.keyboard.press("Escape"),
    ):
        page.get_by_role("button", name="Edit question").click()
        assert page.get_by_text("Sending replaces this question.").is_visible()
        end()
        assert page.locator(".ca-banner").is_hidden()
        assert page.get_by_role("button", name="Cancel").is_hidden()
        assert page.input_value("#ca-question") == ""
    assert page.locator(".ca-turn").count() == 1


def test_copy_gives_clean_text_with_sources(visit: Open) -> None:
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, EARN)
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("A machine learning engineer in India earned Rs. 7,95,677 a year")
    assert f"Sources:\n[1] {PAY.title}" in text


@pytest.mark.parametrize(("kind", "ending"), [("As Markdown", ".md"), ("As JSON", ".json")])
def test_export(visit: Open, kind: str, ending: str, tmp_path: Any) -> None:
    page = visit()
    ask(page, EARN)
    page.get_by_text("Export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=kind).click()
    assert download.value.suggested_filename.endswith(ending)
    download.value.save_as(tmp_path / "export")
    text = (tmp_path / "export").read_text(encoding="utf-8")
    assert "Rs. 7,95,677" in text
    if ending == ".json":
        assert json.loads(text)[0]["citations"][0]["title"] == PAY.title


def test_an_error_is_a_sentence_and_the_conversation_is_kept(visit: Open) -> None:
    page = visit()
    ask(page, DO)
    turn = ask(page, "please explode")
    assert "Your conversation is kept" in turn.text_content()
    assert "passwd" not in page.content()
    assert turn.get_by_role("button", name="Try again").is_visible()
    assert "Understood as" in ask(page, "and the pay?").text_content()


def test_a_wait_shows_and_can_be_stopped(visit: Open) -> None:
    page = visit()
    page.fill("#ca-question", "a slow one")
    page.keyboard.press("Enter")
    page.get_by_text("Looking through the documents").wait_for()
    page.get_by_role("button", name="Stop").click()
    assert page.get_by_text("Stopped.").is_visible()
    assert ask(page, EARN).get_by_text("Rs. 7,95,677").first.is_visible()
    page.wait_for_timeout(2200)
    assert page.get_by_text("Stopped.").is_visible()


def test_a_message_too_long_stays_in_the_box_with_a_sentence(visit: Open) -> None:
    page = visit()
    page.fill("#ca-question", "x" * 100_000)
    page.keyboard.press("Enter")
    assert page.get_by_text("That is 100,000 characters; please ask in at most 2,000.").is_visible()
    assert page.locator(".ca-turn").count() == 0
    assert len(page.input_value("#ca-question")) == 100_000
    page.fill("#ca-question", "short")
    assert page.locator(".ca-banner").is_hidden()


def test_a_stopped_server_is_named_and_come_back_to(visit: Open) -> None:
    port = free_port()
    with served(port) as url:
        page = visit(at=url)
        ask(page, DO)
    turn = ask(page, "and the pay?")
    assert "Your conversation is kept" in turn.text_content()
    page.get_by_text("The assistant cannot be reached.").wait_for()
    with served(port):
        page.get_by_text(f"Understood as: {EARN}").wait_for(timeout=20_000)
        assert page.locator(".ca-banner").is_hidden()
        assert page.locator(".ca-turn").count() == 2


def test_a_server_that_stops_while_a_source_is_opened_is_named_and_the_source_opens_later(
    visit: Open,
) -> None:
    port = free_port()
    with served(port) as url:
        page = visit(at=url)
        turn = ask(page, DO)
    turn.locator(".ca-pill").first.click()
    page.get_by_text("The assistant cannot be reached.").wait_for()
    assert turn.locator(".ca-body").is_visible()
    with served(port):
        assert mark(page).startswith("A machine learning engineer puts models")
        page.locator(".ca-banner").wait_for(state="hidden")
