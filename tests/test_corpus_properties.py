"""What holds of every file in every format, whatever it contains."""

from __future__ import annotations

import html as entities
from string import printable

import pytest
from corpus_support import PAGES, check, is_subsequence
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.corpus import read_folders, read_texts, split
from assistant.corpus.cleaning import clean
from assistant.corpus.collection import READERS, _document
from assistant.corpus.draft import Draft, UnreadableError
from assistant.errors import CorpusError, MissingExtraError
from assistant.records import Document

# Pieces that formats and rules react to, so that random texts reach them.
PIECES = st.sampled_from(
    ["# ", "## Pay\n", "- ", "  - ", "1. ", "2. ", "* ", "\n", "\n\n", "\n\n\n", "| a | b |\n",
     "|---|---|\n", "**", "*", "`", "```\n", "[x](y)", "![i](j)", "> ", "{want}", "{{etc}}", "{",
     "Key skills include:\n\n", "Label: text. ", "Rs. 7,95,677. ", "e.g. ", "U.S. ", "Short line",
     "Photo by Ann Lee on Unsplash\n", "Related Articles\n", "© 2025 A. All Rights Reserved\n",
     "It is not limited to\n\n", "A sentence of some words that ends here. ", "Why? ", "\t", "\r\n",
     "\u00a0", "\u200b", "&amp;", "<p>", "</p>", "<ul><li>", "<b>", "<table><tr><td>", "<nav>",
     "\\", "---\n", "title: x\n", "By Ann Lee\n", "6 months ago\n", "212\n", "a\tb\n", "word, "]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=40).map("".join)


def read(suffix: str, data: bytes) -> Document | None:
    try:
        return _document(f"x{suffix}", READERS[suffix](data))[0]
    except (UnreadableError, MissingExtraError):
        return None


@pytest.mark.parametrize("suffix", [".md", ".txt"])
@given(text=TEXTS)
@example(text="- a\n\n  b\n\n  - c\n\n  d\n")
@example(text="> 1. **x**\n>    y\n")
@settings(max_examples=300, deadline=None)
def test_a_document_is_its_file_with_pieces_deleted(suffix, text):
    document = read(suffix, text.encode("utf-8", "surrogatepass"))
    if document is not None:
        assert is_subsequence(document.text, text.replace("\r\n", "\n").replace("\r", "\n"))
        check(document)


@given(text=TEXTS)
@settings(max_examples=200, deadline=None)
def test_a_page_of_html_gains_nothing_but_white_space(text):
    document = read(".html", text.encode("utf-8", "surrogatepass"))
    if document is not None:
        words = "".join(document.text.split())
        known = "".join(entities.unescape(text).split())
        if "<table>" not in text:  # The parser moves what stands between rows before the table.
            assert is_subsequence(words, known)
        check(document)


@pytest.mark.parametrize("suffix", sorted(READERS))
@given(data=st.one_of(st.binary(max_size=300), TEXTS.map(str.encode)))
@settings(max_examples=100, deadline=None)
def test_no_bytes_make_a_reader_fall_over(suffix, data):
    document = read(suffix, data)
    assert document is None or document.text.strip()


@pytest.mark.parametrize(
    "start", [b"%PDF-1.4\n1 0 obj\n", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf"]
)
@pytest.mark.parametrize("suffix", sorted(READERS))
@given(data=st.binary(max_size=200))
@settings(max_examples=25, deadline=None)
def test_no_bytes_behind_a_format_s_mark_do_either(suffix, start, data):
    document = read(suffix, start + data)
    assert document is None or document.text.strip()


@given(names=st.dictionaries(st.text(max_size=8), TEXTS, max_size=4))
@settings(max_examples=100, deadline=None)
def test_texts_are_read_skipped_or_named_as_the_same(names):
    try:
        collection = read_texts(names)
    except CorpusError as error:
        assert "\n" not in str(error).strip() or any("\n" in name for name in names)
        return
    known = set(collection.documents) | {s.path for s in collection.skipped}
    known |= {name for d in collection.documents.values() for name in d.same_as}
    assert known == set(names)
    assert set(collection.dropped) == set(collection.documents)


@given(text=st.text(alphabet=printable, max_size=400))
@settings(max_examples=200, deadline=None)
def test_cleaning_twice_deletes_nothing_more_of_plain_text(text):
    document = read(".txt", text.encode())
    if document is not None:
        spans = ((b.start, b.end) for b in document.blocks)
        assert all(document.text[s:e] == document.text[s:e].strip() for s, e in spans)
        assert "\n\n\n" not in document.text and " \n" not in document.text


def test_every_invented_page_holds_what_holds_of_all():
    for document in read_folders([PAGES]).documents.values():
        check(document)
        assert split(document) == split(document)


def test_an_empty_draft_gives_nothing():
    assert clean(Draft("", ())) == ("", (), ())
