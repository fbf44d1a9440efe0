"""What is to know of a unit before any question: subject, section, what it goes on from."""

from __future__ import annotations

import pytest
from core_support import material_of, views_of
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.answering.views import View, Viewer, span_of


def view_of(text: str, opening: str) -> View:
    (view,) = [v for v in views_of(text) if v.text.startswith(opening)]
    return view


@pytest.mark.parametrize(
    ("text", "opening", "roles", "subject"),
    [
        ("Bakers bake.", "Bakers", {"baker"}, {"baker"}),
        ("# Baker\n\nThe work is hard.", "The work", set(), {"baker"}),
        ("# Trades\n\n## Welders\n\nThe work is hard.", "The work", set(), {"welder"}),
        ("# Welder\n\nBakers help them.", "Bakers", {"baker"}, {"baker"}),
        ("# Trades\n\nWhat a welder uses:\n\n- torch\n- gloves", "torch", set(), {"welder"}),
        ("Bakers bake. They rise early.", "They", set(), {"baker"}),
        ("Bread is warm.", "Bread", set(), set()),
        ("Bakers and welders work.", "Bakers", {"baker", "welder"}, {"baker", "welder"}),
    ],
)
def test_whom_a_unit_is_about(text: str, opening: str, roles: set[str], subject: set[str]) -> None:
    view = view_of(text, opening)
    assert view.roles == roles
    assert view.subject == subject


@pytest.mark.parametrize(
    ("text", "opening", "nearest"),
    [
        ("# Baker\n\n## Skills\n\nPatience helps.", "Patience", "skills"),
        ("# Baker\n\n## Salary\n\nIt is fair.", "It", "pay"),
        ("# Baker\n\n## Salary\n\nThese tools are used:\n\n- oven\n- peel", "oven", "tools"),
        ("# Baker\n\n### Skills\n\nPatience helps.\n\n### Tools\n\nAn oven bakes.", "An oven",
         "tools"),
    ],
)  # fmt: skip
def test_the_section_a_unit_stands_in(text: str, opening: str, nearest: str) -> None:
    assert view_of(text, opening).sections[0] == nearest


def test_a_unit_shows_what_its_own_words_are_about() -> None:
    view = view_of("Bakers in Peru earn a good wage at Google.", "Bakers")
    assert "pay" in view.signs
    assert view.places == {"peru"}
    assert view.employers == {"google"}
    assert {"baker", "wage"} <= view.stems
    assert not view.stems & {"a", "in", "at"}


def test_headings_and_lead_ins_are_context() -> None:
    view = view_of("# Baker\n\n## At dawn\n\nWhat bakers carry:\n\n- flour\n- salt", "flour")
    assert {"dawn", "carri"} <= view.context
    assert view.stems == {"flour"}
    assert view.above == "What bakers carry:"


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("Bakers bake. They rise early.", True),
        ("Bakers bake. This is hard.", True),
        ("Bakers bake. However, it is hard.", True),
        ("Note this: bread sells. It is warm.", True),
        ("Bakers bake. Bread sells.", False),
        ("Bakers bake. Itinerant bakers travel.", False),
        ("Bakers bake. Heat helps.", False),
    ],
)
def test_a_sentence_that_goes_on_from_another(text: str, follows: bool) -> None:
    first, second = views_of(text)
    assert (second.before is not None) is follows
    assert [v.text for v in first.after] == ([second.text] if follows else [])
    assert first.before is None
    if second.before is not None:
        assert second.before.text == first.text
        assert first.stems <= second.context


def test_a_pronoun_in_another_paragraph_of_items_goes_on_from_none() -> None:
    for view in views_of("What bakers use:\n\n- it is hot\n- they are sharp"):
        if view.unit.kind == "item":
            assert view.before is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Bakers bake.", True),
        ("Bakers use these tools:", False),
    ],
)
def test_what_only_announces_says_nothing(text: str, says: bool) -> None:
    assert views_of(text + "\n\n- oven\n- peel")[0].says is says


def test_headings_inside_a_passage_say_nothing() -> None:
    text = "# Baker\n\n## Day\n\n### Dawn\n\nThey bake.\n\n### Noon\n\nThey sell."
    kinds = {v.unit.kind: v.says for v in views_of(text)}
    assert kinds.get("heading", False) is False
    assert kinds["sentence"] is True


def test_a_heading_does_not_stand_under_the_one_beside_it() -> None:
    text = "# Welder\n\n## Tools\n\n### Torch\n\nIt is hot.\n\n### Helmet\n\nIt is dark."
    above = {v.text: v.above for v in views_of(text)}
    assert above["Torch"] == above["Helmet"] == "Tools"
    assert above["It is hot."] == "Torch"
    assert above["It is dark."] == "Helmet"


def test_views_are_worked_out_once() -> None:
    material = material_of({"a": "Bakers bake. They rise early."})
    (passage,) = material.searcher.passages
    assert material.viewer.views(passage) is material.viewer.views(passage)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["# Baker", "## Pay", "Bakers bake.", "They rise. It is dark.", "- oven",
                         "1. knead", "They use:", "| a | b |\n|---|---|\n| 1 | 2 |"]),
        min_size=1, max_size=8,
    ).map("\n\n".join)
)  # fmt: skip
def test_every_unit_is_viewed_where_it_stands(text: str) -> None:
    material = material_of({"text": f"{text}\n\nThe end."})
    document = material.documents["text"]
    for passage in material.searcher.passages:
        views = material.viewer.views(passage)
        assert len(views) == len(passage.units)
        for view in views:
            start, end = span_of(view)
            assert document.text[start:end] == view.text
            assert view.key == ("text", start, end)
            assert view.size == len(view.text.split())
            assert view.roles <= view.subject or view.before is not None


def test_whom_units_are_about_is_told_without_working_out_their_views(shipped: Assistant) -> None:
    material = shipped._answerer.material
    for passage in shipped.passages:
        fresh = Viewer(material.lexicon, shipped.documents, material.kept.profiles)
        told = list(fresh.subjects(passage))
        views = material.viewer.views(passage)
        assert told == [(v.subject, v.says and not (v.about_source or v.untold)) for v in views]
        assert list(material.viewer.subjects(passage)) == told
        assert fresh.subject(passage) == views[0].subject
