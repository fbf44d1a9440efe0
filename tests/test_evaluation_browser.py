"""The HTML report in a browser: accessible in light and dark, and asking for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from evaluation_support import WORLD, Parrot, write_lines

from assistant.evaluation import EvaluationOptions, run_evaluation
from benchmarks.browsing import ARGUMENTS, chromium

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
if not chromium():
    pytest.skip("no Chromium is installed", allow_module_level=True)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    path = write_lines(folder / "world.jsonl", WORLD)
    options = EvaluationOptions(path, out=folder, baselines=True, resamples=50)
    run_evaluation(options, Parrot())
    return folder / "report.html"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as play:
        started = play.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_is_accessible_and_asks_for_nothing(
    browser: Any, report: Path, scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = browser.new_page(color_scheme=scheme)
    asked: list[str] = []
    troubles: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: troubles.append(message.text))
    page.goto(report.as_uri())
    closed = page.locator("details:not([open])")
    # Nested ones come after their card, which is then open.
    while closed.count():
        closed.first.locator("> summary").click()
    assert page.get_by_text("They knead dough, bake bread and clean the oven.").first.is_visible()
    found = axe.run(page)
    assert found.violations_count == 0, found.generate_report()
    assert asked == [report.as_uri()]
    assert troubles == []
    page.close()


def test_the_report_fits_a_phone_and_can_be_read_there(browser: Any, report: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 700})
    page.goto(report.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    # A text's box is about a fifth higher than its letters' size.
    heights = page.evaluate(
        "[...document.querySelectorAll('svg text')].map((t) => t.getBoundingClientRect().height)"
    )
    assert len(heights) > 20
    assert min(height for height in heights if height) >= 12
    page.close()


def test_the_filter_narrows_the_cards_down(browser: Any, report: Path) -> None:
    page = browser.new_page()
    page.goto(report.as_uri())
    cards = page.locator("details.card:visible")
    assert cards.count() == 2
    page.get_by_role("searchbox", name="Words").fill("NORWAY earns")
    assert cards.count() == 1
    assert page.get_by_text("1 of 2 shown").is_visible()
    assert page.get_by_role("heading", name="Not refused (1)").is_visible()
    assert not page.get_by_role("heading", name="Found but not said (1)").is_visible()
    page.get_by_role("button", name="Show all").click()
    page.get_by_text("2 of 2 shown").wait_for()
    page.get_by_role("combobox", name="Category").select_option("day")
    assert cards.count() == 1
    assert cards.first.get_attribute("id") == "q-day-1"
    page.close()


def test_an_address_opens_its_question(browser: Any, report: Path) -> None:
    page = browser.new_page()
    page.goto(report.as_uri() + "#q-day-1")
    assert page.locator("#q-day-1 > .answer").is_visible()
    assert not page.locator("#q-no-2 > .answer").is_visible()
    page.evaluate("location.hash = 'q-no-2-c1'")
    page.locator("#q-no-2-c1").wait_for(state="visible")
    page.close()


def test_without_scripts_every_question_is_shown(browser: Any, report: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())
    assert page.locator("details.card:visible").count() == 2
    assert not page.locator("#filter").is_visible()
    context.close()
