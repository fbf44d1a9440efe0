"""Word documents: made with the library, damaged, too large unpacked, and without it."""

from __future__ import annotations

import contextlib
import io
import sys
import zipfile

import pytest
from corpus_support import check, zip_bomb

from assistant.corpus import read_folders
from assistant.corpus.docx import read
from assistant.corpus.draft import UnreadableError
from assistant.errors import MissingExtraError

docx = pytest.importorskip("docx")


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def weaver() -> bytes:
    document = docx.Document()
    document.add_heading("The Weaver's Year", 0)
    document.add_heading("Duties", 1)
    document.add_paragraph("A weaver has to:")
    document.add_paragraph("set up the warp", style="List Bullet")
    document.add_paragraph("mend the loom", style="List Number")
    document.add_paragraph().add_run("Pay by year").bold = True
    table = document.add_table(3, 2)
    for row, cells in zip(
        table.rows, (("Year", "Pay"), ("2021", "300"), ("2022", "")), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("It rises every year.")
    return saved(document)


def test_headings_lists_and_tables_are_read(tmp_path):
    (tmp_path / "a.docx").write_bytes(weaver())
    document = read_folders([tmp_path]).documents["a.docx"]
    text = document.text
    assert [(b.kind, b.level, text[b.start : b.end]) for b in document.blocks] == [
        ("heading", 1, "The Weaver's Year"),
        ("heading", 1, "Duties"),
        ("paragraph", 0, "A weaver has to:"),
        ("item", 1, "set up the warp"),
        ("item", 1, "mend the loom"),
        ("heading", 2, "Pay by year"),
        ("row", 0, "Year\tPay"),
        ("row", 0, "2021\t300"),
        ("row", 0, "2022"),
        ("paragraph", 0, "It rises every year."),
    ]
    rows = [b for b in document.blocks if b.kind == "row"]
    assert [row.header for row in rows] == [True, False, False]
    assert document.title == "The Weaver's Year"
    check(document)


def test_without_any_style_the_structure_is_told_from_wording():
    document = docx.Document()
    for text in ("Weaving", "A weaver sits at the loom all day long and sings.", "Duties", "They:"):
        document.add_paragraph(text)
    draft = read(saved(document))
    assert draft.loose and draft.text.startswith("Weaving\n\nA weaver")


def test_merged_cells_count_once():
    document = docx.Document()
    table = document.add_table(1, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "wide"
    table.cell(0, 2).text = "narrow"
    assert read(saved(document)).text == "wide\tnarrow"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged, or no Word document"),
        (b"PK\x03\x04 and nothing", "damaged, or no Word document"),
        (zip_bomb(1), "damaged, or no Word document"),
        (zip_bomb(101), "it unpacks to more than 100 MB"),
    ],
)
def test_a_file_that_is_none_is_skipped(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        read(data)


def test_a_truncated_file_is_skipped():
    with pytest.raises(UnreadableError, match="damaged"):
        read(weaver()[:-2_000])


def test_entities_that_would_expand_are_not_expanded():
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "lol">{lines}]><x>&a8;</x>'
    source, out = io.BytesIO(weaver()), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, bomb if part == "word/document.xml" else old.read(part))
    with contextlib.suppress(UnreadableError):
        assert len(read(out.getvalue()).text) < 1_000


def test_without_the_library_the_file_is_skipped_with_the_remedy(tmp_path, monkeypatch):
    data = weaver()
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtraError):
        read(data)
    (tmp_path / "a.docx").write_bytes(data)
    (tmp_path / "b.txt").write_text("Another document.")
    assert read_folders([tmp_path]).skipped[0].reason == (
        "Reading Word documents needs python-docx: pip install 'career-assistant[formats]'"
    )
