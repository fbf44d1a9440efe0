"""Markdown: the structure markdown-it sees, over text that is only deleted from."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from assistant.corpus import read_texts
from assistant.corpus.frontmatter import front_matter
from assistant.corpus.inline import markup
from assistant.records import Document


def read(text: str) -> Document:
    return read_texts({"x.md": text}).documents["x.md"]


def blocks(text: str) -> list[tuple[str, int, str]]:
    document = read(text)
    return [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks]


INLINE = {
    "a *b* **c** ***d***": "a b c d",
    "[link](http://a.b/c(d) \"t\") and [ref][r] and [r]": "link and ref and r",
    "see <https://a.b> and `code` and ``a ` b``": "see https://a.b and code and a ` b",
    "an ![image](x.png \"t\") here": "an here",
    "5 \\* 3 and \\[x\\] and C:\\dir": "5 * 3 and [x] and C:\\dir",
    "a<br>b <b>bold</b> <!-- no --> c": "ab bold c",
    "snake_case_name and 2*3*4": "snake_case_name and 234",
    "*a* [a](a \"a\") a": "a a a",
    "[foo](bar) bar": "foo bar",
    "AT&amp;T &copy; x": "AT&amp;T &copy; x",
    "**un*closed** text": "un*closed text",
    "[a [b](c) d](e)": "[a b d](e)",
    "`{x}` {y} `a`": "{x} y a",
}  # fmt: skip


@pytest.mark.parametrize("source", INLINE)
def test_inline_markup_goes_and_words_stay(source):
    assert read(f"{source}\n\n[r]: http://r.s\n").text == INLINE[source]


@pytest.mark.parametrize("source", INLINE)
def test_what_is_left_reads_as_the_parser_renders_it(source):
    parser = MarkdownIt("commonmark").disable("text_join")
    tokens = parser.parseInline(source)[0].children
    kept, position = "", 0
    for start, end in markup(source, tokens):
        kept += source[position:start]
        position = end
    kept += source[position:]
    shown = "".join(t.markup if t.info == "entity" else t.content
                    for t in tokens if t.type not in ("image", "html_inline"))  # fmt: skip
    assert "".join(kept.split()) == "".join(shown.split())


def test_blocks_of_every_kind():
    text = (
        "Title\n=====\n\n## Sub ##\n\nOne\ntwo.\n\n- a\n  - b\n\n    more\n- c\n\n1. d\n2) e\n\n"
        "> quoted\n> twice\n\n```py\nx = {y}\n```\n\n    indented\n\n***\n\n<div>raw</div>\n"
    )
    assert blocks(text) == [
        ("heading", 1, "Title"),
        ("heading", 2, "Sub"),
        ("paragraph", 0, "One\ntwo."),
        ("item", 1, "a"),
        ("item", 2, "b\nmore"),
        ("item", 1, "c"),
        ("item", 1, "d"),
        ("item", 1, "e"),
        ("paragraph", 0, "quoted\ntwice"),
        ("paragraph", 0, "x = {y}"),
        ("paragraph", 0, "indented"),
        ("paragraph", 0, "raw"),
    ]


def test_the_markers_of_items_stay_outside_their_blocks():
    assert read("Lead:\n\n- a\n- b\n\n# H\n").text == "Lead:\n\n- a\n- b\n\nH"


def test_an_item_whose_words_repeat_its_number():
    assert blocks("1. 1\n2. 2") == [("item", 1, "1"), ("item", 1, "2")]


def test_a_line_in_bold_is_a_heading_and_a_sentence_in_bold_is_none():
    found = blocks("# A\n\n**Skills and tools**\n\nText.\n\n**It is all bold.**")
    assert [kind for kind, _, _ in found] == ["heading", "heading", "paragraph", "paragraph"]
    assert found[1][1] == 2


def test_tables_have_rows_cells_and_a_heading_row():
    document = read("| Role | Pay |\n|:---|---:|\n| **Nurse** | 30 \\| 40 |\n| Vet |  |\n")
    rows = [[document.text[s:e] for s, e in b.cells] for b in document.blocks]
    assert [b.header for b in document.blocks] == [True, False, False]
    assert rows == [["Role", "Pay"], ["Nurse", "30 \\| 40"], ["Vet", ""]]
    assert document.text.split("\n")[:2] == ["Role | Pay", "Nurse | 30 \\| 40"]


def test_front_matter_is_honoured():
    document = read("---\ntitle: Pay\nsource: 'A  report'\nyear: 2024\n---\n# Other\n\nIt is good.")
    assert (document.title, document.source, document.details["year"]) == ("Pay", "A report", 2024)
    assert document.text == "Other\n\nIt is good."


def test_front_matter_can_keep_a_file_out():
    found = read_texts({"a.md": "---\nindex: false\n---\nNo.", "b.md": "Yes."})
    assert list(found.documents) == ["b.md"]
    assert found.skipped[0].reason == "its front matter says 'index: false'"


@pytest.mark.parametrize(
    ("matter", "fault"),
    [
        ("title: [a", "front matter is no YAML in line 3"),
        ("a: 1\nb: &x 2\nc: *x", "front matter is no YAML in line 4: aliases are not read"),
        ("- a\n- b", "front matter holds no 'name: value' lines"),
        ("!!python/object:os.system x", "front matter is no YAML in line 2"),
        ("a: " + "[" * 5_000, "front matter is no YAML that can be read"),
        ("date: 2021-99-99", "front matter is no YAML that can be read"),
    ],
)
def test_malformed_front_matter_is_told_and_the_text_is_read(matter, fault):
    found = read_texts({"x.md": f"---\n{matter}\n---\nThe text."})
    assert found.documents["x.md"].text == "The text."
    assert found.dropped["x.md"][0].reason.startswith(fault)


def test_what_is_no_front_matter_is_text():
    assert front_matter("--- \nno end")[0] == 0
    assert front_matter("---\n" + "a: b\n" * 40_000 + "---\nx")[0] == 0
    assert front_matter("text\n---\na: b\n---\n")[0] == 0
    assert front_matter("---\n---\nx")[0] == 8


def test_the_title_is_the_first_heading_of_the_first_level():
    assert read("## Sub\n\n# Main\n\nText.").title == "Main"
    assert read("## Sub\n\nText.").title == "Sub"
    assert read("Text.").title == "x"


def test_a_text_without_a_file_name_is_told_by_its_signs():
    found = read_texts(
        {"a": "# Pay\n\nGood.", "b": "Pay\n\n* good\n* bad", "c": "See [x](https://y)."}
    )
    assert found.documents["a"].text == "Pay\n\nGood."
    assert found.documents["b"].blocks[0].kind == "heading"
    assert found.documents["c"].text == "See x."


@pytest.mark.parametrize(
    "piece",
    ["[", "![", "`", "**a", "<", "> ", "- ", "|", "<!--", "a\n", "| a\n", "\\", "[a](", "&#"],
)
def test_hostile_markdown_is_read_in_about_linear_time(piece):
    read("Words.\n\n" + piece * (60_000 // len(piece)))
