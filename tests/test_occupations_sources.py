from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest
from occupations_support import (
    ONET,
    OUTLOOK,
    WAGE_COLUMNS,
    WAGES,
    oews_file,
    onet_folder,
    projections_file,
    skills_folder,
    workbook,
)

from assistant.errors import ImportFileError, MissingExtraError
from assistant.occupations.reading import read_sheets
from assistant.occupations.sources import edition_key, read_oews, read_onet, read_projections


def test_onet_is_read_with_its_release(tmp_path: Path) -> None:
    tables = {t.id: t for t in read_onet([onet_folder(tmp_path / "db"), skills_folder(tmp_path)])}
    assert (tables["tasks"].edition, tables["tasks"].dated) == ("30.1", "December 2025")
    assert (tables["skills"].edition, len(tables["skills"].rows)) == ("29.3", 3)
    assert [r["scale"] for r in tables["education"].rows] == ["RL", "RL"]


def test_progress_is_told_for_every_file(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    read_onet([onet_folder(tmp_path)], lambda done, total: told.append((done, total)))
    assert told == [(n, len(ONET)) for n in range(1, len(ONET) + 1)]


def test_of_two_releases_the_newer_stays_whatever_the_order(tmp_path: Path) -> None:
    old = onet_folder(tmp_path / "a", {"Job Zones": [("O*NET-SOC Code", "Job Zone")]}, "9.0")
    new = onet_folder(tmp_path / "b", ONET, "30.1")
    for folders in ([old, new], [new, old]):
        tables = {t.id: t for t in read_onet(folders)}
        assert (tables["zones"].edition, len(tables["zones"].rows)) == ("30.1", 1)


def test_a_table_in_two_files_is_united(tmp_path: Path) -> None:
    header = ("O*NET-SOC Code", "Element Name", "Scale ID", "Data Value")
    tables = {
        "Essential Skills": [header, ("29-1141.00", "Speaking", "IM", 4)],
        "Transferable Skills": [header, ("29-1141.00", "Negotiation", "IM", 3)],
        "Occupation Data": ONET["Occupation Data"],
    }
    found = {t.id: t for t in read_onet([onet_folder(tmp_path, tables, "30.3")])}
    assert {r["name"] for r in found["skills"].rows} == {"Speaking", "Negotiation"}


def test_editions_are_ordered_as_numbers() -> None:
    assert edition_key("9.0") < edition_key("30.1") < edition_key("30.3")
    assert edition_key("") < edition_key("5.0")


def test_wages_are_read_with_month_and_cap(tmp_path: Path) -> None:
    (table,) = read_oews(oews_file(tmp_path))
    assert (table.edition, table.dated) == ("2025-05", "May 2025")
    assert table.notes == {"hour": "115.00", "year": "239200"}
    assert [r["code"] for r in table.rows] == ["29-1141", "51-4121", "41-9012"]


def test_wages_in_small_letters_without_notes(tmp_path: Path) -> None:
    rows = [[name.lower() for name in WAGE_COLUMNS], *WAGES[1:]]
    (table,) = read_oews(oews_file(tmp_path, rows, [("nothing",)]))
    assert (table.edition, table.notes) == ("2025-05", {})


def test_projections_are_read_with_their_years(tmp_path: Path) -> None:
    (table,) = read_projections(projections_file(tmp_path))
    assert (table.edition, table.dated) == ("2024-2034", "2024–34")
    assert [r["jobs_then"] for r in table.rows] == ["3557.1", "446.3"]


def _onet(place: Path) -> Any:
    return read_onet([place])


@pytest.mark.parametrize(
    ("read", "make", "told"),
    [
        (_onet, lambda p: p / "nowhere", "there is no folder"),
        (_onet, oews_file, "is a file: name the folder"),
        (_onet, lambda p: onet_folder(p / "x", {}), "holds none of O\\*NET's tables"),
        (_onet, lambda p: onet_folder(p / "x", {"Job Zones": [("Code", "Zone")]}), "no such table"),
        (_onet, lambda p: onet_folder(p / "x", {"Job Zones": []}), "Job Zones.txt is empty"),
        (
            _onet,
            lambda p: onet_folder(p / "x", {"Job Zones": [("O*NET-SOC Code", "Date", "Zone")]}),
            "Job Zones.txt lacks the column 'Job Zone'",
        ),
        (read_oews, lambda p: p / "gone.xlsx", "gone.xlsx cannot be opened"),
        (read_oews, lambda p: p, "is a folder: name the .xlsx file"),
        (read_oews, lambda p: workbook(p / "a.xlsx", {"Sheet": ()}), "a.xlsx is empty"),
        (read_oews, lambda p: oews_file(p, [*WAGES[:2]]), "no row with O_GROUP 'detailed'"),
        (
            read_oews,
            lambda p: oews_file(p, [[n.replace("A_MEDIAN", "MED") for n in WAGE_COLUMNS]]),
            "lacks the column 'A_MEDIAN'",
        ),
        (
            read_oews,
            lambda p: workbook(p / "wages.xlsx", {"x": WAGES}),
            "does not say of which year",
        ),
        (read_projections, lambda p: projections_file(p, OUTLOOK[:3]), "no row with Occupation"),
        (read_projections, lambda p: oews_file(p), "holds no such table|lacks the column"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, read: Any, make: Any, told: str) -> None:
    with pytest.raises(ImportFileError, match=told):
        read(make(tmp_path))


@pytest.mark.parametrize("data", [b"no workbook", b"PK\x03\x04 broken", b""])
def test_a_file_that_is_no_workbook(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "national_M2025_dl.xlsx"
    file.write_bytes(data)
    with pytest.raises(ImportFileError, match="no Excel workbook that can be read"):
        read_oews(file)


def test_another_kind_of_file(tmp_path: Path) -> None:
    file = tmp_path / "national.csv"
    file.write_text("a,b", encoding="utf-8")
    with pytest.raises(ImportFileError, match=r"is no \.xlsx file"):
        read_oews(file)


def test_text_that_is_not_utf8(tmp_path: Path) -> None:
    file = tmp_path / "Job Zones.txt"
    file.write_bytes(b"O*NET-SOC Code\tJob Zone\n\xff\xfe\x00")
    with pytest.raises(ImportFileError, match="no tab-separated text in UTF-8"):
        read_sheets(file)


def test_without_the_library_the_command_to_install_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "python_calamine":
            raise ImportError(name)
        return usual(name, *rest)

    file = oews_file(tmp_path)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"pip install 'career-assistant\[import\]'"):
        read_oews(file)
