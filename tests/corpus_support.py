"""What the tests of the corpus room share: invented files, and what must hold of any document."""

from __future__ import annotations

import io
import zipfile
from itertools import chain
from pathlib import Path

from assistant.corpus import split
from assistant.records import Document

PAGES = Path(__file__).parent / "corpus_pages"


def is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(character in rest for character in short)


def check(document: Document) -> None:
    """Assert what holds of every document and its passages."""
    text = document.text
    position = 0
    for block in document.blocks:
        assert position <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        for start, end in block.cells:
            assert block.start <= start <= end <= block.end
        position = block.end
    check_passages(document)


def check_passages(document: Document) -> None:
    passages = split(document, 7)
    assert [p.number for p in passages] == list(range(7, 7 + len(passages)))
    position = 0
    for passage in passages:
        assert position <= passage.start < passage.end
        assert passage.text == document.text[passage.start : passage.end]
        inner = passage.start
        for unit in passage.units:
            assert inner <= unit.start < unit.end <= passage.end
            assert unit.kind == "heading" or unit.kind in ("sentence", "item", "row")
            inner = unit.end
        position = passage.end
    check_coverage(document, [unit for p in passages for unit in p.units])


def check_coverage(document: Document, units: list) -> None:
    """Assert that every word of a block is in a unit, and that units stay within blocks."""
    spans = [(unit.start, unit.end) for unit in units]
    inside = set(chain.from_iterable(range(start, end) for start, end in spans))
    for block in document.blocks:
        if block.kind != "heading":
            words = (i for i in range(block.start, block.end) if not document.text[i].isspace())
            assert all(i in inside for i in words)
    bounds = [(block.start, block.end) for block in document.blocks]
    assert all(any(a <= s and e <= b for a, b in bounds) for s, e in spans)


def pdf_of(*pages: list[str]) -> bytes:
    """Write a PDF by hand: each page a list of lines in Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, lines in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        shown = " ".join(f"({_escaped(line)}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 800 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return _written(objects)


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _written(objects: list[str]) -> bytes:
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    table = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    for place in places:
        out.write(f"{place:010d} 00000 n \n".encode())
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n".encode())
    out.write(f"startxref\n{table}\n%%EOF".encode())
    return out.getvalue()


def zip_bomb(megabytes: int) -> bytes:
    """Write a small zip archive, named like a Word document, that unpacks to many megabytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * (megabytes * 1_000_000))
    return out.getvalue()
