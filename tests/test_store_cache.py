"""Where indexes are kept between runs, and which collections have one."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.cli import main
from assistant.corpus import survey
from assistant.store import cache, cache_folder, is_index, place_of, worth_keeping


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache.sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return tmp_path / "caches" / "career-assistant"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "documents"
    place.mkdir()
    (place / "a.md").write_text("# Baker\n\nA baker bakes bread in an oven.", encoding="utf-8")
    return place


def test_each_platform_has_its_folder(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cache_folder() == home
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert cache_folder() == tmp_path / ".cache" / "career-assistant"
    monkeypatch.setattr(cache.sys, "platform", "darwin")
    assert cache_folder() == tmp_path / "Library" / "Caches" / "career-assistant"
    monkeypatch.setattr(cache.sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert cache_folder() == tmp_path / "Local" / "career-assistant" / "Cache"
    monkeypatch.delenv("LOCALAPPDATA")
    assert "AppData" in cache_folder().parts


def test_other_folders_have_another_place(home: Path, folder: Path, tmp_path: Path) -> None:
    found = survey([folder])
    assert place_of(found).parent == home
    assert place_of(found) == place_of(survey([str(folder)]))
    assert place_of(survey([folder, folder.parent])) != place_of(found)
    assert place_of(found, tmp_path / "here").parent == tmp_path / "here"


def test_small_collections_leave_nothing_behind(home: Path, folder: Path) -> None:
    assert not worth_keeping(survey([folder]))
    Assistant.from_folder(folder, cache=True)
    assert main(["ask", "What does a baker do?", "--corpus", str(folder)]) == 0
    assert not home.exists()


def test_large_ones_are_kept_by_the_command_line_unless_forbidden(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cache, "LARGE", 10)
    asked = ["ask", "What does a baker do?", "--corpus", str(folder)]
    assert main([*asked, "--no-cache"]) == 0
    Assistant.from_folder(folder)
    assert not home.exists()
    plain = capsys.readouterr().out
    assert main(asked) == 0
    (kept,) = home.iterdir()
    assert is_index(kept)
    assert main(asked) == 0
    assert capsys.readouterr().out == plain * 2


def test_a_home_that_cannot_be_written_is_told_once(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cache, "LARGE", 10)
    home.parent.mkdir()
    home.write_text("a file where the folder should be", encoding="utf-8")
    assert main(["ask", "What does a baker do?", "--corpus", str(folder)]) == 0
    shown = capsys.readouterr()
    assert "bakes bread" in shown.out
    assert shown.err.count("\n") == 1
    assert "The index cannot be kept in" in shown.err
