"""The role profiles that ship: sound, in sentences that stand alone, figures with sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.figures import Profile
from assistant.lexicon import load_lexicon
from assistant.records import Document

ROLES = Path(__file__).resolve().parent.parent / "corpus" / "roles"
HEADINGS = (
    "What the role is", "Duties", "Skills", "Tools", "Education and entry", "Work setting", "Pay",
    "Outlook", "How it differs from: ", "Moving in and on", "What these facts do not tell",
    "Sources",
)  # fmt: skip
WANTED = (
    "machine learning engineer", "data scientist", "data engineer", "software developer",
    "AI research scientist", "AI product manager", "data analyst", "business intelligence analyst",
    "MLOps engineer", "DevOps engineer", "statistician", "database administrator",
    "database architect", "deep learning engineer", "AI engineer", "prompt engineer",
)  # fmt: skip
LONGEST = 36  # words in a sentence; an official figure needs its role, place, period and source
NAMES = sorted(path.name for path in ROLES.glob("*.md"))
LEANING = re.compile(
    r"(?:They|It|This|These|Those|Such|Its|Their|Them|He|She|His|Her|We|You|Here|There"
    r"|However|Moreover|Also|But|And|So)\b",
    re.IGNORECASE,
)
each = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module")
def shipped() -> Assistant:
    return Assistant.from_folder()


def document(shipped: Assistant, name: str) -> Document:
    return shipped.documents[f"roles/{name}"]


def profile(shipped: Assistant, name: str) -> Profile:
    found = document(shipped, name).profile
    assert found is not None
    return found


def lines(name: str) -> Iterator[str]:
    """The prose lines and items of a profile's body, without its sources."""
    body = (ROLES / name).read_text(encoding="utf-8").split("---\n", 2)[2]
    for line in body.partition("\n## Sources\n")[0].split("\n"):
        if line and not line.startswith(("#", "|")):
            yield re.sub(r"^- \*\*(.+?)\*\*: ", "", line)


def test_every_profile_is_read_and_none_is_wanting(shipped: Assistant) -> None:
    assert [s for s in shipped.collection.skipped if s.path.startswith("roles/")] == []
    assert {profile(shipped, name).role for name in NAMES} == set(WANTED)


@each
def test_a_profile_names_a_role_of_the_lexicon(shipped: Assistant, name: str) -> None:
    lexicon = load_lexicon()
    held = profile(shipped, name)
    own = lexicon.named("role", held.role)
    assert own
    for alias in held.aliases:
        assert lexicon.named("role", alias) in ("", own), alias
    for other in held.confusable_with:
        assert ("role", other) in lexicon.by_id, other


@each
def test_the_sections_stand_in_their_order_and_end_with_what_is_not_told(
    shipped: Assistant, name: str
) -> None:
    text = (ROLES / name).read_text(encoding="utf-8")
    found = re.findall(r"^## (.+)$", text, re.MULTILINE)
    places = [next(i for i, h in enumerate(HEADINGS) if heading.startswith(h)) for heading in found]
    assert places == sorted(places)
    assert found[-2:] == ["What these facts do not tell", "Sources"]
    assert text.split("---\n", 2)[2].strip().startswith(f"# {profile(shipped, name).title}\n")


@each
def test_every_line_is_one_short_sentence_that_stands_alone(name: str) -> None:
    for line in lines(name):
        assert line.endswith((".", ":")), line
        assert not LEANING.match(line), line
        plain = re.sub(
            r"\b(?:Salary|InterviewStack|mlengineersalary|aijobs)\.(?:com|io|net)", "X", line
        )
        assert not re.search(r"[.?!] +[A-Z]", plain), line
        assert len(line.split()) <= LONGEST, line


@each
def test_no_statement_stands_twice(name: str) -> None:
    found = [line for line in lines(name) if len(line.split()) > 8]
    assert len(found) == len(set(found))


@each
def test_a_sentence_with_pay_names_its_role_place_and_giver(shipped: Assistant, name: str) -> None:
    held = profile(shipped, name)
    given = {source.publisher.split(",")[0].split(" (")[0] for source in held.sources}
    for figure in held.pay:
        text = document(shipped, name).text[slice(*figure.span)]
        assert re.search(r"\b(?:United States|US|UK)\b", text), text
        if not figure.segment:
            assert re.search("|".join(map(re.escape, given)), text), text


@each
def test_second_hand_figures_are_called_so(shipped: Assistant, name: str) -> None:
    held = profile(shipped, name)
    for figure in (*held.pay, *held.outlook):
        if held.source(figure.source).second_hand:
            text = document(shipped, name).text[slice(*figure.span)]
            assert re.search(r"second-hand|quoted", text), text


@each
def test_every_source_is_linked_in_the_last_section_and_used(shipped: Assistant, name: str) -> None:
    text = (ROLES / name).read_text(encoding="utf-8")
    last = text.partition("\n## Sources\n")[2]
    for source in profile(shipped, name).sources:
        assert f"]({source.url})" in last, source.id


@each
def test_the_salaries_of_a_profile_are_those_of_its_records(shipped: Assistant, name: str) -> None:
    held = profile(shipped, name)
    typed = [s for s in shipped.salaries() if s.document == f"roles/{name}" and s.grade]
    assert sorted((s.low, s.high, s.statistic) for s in typed) == sorted(
        (f.low, f.high, f.statistic) for f in held.pay
    )
    for salary in typed:
        assert shipped.documents[salary.document].text[salary.start : salary.end] == salary.text
        assert salary.printed in salary.text
        assert salary.place in ("united-states", "united-kingdom")


def test_the_official_figures_agree_wherever_they_are_printed(shipped: Assistant) -> None:
    """A group's median of one month is one amount, in its own profile and as a proxy."""
    medians: dict[tuple[str, str], set[float]] = {}
    for name in NAMES:
        for figure in profile(shipped, name).pay:
            if figure.source.startswith("oews") and figure.statistic == "median":
                key = (figure.whose, f"{figure.period} {figure.segment}")
                medians.setdefault(key, set()).add(figure.low)
    assert medians
    assert {key: held for key, held in medians.items() if len(held) > 1} == {}


@pytest.mark.skipif(
    not (ROLES.parent.parent.parent / "shared" / "data" / "bls").is_dir(),
    reason="the publisher's tables are not beside the project",
)
def test_official_pay_is_that_of_the_publishers_table(shipped: Assistant) -> None:
    import csv

    path = (
        ROLES.parent.parent.parent / "shared" / "data" / "bls" / "oews_target_roles_2020_2025.csv"
    )
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    published = {
        float(value.replace(",", ""))
        for row in rows
        for value in row.values()
        if value and re.fullmatch(r"[\d,]+(?:\.\d+)?", value)
    }
    for name in NAMES:
        for figure in profile(shipped, name).pay:
            if figure.source.startswith("oews") and not figure.segment and figure.match == "exact":
                assert figure.low in published, (name, figure.printed)
