"""Ranking passages: BM25+ as it is defined, and the traps of small collections."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.errors import CorpusError
from assistant.index import RankBM25Index, Searcher
from assistant.records import Passage, Slot, Unit, Variant

# What rank_bm25 sets, and the lower bound that this index takes off again.
K1, B, DELTA = 1.5, 0.75, 1.0
STEMS = ["oven", "dough", "bread", "torch", "metal"]


def asking(*stems: str) -> list[Slot]:
    return [Slot(stem, "topic", (Variant((stem,)),)) for stem in stems]


def bm25_plus(held: Sequence[Sequence[str]], stem: str, number: int) -> float:
    """Compute the score of Lv and Zhai (2011) directly; 0 where the term does not occur."""
    count = list(held[number]).count(stem)
    if not count:
        return 0.0
    mean = sum(map(len, held)) / len(held)
    idf = math.log((len(held) + 1) / sum(stem in passage for passage in held))
    size = 1 - B + B * len(held[number]) / mean
    return idf * (DELTA + count * (K1 + 1) / (K1 * size + count))


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.sampled_from(STEMS), max_size=6), min_size=1, max_size=6).filter(any),
    st.lists(st.sampled_from([*STEMS, "unheard"]), max_size=3, unique=True),
)
def test_scores_are_those_of_bm25_plus(held: list[list[str]], asked: list[str]) -> None:
    index = RankBM25Index(held)
    found = index.search(asking(*asked), len(held))
    expected = {
        n: score for n in range(len(held)) if (score := sum(bm25_plus(held, s, n) for s in asked))
    }
    assert dict(found) == pytest.approx(expected)
    rounded = [round(score, 9) for _, score in found]
    assert rounded == sorted(rounded, reverse=True)


@pytest.mark.parametrize("held", [[], [[]], [[], []]])
def test_nothing_to_index_is_an_error(held: list[list[str]]) -> None:
    with pytest.raises(CorpusError) as raised:
        RankBM25Index(held)
    assert str(raised.value) == "There are no words to index; give documents that hold text"


def test_one_passage_of_one_word_is_found() -> None:
    found = RankBM25Index([["oven"]]).search(asking("oven"), 5)
    assert [number for number, _ in found] == [0]
    assert found[0][1] > 0


@pytest.mark.parametrize("size", [1, 2, 3, 10])
def test_a_term_in_every_passage_still_counts(size: int) -> None:
    index = RankBM25Index([["oven", f"w{n}"] for n in range(size)])
    found = index.search(asking("oven"), size)
    assert [number for number, _ in found] == list(range(size))
    assert all(score > 0 for _, score in found)
    assert index.idf("oven") > 0


def test_a_term_in_one_of_two_passages_counts() -> None:
    index = RankBM25Index([["oven", "dough"], ["torch", "metal"]])
    assert [n for n, _ in index.search(asking("torch"), 2)] == [1]


def test_equal_scores_keep_the_order_of_the_passages() -> None:
    index = RankBM25Index([["dough", "oven"], ["oven", "bread"], ["torch"], ["metal", "oven"]])
    for asked in (["oven"], ["oven", "unheard"]):
        assert [n for n, _ in index.search(asking(*asked), 9)] == [0, 1, 3]


@pytest.mark.parametrize("asked", [[], ["unheard"], ["unheard", "unknown"]])
def test_nothing_in_common_finds_nothing(asked: list[str]) -> None:
    assert RankBM25Index([["oven"], ["torch"]]).search(asking(*asked), 5) == []


@pytest.mark.parametrize(("k", "numbers"), [(0, []), (1, [1]), (2, [1, 0]), (9, [1, 0])])
def test_gives_the_best_k(k: int, numbers: list[int]) -> None:
    index = RankBM25Index([["oven", "bread", "dough"], ["oven", "oven"], ["torch"]])
    assert [n for n, _ in index.search(asking("oven"), k)] == numbers


def test_an_empty_passage_among_others_is_never_found() -> None:
    index = RankBM25Index([[], ["oven"], []])
    assert len(index) == 3
    assert [n for n, _ in index.search(asking("oven"), 3)] == [1]


def test_knows_its_stems_and_how_telling_they_are() -> None:
    index = RankBM25Index([["oven", "dough"], ["oven", "torch"]])
    assert "oven" in index
    assert "unheard" not in index
    assert index.idf("oven") == pytest.approx(math.log(3 / 2))
    assert index.idf("torch") == pytest.approx(math.log(3))
    assert index.idf("unheard") == pytest.approx(math.log(3 / 0.5))


def test_a_phrase_needs_all_of_its_stems() -> None:
    index = RankBM25Index([["bread"], ["oven", "bread"], ["oven"]])
    slot = Slot("bread oven", "topic", (Variant(("bread", "oven")),))
    assert [n for n, _ in index.search([slot], 3)] == [1]


def test_the_best_variant_counts_and_not_their_sum() -> None:
    index = RankBM25Index([["oven", "stove"], ["oven", "torch"], ["stove", "torch"]])
    slot = Slot("oven", "topic", (Variant(("oven",)), Variant(("stove",), 0.5)))
    found = dict(index.search([slot], 3))
    assert found[0] == pytest.approx(found[1])
    assert found[2] == pytest.approx(0.5 * found[1])


def test_slots_add_up_by_their_weights() -> None:
    index = RankBM25Index([["oven", "torch"], ["oven", "dough"]])
    oven, torch = (dict(index.search(asking(s), 2)) for s in ("oven", "torch"))
    slots = [
        Slot("oven", "topic", (Variant(("oven",)),), 2.0),
        Slot("torch", "topic", (Variant(("torch",)),), 0.5),
    ]
    assert dict(index.search(slots, 2))[0] == pytest.approx(2 * oven[0] + 0.5 * torch[0])


def test_a_slot_without_variants_asks_nothing() -> None:
    assert RankBM25Index([["oven"]]).search([Slot("the", "topic", ())], 3) == []


def passage(number: int, text: str, *headings: str) -> Passage:
    unit = Unit("sentence", 0, len(text))
    return Passage(number, "d", "Bakery", headings, 0, len(text), text, (unit,))


def test_a_searcher_finds_by_headings_and_names_the_terms() -> None:
    searcher = Searcher.of([passage(0, "They are hot.", "Ovens"), passage(1, "Bread is warm.")])
    hits = searcher.search(asking("oven", "bread", "torch"), 5)
    assert {hit.passage.number: hit.terms for hit in hits} == {0: ("oven",), 1: ("bread",)}


def test_a_searcher_without_passages_is_an_error() -> None:
    with pytest.raises(CorpusError):
        Searcher.of([])


@pytest.mark.parametrize(
    "texts",
    [
        {"a": "Welders join metal."},
        {"a": "Welders join metal.", "b": "Bakers bake bread."},
        {name: f"Welders join metal. Day {name}." for name in "abcdef"},
    ],
)
def test_small_collections_are_searched(texts: dict[str, str]) -> None:
    assistant = Assistant.from_texts(texts)
    hits = assistant.search("What do welders join?", 10)
    holding = [p.number for p in assistant.passages if "Welders" in p.text]
    assert [hit.passage.number for hit in hits] == holding
    assert assistant.search("xyzzy plugh", 10) == ()
    assert assistant.search("", 10) == ()
    assert len(assistant.search("welders", 1)) == 1
