"""That records come back from their JSON just as they were."""

from __future__ import annotations

from datetime import date, datetime, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.corpus import Dropped, read_texts, split
from assistant.figures import Code, Education, OutlookFigure, PayFigure, Profile, Share, Source
from assistant.lexicon import Entity
from assistant.store import coding

plain = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
scalars = plain | st.dates() | st.datetimes() | st.binary(max_size=4)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3) | st.integers() | st.dates(), inner, max_size=3)
        | st.lists(inner, max_size=2).map(tuple)
    ),
    max_leaves=8,
)


@given(values)
def test_front_matter_of_any_kind_comes_back(value: Any) -> None:
    back = coding.unpacked(coding.decoded(coding.encoded(coding.packed(value))))
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize(
    "value",
    [
        {"\0": ["date", "2024-05-01"]},
        {"since": datetime(2024, 5, 1, 12, 30, tzinfo=timezone.utc)},
        {"kinds": {"a", "b"}},
        {date(2024, 5, 1): {1: b"\xff"}},
    ],
)
def test_what_json_has_no_word_for_comes_back(value: dict[Any, Any]) -> None:
    assert coding.unpacked(coding.decoded(coding.encoded(coding.packed(value)))) == value


TEXT = """---
source: A book
day: 2024-05-01
---

# Baker

A baker bakes. It is hot – naïve bakers burn.

## Tasks

The tasks are:

- kneading
  - by hand
- baking

| Place | Pay |
|---|---|
| Peru | $30,000 |
"""


def test_a_document_and_its_passages_come_back() -> None:
    (document,) = read_texts({"baker.md": TEXT}).documents.values()
    parts = {
        "id": document.id.encode(),
        "head": coding.encoded(coding.head(document)),
        "blocks": coding.encoded(coding.blocks_packed(document.blocks)),
        "text": document.text.encode(),
        "profile": b"",
    }
    assert coding.document(parts) == document
    for passage in split(document):
        headings, units = coding.decoded(coding.encoded(coding.passage_packed(passage)))
        assert tuple(headings) == passage.headings
        assert coding.units_unpacked(units, passage.start) == passage.units


def test_a_profile_comes_back_with_all_its_figures() -> None:
    source = Source("bls", "OEWS", "BLS", "https://www.bls.gov", "A")
    pay = PayFigure(
        *("median", 120230.0, 120230.5, "USD", "year", "US", "2025-05", "all", "job-ads"),
        *("exact", "bls", "senior", 12, (3, 90), 7),
    )
    outlook = OutlookFigure("employment", 23400.0, "2024", "2034", "US", "proxy", "bls")
    held = Profile(
        "Baker",
        "baker",
        ("bread maker",),
        codes=(Code("SOC", "51-3011", "exact"),),
        education=Education("none", 2, "bls", held=(Share("school", 40.5, "bls"),)),
        pay=(pay, pay),
        outlook=(outlook,),
        sources=(source,),
    )
    assert coding.profile(coding.encoded(coding.structured(held))) == held
    assert coding.profile(b"") is None
    role = Entity("role", "baker", "baker", ("bread maker",), related=("cook",))
    assert coding.made(Entity, coding.decoded(coding.encoded(coding.structured(role)))) == role


def test_what_was_dropped_comes_back() -> None:
    dropped = (Dropped("Share this", "share bar"), Dropped("\ud800", "odd"))
    packed = coding.encoded(coding.dropped_packed(dropped))
    assert coding.dropped_unpacked(coding.decoded(packed)) == dropped
