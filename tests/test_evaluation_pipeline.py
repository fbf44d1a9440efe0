import json
import os
from pathlib import Path
from typing import Any

import pytest
from evaluation_support import DOCUMENTS, WORLD, Parrot, question, write_lines

from assistant.errors import QuestionSetError
from assistant.evaluation import EvaluationOptions, provenance, run_evaluation
from assistant.evaluation.baselines import naive

FILES = ["report.html", "report.json", "report.md"]


@pytest.fixture
def world(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "world.jsonl", WORLD)


def options(world: Path, **more: Any) -> EvaluationOptions:
    return EvaluationOptions(world, **{"resamples": 50, **more})


def load(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder / "report.json").read_text())
    return loaded


def test_the_whole_job(world: Path, tmp_path: Path) -> None:
    done = run_evaluation(options(world, out=tmp_path / "out", floors={"full": 1.0}), Parrot())
    assert sorted(os.listdir(tmp_path / "out")) == FILES
    assert [path.name for path in done.files] == ["report.json", "report.md", "report.html"]
    assert done.breaches == ("full is 0.6667, below the floor of 1.",)
    plain = load(tmp_path / "out")
    overall = plain["aggregates"]["overall"]["overall"]
    # pay-1 and pay-2 are full, day-1 half; no-1 refused, no-2 answered, hi-1 left out.
    values = {name: overall[name]["value"] for name in ("fact_recall", "full", "concise")}
    assert values == {"fact_recall": 0.833333, "full": 0.666667, "concise": 0.833333}
    refusing = [overall[f"refusal_{n}"]["value"] for n in ("precision", "recall", "f1")]
    assert refusing == [1.0, 0.5, 0.666667]
    assert overall["wrong_refusals"]["value"] == 0.0
    assert overall["citation_precision"]["value"] == 1.0
    assert overall["corrected"] == {"value": 1.0, "low": 1.0, "high": 1.0, "questions": 1}
    assert overall["followup_loss"]["value"] == 0.0
    assert plain["failures"] == {"not refused": 1, "found but not said": 1}
    corrected = {row["id"]: row["corrected"] for row in plain["rows"]}
    assert corrected == {**dict.fromkeys(corrected), "no-2": True}
    assert {row["id"]: row["reason"] for row in plain["rows"]}["no-2"] == "not refused"
    (citation,) = plain["rows"][0]["citations"]
    assert citation == {
        "number": 1,
        "document": "pay.md",
        "quote": "A baker earns $30,000 a year in Peru.",
        "right": True,
        "nearby": False,
        "place": 1,
    }
    assert plain["dirty"] in (True, False, None)
    assert plain["question_set"]["questions"] == len(plain["rows"]) == 6
    assert plain["corpus"]["documents"] == 2
    assert set(plain["aggregates"]) == {"overall", "category", "wording", "kind", "split"}
    assert set(plain["timings"]["per_question"]) == {q["id"] for q in WORLD}


def test_two_runs_give_the_same_report_but_for_timings(world: Path, tmp_path: Path) -> None:
    texts = []
    for name in ("a", "b"):
        run_evaluation(options(world, out=tmp_path / name, baselines=True), Parrot())
        plain = load(tmp_path / name)
        assert plain.pop("timings")["milliseconds"]["questions"] == 6
        raw = (tmp_path / name / "report.json").read_bytes()
        texts.append((plain, raw[: raw.index(b'\n "timings"')]))
    assert texts[0] == texts[1]


def test_aggregates_only_names_no_question(world: Path, tmp_path: Path) -> None:
    run_evaluation(options(world, out=tmp_path, aggregates_only=True), Parrot())
    for name in FILES:
        text = (tmp_path / name).read_text()
        assert "fact" in text
        for secret in ("pay-1", "day-1", "What do bakers knead", "They knead dough"):
            assert secret not in text, (name, secret)


def test_baselines_and_an_earlier_report_stand_beside(world: Path, tmp_path: Path) -> None:
    run_evaluation(options(world, out=tmp_path / "old"), naive(DOCUMENTS))
    baseline = tmp_path / "old" / "report.json"
    done = run_evaluation(options(world, baseline=baseline, baselines=True), Parrot())
    names = [rival.name for rival in done.report.rivals]
    assert names == ["assistant (report.json)", "naive BM25", "stems, stop words, history"]
    old, same, _ = done.report.rivals
    # The earlier report is that of the naive baseline, so both differ from us alike.
    assert {n: e.to_dict() for n, e in old.differences.items()} == {
        n: e.to_dict() for n, e in same.differences.items()
    }
    assert "naive BM25" in done.text and "difference" in done.text


def test_one_half(world: Path) -> None:
    done = run_evaluation(options(world, split="dev"), Parrot())
    assert {row.gold.split for row in done.report.rows} == {"dev"}
    assert done.report.origin["question_set"]["split"] == "dev"


def test_answers_of_another_system(world: Path, tmp_path: Path) -> None:
    answers = write_lines(
        tmp_path / "theirs.jsonl", [{"id": "pay-1", "text": "$30,000", "milliseconds": 3}]
    )
    done = run_evaluation(options(world, answers=answers, out=tmp_path / "out"), None, DOCUMENTS)
    assert done.report.system == "theirs"
    assert load(tmp_path / "out")["timings"]["milliseconds"]["mean"] == 3.0
    assert "3.0 ms a question" in done.text


def test_progress_is_told(world: Path) -> None:
    seen: list[tuple[int, int]] = []
    run_evaluation(options(world), Parrot(), progress=lambda *at: seen.append(at))
    assert seen[-1] == (6, 6)


class Broken(Parrot):
    def ask(self, question: str) -> Any:
        raise RuntimeError("broken")


def test_a_run_that_breaks_leaves_no_file(world: Path, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        run_evaluation(options(world, out=tmp_path / "out"), Broken())
    assert not (tmp_path / "out").exists()


def bad_baseline(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "old.json"
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "The baseline old.json is not valid JSON."),
        ("[]", "The baseline old.json is no report of this version; evaluate it anew."),
        ('{"format": 0}', "The baseline old.json is no report of this version; evaluate it anew."),
        (
            '{"format": 1}',
            "The baseline old.json was written with aggregates only, "
            "and pairing needs its rows; evaluate it anew with rows.",
        ),
        ('{"format": 1, "rows": [3]}', "The baseline old.json is damaged; evaluate it anew."),
        (
            '{"format": 1, "system": "x", "aggregates": {}, "rows": []}',
            "The baseline old.json shares no question with world; "
            "give a report on the same question set.",
        ),
    ],
)
def test_bad_baselines(world: Path, tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(QuestionSetError) as caught:
        run_evaluation(options(world, baseline=bad_baseline(tmp_path, text)), Parrot())
    assert str(caught.value) == message


def test_bad_input_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    foreign = write_lines(tmp_path / "w.jsonl", [question(evidence=["Nobody said so."])])
    with pytest.raises(QuestionSetError, match="line 1, key 'evidence'"):
        run_evaluation(options(foreign), Broken())
    world = write_lines(tmp_path / "world.jsonl", WORLD)
    with pytest.raises(QuestionSetError, match="There is no measure 'beauty'"):
        run_evaluation(options(world, floors={"beauty": 1.0}), Broken())
    with pytest.raises(QuestionSetError, match="nothing to evaluate"):
        run_evaluation(options(world))
    with pytest.raises(
        QuestionSetError, match=r"baseline .*none.json cannot be read: No such file"
    ):
        run_evaluation(options(world, baseline=tmp_path / "none.json"), Broken())


def test_the_corpus_hash_depends_on_ids_and_texts() -> None:
    day, pay = DOCUMENTS["day.md"], DOCUMENTS["pay.md"]
    one = provenance.corpus_hash({"day.md": day, "pay.md": pay})
    assert one == provenance.corpus_hash({"pay.md": pay, "day.md": day})
    assert one != provenance.corpus_hash({"day.md": pay, "pay.md": day})
    assert one != provenance.corpus_hash({"day.md": day})


def test_versions_and_commit_never_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    assert provenance.versions()["python"]
    monkeypatch.setenv("PATH", "")
    assert provenance.commit() is None
    assert provenance.dirty() is None


def test_a_changed_tree_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: dict[str, str | None] = {"status": ""}
    monkeypatch.setattr(provenance, "_git", lambda command, *rest: told[command])
    assert provenance.dirty() is False
    told["status"] = "?? assistant/new.py"
    assert provenance.dirty() is True
    told["status"] = None
    assert provenance.dirty() is None
