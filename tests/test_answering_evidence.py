"""Choosing evidence: how well each unit answers what is asked."""

from __future__ import annotations

import pytest
from core_support import TRADES, material_of, understood, views_of, weighed

from assistant.answering.evidence import KINDS, Weigher
from assistant.answering.features import WEIGHTS, Features
from assistant.answering.material import Material
from assistant.answering.saying import said, sure
from assistant.records import Slot, Variant


@pytest.fixture(scope="module")
def material() -> Material:
    return material_of(TRADES)


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("What does a baker make?", "A baker makes bread and cakes."),
        ("What skills does a baker need?", "Bakers need patience and a sense of taste."),
        ("What skills does a welder need?", "Welders need steady hands."),
        ("Is demand for bakers growing?",
         "Demand for bakers is growing because people eat more bread."),
        ("Why do people want bakers?",
         "Demand for bakers is growing because people eat more bread."),
        ("Who joins metal?", "A welder joins pieces of metal."),
    ],
)  # fmt: skip
def test_the_best_unit_comes_first(material: Material, question: str, best: str) -> None:
    held = [e.view.text for e in weighed(question, material) if e.view.says]
    assert held[0] == best


@pytest.mark.parametrize(
    "question",
    ["What does a baker make?", "Which tools are used in Peru at Google?", "PyOven?", "bread"],
)
def test_features_stay_within_their_bounds(material: Material, question: str) -> None:
    found = weighed(question, material)
    assert [round(e.score, 9) for e in found] == sorted(
        (round(e.score, 9) for e in found), reverse=True
    )
    for item in found:
        assert all(-1.0 <= value <= 1.0 + 1e-9 for value in item.features)
        assert 0.0 <= item.coverage <= 1.0 + 1e-9
        assert item.features.literal <= item.features.own + 1e-9
        assert 0.0 <= item.facet <= 1.0


def test_every_feature_has_a_weight_and_every_kind_that_counts_too() -> None:
    assert len(WEIGHTS) == len(Features._fields)
    assert all(0 < weight <= 1 for weight in KINDS.values())


def test_without_hits_there_is_no_evidence(material: Material) -> None:
    weigher = Weigher(understood("xyzzy"), material.searcher, material.lexicon)
    assert weigher.weigh((), material.viewer) == ()


@pytest.mark.parametrize(
    ("question", "text", "sign"),
    [
        ("What does a baker do?", "Bakers bake.", 1),
        ("What does a baker do?", "Welders join metal.", -1),
        ("What does a baker do?", "Metal is hot.", 0),
        ("What is bread?", "Welders join metal.", 0),
        ("Do bakers and welders meet?", "Bakers bake.", 1),
    ],
)
def test_whom_a_unit_is_about_counts(
    material: Material, question: str, text: str, sign: int
) -> None:
    weigher = Weigher(understood(question), material.searcher, material.lexicon)
    subject = weigher.subject(views_of(text)[0])
    assert (subject > 0) - (subject < 0) == sign


def test_a_unit_about_both_roles_fits_better_than_one_about_either(material: Material) -> None:
    weigher = Weigher(
        understood("Do bakers and welders meet?"), material.searcher, material.lexicon
    )
    both, one = (views_of(t)[0] for t in ("Bakers and welders meet.", "Bakers meet."))
    assert weigher.subject(both) == 1.0
    assert 0 < weigher.subject(one) < 1


OVEN = Slot("oven", "topic", (Variant(("oven",)), Variant(("stove",), 0.25)))
NAMED = Slot("Oven", "topic", OVEN.variants, named=True)
PERU = Slot("Peru", "place", (Variant(("peru",)),), entity="peru")
GOOGLE = Slot("Google", "employer", (Variant(("googl",)),), entity="google")


@pytest.mark.parametrize(
    ("slot", "held", "share"),
    [
        (OVEN, {"oven"}, 1.0),
        (OVEN, {"stove"}, 0.5),
        (OVEN, {"oven", "stove"}, 1.0),
        (OVEN, {"bread"}, 0.0),
        (OVEN, set(), 0.0),
        (NAMED, {"stove"}, 0.0),
        (NAMED, {"oven"}, 1.0),
    ],
)
def test_how_surely_a_word_is_meant(slot: Slot, held: set[str], share: float) -> None:
    assert sure(slot, frozenset(held)) == share


@pytest.mark.parametrize(
    ("slot", "text", "share"),
    [
        (PERU, "Bakers in Peru bake.", 1.0),
        (PERU, "Peruvian bakers bake.", 1.0),
        (PERU, "Bakers in India bake.", 0.0),
        (GOOGLE, "Bakers at Google bake.", 1.0),
        (GOOGLE, "Bakers bake.", 0.0),
        (OVEN, "A stove is hot.", 0.5),
    ],
)
def test_what_a_unit_says_of_a_slot(slot: Slot, text: str, share: float) -> None:
    assert said(slot, views_of(text)[0]) == share


def test_what_is_told_already_adds_nothing(material: Material) -> None:
    weigher = Weigher(understood("bread and metal"), material.searcher, material.lexicon)
    view = views_of("Bread is warm.")[0]
    assert weigher.added(view, frozenset()) > 0
    assert weigher.added(view, view.stems) == 0
