from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from occupations_support import (
    OUTLOOK,
    WAGES,
    oews_file,
    onet_folder,
    projections_file,
    skills_folder,
)

from assistant.cli import main
from assistant.errors import ImportFileError
from assistant.occupations import ImportOptions, Summary, run_import
from assistant.occupations import importing as module


def _inputs(place: Path) -> dict[str, tuple[Path, ...]]:
    return {
        "onet": (onet_folder(place / "in" / "db"), skills_folder(place / "in")),
        "oews": (oews_file(place / "in"),),
        "projections": (projections_file(place / "in"),),
    }


def _import(
    place: Path, out: Path, order: tuple[str, ...] = ("onet", "oews", "projections")
) -> Summary:
    inputs = _inputs(place)
    for source in order:
        summary = run_import(ImportOptions(source, inputs[source], out))
    return summary


def _files(folder: Path) -> dict[str, bytes]:
    found = (p for p in folder.rglob("*") if p.is_file())
    return {str(p.relative_to(folder)): p.read_bytes() for p in found}


def test_the_order_of_imports_does_not_matter(tmp_path: Path) -> None:
    held = []
    for number, order in enumerate(itertools.permutations(("onet", "oews", "projections"))):
        _import(tmp_path, tmp_path / str(number), order)
        held.append(_files(tmp_path / str(number)))
    assert all(other == held[0] for other in held)


def test_importing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    _import(tmp_path, tmp_path / "out")
    before = _files(tmp_path / "out")
    _import(tmp_path, tmp_path / "out")
    assert _files(tmp_path / "out") == before
    assert {p.name for p in tmp_path.iterdir()} == {"in", "out"}


def test_the_summary_counts_what_is_missing_inherited_and_suppressed(tmp_path: Path) -> None:
    summary = _import(tmp_path, tmp_path / "out")
    assert summary.written == 5
    text = summary.text
    assert "Written: 5 occupations to" in text
    assert "tasks of 2" in text
    assert "pay of 1" in text
    assert "Inherited from a wider occupation: wages of 1" in text
    assert "Wages that are not available (*): 6" in text
    assert "Wages above the highest published (#): 2" in text
    assert "the code 99-9999.00 is not among the occupations" in text


@pytest.mark.parametrize(
    ("only", "names"),
    [
        (("29-1141.00",), {"29-1141.00"}),
        (("29-1141",), {"29-1141.00", "29-1141.01"}),
        (("29",), {"29-1141.00", "29-1141.01"}),
        (("NURSE", "model"), {"29-1141.00", "29-1141.01", "41-9012.00"}),
    ],
)
def test_only_some_occupations(tmp_path: Path, only: tuple[str, ...], names: set[str]) -> None:
    run_import(ImportOptions("onet", _inputs(tmp_path)["onet"], tmp_path / "out", only))
    assert {p.name[:10] for p in (tmp_path / "out").glob("*.md")} == names


def test_a_choice_holds_for_the_folder_until_all_are_imported_again(tmp_path: Path) -> None:
    inputs, out = _inputs(tmp_path), tmp_path / "out"
    run_import(ImportOptions("oews", inputs["oews"], out, ("29-1141",)))
    assert run_import(ImportOptions("onet", inputs["onet"], out)).written == 2
    assert run_import(ImportOptions("oews", inputs["oews"], out)).written == 5


def test_an_older_edition_does_not_replace_a_newer_one(tmp_path: Path) -> None:
    out = tmp_path / "out"
    _import(tmp_path, out)
    before = _files(out)
    older = oews_file(tmp_path / "old", WAGES, [("May 2024 OEWS Estimates",)])
    summary = run_import(ImportOptions("oews", (older,), out))
    assert "is newer and stays" in summary.text
    assert _files(out) == before


def test_a_failure_half_way_leaves_the_old_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    _import(tmp_path, out)
    before = _files(out)
    written = itertools.count()
    usual = module.profile

    def failing(*given: object) -> str:
        if next(written) == 2:
            raise KeyboardInterrupt
        return usual(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "profile", failing)
    with pytest.raises(KeyboardInterrupt):
        _import(tmp_path, out, ("oews",))
    assert _files(out) == before
    assert {p.name for p in tmp_path.iterdir()} == {"in", "out"}


def test_bad_input_leaves_the_old_folder(tmp_path: Path) -> None:
    out = tmp_path / "out"
    _import(tmp_path, out)
    before = _files(out)
    bad = projections_file(tmp_path / "bad", OUTLOOK[:1])
    with pytest.raises(ImportFileError):
        run_import(ImportOptions("projections", (bad,), out))
    assert _files(out) == before


def test_progress_reaches_its_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    options = ImportOptions("onet", _inputs(tmp_path)["onet"], tmp_path / "out")
    run_import(options, lambda done, total: told.append((done, total)))
    assert told[-1] == (5, 5)


@pytest.mark.parametrize("where", [".", "in", "in/db", "in/db/out"])
def test_out_and_in_must_lie_apart(tmp_path: Path, where: str) -> None:
    with pytest.raises(ImportFileError, match="lie in one another"):
        run_import(ImportOptions("onet", _inputs(tmp_path)["onet"], tmp_path / where))


def test_a_folder_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes.md").write_text("mine", encoding="utf-8")
    with pytest.raises(ImportFileError, match="holds files that 'import' did not write"):
        _import(tmp_path, out)
    assert (out / "notes.md").read_text(encoding="utf-8") == "mine"


def test_a_file_put_into_the_folder_is_not_lost(tmp_path: Path) -> None:
    out = tmp_path / "out"
    _import(tmp_path, out)
    (out / "notes.md").write_text("mine", encoding="utf-8")
    with pytest.raises(ImportFileError, match=r"holds notes\.md, which 'import' did not write"):
        _import(tmp_path, out)
    assert (out / "notes.md").exists()


def test_an_empty_folder_will_do_and_a_file_will_not(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert _import(tmp_path, tmp_path / "out").written == 5
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(ImportFileError, match="is no folder"):
        _import(tmp_path, tmp_path / "file")
    with pytest.raises(ImportFileError, match="nothing can be written beside"):
        _import(tmp_path, tmp_path / "file" / "out")


@pytest.mark.parametrize("text", ["{", "[]", '{"files": [], "tables": {"wages": {}}}'])
def test_a_damaged_manifest_is_told(tmp_path: Path, text: str) -> None:
    out = tmp_path / "out"
    _import(tmp_path, out)
    for page in out.glob("*.md"):
        page.unlink()
    (out / ".imported" / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(ImportFileError, match="is damaged"):
        _import(tmp_path, out)


def test_the_tables_are_kept_as_plain_text(tmp_path: Path) -> None:
    _import(tmp_path, tmp_path / "out")
    kept = tmp_path / "out" / ".imported"
    manifest = json.loads((kept / "manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["tables"]) == {p.stem for p in kept.glob("*.tsv")}
    assert manifest["tables"]["wages"]["edition"] == "2025-05"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["onet", "nowhere", "--out", "o"], "there is no folder nowhere"),
        (["oews", "gone.xlsx", "--out", "o"], "gone.xlsx cannot be opened"),
        (["onet", "{db}", "--out", "o", "--only", "xyz"], "--only xyz matches no occupation"),
        (["onet", "{db}", "--out", "{db}/x"], "lie in one another"),
    ],
)
def test_the_command_says_what_is_wrong(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    told: str,
) -> None:
    folder = _inputs(tmp_path)["onet"][0]
    monkeypatch.chdir(tmp_path)
    assert main(["import", *(a.format(db=folder) for a in arguments)]) == 2
    shown = capsys.readouterr()
    assert told in shown.err
    assert shown.out == ""
    assert not (tmp_path / "o").exists()


def test_the_command_imports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(_inputs(tmp_path)["onet"][0])
    code = main(["import", "onet", folder, "--out", str(tmp_path / "o"), "--only", "nurse, 51"])
    assert code == 0
    assert capsys.readouterr().out.startswith("Written: 3 occupations to")
