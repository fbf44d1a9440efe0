"""The report as HTML, Markdown and a table: complete, and inert whatever the texts hold."""

import base64
import hashlib
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from evaluation_support import DOCUMENTS, WORLD, Parrot, answer, question, unanswerable, write_lines
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation import EvaluationOptions, Report, run_evaluation
from assistant.evaluation.cards import anchor
from assistant.evaluation.html import html_text
from assistant.evaluation.markdown import escaped, markdown_text
from assistant.evaluation.markings import escape, marked
from assistant.evaluation.plots import Bar, bars, curve, differences, stacks
from assistant.evaluation.statistics import Estimate
from assistant.evaluation.terminal import terminal_text
from assistant.records import Answer, Hit

HOSTILE = '</title></style><script>alert("1")</script><img src=x onerror=alert(1)>&amp;\x00'


class Reader(HTMLParser):
    """Collects the elements and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.classes: list[str] = []
        self.text = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.classes += (dict(attrs).get("class") or "").split()
        if tag not in ("meta", "img", "br", "input"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def report_of(tmp_path: Path, *questions: dict[str, object], system: object = None) -> Report:
    path = write_lines(tmp_path / "world.jsonl", list(questions) or WORLD)
    chosen = EvaluationOptions(path, resamples=20, baselines=True)
    return run_evaluation(chosen, system or Parrot(), DOCUMENTS).report  # type: ignore[arg-type]


def test_the_page_shows_why_each_question_fails(tmp_path: Path) -> None:
    page = read(html_text(report_of(tmp_path)))
    assert page.classes.count("card") == 2
    assert "Not refused (1)" in page.text
    assert "Found but not said (1)" in page.text
    assert page.text.count("evidence at place 1") == 2
    assert "Evidence among the 10 best passages: 1." in page.text
    assert "missed: four" in page.text
    assert "They knead dough, bake bread and clean the oven." in page.text
    assert page.tags.count("svg") >= 6
    assert page.tags.count("script") == 1


def test_the_page_runs_its_own_script_only(tmp_path: Path) -> None:
    page = html_text(report_of(tmp_path))
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.S)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'" in page
    assert "<script" not in html_text(report_of(tmp_path), aggregates_only=True)


def test_the_page_says_what_was_evaluated(tmp_path: Path) -> None:
    report = report_of(tmp_path)
    origin = {**report.origin, "commit": "abc", "dirty": True}
    text = read(html_text(replace(report, origin=origin))).text
    assert "Splitall" in text
    assert "Commitabc, with uncommitted changes" in text
    assert "it counts documents, not sentences" in text
    clean = replace(report, origin={**origin, "dirty": False})
    assert "uncommitted" not in html_text(clean) + markdown_text(clean)


def test_citations_are_resolved_and_the_wrong_ones_marked(tmp_path: Path) -> None:
    gold = question(gold_docs=["day.md"], gold_facts=[["four"]], evidence=["Bakers rise at four."])

    class Careless(Parrot):
        def ask(self, asked: str) -> Answer:
            pay, _, day, _ = self.passages
            return answer("They rise at four.", day, pay, asked=asked)

    page = html_text(report_of(tmp_path, gold, system=Careless()))
    assert '<a class="cite" href="#q-pay-1-c1">[1]</a>' in page
    assert '<a class="cite wrong" href="#q-pay-1-c2">[2]</a>' in page
    right, wrong = re.findall(r'<li id="q-pay-1-c\d">.*?</li>', page)
    assert 'badge good">among what should be cited' in right and "Bakers rise at" in right
    assert 'badge bad">not among what should be cited' in wrong and "in Peru" in wrong
    assert '<span class="badge bad">cited [2]</span>' in page


def test_a_summary_tells_the_cause_before_it_is_opened(tmp_path: Path) -> None:
    silent = question(
        id="s",
        history=["Who bakes?"],
        question="Whom?",
        evidence=["A head baker earns $45,000."],
        gold_facts=[["$45,000"]],
    )
    false = unanswerable(id="f", question="What earns a baker in Norway?", correction=["Peru"])

    class Refusing(Parrot):
        def ask(self, asked: str) -> Answer:
            return answer("No.", status="abstained", asked=asked)

        def conversation(self) -> Any:
            return self

        def search(self, asked: str, k: int) -> tuple[Hit, ...]:
            order = (0,) * 12 + (1,)
            return tuple(Hit(self.passages[n], 1.0, ()) for n in order)[:k]

    def summaries(system: object) -> str:
        page = html_text(report_of(tmp_path, silent, false, system=system))
        return " ".join(re.findall(r'<details class="card".*?</summary>', page))

    refused = summaries(Refusing())
    assert "Who bakes? → " in refused
    assert "evidence at place 13, beyond the 10 measured" in refused
    assert "premise corrected" in summaries(Parrot())
    Refusing.search = lambda self, asked, k: ()  # type: ignore[method-assign, assignment]
    assert "evidence" not in summaries(Refusing())
    Refusing.search = lambda self, asked, k: (  # type: ignore[method-assign, assignment]
        Hit(self.passages[2], 1.0, ()),
    )
    assert "evidence not among the 1 passages found" in summaries(Refusing())


@given(st.lists(st.text(min_size=1), min_size=2, max_size=5, unique=True))
def test_anchors_are_fit_for_an_address_and_told_apart(names: list[str]) -> None:
    anchors = [anchor(name) for name in names]
    assert len(set(anchors)) == len(names)
    assert all(re.fullmatch(r"q-[A-Za-z0-9_.-]+", one) for one in anchors)


def test_the_page_asks_for_nothing(tmp_path: Path) -> None:
    page = html_text(report_of(tmp_path))
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert "url(" not in page and "@import" not in page


def test_links_lead_somewhere(tmp_path: Path) -> None:
    page = html_text(report_of(tmp_path))
    targets = re.findall(r'href="#([^"]+)"', page)
    assert targets and all(f'id="{target}"' in page for target in targets)


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    def hostile(asked: str) -> Answer:
        return answer(HOSTILE, asked=asked + HOSTILE)

    asked = question(
        id=HOSTILE,
        category=HOSTILE,
        question=HOSTILE,
        history=[HOSTILE],
        forbidden=["alert"],
        note=HOSTILE,
    )
    report = report_of(tmp_path, asked, unanswerable(question=HOSTILE), system=hostile)
    page = read(html_text(report))
    assert "img" not in page.tags and page.tags.count("script") == 1
    assert "onerror" not in page.attributes
    assert '<script>alert("1")</script>' in page.text
    markdown = markdown_text(report)
    assert "<script" not in markdown.replace("\\<", "")


@given(st.text())
def test_anything_escaped_reads_back(text: str) -> None:
    reader = read(f"<p>{escape(text)}</p>")
    kept = [c for c in text if c.isprintable()]
    assert [c for c in reader.text if c.isprintable() and c != "\ufffd"] == [
        c for c in kept if c != "\ufffd"
    ]


@given(st.text(), st.lists(st.text(max_size=5), max_size=3))
def test_marking_changes_no_text(text: str, wanted: list[str]) -> None:
    reader = read(f"<p>{marked(text, wanted)}</p>")
    assert reader.text == read(f"<p>{escape(text)}</p>").text


@pytest.mark.parametrize(
    ("text", "wanted", "page"),
    [
        ("Java and JAVA", ["java"], "<mark>Java</mark> and <mark>JAVA</mark>"),
        ("a  b", ["a b"], "<mark>a  b</mark>"),
        ("abc", ["b"], "abc"),
        ("ab", ["a", "ab"], "<mark>ab</mark>"),
        ("a<b", [" "], "a&lt;b"),
    ],
)
def test_marking(text: str, wanted: list[str], page: str) -> None:
    assert marked(text, wanted) == page


@given(st.text())
def test_markdown_cells_stay_cells(text: str) -> None:
    cell = escaped(text)
    assert "\n" not in cell
    assert not re.search(r"(?<!\\)(?:\\\\)*[|<]", cell)


LOW, HIGH = Estimate(0.0, 0.0, 0.0, 1), Estimate(1.0, 0.5, 1.0, 9)


@pytest.mark.parametrize(
    "plot",
    [
        bars("t < u", [Bar("a & b", LOW, (None, 0.5)), Bar("long " * 9, HIGH, (1.0, 0.0))]),
        stacks("t", {"a": {"x": 1, "y": 99}, "b": {"x": 0}, "c": {}}, ("x", "y")).split("<ul")[0],
        differences("t", [("a", Estimate(-0.2, -0.4, 0.1, 5)), ("b", LOW)]),
        curve("t", [(0.5, 0.0), (1.0, 0.5)]),
    ],
)
def test_plots_are_well_formed_and_named(plot: str) -> None:
    tree = ElementTree.fromstring(plot)
    assert tree.attrib["role"] in ("group", "img")
    assert tree.attrib["aria-label"] in ("t", "t < u")
    for element in tree.iter():
        for name in ("x", "y", "width", "x1", "x2", "cx"):
            value = element.attrib.get(name, "0")
            assert float(value.removesuffix("%")) >= 0
            assert not value.endswith("%") or float(value[:-1]) <= 100


def test_bars_are_as_long_as_their_values() -> None:
    tree = ElementTree.fromstring(bars("t", [Bar("a", Estimate(0.5, 0.4, 0.6, 9)), Bar("b", HIGH)]))
    assert [e.attrib["width"] for e in tree.iter("rect")] == ["50.00%", "100.00%"]


def test_equal_rivals_do_not_hide_each_other() -> None:
    drawn = bars("t", [Bar("a", HIGH, (0.5, 0.5, 0.5))])
    marks = list(ElementTree.fromstring(drawn).iter("circle"))
    assert {e.attrib["cx"] for e in marks} == {"50.00%"}
    assert len({e.attrib["cy"] for e in marks}) == 3


def test_narrow_segments_show_no_count_that_does_not_fit() -> None:
    tree = ElementTree.fromstring(
        stacks("t", {"a": {"x": 92, "y": 6, "z": 2}}, "xyz").split("<ul")[0]
    )
    assert [(e.attrib["class"], e.text) for e in tree.iter("text")] == [
        ("count", "92"),
        ("count slim", "6"),
    ]


def test_the_table_has_a_line_a_group_and_aligned_columns(tmp_path: Path) -> None:
    text = terminal_text(report_of(tmp_path))
    lines = text.splitlines()
    assert lines[0].startswith("assistant on world: 6 questions, ")
    head = next(line for line in lines if "cit.prec" in line)
    overall = next(line for line in lines if line.startswith("overall"))
    assert len(head) == len(overall)
    assert overall.split()[:4] == ["overall", "6", "0.833", "0.667"]
    assert "Failures: 1 not refused, 1 found but not said" in text
    for group in ("pay", "day", "direct", "paraphrase", "near-miss", "smalltalk"):
        assert any(line.startswith(group) for line in lines)


def test_the_table_obeys_no_control_characters(tmp_path: Path) -> None:
    text = terminal_text(report_of(tmp_path, question(category="pay\x1b[2J\r\nmore")))
    assert "pay\ufffd[2J\ufffd\ufffdmore" in text
    assert all(c.isprintable() or c == "\n" for c in text)


def test_the_markdown_report_is_complete(tmp_path: Path) -> None:
    text = markdown_text(report_of(tmp_path))
    for heading in (
        "By group",
        "Overall",
        "Failures",
        "Against naive",
        "Failing questions",
        "What the",
    ):
        assert f"## {heading}" in text
    for table in re.findall(r"(?:^\|.*\n)+", text, re.M):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(widths) == 1


def test_a_report_without_failures(tmp_path: Path) -> None:
    report = report_of(tmp_path, question())
    assert "No question fails." in terminal_text(report)
    assert "No question fails." in html_text(report)
    assert "Failing questions" not in markdown_text(report)
