"""Collections: ids of several folders, files with the same text, and texts from Python."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from assistant.corpus import Collection, read_folders, read_texts
from assistant.errors import CorpusError


def made(root, **files):
    root.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (root / f"{name}.txt").write_text(text)
    return root


def test_ids_are_paths_under_the_folder(tmp_path):
    found = read_folders([made(tmp_path / "x", a="One."), made(tmp_path / "y", b="Two.")])
    assert list(found.documents) == ["a.txt", "b.txt"]
    assert all(name == document.id for name, document in found.documents.items())


def test_ids_begin_with_the_folder_s_name_where_two_would_clash(tmp_path):
    one, two = made(tmp_path / "x", a="One.", c="Three."), made(tmp_path / "y", a="Two.")
    assert list(read_folders([one, two]).documents) == ["x/a.txt", "x/c.txt", "y/a.txt"]


def test_folders_of_the_same_name_are_numbered(tmp_path):
    one, two = made(tmp_path / "x" / "d", a="One."), made(tmp_path / "y" / "d", a="Two.")
    assert list(read_folders([one, two]).documents) == ["d-2/a.txt", "d/a.txt"]


def test_a_folder_within_another_is_read_once(tmp_path):
    outer = made(tmp_path / "x", a="One.")
    inner = made(outer / "in", b="Two.")
    found = read_folders([outer, inner, outer, outer / "in" / ".."])
    assert list(found.documents) == ["a.txt", "in/b.txt"] and not found.skipped


def test_an_empty_folder_among_others_is_named(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorpusError, match="empty holds no files"):
        read_folders([made(tmp_path / "x", a="One."), tmp_path / "empty"])


def test_files_with_the_same_text_are_indexed_once_and_all_named(tmp_path):
    (tmp_path / "b.md").write_text("The **same** text.")
    (tmp_path / "c.html").write_text("<p>The same\ntext.</p>")
    found = read_folders([made(tmp_path, a="The same text.", d="Another text.")])
    assert list(found.documents) == ["a.txt", "d.txt"]
    assert found.documents["a.txt"].same_as == ("b.md", "c.html")
    assert not found.skipped and set(found.dropped) == {"a.txt", "d.txt"}


def test_reading_twice_gives_the_same(tmp_path):
    made(tmp_path, a="Pay\n\nIt is good. It rises.", b="Another text.")
    assert read_folders([tmp_path]) == read_folders([tmp_path])


def test_a_collection_cannot_be_changed():
    found = read_texts({"a": "The text."})
    assert isinstance(found, Collection)
    with pytest.raises(TypeError):
        found.documents["b"] = found.documents["a"]  # type: ignore[index]


def test_texts_are_read_as_files_are():
    found = read_texts(
        {"b.txt": "# no heading", "a.md": "# Pay\n\nIt is {good}.", "c": "\r\nText."}
    )
    assert list(found.documents) == ["a.md", "b.txt", "c"]
    assert found.documents["b.txt"].text == "# no heading"
    assert found.documents["a.md"].text == "Pay\n\nIt is good."
    assert found.documents["a.md"].title == "Pay" and found.documents["c"].title == "c"


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({}, "no text was given: give at least one, as {'name': 'text'}"),
        ({"a": b"bytes"}, "the text 'a' is no string: give both name and text as strings"),
        ({1: "text"}, "the text 1 is no string"),
        (
            {"a": "", "b": "\0"},
            "none of the texts can be indexed: a: it holds no text; b: it holds",
        ),
    ],
)
def test_texts_that_cannot_be_read_are_named(texts, message):
    with pytest.raises(CorpusError) as caught:
        read_texts(texts)
    assert str(caught.value).startswith(message)


def test_one_unreadable_text_is_skipped():
    found = read_texts(MappingProxyType({"a": "Text.", "b": "\0"}))
    assert [s.path for s in found.skipped] == ["b"] and list(found.documents) == ["a"]
