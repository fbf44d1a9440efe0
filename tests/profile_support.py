"""Three small profiles: two trades with figures of their own, and one that has only a proxy."""

from __future__ import annotations

from assistant import Assistant

HEAD = """---
profile: 1
title: {title}
role: {role}
{more}sources:
  - {{id: o25, title: Wages 2025, publisher: BLS, url: "https://a.example/25", grade: A}}
  - {{id: o24, title: Wages 2024, publisher: BLS, url: "https://a.example/24", grade: A}}
  - {{id: ads, title: Adverts, publisher: AdBoard, url: "https://b.example", grade: B-}}
  - {{id: hear, title: Guide, publisher: "PayStat, as quoted by Guide", url: "https://c.example", grade: C}}
---
# {title}

"""  # noqa: E501
WHO = "currency: USD, geography: US"


def pay(statistic: str, amount: int, period: str, source: str, more: str = "") -> str:
    basis = {"ads": "job-ads", "hear": "self-reported"}.get(source, "employer-survey")
    return (
        f"  - {{statistic: {statistic}, amount: {amount}, {WHO}, period: {period}, "
        f"whose: them, basis: {basis}, source: {source}{more}}}\n"
    )


def outlook(measure: str, value: float, more: str = "", years: str = "from: 2024, to: 2034") -> str:
    return (
        f"  - {{measure: {measure}, value: {value}, {years}, geography: US, source: o25{more}}}\n"
    )


WELDERS = (
    HEAD.format(
        title="Welder",
        role="welder",
        more="pay:\n"
        + pay("median", 50000, "2025-05", "o25").replace("them", "welders")
        + pay("mean", 52000, "2025-05", "o25").replace("them", "welders")
        + pay("p90", 80000, "2025-05", "o25").replace("them", "welders")
        + pay("median", 48000, "2024-05", "o24").replace("them", "welders")
        + pay("median", 61000, "2026-06", "ads").replace("them", "welders")
        + pay("median", 70000, "2024-05", "o24", ", segment: shipbuilding").replace(
            "them", "welders"
        )
        + pay("mean", 99000, "2026", "hear").replace("them", "welders")
        + "outlook:\n"
        + outlook("employment_change_pct", 2.5)
        + outlook("openings_per_year", 4000)
        + outlook("employment", 30000, years="period: 2024")
        + outlook("employment", 31000, years="period: 2034"),
    )
    + """## What the role is

A welder joins pieces of metal.

## Tools

The tools of a welder are:

- **Heat**: torch and helmet.
- **Hands**: gloves.

## Pay

A welder in the US earned a median of $50,000 a year in May 2025, according to BLS.
The mean pay of a welder in the US was $52,000 a year in May 2025, according to BLS.
The best-paid tenth of welders in the US earned more than $80,000 a year in May 2025, says BLS.
The median pay of a welder in the US was $48,000 a year in May 2024, according to BLS.
Adverts of AdBoard offered a welder in the US a median of $61,000 a year in June 2026.
A welder in shipbuilding in the US earned a median of $70,000 a year in May 2024, says BLS.
A welder in the US earned an average of $99,000 in 2026, says PayStat as quoted by Guide.

## Outlook

Jobs of welders in the US are projected to grow by 2.5% from 2024 to 2034, according to BLS.
BLS projects about 4,000 openings a year for welders in the US from 2024 to 2034.
The US had 30,000 jobs of welders in 2024, according to BLS.
BLS projects 31,000 jobs of welders in the US for 2034.

## What these facts do not tell

No pay of a welder outside the US is in these facts.
"""
)
BAKERS = (
    HEAD.format(
        title="Baker",
        role="baker",
        more="pay:\n"
        + pay("median", 36000, "2025-05", "o25").replace("them", "bakers")
        + "outlook:\n"
        + outlook("employment_change_pct", 6),
    )
    + """## What the role is

A baker makes bread.

## Pay

A baker in the US earned a median of $36,000 a year in May 2025, according to BLS.

## Outlook

Jobs of bakers in the US are projected to grow by 6% from 2024 to 2034, according to BLS.
"""
)
NURSES = (
    HEAD.format(
        title="Nurse",
        role="nurse",
        more="ambiguous:\n  - {name: a nurse of births, role: midwife}\n"
        "  - {name: a nurse of wards, role: nurse}\npay:\n"
        + pay("median", 36000, "2025-05", "o25", ", match: proxy").replace("them", "bakers"),
    )
    + """## What the role is

Some call a midwife a nurse of births.
Most mean a nurse of wards.

## Pay

A nurse has no official US pay; the nearest group, bakers, earned a median of $36,000 in May 2025.

## What these facts do not tell

No job count of nurses is published.
"""
)
MIDWIVES = "# Midwife\n\n## Pay\n\nMidwives in the United States earn $41,000 a year.\n"
PROFILES = {"welder.md": WELDERS, "baker.md": BAKERS, "nurse.md": NURSES, "midwife.md": MIDWIVES}


def trades() -> Assistant:
    """Give an assistant that has read the profiles."""
    assistant = Assistant.from_texts(PROFILES)
    assert assistant.collection.skipped == ()
    return assistant
