"""Folders: what is walked, opened and decoded, and what is refused with a reason."""

from __future__ import annotations

import os
import stat

import pytest

from assistant.corpus import folder, read_folders
from assistant.corpus.draft import UnreadableError
from assistant.corpus.folder import decode
from assistant.errors import CorpusError

TEXT = "The loom stands by the window."


def made(root, **files):
    for name, content in files.items():
        path = root / name.replace("__", "/").replace("_DOT_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def reasons(found) -> dict[str, str]:
    return {skipped.path: skipped.reason for skipped in found.skipped}


def test_folders_are_read_to_the_bottom_in_one_order(tmp_path):
    made(tmp_path, b_DOT_txt=TEXT, a__z_DOT_md=TEXT + " 1", a__b__c_DOT_txt=TEXT + " 2",
         B_DOT_TXT=TEXT + " 3")  # fmt: skip
    assert list(read_folders([tmp_path]).documents) == ["B.TXT", "a/b/c.txt", "a/z.md", "b.txt"]


def test_other_files_are_listed_and_hidden_ones_are_not(tmp_path):
    made(tmp_path, a_DOT_txt=TEXT, b_DOT_xlsx=b"x", _DOT_env="x", _DOT_git__config="x",
         node_modules__x__README_DOT_md="x", noend="x")  # fmt: skip
    found = read_folders([str(tmp_path)])
    assert list(found.documents) == ["a.txt"]
    assert set(reasons(found)) == {"b.xlsx", "noend"}
    assert all("only .md" in reason for reason in reasons(found).values())


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Café".encode(), "Café"),
        ("\ufeffCafé".encode(), "Café"),
        ("Café".encode("utf-16"), "Café"),
        ("\ufeffCafé".encode("utf-16-be"), "Café"),
        (b"It costs 5 \x80 \x96 caf\xe9 included.", "It costs 5 € – café included."),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"", ""),
    ],
)
def test_text_is_decoded(data, text):
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"abc\0def", "it holds NUL bytes"),
        ("Café au lait".encode("utf-16-le"), "it holds NUL bytes"),
        ("Café".encode("utf-32"), "it holds NUL bytes"),
        ("Привет, мир".encode("cp1251"), "not text in UTF-8"),
        ("日本語の文章です".encode("shift-jis"), "not text in UTF-8"),
        ("他是工程师".encode("gbk"), "not text in UTF-8"),
        ("It’s a café".encode() + b"\xe9\xff", "not text in UTF-8"),
        (b"\xff\xfeabc", "not text in UTF-8"),
        (bytes(range(128, 256)), "not text in UTF-8"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe\xfd", "not text in UTF-8"),
        (b"\x01\x02\xe9\x03 text", "not text in UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        decode(data)


def test_a_file_with_a_wrong_name_is_skipped_and_the_rest_is_read(tmp_path):
    made(tmp_path, a_DOT_txt=b"\x7fELF\0\0", b_DOT_md=b"\xff\xd8\xff\xe0", c_DOT_txt=TEXT,
         d_DOT_txt="", e_DOT_txt=" \n\t", f_DOT_txt="***")  # fmt: skip
    found = read_folders([tmp_path])
    assert list(found.documents) == ["c.txt"]
    assert set(reasons(found)) == {"a.txt", "b.md", "d.txt", "e.txt", "f.txt"}
    assert reasons(found)["d.txt"] == "it holds no text"


def test_a_huge_file_is_skipped_without_being_read(tmp_path):
    made(tmp_path, a_DOT_txt=TEXT)
    with (tmp_path / "b.txt").open("wb") as file:
        file.truncate(100_000_000)
    reason = reasons(read_folders([tmp_path]))["b.txt"]
    assert reason == "100 MB, and the limit is 20 MB; split the file"


def test_a_file_of_too_many_lines_is_skipped(tmp_path):
    made(tmp_path, a_DOT_txt=TEXT, b_DOT_txt="a b\n" * 100_001)
    assert reasons(read_folders([tmp_path]))["b.txt"].startswith("more than 100000 lines")


def test_links_are_not_followed(tmp_path):
    made(tmp_path, docs__a_DOT_txt=TEXT, secret_DOT_txt="Secret.")
    docs = tmp_path / "docs"
    (docs / "loop").symlink_to(docs)
    (docs / "same.txt").symlink_to(docs / "a.txt")
    (docs / "out.txt").symlink_to(tmp_path / "secret.txt")
    (docs / "up").symlink_to(tmp_path)
    (docs / "gone.txt").symlink_to(docs / "nothing")
    (docs / "self").symlink_to(docs / "self")
    found = read_folders([docs])
    assert list(found.documents) == ["a.txt"]
    assert reasons(found) == {
        "gone.txt": "a link that leads nowhere",
        "loop": "a link to what is read in its own place",
        "out.txt": "a link that leaves the folder; copy the file into it",
        "same.txt": "a link to what is read in its own place",
        "self": "a link that leads nowhere",
        "up": "a link that leaves the folder; copy the file into it",
    }


def test_a_folder_given_by_a_link_is_read(tmp_path):
    made(tmp_path, docs__a_DOT_txt=TEXT)
    (tmp_path / "link").symlink_to(tmp_path / "docs")
    assert list(read_folders([tmp_path / "link"]).documents) == ["a.txt"]


def test_what_is_no_regular_file_is_not_opened(tmp_path):
    made(tmp_path, a_DOT_txt=TEXT)
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(read_folders([tmp_path])) == {"pipe.txt": "not a regular file"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_file_without_permission_is_skipped(tmp_path):
    made(tmp_path, a_DOT_txt=TEXT, b_DOT_txt=TEXT)
    (tmp_path / "b.txt").chmod(0)
    assert reasons(read_folders([tmp_path])) == {"b.txt": "it cannot be opened: permission denied"}


def test_a_file_that_vanishes_or_grows_is_skipped(tmp_path, monkeypatch):
    made(tmp_path, a_DOT_txt=TEXT)
    with pytest.raises(UnreadableError, match="it cannot be opened: no such file"):
        folder.load(tmp_path / "b.txt")
    monkeypatch.setattr(folder, "LARGEST_FILE", 10)
    monkeypatch.setattr(stat, "S_ISREG", lambda mode: True)
    with pytest.raises(UnreadableError, match="the limit is 0 MB"):
        folder.load(tmp_path / "a.txt")


def test_a_very_deep_folder_is_skipped(tmp_path):
    made(tmp_path, a_DOT_txt=TEXT)
    (tmp_path / "/".join("d" * 60)).mkdir(parents=True)
    assert list(reasons(read_folders([tmp_path])).values()) == ["more than 50 folders deep"]


def test_names_in_any_script_and_encoding_are_shown(tmp_path):
    made(tmp_path, a_DOT_txt=TEXT)
    (tmp_path / "日本 – ü.txt").write_text(TEXT + " 2")
    with open(os.path.join(os.fsencode(tmp_path), b"\xff\xfe.txt"), "w") as file:
        file.write(TEXT + " 3")
    names = list(read_folders([tmp_path]).documents)
    assert "日本 – ü.txt" in names and len(names) == 3
    assert all(name.encode("utf-8") for name in names)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda p: p / "nowhere", "there is no folder {}/nowhere: check the path"),
        (lambda p: made(p, a_DOT_txt=TEXT) / "a.txt", "{}/a.txt is a file: give the folder that"),
        (lambda p: p, "the folder {} holds no files: put documents in it"),
        (lambda p: made(p, sub__x_DOT_png=b"x"), "nothing in the folder {} can be indexed: put"),
        (
            lambda p: made(p, x_DOT_txt=b"\0", y_DOT_md=""),
            "nothing in the folder {} can be indexed",
        ),
        (lambda p: made(p, x_DOT_md="---\nindex: false\n---\nNo."), "nothing in the folder {} can"),
        (lambda p: p / "a\0b", "there is no folder {}/a"),
    ],
)
def test_a_folder_that_gives_nothing_is_named_with_the_remedy(tmp_path, make, message):
    with pytest.raises(CorpusError) as caught:
        read_folders([make(tmp_path)])
    text = str(caught.value)
    assert text.startswith(message.format(tmp_path.resolve())) and "\n" not in text


def test_no_folder_at_all():
    with pytest.raises(CorpusError, match="no folder was given"):
        read_folders([])
