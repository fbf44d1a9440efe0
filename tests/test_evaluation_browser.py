"""The HTML report in a browser: accessible in light and dark, and asking for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from evaluation_support import WORLD, Parrot, write_lines
from page_support import ARGUMENTS, chromium

from assistant.evaluation import EvaluationOptions, run_evaluation

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
    for card in page.locator("details").all():
        card.locator("summary").click()
    assert page.get_by_text("They knead dough, bake bread and clean the oven.").first.is_visible()
    found = axe.run(page)
    assert found.violations_count == 0, found.generate_report()
    assert asked == [report.as_uri()]
    assert troubles == []
    page.close()


def test_the_report_fits_a_phone(browser: Any, report: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 700})
    page.goto(report.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
