"""What the tests of the core share: small collections, and the rules every answer obeys."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant import Answer, Assistant
from assistant.answering.evidence import Weigher
from assistant.answering.features import Evidence
from assistant.answering.material import Material
from assistant.answering.views import View
from assistant.lexicon import load_lexicon
from assistant.question import Asked, Understanding

UNDERSTANDING = Understanding(load_lexicon())
MARKER = re.compile(r"\[(\d+)\]")
# What Markdown makes of an answer that holds nothing active: paragraphs, lists and tables.
_PLAIN = {
    "inline",
    "text",
    "softbreak",
    "text_special",
    *(
        f"{name}_{side}"
        for name in ("paragraph", "bullet_list", "list_item", "table", "thead", "tbody")
        for side in ("open", "close")
    ),
    *(f"{name}_{side}" for name in ("tr", "th", "td") for side in ("open", "close")),
}

BAKERS = """# Baker

A baker makes bread and cakes.

## Skills

Bakers need patience and a sense of taste.

## Salary

Bakers in Canada earn C$35,000 a year. Bakers in India earn ₹300,000 a year.

## Outlook

Demand for bakers is growing because people eat more bread.
"""
WELDERS = """# Welder

A welder joins pieces of metal.

## Skills

Welders need steady hands.

## Tools

A welder uses these tools:

- torch
- helmet
- gloves

## Salary

Welders in Canada earn C$50,000 a year.
"""
TRADES = {"baker.md": BAKERS, "welder.md": WELDERS}


_CRAFT = """---
role: {name}
---
# {title}

## What a {name} does

A {name} {work}.

## Duties

- {duty}

## Pay

A {name} in Peru earns ${pay},000 a year.
"""
_CRAFTS = {
    "kelp farmer": ("grows kelp on ropes in the sea", "Drying the kelp.", 31),
    "wick cutter": ("cuts and dips wicks", "Melting wax.", 32),
    "lamp trimmer": ("cuts wicks and polishes lamps", "Filling lamps.", 33),
    "reed binder": ("repairs roofs of houses", "Carrying reed.", 34),
}
# Roles that only their work tells apart.
CRAFTS = {
    f"{name}.md": _CRAFT.format(name=name, title=name.title(), work=work, duty=duty, pay=pay)
    for name, (work, duty, pay) in _CRAFTS.items()
}


def material_of(texts: Mapping[str, str]) -> Material:
    """Give what the answers over some texts are made from."""
    return Assistant.from_texts(texts)._answerer.material


def views_of(text: str) -> tuple[View, ...]:
    """Give the views of every unit of one text."""
    material = material_of({"text": text})
    return tuple(v for p in material.searcher.passages for v in material.viewer.views(p))


def understood(question: str) -> Asked:
    """Read a question with the lexicon that ships."""
    return UNDERSTANDING.understand(question)


def weighed(question: str, material: Material) -> tuple[Evidence, ...]:
    """Give the units that an assistant over this material finds for a question, best first."""
    asked = understood(question)
    hits = material.searcher.search(asked.slots, 16)
    weigher = Weigher(asked, material.searcher, material.lexicon)
    return weigher.weigh(hits, material.viewer)


def told(answer: Answer) -> str:
    """Give everything an answer says, without markers."""
    return " ".join(s.text for part in answer.parts for row in part.rows for s in row)


def quotes(answer: Answer) -> list[str]:
    """Give the passages of text that an answer cites."""
    return [citation.quote for citation in answer.citations]


def check(answer: Answer, assistant: Assistant) -> None:
    """Assert what holds of every answer, whatever was asked."""
    _check_citations(answer, assistant)
    _check_markers(answer)
    _check_inert(answer.text)
    assert json.loads(json.dumps(answer.to_dict()))["text"] == answer.text
    assert 0.0 <= answer.confidence <= 1.0
    assert answer.text.strip()


def _check_citations(answer: Answer, assistant: Assistant) -> None:
    for citation in answer.citations:
        text = assistant.documents[citation.document].text
        assert citation.quote.strip()
        assert text[citation.start : citation.end] == citation.quote
        around = citation.start - citation.passage_start
        assert around >= 0
        assert citation.passage[around : around + len(citation.quote)] == citation.quote
        assert text[citation.passage_start :].startswith(citation.passage)
        assert citation.nearby or not answer.abstained
        assert not citation.nearby or answer.status in ("abstained", "partial")
    if answer.status in ("smalltalk", "clarify"):
        assert not answer.citations
    if answer.status in ("answered", "partial"):
        assert answer.citations


def _check_markers(answer: Answer) -> None:
    marked = list(dict.fromkeys(int(number) for number in MARKER.findall(answer.text)))
    assert marked == list(range(1, len(answer.citations) + 1))
    assert [citation.number for citation in answer.citations] == marked
    used = {n for part in answer.parts for row in part.rows for s in row for n in s.citations}
    assert used == set(marked)


def _check_inert(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    kinds = {t.type for token in tokens for t in (token, *(token.children or ()))}
    assert kinds <= _PLAIN, kinds - _PLAIN


_WRITTEN = (
    "baker bakers welder pilot earns earn salary $30,000 ₹5 lakh LPA 14,62,000 – 22,44,000 a year "
    "in India Peru Canada Google Microsoft skills Python C++ because growing shrinking demand the "
    "and is are what does need 2021 [1] [2] *bold* `x` <b>hi</b> | \\ & &amp; 日本 é 😀 \u200b ’ "
    "“quoted” e.g. Dr. U.S. -- … : ; ! ? # ## - * 1. 2) --- ``` ~~~ http://x.y \u202e"
)
_WORDS = tuple(_WRITTEN.split(" "))
_ASKED = ("how", "much", "why", "who", "which", "list", "all", "difference", "they", "one")
_OPENINGS = ("# ", "## ", "- ", "1. ", "* ", "> ", "| a | b |", "|---|---|", "    ", "\t")


def _run(words: Sequence[str], most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(words), max_size=most).map(" ".join)


_LINES = st.one_of(
    _run(_WORDS, 14),
    st.text(max_size=30),
    st.builds(str.__add__, st.sampled_from(_OPENINGS), _run(_WORDS, 8)),
)
DOCUMENTS = st.dictionaries(
    st.sampled_from(["baker", "welder.md", "a/pilot.txt"]),
    st.builds(
        lambda lines, end: end.join(lines),
        st.lists(_LINES, min_size=1, max_size=10),
        st.sampled_from(["\n", "\n\n", "\r\n", "\r"]),
    ),
    min_size=1,
    max_size=3,
)
QUESTIONS = st.one_of(
    st.sampled_from(
        [
            "How much does a baker earn?",
            "What skills does a welder need?",
            "What is the difference between a baker and a pilot?",
            "Why is demand shrinking?",
            "What does a pilot do and how much does it pay?",
            "Who pays most in India?",
        ]
    ),
    _run((*_WORDS, *_ASKED), 12),
    st.text(max_size=40),
)
