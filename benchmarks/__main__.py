"""Measures and prints: ``python -m benchmarks [--json]``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Any

from .asking import measure, questions
from .machine import figure_lines, header_lines, machine, versions
from .processes import import_seconds, page_seconds, peak_megabytes, read_seconds

# What each figure should not exceed on two ordinary cores.
LIMITS = {
    "import_seconds": 0.4,
    "from_folder_seconds": 0.5,
    "ask_p50_ms": 5.0,
    "ask_p99_ms": 20.0,
    "peak_megabytes": 120.0,
    "page_seconds": 4.0,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the figures and give the exit code, which is 0 however slow it was."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measure how fast and how small the assistant is on this machine.",
        epilog="example: python -m benchmarks --rounds 5 --json",
    )
    parser.add_argument("--rounds", type=int, default=3, help="times to ask all (default: 3)")
    parser.add_argument("--runs", type=int, default=5, help="fresh processes each (default: 5)")
    parser.add_argument("--questions", type=int, help="ask only the first so many")
    parser.add_argument("--no-page", action="store_true", help="do not start the page")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = parser.parse_args(arguments)
    report = _report(given)
    print(json.dumps(report, indent=2) if given.json else _text(report))
    return 0


def _report(given: argparse.Namespace) -> dict[str, Any]:
    asked = questions(given.questions)
    asking = measure(asked, given.rounds)
    figures = {
        "import_seconds": import_seconds(given.runs),
        "from_folder_seconds": read_seconds(given.runs),
        "first_ask_ms": asking.first,
        "ask_p50_ms": asking.p50,
        "ask_p99_ms": asking.p99,
        "naive_p50_ms": asking.naive_p50,
        "ratio_to_naive": asking.ratio,
        "peak_megabytes": peak_megabytes(),
        "page_seconds": None if given.no_page else page_seconds(),
    }
    return {
        "machine": machine(),
        "versions": versions(),
        "questions": len(asked),
        "rounds": given.rounds,
        "figures": figures,
        "limits": LIMITS,
    }


def _text(report: dict[str, Any]) -> str:
    told = f"questions: {report['questions']}, asked {report['rounds']} times each"
    return "\n".join(
        [*header_lines(report), told, *figure_lines(report, LIMITS, width=20, digits=3)]
    )


if __name__ == "__main__":
    raise SystemExit(main())
