from __future__ import annotations

from dataclasses import replace

import pytest
from page_support import ENGINEER, LOWEST, PAY, PAYS, SCIENTIST, FakeAssistant, cite
from selectolax.lexbor import LexborHTMLParser

from assistant.page.chart import Charts, chart_html
from assistant.records import Answer, Part, Question, Statement


def named(kind: str, identifier: str) -> str:
    return f"the {kind} {identifier}"


CHARTS = Charts(PAYS, named)
QUOTES = (ENGINEER, SCIENTIST, LOWEST)


def answer(*cells: tuple[str, int], kind: str = "table") -> Answer:
    """Make an answer whose rows name a place and an amount that cites a quote by number."""
    rows = tuple((Statement("Somewhere"), Statement(text, (number,))) for text, number in cells)
    citations = tuple(cite(number, PAY, quote) for number, quote in enumerate(QUOTES, 1))
    parts = (Part(kind, rows, ("Where", "Pay")),)  # type: ignore[arg-type]
    return Answer(Question("q"), "answered", parts, citations)


def test_bars_are_those_of_the_table_and_each_currency_is_apart() -> None:
    shown = FakeAssistant().conversation().ask("what is paid?")
    axes = CHARTS.bars(shown)
    assert list(axes) == [("USD", "year")]
    assert [(bar.label, bar.pay.printed) for bar in axes["USD", "year"]] == [
        ("Engineer, United States", "$112,832"),
        ("Scientist", "$90,000 to $120,000"),
    ]


def test_a_bar_opens_the_sentence_and_spans_its_amounts() -> None:
    axes = CHARTS.bars(answer(("$112,832", 1), ("$90,000 to $120,000", 2)))
    tree = LexborHTMLParser(chart_html(axes, {1: 'href="#one"', 2: 'href="#two"'}))
    assert [bar.attributes["href"] for bar in tree.css(".ca-bar")] == ["#one", "#two"]
    assert tree.css_first("figcaption").text() == "USD a year, from 0"
    assert tree.css_first(".ca-point").attributes["style"] == "--low:94.0%;--high:94.0%"
    assert tree.css_first(".ca-range").attributes["style"] == "--low:75.0%;--high:100.0%"


@pytest.mark.parametrize(
    "told",
    [
        answer(("$112,832", 1)),
        answer(("$112,832", 1), ("₹3.5 lakh", 3)),
        answer(("about $112,832", 1), ("up to $120,000", 2)),
        answer(("$112,832", 2), ("$90,000 to $120,000", 1)),
        answer(("$112,832", 7), ("$90,000 to $120,000", 8)),
    ],
    ids=["single", "two currencies", "other words", "other places", "uncited"],
)
def test_what_cannot_be_compared_is_not_drawn(told: Answer) -> None:
    assert CHARTS.bars(told) == {}


@pytest.mark.parametrize(
    "change", [{"low": 0.0, "high": 0.0}, {"high": float("inf")}, {"low": 9e9}]
)
def test_amounts_no_axis_can_hold_are_left_out(change: dict[str, float]) -> None:
    charts = Charts([replace(PAYS[0], **change), PAYS[1]], named)  # type: ignore[arg-type]
    assert charts.bars(answer(("$112,832", 1), ("$90,000 to $120,000", 2))) == {}


def test_periods_are_not_mixed_on_one_axis() -> None:
    charts = Charts([PAYS[0], replace(PAYS[1], period="month")], named)
    assert charts.bars(answer(("$112,832", 1), ("$90,000 to $120,000", 2))) == {}


@pytest.mark.parametrize("kind", ["prose", "list"])
def test_sentences_are_drawn_under_who_pays_or_where(kind: str) -> None:
    pays = [replace(PAYS[0], place="us", whose="A site"), replace(PAYS[1], employer="shop")]
    told = answer(("It is $112,832 a year.", 1), ("Or $90,000 to $120,000.", 2), kind=kind)
    bars = Charts(pays, named).bars(told)["USD", "year"]
    assert [bar.label for bar in bars] == ["the place us", "the employer shop"]


def test_labels_that_repeat_are_told_apart_by_giver_and_year() -> None:
    pays = [replace(PAYS[0], whose="A site"), replace(PAYS[1], year="")]
    bars = Charts(pays, named).bars(answer(("$112,832", 1), ("$90,000 to $120,000", 2)))
    assert [bar.label for bar in bars["USD", "year"]] == ["Somewhere, A site, 2023", "Somewhere"]


def test_bars_of_several_roles_name_them() -> None:
    pays = [replace(PAYS[0], role="nurse"), replace(PAYS[1], role="vet")]
    bars = Charts(pays, named).bars(answer(("$112,832", 1), ("$90,000 to $120,000", 2)))
    assert [bar.label for bar in bars["USD", "year"]] == [
        "The role nurse, Somewhere",
        "The role vet, Somewhere",
    ]


def test_an_amount_cited_twice_is_one_bar_from_the_place_that_tells_its_period() -> None:
    bare = replace(PAYS[1], start=PAYS[2].start, end=PAYS[2].end, period="")
    charts = Charts([PAYS[0], PAYS[1], bare], named)
    rows = ((Statement("A"), Statement("$112,832", (1,))),)
    rows += ((Statement("B"), Statement("$90,000 to $120,000", (3, 2))),)
    told = replace(answer(), parts=(Part("table", rows),))
    bars = charts.bars(told)["USD", "year"]
    assert [bar.citation.number for bar in bars] == [1, 2]


def test_the_parts_of_a_role_are_told_apart() -> None:
    pays = [
        replace(PAYS[0], place="us", segment="finance"),
        replace(PAYS[1], place="us", segment="the state"),
    ]
    told = answer(("It is $112,832 a year.", 1), ("Or $90,000 to $120,000.", 2), kind="list")
    bars = Charts(pays, named).bars(told)["USD", "year"]
    assert [bar.label for bar in bars] == ["Finance", "The state"]
