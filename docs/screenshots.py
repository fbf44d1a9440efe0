"""Make the README's four pictures of the page: ``python docs/screenshots.py``.

Needs the extra ``dev`` and Debian's Chromium. The pictures go to ``docs/screenshots``; look
at them before they are committed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from playwright.sync_api import sync_playwright  # noqa: E402

from benchmarks.browsing import ARGUMENTS, USABLE, chromium  # noqa: E402
from benchmarks.processes import serve  # noqa: E402

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
# A picture for a page that is read over a network.
LARGEST = 300_000


def open_source(page: Any) -> None:
    """Open the second source of the answer and move the pointer out of the way."""
    page.locator(".ca-turn").last.locator(".ca-body .ca-pill").nth(1).click()
    page.wait_for_selector(".ca-panel mark")
    page.mouse.move(600, 5)


@dataclass(frozen=True)
class Picture:
    """A picture: what is asked, at which size and in which theme, and what is done then."""

    name: str
    questions: Sequence[str]
    size: dict[str, int]
    theme: str
    then: Callable[[Any], None] = lambda page: None


PICTURES = (
    Picture(
        "desktop-source",
        ("What does a machine learning engineer do?",),
        DESKTOP,
        "light",
        open_source,
    ),
    Picture(
        "desktop-comparison",
        ("How does a machine learning engineer differ from a data scientist?",),
        DESKTOP,
        "dark",
    ),
    Picture(
        "phone-salary",
        ("What do Microsoft, Accenture and Infosys pay in India?",),
        PHONE,
        "light",
    ),
    Picture("phone-refusal", ("How much do ML engineers earn in Germany?",), PHONE, "dark"),
)


def take(browser: Any, address: str, picture: Picture) -> Path:
    """Take a picture and give its file."""
    context = browser.new_context(
        viewport=picture.size,
        color_scheme=picture.theme,
        has_touch=picture.size is PHONE,
        device_scale_factor=2 if picture.size is PHONE else 1,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(USABLE)
    for number, question in enumerate(picture.questions):
        page.fill("#ca-question", question)
        page.keyboard.press("Enter")
        page.locator(".ca-turn").nth(number).locator(".ca-turn-tools").wait_for()
    picture.then(page)
    page.wait_for_timeout(300)
    file = HERE / "screenshots" / f"{picture.name}.png"
    page.screenshot(path=file)
    context.close()
    return file


def main() -> int:
    """Take every picture; the exit code is 1 when one is too large for a README."""
    with serve() as served, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        files = [take(browser, served.address, picture) for picture in PICTURES]
        browser.close()
    for file in files:
        sys.stdout.write(f"{file.relative_to(HERE.parent)}: {file.stat().st_size:,} bytes\n")
    return int(any(file.stat().st_size > LARGEST for file in files))


if __name__ == "__main__":
    raise SystemExit(main())
