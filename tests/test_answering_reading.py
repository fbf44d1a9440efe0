"""What a text mentions, read alone, as part of a passage, and kept as plain data."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.answering.reading import TextReader, mentions_of
from assistant.lexicon import load_lexicon
from assistant.records import Passage, Unit

READER = TextReader(load_lexicon())
PIECES = (
    "A data scientist earns $120,230 in the United States.",
    "Data",
    "scientists at Google",
    "It takes four years, in the U.",
    "S. they say.",
    "New",
    "York pays more.",
    "Machine learning",
    "engineers use C++ and TensorFlow!",
    "Skills: Python",
    "…",
    "",
)


def passage_of(pieces: list[str], gap: str = " ") -> Passage:
    """Make a passage of which each piece is a unit, ``gap`` between them."""
    text = gap.join(pieces)
    units, at = [], 7
    for piece in pieces:
        units.append(Unit("sentence", at, at + len(piece)))
        at += len(piece) + len(gap)
    return Passage(0, "a.md", "A", (), 7, 7 + len(text), text, tuple(units))


def test_what_a_unit_mentions() -> None:
    said = READER.mentions("A data scientist in India needs Python and luck.")
    assert said.stems == ("data", "scientist", "india", "need", "python", "luck")
    assert [entity.term for entity in said.entities] == ["role:data-scientist", "place:india"]
    assert said.leads == "data-scientist"


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Data scientists earn well.", "data-scientist"),
        ("The data scientist earns well.", "data-scientist"),
        ("Much is paid to a data scientist.", ""),
    ],
)
def test_the_role_that_a_text_opens_with(text: str, leads: str) -> None:
    assert READER.mentions(text).leads == READER.names(text)[1] == leads


def test_a_name_across_two_units_belongs_to_neither() -> None:
    passage = passage_of(["Data", "scientists earn well."])
    whole = READER.read(passage.text)
    assert whole.roles == {"data-scientist"}
    assert not any(said.entities for said in READER.units(passage, whole))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), st.sampled_from([" ", "\n"]))
def test_units_are_read_with_their_passage_as_they_are_alone(pieces: list[str], gap: str) -> None:
    passage = passage_of(pieces, gap)
    found = READER.units(passage, READER.read(passage.text))
    assert list(found) == [READER.mentions(piece) for piece in pieces]


def test_the_units_of_all_documents_are_read_with_their_passages(shipped: Assistant) -> None:
    reader = TextReader(shipped._answerer.material.lexicon)
    for passage in shipped.passages:
        alone = [reader.mentions(passage.quote((u.start, u.end))) for u in passage.units]
        assert list(reader.units(passage, reader.read(passage.text))) == alone


def test_what_units_mention_is_given_back_from_plain_data(shipped: Assistant) -> None:
    lexicon = shipped._answerer.material.lexicon
    reader = TextReader(lexicon)
    for passage in shipped.passages:
        found = reader.units(passage, reader.read(passage.text))
        plain = json.loads(json.dumps([said.plain() for said in found]))
        assert mentions_of(plain, lexicon) == found


def test_what_stands_above_a_unit() -> None:
    around = READER.around(("Salary", "Data scientist"), "Careers in India")
    assert around.sections[0] == "pay"
    assert around.roles == {"data-scientist"}
    assert {"salari", "data scientist", "place:india"} <= around.held
