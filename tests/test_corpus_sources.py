"""The four original articles, where they stand beside this folder: what cleaning leaves of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from corpus_support import check, is_subsequence

from assistant.corpus import Collection, read_folders, split

SOURCES = Path(__file__).parent.parent.parent / "shared" / "sources"
# Per article: blocks of each kind, passages, and the reasons of what was dropped.
WANTED = {
    "000": ({"heading": 8, "item": 24}, 12, {"related link", "author note", "pop-up",
            "related posts", "category label", "stray braces (46)"}),
    "001": ({"heading": 6, "item": 5}, 6, set()),
    "002": ({"heading": 40, "item": 60}, 33, {"navigation", "tracking id", "date stamp",
            "view count", "cut-off sentence", "comment form", "related posts", "related link",
            "copyright notice"}),
    "003": ({"heading": 13, "item": 13}, 10, {"file name", "photo credit"}),
}  # fmt: skip


@pytest.fixture(scope="module")
def collection() -> Collection:
    if not SOURCES.is_dir():
        pytest.skip("the original articles are not beside this folder (../shared/sources)")
    return read_folders([SOURCES])


@pytest.mark.parametrize("article", sorted(WANTED))
def test_structure_and_boilerplate_are_told(collection, article):
    name = next(name for name in collection.documents if name.startswith(article))
    document = collection.documents[name]
    blocks, passages, reasons = WANTED[article]
    kinds = Counter(block.kind for block in document.blocks)
    assert {kind: kinds[kind] for kind in blocks} == blocks
    assert len(split(document)) == passages
    assert {d.reason for d in collection.dropped[name]} == reasons
    assert is_subsequence(document.text, (SOURCES / name).read_text(encoding="utf-8"))
    check(document)


def test_no_stray_brace_or_web_phrase_is_left(collection):
    for document in collection.documents.values():
        text = document.text.lower()
        for phrase in ("{", "}", "unsplash", "editorial", "rights reserved", "months ago", "cart"):
            assert phrase not in text.replace("descartes", "")


def test_all_items_under_a_lead_in_know_it(collection):
    for document in collection.documents.values():
        for passage in split(document):
            assert all(u.lead for u in passage.units if u.kind in ("item", "row"))
