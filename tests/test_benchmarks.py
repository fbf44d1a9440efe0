"""That the benchmark measures what it says; how fast anything is belongs to no test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.__main__ import LIMITS, main
from benchmarks.asking import percentile, questions

TINY = ["--questions", "2", "--rounds", "1", "--runs", "1", "--no-page"]
FIGURES = {
    "import_seconds",
    "from_folder_seconds",
    "first_ask_ms",
    "ask_p50_ms",
    "ask_p99_ms",
    "naive_p50_ms",
    "ratio_to_naive",
    "peak_megabytes",
    "page_seconds",
}


def test_the_benchmark_reports_every_figure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*TINY, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert set(report["figures"]) == FIGURES
    assert set(report["limits"]) == set(LIMITS) <= FIGURES
    assert report["questions"] == 2
    assert report["figures"].pop("page_seconds") is None
    assert all(value > 0 for value in report["figures"].values())
    assert report["versions"]["rank-bm25"]


def test_the_benchmark_is_readable(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(TINY) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("machine: ")
    assert all(name in shown for name in FIGURES)
    assert "page_seconds         not measured  limit 4" in shown


def test_the_questions_are_the_same_every_time() -> None:
    assert questions() == questions()
    assert len(questions()) >= 60
    assert len(set(questions(60))) == 60


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([7.0], 0.99, 7.0), ([4, 1, 3, 2], 0.5, 2), ([4, 1, 3, 2], 1.0, 4), ([4, 1, 3, 2], 0.51, 3)],
)
def test_percentiles(values: list[float], share: float, expected: float) -> None:
    assert percentile(values, share) == expected


def test_the_weights_can_be_fitted_anew(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    from benchmarks.fit import main

    questions = tmp_path / "q.jsonl"
    rows = (
        {
            "id": f"q{n}",
            "category": "skills",
            "question": "What do bakers need?",
            "answerable": True,
            "gold_docs": ["baker.md"],
            "gold_facts": [["patience"]],
            "evidence": ["A baker needs patience."],
        }
        for n in range(8)
    )
    questions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    folder = tmp_path / "corpus"
    folder.mkdir()
    text = "# Baker\n\nA baker bakes bread. A baker needs patience.\n"
    (folder / "baker.md").write_text(text, encoding="utf-8")
    assert main([str(questions), str(folder)]) == 0
    assert "fitted" in capsys.readouterr().out
    assert main(["alone"]) == 2
