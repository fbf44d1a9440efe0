"""That the page's benchmark measures what it says; how fast the page is belongs to no test."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("gradio", reason="the page needs the extra ui")

from benchmarks.browsing import chromium
from benchmarks.page import LIMITS, main

TINY = ["--users", "2", "--each", "1", "--questions", "2", "--warm-up", "1"]
TINY += ["--asks", "2", "--openings", "1"]
FIGURES = {
    "usable_seconds",
    "enter_to_answer_p50_ms",
    "enter_to_answer_p95_ms",
    "load_p50_ms",
    "load_p95_ms",
    "load_errors",
    "resident_mb",
    "growth_kb",
    "own_growth_kb",
}


def test_the_benchmark_of_the_page_reports_every_figure(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([*TINY, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    figures = report["figures"]
    assert set(figures) == FIGURES
    assert set(report["limits"]) == set(LIMITS) <= FIGURES
    assert (report["users"], report["questions_each"]) == (2, 1)
    assert figures["load_errors"] == 0
    assert figures["load_p95_ms"] >= figures["load_p50_ms"] > 0
    if chromium():
        assert figures["enter_to_answer_p95_ms"] >= figures["enter_to_answer_p50_ms"] > 0
