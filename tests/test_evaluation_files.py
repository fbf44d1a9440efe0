import os
from pathlib import Path

import pytest

from assistant.errors import QuestionSetError
from assistant.evaluation.files import write_together


def test_files_appear_in_a_folder_made_for_them(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    paths = write_together(folder, {"one": "1\n", "two": "ü\ud800"})
    assert paths == (folder / "one", folder / "two")
    assert (folder / "one").read_bytes() == b"1\n"
    assert (folder / "two").read_bytes() == "ü\\ud800".encode()
    assert sorted(os.listdir(folder)) == ["one", "two"]
    assert (folder / "one").stat().st_mode & 0o777 == 0o644


def test_what_breaks_off_leaves_nothing_behind_and_the_old_report_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_together(tmp_path, {"one": "old"})

    class Interrupted(dict[str, str]):
        def items(self):  # type: ignore[no-untyped-def, override]
            yield "one", "new"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_together(tmp_path, Interrupted())
    assert (tmp_path / "one").read_text() == "old"
    assert os.listdir(tmp_path) == ["one"]


def test_a_full_disk_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(QuestionSetError, match="cannot be written to .*: No space left on device"):
        write_together(tmp_path, {"one": "1", "two": "2"})
    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(QuestionSetError, match="cannot be written to"):
        write_together(tmp_path / "file", {"one": "1"})
