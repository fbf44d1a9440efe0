"""Telling whether a file has changed, and whether the code has."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.store import files
from assistant.store.files import Entry, bytes_digest, settled, stamp


def test_a_stamp_changes_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert stamp(path) == (0, 0, 0)
    path.write_bytes(b"one")
    before = stamp(path)
    assert before[0] == 3
    assert stamp(path) == before
    path.write_bytes(b"four")
    assert stamp(path) != before


def test_a_stamp_tells_too_little_just_after_a_change() -> None:
    second = 1_000_000_000
    held = (5, 10 * second, 11 * second)
    assert settled(held, 12 * second) == (0, 0, 0)
    assert settled(held, 14 * second) == held


def test_an_entry_comes_back_from_its_plain_data() -> None:
    entry = Entry("a.md", "/x/a.md", (1, 2, 3), bytes_digest(b"x"), "document", "ff")
    assert Entry.of(entry.plain()) == entry


def test_the_fingerprint_follows_code_lexicon_and_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert all((files.ROOT / name).exists() for name in files.DECIDING)
    found = set()
    monkeypatch.setattr(files, "ROOT", tmp_path)
    monkeypatch.setattr(files, "DECIDING", ("corpus", "text.py"))
    (tmp_path / "corpus").mkdir()
    (tmp_path / "text.py").write_text("1", encoding="utf-8")
    for name, text in (("corpus/words.txt", "a"), ("corpus/words.txt", "b"), ("text.py", "2")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        files.fingerprint.cache_clear()
        found.add(files.fingerprint())
    monkeypatch.setattr(files, "LIBRARIES", ("nltk",))
    files.fingerprint.cache_clear()
    found.add(files.fingerprint())
    assert len(found) == 4
    monkeypatch.undo()
    files.fingerprint.cache_clear()
