"""Each figure of a profile has the sentence that states it, or the profile is not indexed."""

import pytest

from assistant.corpus import read_texts

PROFILE = """---
profile: 1
title: Nurses
role: nurse
ambiguous:
  - {name: a nurse of machines, role: nurse}
pay:
  - {statistic: median, amount: 98000, currency: USD, geography: US, period: 2025-05,
     whose: nurses, basis: employer-survey, source: x}
  - {statistic: p10, amount: 60000, currency: USD, geography: US, period: 2025-05,
     whose: nurses, basis: employer-survey, source: x}
  - {statistic: range, low: 20000, high: 30000, currency: GBP, geography: UK, period: unknown,
     whose: nurses, basis: recruiter, source: y}
outlook:
  - {measure: employment_change_pct, value: -0.7, from: 2024, to: 2034, geography: US,
     match: proxy, source: x}
  - {measure: openings_per_year, value: 1200, from: 2024, to: 2034, geography: US, source: x}
sources:
  - {id: x, title: Wages, publisher: BLS, url: "https://www.bls.gov/oes/", grade: A}
  - {id: y, title: Pay, publisher: P, url: "https://a.example/", grade: C}
---
# Nurses

Some say a nurse of machines.

## Pay

A nurse in the United States earned a median of $98,000 a year in May 2025.
Pay of a nurse in the US in 2025 was as follows:

| Part | Amount |
|---|---|
| 10th percentile | $60,000 |
| 25th percentile | $98,000 |

A nurse in the United Kingdom earns £20,000 to £30,000, as quoted by a page, undated.

## Outlook

The nearest official group to a nurse in the US is to change by -0.7% from 2024 to 2034.
Openings for a nurse in the US are to be 1,200 a year from 2024 to 2034.
"""


def test_every_record_has_the_sentence_that_states_it() -> None:
    document = read_texts({"n.md": PROFILE}).documents["n.md"]
    profile = document.profile
    assert profile is not None
    said = [document.text[slice(*f.span)] for f in (*profile.pay, *profile.outlook)]
    for figure, text in zip((*profile.pay, *profile.outlook), said, strict=True):
        assert all(printed in text for printed in figure.printed)
    assert said[0].startswith("A nurse in the United States earned a median")
    assert said[1] == "10th percentile | $60,000"
    assert document.text[slice(*profile.ambiguous[0].span)].startswith("Some say")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("of $98,000", "of $198,000", ("line 8", "pay[1]", "'median'")),
        ("in May 2025", "some day", ("line 8", "pay[1]", "the year 2025")),
        ("a median of", "about", ("line 8", "pay[1]", "median")),
        ("nurse in the United States earned", "nurse in Peru earned", ("the place, US",)),
        ("£30,000,", "£32,000,", ("line 12", "pay[3]", "'£30,000'")),
        (", as quoted by a page", "", ("line 12", "pay[3]", "second-hand")),
        (", undated", "", ("line 12", "pay[3]", "undated")),
        ("The nearest official group to a nurse", "A nurse", ("line 15", "outlook[1]", "nearest")),
        ("Openings for", "Places for", ("line 17", "outlook[2]", "openings")),
        ("geography: UK", "geography: Narnia", ("line 12", "pay[3].geography", "'Narnia'")),
        ("Some say a nurse of machines.", "Some.", ("line 6", "ambiguous[1]", "nurse of machines")),
    ],
)
def test_a_record_without_its_sentence_is_told_and_the_profile_is_skipped(old, new, told) -> None:
    assert old in PROFILE
    found = read_texts({"n.md": PROFILE.replace(old, new, 1), "other.md": "# A\n\nText."})
    assert list(found.documents) == ["other.md"]
    for part in told:
        assert part in found.skipped[0].reason


def test_an_amount_within_another_is_not_its_sentence() -> None:
    found = read_texts({"n.md": PROFILE.replace("$60,000", "$60,000.50"), "o.md": "Text."})
    assert "pay[2]" in found.skipped[0].reason
