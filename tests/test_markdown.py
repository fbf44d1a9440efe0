"""What is kept inert stays the text that it is, whatever it holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.markdown import inert

MARKS = "ab1 #*_`[]()<>|\\!&;:~=+-.\n\t$@/amp"


def shown(text: str) -> str:
    """Render Markdown and give the words that a reader sees."""
    blocks = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        assert token.type in ("paragraph_open", "paragraph_close", "inline"), token.type
        for child in token.children or ():
            assert child.type in ("text", "softbreak", "text_special"), child.type
            blocks.append(child.content)
    return "".join(blocks)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        ("plain words.", "plain words."),
        ("a [1] *b* _c_ `d`", r"a \[1\] \*b\* \_c\_ \`d\`"),
        ("<b>x</b>", r"\<b\>x\</b\>"),
        ("a | b", r"a \| b"),
        ("# x", r"\# x"),
        ("- x", r"\- x"),
        ("+ x", r"\+ x"),
        ("1. x", r"1\. x"),
        ("12) x", r"12\) x"),
        ("10.5 euros", "10.5 euros"),
        ("a\n\n# b", "a # b"),
        (" \t\n", ""),
        ("back\\slash", r"back\\slash"),
    ],
)
def test_puts_a_backslash_before_markup(text: str, kept: str) -> None:
    assert inert(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "[link](http://x.y)",
        "![image](x.png)",
        "<script>alert(1)</script>",
        "```\ncode\n```",
        "~~~\ncode\n~~~",
        "a\n===",
        "***",
        "---",
        "- - -",
        "1.",
        "1)",
        "> quoted",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "[1]: http://x.y",
        "<http://x.y>",
        "AT&amp;T",
        "&lt;b&gt; &copy; &#35;",
        "    indented",
        "\\*not\\*",
    ],
)
def test_a_reader_sees_the_text_itself(text: str) -> None:
    assert shown(inert(text)) == " ".join(text.split())


@given(st.text(alphabet=MARKS, max_size=40) | st.text(max_size=40))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    plain = " ".join(text.replace("\0", "").split())
    assert shown(inert(plain)) == plain
