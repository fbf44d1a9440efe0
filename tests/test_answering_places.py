"""Which place lies in which."""

from assistant.answering.places import Places
from assistant.lexicon import load_lexicon


def test_a_place_lies_in_what_holds_it_and_in_itself() -> None:
    places = Places(load_lexicon())
    assert places.within("london", "united-kingdom")
    assert places.within("india", "india")
    assert not places.within("united-kingdom", "london")
    assert not places.within("", "india")
