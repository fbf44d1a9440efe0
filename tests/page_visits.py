"""Fixtures that open the page in a real Chromium; loaded as a plugin by the tests of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from page_support import SIZES, Open, served

from benchmarks.browsing import ARGUMENTS, chromium


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served() as url:
        yield url


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
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
