"""The page in a real Chromium, over the made-up documents of page_support."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from page_support import ARGUMENTS, DUTIES, HOSTILE, LONG, PAY, ROLES, chromium, free_port, served

pytest.importorskip("gradio", reason="the page needs the extra ui")
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
if not chromium():
    pytest.skip("no Chromium is installed", allow_module_level=True)

DO = "What does a machine learning engineer do?"
EARN = "How much do machine learning engineers earn in India?"
SIZES = {"desktop": (1280, 800), "phone": (390, 844)}
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served() as url:
        yield url


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as play:
        started = play.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Open]:
    """Open the page as a new visitor; every script error fails the test."""
    contexts, errors = [], []

    def opened(size: str = "desktop", theme: str = "light", at: str = address) -> Any:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=theme,
            has_touch=size == "phone",
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(at)
        page.wait_for_selector("#ca-question")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not errors


def ask(page: Any, question: str) -> Any:
    """Ask and give the turn that answers."""
    count = page.locator(".ca-turn").count()
    page.fill("#ca-question", question)
    page.press("#ca-question", "Enter")
    turn = page.locator(".ca-turn").nth(count)
    turn.locator(".ca-turn-tools").wait_for()
    return turn


def mark(page: Any) -> str:
    page.wait_for_selector(".ca-panel mark")
    return str(page.locator(".ca-panel mark").text_content())


def box(page: Any, selector: str) -> dict[str, float]:
    found: dict[str, float] = page.locator(selector).first.bounding_box()
    return found


def sideways(page: Any) -> int:
    """Tell by how many pixels the page or the chat scrolls sideways."""
    return int(
        page.evaluate(
            """() => Math.max(...['html', '.ca-log', '.ca-panel', '.ca-text'].map(s => {
                const e = document.querySelector(s); return e.scrollWidth - e.clientWidth; }))"""
        )
    )


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


def test_the_keyboard_alone_asks_opens_reads_and_comes_back(visit: Open) -> None:
    page = visit()
    page.keyboard.type(EARN)
    page.keyboard.press("Enter")
    page.locator(".ca-turn-tools").wait_for()
    page.locator("#ca-question").focus()
    focused = "document.activeElement"
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        if page.evaluate(f"{focused}.matches('.ca-body .ca-pill')"):
            break
    assert page.locator(".ca-card").is_visible()
    page.keyboard.press("Enter")
    assert mark(page) == "The lowest figures were near ₹3.5 lakh."
    assert page.evaluate(f"{focused}.closest('.ca-panel') !== null")
    page.keyboard.press("Escape")
    assert page.locator(".ca-panel").is_hidden()
    assert page.evaluate(f"{focused}.matches('.ca-body .ca-pill')")


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


def test_hostile_text_is_only_text(visit: Open) -> None:
    page = visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    turn = ask(page, f"hostile {HOSTILE}")
    turn.locator(".ca-body .ca-pill").first.click()
    assert mark(page) == HOSTILE
    page.get_by_role("button", name="Open whole document").click()
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert HOSTILE in turn.locator("h2").text_content()
    assert page.locator(".ca form:not(.ca-ask), .ca img, .ca script, .ca style").count() == 0
    assert page.locator(".ca").is_visible()
    assert not [url for url in asked if "outside.example" in url]
    page.reload()
    page.locator(".ca-turn-tools").wait_for()
    assert page.evaluate("window.hacked") is None


def test_no_other_host_is_asked_for_anything(browser: Any, address: str) -> None:
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("#ca-question")
    ask(page, DO).locator(".ca-pill").first.click()
    mark(page)
    page.wait_for_timeout(500)
    context.close()
    local = (address, "data:", "blob:")
    assert asked and [url for url in asked if not url.startswith(local)] == []


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


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(visit: Open, size: str, theme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = visit(size, theme)

    def violations() -> list[Any]:
        options = {
            "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        }
        found = axe.run(page, context=".ca", options=options).response["violations"]
        return [(v["id"], [node["html"][:200] for node in v["nodes"]]) for v in found]

    assert violations() == []
    ask(page, DO)
    ask(page, "How do they differ?")
    ask(page, "what is paid?")
    assert violations() == []
    ask(page, "Who won the cup?").locator(".ca-pill").first.click()
    mark(page)
    assert violations() == []
    ask_error(page)
    assert violations() == []


def ask_error(page: Any) -> None:
    page.locator(".ca-panel").get_by_role("button", name="Close the source").click()
    ask(page, "please explode")
    page.fill("#ca-question", "x" * 3_000)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_phone_needs_no_sideways_scrolling_and_has_targets_to_touch(
    visit: Open, theme: str
) -> None:
    page = visit("phone", theme)
    for question in (DO, "How do they differ?", "hostile", "x" * 500, "Who won the cup?"):
        ask(page, question)
        assert sideways(page) <= 0
    small = page.evaluate(
        """() => [...document.querySelectorAll('.ca button, .ca a, .ca summary, .ca textarea')]
            .filter(e => e.checkVisibility()).map(e => [e.textContent, e.getBoundingClientRect()])
            .filter(([, r]) => r.width < 24 || r.height < 24).map(([text]) => text)"""
    )
    assert small == []


def test_at_twice_the_size_nothing_is_lost(visit: Open) -> None:
    page = visit()
    page.set_viewport_size({"width": 640, "height": 400})
    ask(page, "How do they differ?").locator(".ca-pill").first.click()
    mark(page)
    assert sideways(page) <= 0
    assert page.get_by_role("button", name="Close the source").is_visible()
