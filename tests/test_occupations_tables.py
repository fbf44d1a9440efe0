from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.occupations.tables import lacking, match_columns, spec, specs, table_rows

OUTLOOK = [
    "2024 National Employment Matrix title", "2024 National Employment Matrix code",
    "Occupation type", "Employment, 2024", "Employment, 2034",
    "Employment change, percent, 2024–34", "Occupational openings, 2024–34 annual average",
    "Typical education needed for entry", "Work experience in a related occupation",
    "Typical on-the-job training needed to attain competency in the occupation",
]  # fmt: skip


@given(st.permutations(["O*NET-SOC Code", "Task", "Task Type", "Date", "Other"]))
def test_columns_are_found_wherever_they_stand(header: list[str]) -> None:
    found = match_columns(spec("tasks"), header)
    assert {name: header[at] for name, at in found.places.items()} == {
        "code": "O*NET-SOC Code", "task": "Task", "kind": "Task Type", "date": "Date",
    }  # fmt: skip
    assert found.missing == ()


@pytest.mark.parametrize("header", [["JOB ZONE", "NAME"], ["job  zone", " Name "]])
def test_capitals_and_spaces_do_not_count(header: list[str]) -> None:
    assert match_columns(spec("zone-names"), header).missing == ()


def test_the_years_of_a_projection_are_told_apart() -> None:
    found = match_columns(spec("outlook"), OUTLOOK)
    assert found.years == {"from": "2024", "to": "2034", "base": "2024"}
    assert (found.places["jobs"], found.places["jobs_then"]) == (3, 4)


def test_a_later_release_may_rename_a_column() -> None:
    header = ["O*NET-SOC Code", "Workplace Example", "Element Name", "Hot Technology", "In Demand"]
    assert match_columns(spec("technology"), header).missing == ()


def test_a_missing_column_is_named_with_file_and_remedy() -> None:
    header = ["O*NET-SOC Code", "Duty", "Task Type"]
    found = match_columns(spec("tasks"), header)
    told = str(lacking(spec("tasks"), found, Path("Task Statements.txt"), header))
    assert "Task Statements.txt lacks the column 'Task'; it has Duty besides" in told
    assert "tables.toml under 'tasks'" in told


def test_rows_that_are_not_kept_and_short_rows() -> None:
    wanted = spec("skills")
    header = ["O*NET-SOC Code", "Element Name", "Scale ID", "Data Value"]
    columns = match_columns(wanted, header)
    rows = [["1", "Speaking", "IM", "4"], ["1", "Speaking", "LV", "4"], ["1", "Reading", "im"], []]
    held = table_rows(wanted, columns, rows)
    assert [(r["name"], r["value"], r["suppress"]) for r in held] == [
        ("Speaking", "4", ""), ("Reading", "", ""),
    ]  # fmt: skip


def test_every_table_is_described_soundly() -> None:
    assert len({s.id for s in specs()}) == len(specs())
    for table in specs():
        assert set(table.optional) | set(table.keep) <= set(table.columns)
        assert table.files or table.source != "onet"
