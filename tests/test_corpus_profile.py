"""A profile's front matter: what it gives as data, and what is refused and how that is told."""

import pytest

from assistant.corpus import read_texts
from assistant.corpus.draft import UnreadableError
from assistant.corpus.profile import read_profile

HEAD = """---
profile: 1
title: Nurses
role: nurse
aliases: [staff nurse]
codes:
  - {system: soc2018, code: 29-1141, match: exact}
education: {typical_entry: bachelor's, source: x, held: [{level: master's, pct: 12.5, source: x}]}
pay:
  - {statistic: median, amount: 98000, currency: USD, geography: US, period: 2025-05,
     whose: nurses, basis: employer-survey, source: x}
  - {statistic: range, low: 80000, high: 110000, currency: USD, geography: US, period: unknown,
     whose: nurses, basis: recruiter, source: x}
outlook:
  - {measure: employment_change_pct, value: -0.7, from: 2024, to: 2034, geography: US, source: x}
sources:
  - {id: x, title: Wages, publisher: BLS, url: "https://www.bls.gov/oes/", grade: A}
updated: 2026-11-20
---
# Nurses
"""


TWIN = "  - {id: x, title: T, publisher: P, url: 'https://a.example', grade: A}\n"


def complaint(head: str) -> str:
    with pytest.raises(UnreadableError) as told:
        read_profile(head)
    return str(told.value)


def test_a_sound_profile_gives_its_records() -> None:
    profile = read_profile(HEAD)
    median, wide = profile.pay
    assert (profile.role, profile.aliases) == ("nurse", ("staff nurse",))
    assert (median.low, median.high, median.period, median.unit) == (
        98000,
        98000,
        "2025-05",
        "year",
    )
    assert (wide.low, wide.high, wide.period) == (80000, 110000, "unknown")
    assert (profile.outlook[0].value, profile.outlook[0].end) == (-0.7, "2034")
    assert profile.education.held[0].pct == 12.5
    assert profile.source("x").publisher == "BLS"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("profile: 1", "profile: 2", ("line 2", "'profile' is 2", "write 'profile: 1'")),
        ("role: nurse\n", "", ("line 2", "'role' is missing")),
        ("role: nurse", "role: [a]", ("line 4", "'role' is a list", "must be a text")),
        ("aliases: [staff nurse]", "aliases: staff", ("line 5", "'aliases'", "[one, another]")),
        ("median,", "avrage,", ("line 10", "pay[1].statistic", "'avrage'", "mean, median")),
        ("amount: 98000", "amount: '98,000'", ("line 10", "pay[1].amount", "without quotes")),
        ("amount: 98000", "amount: .nan", ("line 10", "pay[1].amount", "0 or more")),
        ("amount: 98000", "amount: true", ("pay[1].amount", "True", "must be a number")),
        ("amount: 98000, ", "", ("line 10", "'pay[1].amount' is missing")),
        ("low: 80000", "low: 180000", ("line 12", "pay[2].low", "180000", "exchange")),
        ("currency: USD", "currency: dollars", ("pay[1].currency", "'dollars'", "USD")),
        ("geography: US, period: 2025-05", "period: 2025-05", ("'pay[1].geography' is missing",)),
        (" period: 2025-05,", "", ("line 10", "'pay[1].period' is missing")),
        ("period: unknown", "period: lately", ("line 12", "'lately'", "'unknown'")),
        ("period: unknown", "period: null", ("line 12", "'pay[2].period' is missing")),
        ("basis: recruiter", "basis: hearsay", ("line 13", "'hearsay'", "unsourced-article")),
        ("recruiter, source: x", "recruiter", ("line 12", "'pay[2].source' is missing")),
        ("recruiter, source: x", "recruiter, source: y", ("line 13", "'y'", "known: x")),
        ("measure: employment_change_pct", "measure: joy", ("line 15", "'joy'", "openings")),
        ("from: 2024", "from: soon", ("line 15", "outlook[1].from", "'soon'", "a year")),
        ("match: exact", "match: nearly", ("line 7", "codes[1].match", "'nearly'", "proxy")),
        ("pct: 12.5", "pct: 125", ("line 8", "education.held[1].pct", "125", "from 0 to 100")),
        ("grade: A", "grade: D", ("line 17", "sources[1].grade", "'D'")),
        ("https://www.bls.gov/oes/", "bls.gov", ("line 17", "sources[1].url", "https://")),
        ("whose: nurses, basis: employer", "whos: me, basis: employer", ("pay[1].whos", "known")),
        ("updated:", "pays: 1\nupdated:", ("line 18", "'pays' is 1", "no key")),
        ("role: nurse\n", "role: nurse\nrole: vet\n", ("'role' stands twice",)),
        ("outlook:\n", "outlook:\n  - 4\n", ("line 15", "outlook[1]", "is 4", "mapping")),
        ("pay:\n", "codes2: 1\npay:\n", ("codes2",)),
        ("sources:\n", f"sources:\n{TWIN}", ("line 18", "sources[2].id", "another source")),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_line_key_value_and_remedy(old, new, told) -> None:
    assert old in HEAD
    message = complaint(HEAD.replace(old, new, 1))
    for part in told:
        assert part in message


def test_many_faults_are_told_at_once_and_the_rest_are_counted() -> None:
    head = HEAD
    for old in ("98000", "unknown", "-0.7", "12.5", "grade: A", "basis: recruiter"):
        head = head.replace(
            old, "grade: Z" if "grade" in old else "basis: x" if ":" in old else "x"
        )
    message = complaint(head)
    assert message.count("line ") == 5
    assert message.endswith("more")


def test_an_unsound_profile_is_skipped_with_its_file_named_and_nothing_else() -> None:
    found = read_texts({"bad.md": HEAD.replace("median,", "avrage,"), "good.md": "# A\n\nText."})
    assert list(found.documents) == ["good.md"]
    (skipped,) = found.skipped
    assert skipped.path == "bad.md"
    assert "line 10" in skipped.reason


def test_a_document_without_the_key_is_no_profile() -> None:
    found = read_texts({"a.md": "---\nrole: nurse\npay: 12\n---\n# A\n\nText."})
    assert found.documents["a.md"].profile is None


def test_a_profile_whose_front_matter_is_no_yaml_is_skipped_too() -> None:
    found = read_texts({"bad.md": HEAD.replace("[staff nurse]", "[staff"), "good.md": "Text."})
    assert list(found.documents) == ["good.md"]
    assert "not a sound profile: front matter is no YAML in line" in found.skipped[0].reason
