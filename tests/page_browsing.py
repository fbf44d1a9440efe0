"""The page in a real Chromium: what the tests that drive it share."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.browsing import chromium

pytest.importorskip("gradio", reason="the page needs the extra ui")
pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
if not chromium():
    pytest.skip("no Chromium is installed", allow_module_level=True)


DO = "What does a machine learning engineer do?"
EARN = "How much do machine learning engineers earn in India?"


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
