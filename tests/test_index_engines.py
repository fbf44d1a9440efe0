"""That every engine ranks alike: the same passages, in the same order, with the same scores."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import AssistantError, CorpusError
from assistant.index import ENGINES, NOTED, Index, MatrixIndex, RankBM25Index, Searcher
from assistant.index.ranking import Posting, Ranker
from assistant.records import Passage, Slot, Unit, Variant

WORDS = [f"w{n}" for n in range(12)]
passages = st.lists(st.lists(st.sampled_from(WORDS), max_size=8), min_size=1, max_size=40)
variants = st.builds(
    Variant,
    st.lists(st.sampled_from([*WORDS, "unheard"]), min_size=1, max_size=3).map(tuple),
    st.sampled_from([1.0, 0.6, 0.3]),
)
slots = st.lists(
    st.builds(
        Slot,
        st.just("x"),
        st.just("topic"),
        st.lists(variants, max_size=5).map(tuple),
        st.sampled_from([1.0, 0.5, 2.5]),
    ),
    max_size=6,
)


def plainly(
    held: Sequence[Sequence[str]], asked: Sequence[Slot], k: int
) -> list[tuple[int, float]]:
    """Rank as the interface says, with rank_bm25 itself and every passage looked at."""
    from rank_bm25 import BM25Plus

    engine = BM25Plus([list(p) for p in held], delta=1)

    def term(stem: str) -> np.ndarray:
        holds = np.array([stem in p for p in held])
        return np.where(holds, engine.get_scores([stem]), 0.0)

    total = np.zeros(len(held))
    for slot in asked:
        best = np.zeros(len(held))
        for variant in slot.variants:
            scores = np.array([term(stem) for stem in variant.stems])
            sums = np.where((scores > 0).all(axis=0), scores.sum(axis=0), 0.0)
            best = np.maximum(best, variant.weight * sums)
        total += slot.weight * best
    total = np.round(total, 9)
    order = np.argsort(-total, kind="stable")[:k]
    return [(int(i), float(total[i])) for i in order if total[i] > 0]


@settings(max_examples=300, deadline=None)
@given(passages.filter(any), slots, st.integers(0, 12), st.booleans())
def test_all_engines_give_the_same_order_and_scores(
    held: list[list[str]], asked: list[Slot], k: int, doubled: bool
) -> None:
    held = held * 2 if doubled else held
    expected = plainly(held, asked, k)
    for engine in ENGINES.values():
        found = engine(held).search(asked, k)
        assert [n for n, _ in found] == [n for n, _ in expected]
        assert [s for _, s in found] == pytest.approx([s for _, s in expected], abs=2e-9)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 5))
def test_large_collections_are_ranked_alike_where_most_is_passed_over(seed: int, k: int) -> None:
    draw = np.random.default_rng(seed)
    ranks = np.minimum(draw.zipf(1.3, size=(400, 9)), 60)
    held = [[f"w{n}" for n in row] for row in ranks.tolist()]
    asked = [
        Slot("x", "topic", tuple(Variant((f"w{n}",), w) for w in (1.0, 0.5)), weight)
        for n, weight in zip(
            draw.integers(1, 60, 5).tolist(), (2.0, 1.0, 1.0, 0.3, 0.1), strict=True
        )
    ]
    small, large = (engine(held).search(asked, k) for engine in ENGINES.values())
    assert small == large == plainly(held, asked, k)


def test_a_common_stem_counts_for_the_best_and_fills_up_the_rest() -> None:
    size = 1_000
    rare = Posting(np.array([3, 7], np.int32), np.array([9.0, 8.0]), 9.0)
    common = Posting(np.arange(size, dtype=np.int32), np.full(size, 0.1), 0.1)

    class Held:
        notes = False

        def posting(self, stem: str) -> Posting | None:
            return {"rare": rare, "common": common}.get(stem)

        def __len__(self) -> int:
            return size

    asked = [Slot(s, "topic", (Variant((s,)),)) for s in ("common", "rare")]
    ranker = Ranker(Held())
    assert ranker.rank(asked, 2) == [(3, 9.1), (7, 8.1)]
    assert ranker.rank(asked, 3) == [(3, 9.1), (7, 8.1), (0, 0.1)]


@settings(max_examples=50, deadline=None)
@given(passages.filter(any), st.sets(st.sampled_from([*WORDS, "unheard"])))
def test_engines_know_the_same_stems(held: list[list[str]], asked: set[str]) -> None:
    small, large = RankBM25Index(held), MatrixIndex.of(held)
    assert len(small) == len(large) == len(held)
    for stem in asked:
        assert (stem in small) == (stem in large) == any(stem in p for p in held)
        assert small.idf(stem) == large.idf(stem)
    numbers = list(range(len(held)))
    expected = [tuple(sorted(asked & set(p))) for p in held]
    assert small.held(asked, numbers) == large.held(asked, numbers) == expected


@pytest.mark.parametrize("engine", ENGINES.values())
def test_nothing_to_index_is_an_error(engine: type[RankBM25Index]) -> None:
    for held in ([], [[]], [[], []]):
        with pytest.raises(CorpusError, match="There are no words to index"):
            engine(held)


def test_an_unknown_engine_is_refused_by_name() -> None:
    unit = Unit("sentence", 0, 4)
    held = [Passage(0, "d", "T", (), 0, 4, "Oven", (unit,))]
    with pytest.raises(AssistantError, match="no engine 'lucene': choose one of auto, rank-bm25"):
        Searcher.of(held, engine="lucene")
    kinds = {engine: type(Searcher.of(held, engine=engine).index) for engine in ENGINES}
    assert kinds == {"rank-bm25": RankBM25Index, "bm25s": MatrixIndex}
    assert type(Searcher.of(held).index) is RankBM25Index


@settings(max_examples=60, deadline=None)
@given(passages.filter(any), slots, st.integers(1, 6), st.sets(st.integers(0, 39)))
def test_only_some_passages_are_ranked_where_only_they_are_asked_for(
    held: list[list[str]], asked: list[Slot], k: int, among: set[int]
) -> None:
    among = {number for number in among if number < len(held)}
    expected = [pair for pair in plainly(held, asked, len(held)) if pair[0] in among][:k]
    for engine in ENGINES.values():
        found = engine(held).search(asked, k, among)
        assert [n for n, _ in found] == [n for n, _ in expected]


@pytest.mark.parametrize("make", [RankBM25Index, MatrixIndex.of])
def test_what_is_noted_is_found_and_not_said(make: Callable[..., Index]) -> None:
    index = make([["care"], [f"{NOTED}care", "fly"], ["fli"]])
    assert "care" in index and index.says("care")
    assert "fly" in index
    (first, second) = index.search([Slot("care", "topic", (Variant(("care",)),))], 5)
    assert {first[0], second[0]} == {0, 1}
    assert index.held(["care"], [0, 1, 2]) == [("care",), ("care",), ()]
    assert index.idf("care") == pytest.approx(math.log(4 / 2))
    only = make([["care"], [f"{NOTED}rest", "fly"]])
    assert "rest" in only and not only.says("rest")
