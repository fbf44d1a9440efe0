from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_support import HOSTILE
from selectolax.lexbor import LexborHTMLParser

from assistant.page.markup import inert

ACTIVE = "<>\"'${}`\\*_[]|~^"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words, 5 % & more", "plain words, 5 % &amp; more"),
        ("~$70k-~$90k", "&#126;&#36;70k-&#126;&#36;90k"),
        ("{{x}}", "&#123;&#123;x&#125;&#125;"),
        ("a\x00b\u202ec", "a\ufffdb\ufffdc"),
        ("₹3.5 lakh", "₹3.5 lakh"),
    ],
)
def test_writes_text_as_entities(text: str, written: str) -> None:
    assert inert(text) == written


@given(st.text() | st.text(alphabet=ACTIVE + "ab&#;"))
def test_no_active_character_is_left(text: str) -> None:
    assert not set(inert(text)) & set(ACTIVE)


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Cf"))))
def test_shows_exactly_the_text(text: str) -> None:
    assert html.unescape(inert(text)) == text


@given(st.text())
def test_keeps_the_length_of_what_is_shown(text: str) -> None:
    assert len(html.unescape(inert(text))) == len(text)


@given(st.text() | st.just(HOSTILE))
def test_is_text_to_a_browser_in_content_and_in_attributes(text: str) -> None:
    tree = LexborHTMLParser(f'<p title="{inert(text)}">{inert(text)}</p>')
    assert [node.tag for node in tree.css("body *")] == ["p"]
    assert list(tree.css_first("p").attributes) == ["title"]
