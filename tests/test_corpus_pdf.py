"""PDF files: written by hand, damaged, and without the library."""

from __future__ import annotations

import sys

import pytest
from corpus_support import check, pdf_of

from assistant.corpus import pdf, read_folders
from assistant.corpus.draft import UnreadableError
from assistant.errors import MissingExtraError

pytest.importorskip("pypdf")

PAGE = [
    "The Weaving Year",
    "A weaver works at the loom from the early morning until the",
    "light goes, and in winter by lamp. It takes ten years to be-",
    "come a master of the trade.",
    "Duties of a Weaver",
    "A weaver has to:",
    "- set up the warp",
    "- mend the loom",
]


def written(tmp_path, data: bytes):
    (tmp_path / "a.pdf").write_bytes(data)
    (tmp_path / "b.txt").write_text("Another document.")
    return read_folders([tmp_path])


def test_text_headings_and_lists_are_read(tmp_path):
    document = written(tmp_path, pdf_of(PAGE)).documents["a.pdf"]
    kinds = [(b.kind, document.text[b.start : b.end].split("\n")[0]) for b in document.blocks]
    assert kinds == [
        ("heading", "The Weaving Year"),
        ("paragraph", "A weaver works at the loom from the early morning until the"),
        ("heading", "Duties of a Weaver"),
        ("paragraph", "A weaver has to:"),
        ("item", "set up the warp"),
        ("item", "mend the loom"),
    ]
    assert "to become a master" in document.text
    assert document.title == "The Weaving Year"
    check(document)


def test_what_repeats_at_the_edges_of_pages_goes(tmp_path):
    pages = [["Guild Report 2020", *PAGE[n : n + 3], f"Page {n} of 4"] for n in range(4)]
    found = written(tmp_path, pdf_of(*pages))
    assert "Guild Report" not in found.documents["a.pdf"].text
    assert "of 4" not in found.documents["a.pdf"].text
    assert {d.reason for d in found.dropped["a.pdf"]} == {"page header or footer"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged, or no PDF"),
        (b"no PDF at all", "damaged, or no PDF"),
        (b"%PDF-1.4\n%%EOF", "damaged, or no PDF"),
        (pdf_of([]), "it holds no text"),
        (pdf_of(PAGE)[:300], "damaged, or no PDF"),
        (pdf_of(PAGE).replace(b"/Pages 2 0 R", b"/Pages 9 0 R"), "damaged, or no PDF"),
        (pdf_of(PAGE).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), ""),
    ],
)
def test_a_damaged_file_is_skipped_and_the_rest_is_read(tmp_path, capfd, data, reason):
    found = written(tmp_path, data)
    assert "b.txt" in found.documents
    assert "a.pdf" not in found.documents and reason in found.skipped[0].reason
    assert capfd.readouterr().err == ""


def test_an_encrypted_file_is_skipped(tmp_path):
    pypdf = pytest.importorskip("pypdf")
    (tmp_path / "plain.pdf").write_bytes(pdf_of(PAGE))
    writer = pypdf.PdfWriter(clone_from=tmp_path / "plain.pdf")
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    found = written(tmp_path, (tmp_path / "a.pdf").read_bytes())
    assert found.skipped[0].reason == "it is encrypted; save it without a password"


def test_limits_bound_the_time_a_file_can_take(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    with pytest.raises(UnreadableError, match="more than 2 pages"):
        pdf.read(pdf_of(PAGE, PAGE, PAGE))
    monkeypatch.setattr(pdf, "MOST_CHARACTERS", 20)
    with pytest.raises(UnreadableError, match="more than 20 characters"):
        pdf.read(pdf_of(PAGE))


def test_without_the_library_the_file_is_skipped_with_the_remedy(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingExtraError):
        pdf.read(pdf_of(PAGE))
    found = written(tmp_path, pdf_of(PAGE))
    assert found.skipped[0].reason == (
        "Reading PDF files needs pypdf: pip install 'career-assistant[formats]'"
    )
