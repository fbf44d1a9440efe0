"""The page in a real Chromium: until it is usable, and from Enter until an answer stands."""

from __future__ import annotations

import shutil
import statistics
import time
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import cycle, islice
from typing import Any

from .asking import percentile

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# The page's scripts run at one go, so all of them have run once this button has its name.
USABLE = '[data-do="theme"][aria-label]'
# From the key until the frame that shows the answer's last part.
_WATCH = """() => {
  const page = document.querySelector('.ca');
  window.took = new Promise(resolve => {
    let began = 0;
    const start = () => { began = performance.now(); };
    addEventListener('keydown', start, { capture: true, once: true });
    const count = page.querySelectorAll('.ca-turn-tools').length;
    new MutationObserver((_, watcher) => {
      if (page.querySelectorAll('.ca-turn-tools').length <= count) return;
      watcher.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - began));
    }).observe(page, { childList: true, subtree: true });
  });
}"""


def chromium() -> str | None:
    """Find the system's Chromium."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def browse(address: str, asked: Sequence[str], asks: int, openings: int) -> dict[str, Any]:
    """Give the figures of a browser, each None without Chromium or Playwright."""
    names = ("usable_seconds", "enter_to_answer_p50_ms", "enter_to_answer_p95_ms")
    path = chromium()
    if not path or not find_spec("playwright"):
        return dict.fromkeys(names)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        opened = [_usable(browser, address) for _ in range(openings)]
        took = _answered(browser, address, list(islice(cycle(asked), asks)))
        browser.close()
    figures = (statistics.median(opened), statistics.median(took), percentile(took, 0.95))
    return dict(zip(names, figures, strict=True))


def _usable(browser: Any, address: str) -> float:
    """Open the page as a new visitor, with nothing kept, and give the seconds it takes."""
    context = browser.new_context()
    page = context.new_page()
    started = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(USABLE)
    took = time.perf_counter() - started
    context.close()
    return took


def _answered(browser: Any, address: str, asked: Sequence[str], turns: int = 10) -> list[float]:
    """Type questions, some to a conversation, and give the milliseconds until each answer."""
    took = []
    page = browser.new_page()
    page.goto(address)
    page.wait_for_selector(USABLE)
    for number, question in enumerate(asked):
        if number and number % turns == 0:
            page.get_by_role("button", name="New chat").click()
        page.fill("#ca-question", question)
        page.evaluate(_WATCH)
        page.keyboard.press("Enter")
        took.append(float(page.evaluate("window.took")))
    return took
