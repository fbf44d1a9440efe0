"""The page for everyone: by keyboard, on a phone, in both themes, and safe from what it shows."""

from __future__ import annotations

from typing import Any

import pytest
from page_browsing import DO, EARN, ask, mark, sideways
from page_support import HOSTILE, SIZES, Open

pytest_plugins = ["page_visits"]


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
    page.get_by_role("button", name="Edit question").last.click()
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


def test_asking_by_a_chip_leaves_the_focus_where_one_can_go_on(visit: Open) -> None:
    page = visit()
    for button in (EARN, "And in the United States?", "Retry"):
        page.get_by_role("button", name=button).last.focus()
        page.keyboard.press("Enter")
        page.locator(".ca-turn-tools").last.wait_for()
        assert page.evaluate("document.activeElement.id") == "ca-question"


def test_escape_closes_the_export_menu_and_gives_the_focus_back(visit: Open) -> None:
    page = visit()
    ask(page, DO)
    page.get_by_text("Export").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.get_by_role("button", name="As Markdown").is_hidden()
    assert page.evaluate("document.activeElement.textContent") == "Export"


def test_whoever_asks_for_less_motion_gets_none(visit: Open) -> None:
    moves = "() => document.getAnimations().filter(a => a.effect.getTiming().duration > 1).length"
    for motion, moving in (("no-preference", True), ("reduce", False)):
        page = visit("phone")
        page.emulate_media(reduced_motion=motion)
        ask(page, DO).locator(".ca-pill").first.click()
        page.wait_for_selector(".ca-panel:visible")
        assert bool(page.evaluate(moves)) == moving
