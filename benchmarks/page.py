"""How fast the page is to use and what it costs: ``python -m benchmarks.page [--json]``.

Serves the page in a process of its own and asks it as a browser does. Figures that need
Chromium and Playwright, or a system that tells a process's memory, are left out elsewhere.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle, islice
from typing import Any

from .asking import percentile, questions
from .browsing import browse
from .machine import figure_lines, header_lines, machine, versions
from .processes import Served, serve
from .visiting import Visitor, own_growth, visit_at_once

# What each figure should not exceed on two ordinary cores.
LIMITS = {
    "enter_to_answer_p50_ms": 150.0,
    "usable_seconds": 1.5,
    "load_p95_ms": 1_000.0,
    "load_errors": 0.0,
    "growth_kb": 10.0,
    "own_growth_kb": 0.1,
}
# Asked before memory is first read, so that what is filled once does not count.
WARM_UP = 300
# Questions at most for the growth of our own code: tracing every allocation is slow.
TRACED = 500


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the figures and give the exit code, which is 0 however slow it was."""
    given = _parser().parse_args(arguments)
    asked = questions()
    with _served() as page:
        figures = browse(page.address, asked, given.asks, given.openings)
        figures |= _load(page.address, asked, given.users, given.each)
        figures |= _growth(page, asked, given.questions, given.warm_up)
    figures["own_growth_kb"] = own_growth(asked, min(given.questions, TRACED), given.warm_up)
    report = {
        "machine": machine(),
        "versions": versions(),
        "users": given.users,
        "questions_each": given.each,
        "questions_for_memory": given.questions,
        "figures": figures,
        "limits": LIMITS,
    }
    print(json.dumps(report, indent=2) if given.json else _text(report))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.page",
        description="Measure how fast the page is to use and what it costs on this machine.",
        epilog="example: python -m benchmarks.page --questions 5000",
    )
    parser.add_argument("--asks", type=int, default=60, help="questions typed (default: 60)")
    parser.add_argument("--openings", type=int, default=7, help="openings (default: 7)")
    parser.add_argument("--users", type=int, default=50, help="users at once (default: 50)")
    parser.add_argument("--each", type=int, default=5, help="questions of each (default: 5)")
    parser.add_argument(
        "--questions", type=int, default=1_000, help="questions for memory (default: 1000)"
    )
    parser.add_argument("--warm-up", type=int, default=WARM_UP, help=f"(default: {WARM_UP})")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser


@contextmanager
def _served() -> Iterator[Served]:
    with serve() as page:
        Visitor(page.address).ask("What does it pay?", [])
        yield page


def _load(address: str, asked: Sequence[str], users: int, each: int) -> dict[str, Any]:
    took, errors = visit_at_once(address, asked, users, each)
    return {
        "load_p50_ms": statistics.median(took) if took else None,
        "load_p95_ms": percentile(took, 0.95) if took else None,
        "load_errors": errors,
    }


def _growth(page: Served, asked: Sequence[str], count: int, warm_up: int) -> dict[str, Any]:
    """Give the growth of the server's memory for each question of one long visit after another."""
    _ask_all(page.address, asked, warm_up)
    before = page.resident_kb()
    _ask_all(page.address, asked, count)
    after = page.resident_kb()
    known = before is not None and after is not None
    return {
        "resident_mb": after / 1024 if after is not None else None,
        "growth_kb": (after - before) / count if known else None,  # type: ignore[operator]
    }


def _ask_all(address: str, asked: Sequence[str], count: int, turns: int = 5) -> None:
    visitor = Visitor(address)
    before: list[str] = []
    for question in islice(cycle(asked), count):
        if len(before) == turns:
            visitor, before = Visitor(address), []
        visitor.ask(question, before)
        before.append(question)


def _text(report: dict[str, Any]) -> str:
    told = (
        f"{report['users']} users at once ask {report['questions_each']} questions each; "
        f"memory over {report['questions_for_memory']} questions"
    )
    return "\n".join(
        [*header_lines(report), told, *figure_lines(report, LIMITS, width=24, digits=2)]
    )


if __name__ == "__main__":
    raise SystemExit(main())
