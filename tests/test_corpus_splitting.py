"""Passages: sizes, headings, and lists that stay with what leads in to them."""

from __future__ import annotations

import pytest
from corpus_support import check

from assistant.corpus import read_texts, split
from assistant.corpus.splitting import FEWEST, LONGEST_LIST, MOST
from assistant.corpus.units import LONGEST_ITEM, LONGEST_SEARCH
from assistant.records import Document, Passage

SENTENCE = "A weaver sits at the loom and passes the shuttle again."  # 11 words


def read(text: str) -> Document:
    document = read_texts({"x.md": text}).documents["x.md"]
    check(document)
    return document


def words(passage: Passage) -> int:
    return len(passage.text.split())


def prose(sentences: int) -> str:
    return " ".join([SENTENCE] * sentences)


def quoted(document: Document, span: tuple[int, int] | None) -> str | None:
    return document.text[slice(*span)] if span else None


def test_the_heading_path_leaves_the_title_out():
    document = read(f"# Weaving\n\n{prose(5)}\n\n## Work\n\n{prose(5)}\n\n### Day\n\n{prose(6)}\n")
    assert [p.headings for p in split(document)] == [(), ("Work",), ("Work", "Day")]
    assert {p.title for p in split(document)} == {"Weaving"}


def test_another_first_level_heading_is_in_the_path():
    document = read(f"# One\n\n{prose(5)}\n\n# Two\n\n{prose(5)}\n\n## Three\n\n{prose(5)}")
    assert [p.headings for p in split(document)] == [(), ("Two",), ("Two", "Three")]


def test_a_long_section_is_cut_into_passages_of_even_length():
    document = read("\n\n".join([prose(4)] * 12))
    sizes = [words(p) for p in split(document)]
    assert all(FEWEST <= size <= MOST + 40 for size in sizes) and len(sizes) == 4


def test_a_long_paragraph_is_cut_between_sentences():
    document = read(prose(60))
    assert all(p.text.endswith("again.") and words(p) <= MOST + 40 for p in split(document))
    assert len(split(document)) == 5


def test_a_paragraph_longer_than_one_search_is_cut_at_its_sentences_only():
    document = read(prose(LONGEST_SEARCH // len(SENTENCE) * 2))
    assert {u_text(document, u) for p in split(document) for u in p.units} == {SENTENCE}


def u_text(document: Document, unit) -> str:
    return document.text[unit.start : unit.end]


def test_small_sections_at_the_top_stay_apart():
    document = read("# FAQ\n\n## Is it hard?\n\nNo.\n\n## Is it paid?\n\nYes.")
    assert [p.headings for p in split(document)] == [("Is it hard?",), ("Is it paid?",)]


def test_small_sections_under_one_heading_go_together():
    document = read(
        "# W\n\n## Work\n\n### Morning\n\nWarp.\n\n### Noon\n\nRest.\n\n## Pay\n\nGood."
    )
    first, second = split(document)
    assert first.headings == ("Work",) and second.headings == ("Pay",)
    kinds = [(u.kind, u_text(document, u)) for u in first.units]
    assert kinds == [
        ("heading", "Morning"), ("sentence", "Warp."), ("heading", "Noon"), ("sentence", "Rest."),
    ]  # fmt: skip


def test_sections_that_a_colon_announces_are_its_items():
    parts = "".join(f"### Part {n}\n\n{prose(4)}\n\n" for n in range(3))
    document = read(f"# W\n\n## Work\n\nThe work has parts:\n\n{parts}## Pay\n\nGood.")
    leads = [
        quoted(document, u.lead) for p in split(document) for u in p.units if u.kind == "heading"
    ]
    assert leads == ["The work has parts:"] * 3
    assert split(document)[0].headings == ("Work",)


def test_a_list_stays_with_its_lead_in():
    items = "".join(f"- {prose(1)}\n" for _ in range(12))
    document = read(f"{prose(4)} It says this:\n\n{items}\n{prose(5)}")
    first, second = split(document)
    leads = {quoted(document, u.lead) for u in first.units if u.kind == "item"}
    assert leads == {"It says this:"}
    assert sum(u.kind == "item" for u in first.units) == 12
    assert second.text == prose(5)


def test_a_very_long_list_is_cut_between_items_which_keep_their_lead():
    items = "".join(f"- {prose(1)}\n" for _ in range(60))
    document = read(f"It says this:\n\n{items}")
    passages = split(document)
    assert len(passages) > 2 and all(words(p) <= LONGEST_LIST for p in passages)
    assert all(quoted(document, u.lead) == "It says this:" for p in passages[1:] for u in p.units)
    assert passages[0].units[0].kind == "sentence" and passages[0].units[1].kind == "item"


def test_without_a_paragraph_above_the_heading_leads_in():
    document = read("# W\n\n## Tools\n\n- loom\n  - frame\n- comb\n")
    assert [(u_text(document, u), u.level, quoted(document, u.lead)) for u in units(document)] == [
        ("loom", 1, "Tools"), ("frame", 2, "loom"), ("comb", 1, "Tools"),
    ]  # fmt: skip


def units(document: Document) -> list:
    return [unit for passage in split(document) for unit in passage.units]


def test_a_list_without_anything_above_has_no_lead():
    assert [u.lead for u in units(read("- loom\n- comb\n"))] == [None, None]


def test_a_long_item_is_quoted_by_the_sentence():
    document = read(f"They:\n\n- {prose(LONGEST_ITEM // 11 + 1)}\n- short\n")
    kinds = [(u.kind, quoted(document, u.lead)) for u in units(document)[1:]]
    assert kinds == [("sentence", "They:")] * 6 + [("item", "They:")]


def test_an_item_of_several_sentences_is_one_unit():
    document = read("They:\n\n- Warp. It is slow.\n- Weft: It is quick. It is fun.\n")
    assert [u.kind for u in units(document)] == ["sentence", "item", "item"]


def test_rows_know_their_columns_and_lead():
    document = read("The pay is:\n\n| Year | Pay |\n|---|---|\n| 1 | 30 |\n| 2 | |\n")
    rows = units(document)[1:]
    assert [[quoted(document, c) for c in r.cells] for r in rows] == [
        ["Year", "Pay"], ["1", "30"], ["2", ""],
    ]  # fmt: skip
    assert all([quoted(document, h) for h in r.header] == ["Year", "Pay"] for r in rows)
    assert rows[0].header == rows[0].cells
    assert {quoted(document, r.lead) for r in rows} == {"The pay is:"}


def test_a_quotation_stays_with_who_says_it():
    document = read(f"{prose(3)}\n\nThe master said:\n\n“{prose(12)}”\n")
    assert any("The master said:\n\n“" in p.text for p in split(document))


@pytest.mark.parametrize(
    "text", ["# Only a title\n\n## And\n\n### Headings\n", "## One\n\n## Two\n"]
)
def test_headings_without_text_are_found_too(text):
    document = read(text)
    shown = {u_text(document, u) for u in units(document)}
    shown |= {h for p in split(document) for h in p.headings}
    assert {b for b in ("And", "Headings", "One", "Two") if b in document.text} <= shown | {
        document.title
    }


def test_numbers_go_on_from_the_first_given():
    document = read(prose(40))
    assert [p.number for p in split(document, 5)] == [5, 6, 7, 8]


def test_no_passage_repeats_another():
    passages = split(read("\n\n".join([prose(4)] * 12)))
    assert all(a.end <= b.start for a, b in zip(passages, passages[1:], strict=False))
