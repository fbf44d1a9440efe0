"""Mending typing errors, and leaving alone what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.spelling import Speller, _is_english
from assistant.text import lowered

LIKELY = (
    "machine",
    "learning",
    "engineer",
    "engineers",
    "salary",
    "baker",
    "bread",
    "welder",
    "what",
    "does",
    "earn",
    "much",
)


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(LIKELY, ("pytorch",), {"sal": "salary", "ppl": "people"})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ""),
        ("machin lerning enginer", "machine learning engineer"),
        ("what does a wleder earn?", "what does a welder earn?"),
        ("WHAT DOES A BAKR EARN", "WHAT DOES A baker EARN"),
        ("Bakr", "baker"),
        ("(bakr), welde!", "(baker), welder!"),
        # The first letter is taken to be right.
        ("aker", "aker"),
        # Too far from any word.
        ("bkrrr xyzzyq", "bkrrr xyzzyq"),
        # Too short to guess at.
        ("bak brd", "bak brd"),
        # English, though not of this vocabulary.
        ("barker bred salty", "barker bred salty"),
        # A capital inside a sentence marks a name.
        ("does Bakr earn", "does Bakr earn"),
        ("pytorch", "pytorch"),
        ("b4ker 2021 café", "b4ker 2021 café"),
    ],
)
def test_mends_only_what_is_mistyped(speller: Speller, typed: str, meant: str) -> None:
    assert speller.mend(typed) == meant


def test_shorthand_is_written_out(speller: Speller) -> None:
    assert speller.mend("sal of ppl, Sal?") == "salary of people, salary?"


def test_does_not_choose_between_words_equally_near() -> None:
    assert Speller(["moter", "motel"]).mend("motex") == "motex"


def test_a_word_beside_it_decides_between_words_equally_near() -> None:
    phrases = [("good", "featur", "engin"), ("futur", "plan"), ("big", "futur")]
    speller = Speller(["feature", "future", "engineering", "plans"], phrases=phrases)
    assert speller.mend("feture enginering") == "feature engineering"
    assert speller.mend("feture plans") == "future plans"
    assert speller.mend("big feture") == "big future"
    assert speller.mend("feture") == "feture"
    assert speller.mend("engineering feture") == "engineering feture"


def test_forms_of_one_word_are_no_choice() -> None:
    assert Speller(["welders", "welder"]).mend("weldr") == "welder"
    assert Speller(["weldings", "welding"]).mend("welidng") == "welding"


def test_letters_in_the_wrong_order_go_before_a_wrong_letter() -> None:
    assert Speller(["moter", "motre"]).mend("mtoer") == "moter"


def test_without_a_vocabulary_nothing_is_mended() -> None:
    assert Speller([]).mend("enginer salry") == "enginer salry"


@given(st.lists(st.sampled_from(LIKELY), max_size=8).map(" ".join))
def test_known_words_stay_as_they_are(text: str) -> None:
    assert Speller(LIKELY).mend(text) == text


@given(st.text(max_size=60) | st.text(alphabet="abekrw ,.?", max_size=40))
def test_mending_twice_changes_no_more(text: str) -> None:
    speller = Speller(LIKELY)
    mended = speller.mend(text)
    assert speller.mend(mended) == mended
    assert len(lowered(mended)) == len(lowered(text))


@pytest.mark.parametrize(
    ("word", "english"), [("engineers", True), ("abbé", True), ("enginers", False), ("xq", False)]
)
def test_the_english_word_list_is_looked_up(word: str, english: bool) -> None:
    assert _is_english(word) is english
