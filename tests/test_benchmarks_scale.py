"""That the benchmark of growth measures what it says, on collections of a few passages."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from assistant import Assistant
from benchmarks import growth, peers, scale, synthetic
from benchmarks.measuring import TASKS


def test_a_collection_is_the_same_at_every_run() -> None:
    first, again = list(synthetic.documents(30)), list(synthetic.documents(30))
    assert first == again
    assert len(first) == 3
    assert list(synthetic.documents(30, seed=1)) != first


def test_a_section_is_a_passage_and_answers(tmp_path: Path) -> None:
    assert synthetic.write(tmp_path, 100) == 10
    assistant = Assistant.from_folder(tmp_path)
    assert len(assistant.passages) == 100
    roles = [d.title.partition(":")[0] for d in assistant.documents.values()]
    answer = assistant.ask(f"What skills does a {roles[0]} need?")
    assert answer.status == "answered"


def test_questions_are_the_same_at_every_run_and_all_different() -> None:
    assert synthetic.questions(50) == synthetic.questions(50)
    assert len(set(synthetic.questions(50))) == 50


@pytest.mark.parametrize("name", peers.available())
def test_each_other_engine_finds_something(name: str, tmp_path: Path) -> None:
    passages = [["oven", "bread"], ["role:welder", "metal"], ["c++", "rust"]] * 5
    search = peers.PEERS[name](passages, tmp_path)
    for stems in (["oven"], ["role:welder", "unheard"], ["c++"]):
        assert search(stems)


def test_the_report_has_every_figure_and_a_plot(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scale, "available", lambda: ["rank_bm25"])
    sizes = ["--sizes", "20", "40"]
    assert scale.main([*sizes, "--out", str(tmp_path / "out"), "--work", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    report = json.loads((tmp_path / "out" / "scale.json").read_text(encoding="utf-8"))
    assert list(report["sizes"]) == ["20", "40"]
    for figures in report["sizes"].values():
        assert set(figures) == {"build", "update", "ask", "workers", "peers"}
        assert figures["update"]["read"] == 1
        assert figures["peers"]["rank_bm25"]["search_p50_ms"] > 0
    assert report["sizes"]["40"]["build"]["passages"] == 40
    for name, *_ in scale.OURS:
        line = next(row for row in shown.splitlines() if row.startswith(f"| {name} |"))
        assert "–" not in line.removeprefix(f"| {name} |")
    assert (tmp_path / "out" / "scale.md").read_text(encoding="utf-8").strip() in shown
    ET.fromstring((tmp_path / "out" / "scale.svg").read_text(encoding="utf-8"))


def test_the_engines_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scale.main(["--engines", "--sizes", "600", "--work", str(tmp_path)]) == 0
    assert re.search(
        r"\| 600 \| \d+\.\d\d / \d+\.\d\d \| \d+\.\d\d / \d+\.\d\d \|", capsys.readouterr().out
    )


def test_what_fails_is_left_out_of_the_table() -> None:
    figures = {name: {} for name in (*TASKS, "peers")}
    assert scale._tables({"sizes": {"10": figures}})


def test_a_plot_has_a_line_and_a_label_for_each_engine() -> None:
    drawn = growth.plot("T & t", {"a": [(10, 1.0), (100, 2.0)], "b<": [(10, 1.0), (100, 2.1)]})
    tree = ET.fromstring(drawn)
    name = "{http://www.w3.org/2000/svg}"
    assert len(tree.findall(f"{name}polyline")) == 2
    labels = {t.text: float(t.attrib["y"]) for t in tree.findall(f"{name}text")}
    assert abs(labels["a"] - labels["b<"]) >= 16
    assert tree.findtext(f"{name}title") == "T & t"
