"""How far a unit says what a question says."""

from __future__ import annotations

import pytest
from core_support import TRADES, material_of, understood, views_of
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.saying import Likeness, literally
from assistant.records import Slot, Variant

SEARCHER = material_of(TRADES).searcher
WORDS = st.lists(st.sampled_from(["baker", "bread", "metal", "zebra", "hands", "the", "pay"]))


def likeness(question: str, text: str) -> float:
    view = views_of(text)[0]
    return Likeness(understood(question), SEARCHER).of(view.stems, view.context)


def test_the_same_words_are_as_alike_as_can_be() -> None:
    assert likeness("bread and cakes", "Bread and cakes.") == 1.0


def test_other_words_are_not_alike_though_they_mean_the_same() -> None:
    assert likeness("How much is the salary?", "Wages differ.") == 0.0


def test_a_longer_unit_is_less_alike() -> None:
    short = likeness("Does metal burn easily in ovens", "Metal is hot.")
    padding = " ".join(f"word{n}" for n in range(60))
    assert likeness("Does metal burn easily in ovens", f"Metal is hot {padding}.") < short


@given(WORDS, WORDS)
def test_likeness_is_a_share(asked: list[str], said: list[str]) -> None:
    found = Likeness(understood(" ".join(asked)), SEARCHER).of(frozenset(said), frozenset())
    assert 0.0 <= found <= 1.0
    assert found == 0.0 or set(asked) & set(said)


@pytest.mark.parametrize(("held", "says"), [({"bread"}, 1.0), ({"loaf"}, 0.0), (set(), 0.0)])
def test_what_is_said_literally(held: set[str], says: float) -> None:
    slot = Slot("bread", "topic", (Variant(("bread",)), Variant(("loaf",), 0.8)))
    assert literally(slot, frozenset(held)) == says
