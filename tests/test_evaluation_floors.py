from pathlib import Path

import pytest
from evaluation_support import WORLD, Parrot, write_lines

from assistant.errors import QuestionSetError
from assistant.evaluation import EvaluationOptions, Report, run_evaluation
from assistant.evaluation.floors import check_floors, parse_floor, read_floors


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    path = write_lines(tmp_path_factory.mktemp("floors") / "world.jsonl", WORLD)
    return run_evaluation(EvaluationOptions(path, resamples=50), Parrot()).report


@pytest.mark.parametrize(
    ("floors", "breaches"),
    [
        ({}, []),
        ({"fact_recall": 0.833333}, []),
        ({"fact_recall": 0.9}, ["fact_recall is 0.8333, below the floor of 0.9."]),
        ({"day.fact_recall": 0.5, "pay.full": 1}, []),
        ({"wrong_refusals": 0, "words": 120}, []),
        ({"forbidden": 0}, ["forbidden is 0.1667, above the ceiling of 0."]),
        ({"near-miss.refusal_recall": 0.5}, []),
        (
            {"day.refusal_recall": 1},
            ["day.refusal_recall has no value: no question of the set measures it."],
        ),
    ],
)
def test_floors(report: Report, floors: dict[str, float], breaches: list[str]) -> None:
    assert check_floors(report, floors) == breaches


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("beauty", "There is no measure 'beauty'; the measures are recall@1, "),
        ("night.full", "The report has no group 'night'; its groups are overall, day, pay, "),
    ],
)
def test_unknown_names(report: Report, name: str, message: str) -> None:
    with pytest.raises(QuestionSetError) as caught:
        check_floors(report, {name: 1.0})
    assert str(caught.value).startswith(message)


def test_floors_of_the_command_line() -> None:
    assert parse_floor("fact_recall=0.6") == ("fact_recall", 0.6)
    assert parse_floor("pay.full = 1") == ("pay.full", 1.0)
    for text in ("fact_recall", "fact_recall=", "fact_recall=high", "full=nan"):
        with pytest.raises(QuestionSetError, match="is no floor; write metric=value"):
            parse_floor(text)
    with pytest.raises(QuestionSetError, match="There is no measure 'beauty'"):
        parse_floor("beauty=1")


def test_floors_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text('[world]\nfact_recall = 0.5\npay.full = 1\n"recall@5" = 0.2\n')
    wanted = {"fact_recall": 0.5, "pay.full": 1.0, "recall@5": 0.2}
    assert read_floors(path, "world") == wanted
    assert read_floors(path, "other") == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[world", "The floors floors.toml are not valid TOML"),
        ('[world]\nfull = "1"', "floors.toml: the floor 'full' must be a number."),
        ("[world]\nfull = true", "floors.toml: the floor 'full' must be a number."),
        ("[world]\nbeauty = 1", "There is no measure 'beauty'"),
        ("world = 1", "There is no measure ''"),
    ],
)
def test_bad_files_of_floors(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text)
    with pytest.raises(QuestionSetError) as caught:
        read_floors(path, "world")
    assert str(caught.value).startswith(message)


def test_a_missing_file_of_floors(tmp_path: Path) -> None:
    with pytest.raises(QuestionSetError, match="cannot be read: No such file"):
        read_floors(tmp_path / "none.toml", "world")
