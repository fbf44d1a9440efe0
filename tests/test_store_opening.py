"""That an index on disk gives just what reading the folder gives, whatever happened to either."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant, CorpusError
from assistant.corpus import survey
from assistant.store import builder, disk, files, make_index, open_folders, open_index, opening

ASKED = (
    "How much does a baker earn in Peru?",
    "What does a welder do?",
    "What skills do pilots need?",
    "hw much do bakrs earn",
    "Which job pays best?",
    "What is the difference between a baker and a welder?",
)
PIECES = (
    "A baker earns $30,000 a year in Peru.",
    "A baker earns $41,500 a year in Chile, according to Glassdoor.",
    "## Duties\n\nA welder joins metal. It is hot work – and *loud*.",
    "## Skills\n\n- patience\n- a steady hand\n- écoute",
    "Pilots fly aircraft. They need good eyes and {want} a licence.",
    "| Role | Pay |\n|---|---|\n| Welder | $52,000 |\n| Pilot | $120,000 |",
    "---\nrole: Kelp farmer\naliases: [seaweed grower]\nday: 2024-05-01\n---\n\n# Kelp\n\nWet.",
    "A kelp farmer dives. A seaweed grower earns $25,000 a year in Chile.",
    "Subscribe to our newsletter",
    "",
)
NAMES = ("a.md", "b.txt", "sub/c.md", "sub/d.html", "e.md")
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("\n\n".join)
edits = st.lists(
    st.tuples(st.sampled_from(NAMES), st.one_of(st.none(), texts)), min_size=1, max_size=4
)


def write(folder: Path, name: str, text: str | None) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        path.unlink(missing_ok=True)
    else:
        path.write_text(text, encoding="utf-8")


def same(one: Assistant, other: Assistant) -> None:
    """Check that two assistants hold and answer the same."""
    assert list(one.documents) == list(other.documents)
    assert dict(one.documents) == dict(other.documents)
    assert list(one.passages) == list(other.passages)
    assert one.collection.skipped == other.collection.skipped
    assert dict(one.collection.dropped) == dict(other.collection.dropped)
    assert one.salaries() == other.salaries()
    assert one.starters() == other.starters()
    same_standing(one, other)
    for question in ASKED:
        assert one.search(question, 20) == other.search(question, 20)
        answer = one.ask(question)
        assert answer == other.ask(question)
        for c in answer.citations:
            assert one.documents[c.document].text[c.start : c.end] == c.quote


def same_standing(one: Assistant, other: Assistant) -> None:
    """Check that two assistants tell alike whom each passage is about."""
    materials = [assistant._answerer.material for assistant in (one, other)]
    for number in range(len(one.passages)):
        for roles in (frozenset({"welder"}), frozenset({"baker", "pilot"}), frozenset({"nurse"})):
            told = [m.kept.stands(number, roles, m.viewer) for m in materials]
            assert told[0] == told[1], (one.passages[number].text, roles)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Note the names of the files that are opened."""
    names: list[str] = []
    load = opening.load

    def noting(path: Path) -> bytes:
        names.append(path.name)
        return load(path)

    monkeypatch.setattr(opening, "load", noting)
    monkeypatch.setattr(files, "UNSURE", -(10**18))
    yield names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "documents"
    for name, piece in zip(NAMES, PIECES, strict=False):
        write(place, name, f"# {name}\n\n{piece}\n\nSome more about {name}.")
    return place


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(start=edits, rounds=st.lists(edits, max_size=3))
def test_an_index_brought_up_to_date_is_a_full_rebuild(
    start: list[tuple[str, str]], rounds: list[list[tuple[str, str]]], tmp_path: Path
) -> None:
    shutil.rmtree(tmp_path)
    place, cache = tmp_path / "documents", tmp_path / "cache"
    write(place, "always.md", "# Always\n\nA welder earns $50,000 a year in Peru.")
    for changes in (start, *rounds):
        for name, text in changes:
            write(place, name, text)
        same(Assistant.from_folder(place, cache=cache), Assistant.from_folder(place))
    # Once more, with nothing changed.
    same(Assistant.from_folder(place, cache=cache), Assistant.from_folder(place))


def test_documents_that_are_not_held_in_memory_give_the_same_index(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_index([folder], tmp_path / "held")
    monkeypatch.setattr(builder, "HELD", 0)
    make_index([folder], tmp_path / "written")
    held, written = (disk.load(tmp_path / name).arrays for name in ("held", "written"))
    assert list(held) == list(written)
    for name, array in held.items():
        assert array.tolist() == written[name].tolist(), name


def test_an_unchanged_folder_is_not_read_again(
    folder: Path, tmp_path: Path, read: list[str]
) -> None:
    index = tmp_path / "index"
    assert make_index([folder], index).read == len(NAMES)
    assert len(read) == len(NAMES)
    assert make_index([folder], index).read == 0
    assert make_index([], index).read == 0
    assert len(read) == len(NAMES)


def test_only_a_changed_file_is_read_again(folder: Path, tmp_path: Path, read: list[str]) -> None:
    index = tmp_path / "index"
    make_index([folder], index)
    read.clear()
    write(folder, "b.txt", "Kelp is grown in the sea.")
    write(folder, "new.md", "A diver dives.")
    (folder / "a.md").unlink()
    assert make_index([folder], index).read == 2
    assert sorted(read) == ["b.txt", "new.md"]
    same(Assistant.from_folder(index), Assistant.from_folder(folder))


def test_a_file_that_was_only_touched_is_not_indexed_again(
    folder: Path, tmp_path: Path, read: list[str]
) -> None:
    index = tmp_path / "index"
    make_index([folder], index)
    read.clear()
    os.utime(folder / "a.md", (1, 1))
    assert make_index([folder], index).read == 0
    assert read == ["a.md"]
    # That it is unchanged is remembered.
    assert make_index([folder], index).read == 0
    assert read == ["a.md"]


def test_a_change_that_leaves_size_and_time_alone_is_seen(folder: Path, tmp_path: Path) -> None:
    """A file may be written to twice within a step of the file system's clock."""
    index, path = tmp_path / "index", folder / "b.txt"
    write(folder, "b.txt", "A baker earns $30,000 a year in Peru.")
    before = path.stat()
    make_index([folder], index)
    path.write_text("A baker earns $99,000 a year in Peru.", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert make_index([folder], index).read == 1
    assert "$99,000" in Assistant.from_folder(index).ask(ASKED[0]).text


def test_a_text_whose_first_file_goes_is_still_there(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    write(folder, "zz.md", (folder / "a.md").read_text(encoding="utf-8"))
    make_index([folder], index)
    assert Assistant.from_folder(index).documents["a.md"].same_as == ("zz.md",)
    (folder / "a.md").unlink()
    make_index([folder], index)
    same(Assistant.from_folder(index), Assistant.from_folder(folder))
    assert "zz.md" in Assistant.from_folder(index).documents


def test_an_index_answers_from_what_it_holds_after_its_files_changed(
    folder: Path, tmp_path: Path
) -> None:
    index = tmp_path / "index"
    make_index([folder], index)
    kept = Assistant.from_folder(index)
    shutil.rmtree(folder)
    answer = kept.ask(ASKED[0])
    assert answer.status == "answered"
    for c in answer.citations:
        assert kept.documents[c.document].text[c.start : c.end] == c.quote
    assert Assistant.from_folder(index).ask(ASKED[0]) == answer


def _flip(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[-1] ^= 0xFF
    path.write_bytes(bytes(raw))


def _older(path: Path) -> None:
    head, _, body = path.read_text(encoding="utf-8").partition("\n")
    told = {**json.loads(head), "format": 0}
    path.write_text(f"{json.dumps(told)}\n{body}", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "harm", "reason"),
    [
        ("matrix.scores.npy", lambda p: os.truncate(p, 100), "has 100 bytes instead of"),
        ("matrix.scores.npy", lambda p: p.unlink(), "matrix.scores.npy is missing"),
        ("document.text.data.npy", _flip, "document.text.data.npy is not what was written"),
        ("meta.json", _flip, "meta.json is not what was written"),
        ("meta.json", lambda p: p.write_bytes(b""), "meta.json is not what was written"),
        ("meta.json", lambda p: p.write_bytes(b"\xff\0"), "meta.json is not what was written"),
        ("meta.json", lambda p: p.write_text("[1]\n"), "meta.json belongs to something else"),
        ("meta.json", _older, "another version of the assistant made it"),
        ("files.json", lambda p: os.truncate(p, 50), "files.json is not what was written"),
        ("../index.json", lambda p: p.write_text("{}"), "index.json belongs to something else"),
        ("../index.json", lambda p: os.truncate(p, 3), "index.json is not what was written"),
    ],
)
def test_a_damaged_index_is_told_and_made_again(
    name: str, harm: object, reason: str, folder: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    Assistant.from_folder(folder, cache=cache)
    (generation,) = cache.glob("*/generation-*")
    harm(generation / name)  # type: ignore[operator]
    mended = Assistant.from_folder(folder, cache=cache)
    assert len(mended.notices) == 1
    assert reason in mended.notices[0]
    assert mended.notices[0].startswith("The index ")
    same(mended, Assistant.from_folder(folder))
    assert Assistant.from_folder(folder, cache=cache).notices == ()


def test_an_index_made_by_other_code_is_made_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Assistant.from_folder(folder, cache=tmp_path / "cache")
    monkeypatch.setattr(opening, "fingerprint", lambda: "another")
    again = Assistant.from_folder(folder, cache=tmp_path / "cache")
    assert "because another version of the assistant made it" in again.notices[0]
    assert Assistant.from_folder(folder, cache=tmp_path / "cache").notices == ()


def test_a_damaged_index_without_its_folder_is_an_error(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    make_index([folder], index)
    (generation,) = index.glob("generation-*")
    (generation / "matrix.numbers.npy").unlink()
    shutil.copytree(index, tmp_path / "copy")
    assert Assistant.from_folder(tmp_path / "copy").notices  # made again from its folder
    shutil.rmtree(folder)
    with pytest.raises(CorpusError, match=r"cannot be used: matrix.numbers.npy is missing; make"):
        open_index(index)


def test_a_place_that_cannot_be_written_is_told_once_and_done_without(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.np, "save", full)
    read = Assistant.from_folder(folder, cache=tmp_path / "cache")
    assert len(read.notices) == 1
    assert "(no space left on device); the documents are read anew each time" in read.notices[0]
    same(read, Assistant.from_folder(folder))
    assert not list((tmp_path / "cache").glob("*/*"))
    with pytest.raises(CorpusError, match="no space left on device"):
        make_index([folder], tmp_path / "index")


def test_a_full_disk_leaves_the_earlier_index_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = tmp_path / "index"
    make_index([folder], index)
    before = Assistant.from_folder(index).ask(ASKED[0])
    write(folder, "f.md", "A cook cooks.")
    with monkeypatch.context() as patched:
        patched.setattr(disk.os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(CorpusError):
            make_index([folder], index)
    assert Assistant.from_folder(index).ask(ASKED[0]) == before
    assert len(list(index.iterdir())) == 2


def test_other_files_are_never_overwritten(folder: Path, tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    write(letters, "dear.txt", "Dear Ann")
    with pytest.raises(CorpusError, match="holds other files: give a new or an empty folder"):
        make_index([folder], letters)
    assert [path.name for path in letters.iterdir()] == ["dear.txt"]
    with pytest.raises(CorpusError, match="is no index of folders that are there"):
        make_index([], letters)


def test_an_index_is_given_alone(folder: Path, tmp_path: Path) -> None:
    make_index([folder], tmp_path / "index")
    with pytest.raises(CorpusError, match="is a saved index: give it alone"):
        Assistant.from_folder(tmp_path / "index", folder)


_MAKE = """
import sys
from pathlib import Path
from assistant.store import make_index
make_index([Path(sys.argv[1])], Path(sys.argv[2]))
"""


def test_two_processes_at_once_leave_a_whole_index(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", _MAKE, str(folder), str(tmp_path / "index")]
    running = [subprocess.Popen(command) for _ in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    same(Assistant.from_folder(tmp_path / "index"), Assistant.from_folder(folder))


_KILLED = """
import os, sys
from pathlib import Path
from assistant.store import disk, make_index
left, sync = int(sys.argv[3]), os.fsync

def failing(handle):
    global left
    left -= 1
    if left < 0:
        os._exit(9)  # as kill -9 does: nothing is cleaned up
    sync(handle)

os.fsync = failing
make_index([Path(sys.argv[1])], Path(sys.argv[2]))
"""


@pytest.mark.parametrize("survived", [0, 3, 20, 33, 34, 35, 36, 37, 38])
def test_a_process_killed_while_writing_leaves_the_index_before_or_the_new_one(
    survived: int, folder: Path, tmp_path: Path
) -> None:
    index = tmp_path / "index"
    make_index([folder], index)
    before = Assistant.from_folder(folder)
    write(folder, "f.md", "A cook cooks soup.")
    after = Assistant.from_folder(folder)
    command = [sys.executable, "-c", _KILLED, str(folder), str(index), str(survived)]
    code = subprocess.run(command, check=False).returncode
    assert code in (0, 9)
    found = open_index(index)
    assert found.notices == ()
    wanted = before if len(found.library.documents) == len(before.documents) else after
    same(Assistant.from_folder(index), wanted)
    if code == 0:
        assert wanted is after
    make_index([folder], index)
    same(Assistant.from_folder(index), after)


def test_what_a_killed_process_left_is_cleared_away_later(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    make_index([folder], index)
    left = index / "generation-left"
    left.mkdir()
    write(folder, "f.md", "A cook cooks.")
    make_index([folder], index)
    assert left.exists()  # It may be another process's, at work now.
    os.utime(left, (1, 1))
    write(folder, "f.md", "A cook cooks soup.")
    make_index([folder], index)
    assert not left.exists()
    assert len(list(index.glob("generation-*"))) == 1


def test_declared_roles_are_known_in_the_files_that_did_not_change(tmp_path: Path) -> None:
    place, index = tmp_path / "documents", tmp_path / "index"
    write(place, "a.md", "A kelp farmer earns $25,000 a year in Chile.")
    make_index([place], index)
    write(place, "b.md", PIECES[6])
    make_index([place], index)
    kept = Assistant.from_folder(index)
    same(kept, Assistant.from_folder(place))
    assert [salary.role for salary in kept.salaries()] == ["kelp-farmer"]


def test_reading_a_survey_raises_as_reading_the_folder_does(tmp_path: Path) -> None:
    write(tmp_path / "documents", "a.png", "x")
    with pytest.raises(CorpusError) as plain:
        Assistant.from_folder(tmp_path / "documents")
    with pytest.raises(CorpusError) as kept:
        open_folders(survey([tmp_path / "documents"]), tmp_path / "index")
    assert str(plain.value) == str(kept.value)


def test_the_shipped_profiles_answer_alike_from_an_index(
    shipped: Assistant, tmp_path: Path
) -> None:
    kept = Assistant.from_folder(cache=tmp_path)
    same(kept, shipped)
    for question in (
        "How much do data engineers earn in the United States?",
        "How many openings are there for data scientists each year?",
        "What is an AI engineer?",
        "Who earns more, a statistician or a data analyst?",
    ):
        assert kept.ask(question) == shipped.ask(question)
    material, plain = kept._answerer.material, shipped._answerer.material
    assert [(f.role, f.place, f.figure, f.view) for f in material.forecasts] == [
        (f.role, f.place, f.figure, f.view) for f in plain.forecasts
    ]
    assert dict(material.kept.profiles) == dict(plain.kept.profiles)
    for name in kept.documents:
        assert list(material.kept.passages_of(name)) == list(plain.kept.passages_of(name))
    for role in material.subjects:
        assert material.kept.profiled(role) == plain.kept.profiled(role)
        assert list(material.paid([role])) == list(plain.paid([role]))
