"""Amounts of money as texts print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.lexicon import load_lexicon
from assistant.money import Amount, MoneyReader

READER = MoneyReader(load_lexicon().money)


def only(text: str) -> Amount:
    (amount,) = READER.read(text)
    return amount


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("$30,000", 30_000, 30_000, "USD"),
        ("$ 30,000", 30_000, 30_000, "USD"),
        ("30,000 USD", 30_000, 30_000, "USD"),
        ("USD 30,000", 30_000, 30_000, "USD"),
        ("30000 dollars", 30_000, 30_000, "USD"),
        ("$30k", 30_000, 30_000, "USD"),
        ("$30K", 30_000, 30_000, "USD"),
        ("30 thousand dollars", 30_000, 30_000, "USD"),
        ("$30,000.50", 30_000.5, 30_000.5, "USD"),
        ("£12.50", 12.5, 12.5, "GBP"),
        ("€1.2m", 1_200_000, 1_200_000, "EUR"),
        ("$3 million", 3_000_000, 3_000_000, "USD"),
        ("A$50", 50, 50, "AUD"),
        ("C$50", 50, 50, "CAD"),
        ("US$ 50", 50, 50, "USD"),
        ("Rs. 7,95,677", 795_677, 795_677, "INR"),
        ("₹ 12,00,000", 1_200_000, 1_200_000, "INR"),
        ("Rs. 5 lakh", 500_000, 500_000, "INR"),
        ("5 lakhs", 500_000, 500_000, "INR"),
        ("5.5 LPA", 550_000, 550_000, "INR"),
        ("INR 12.5L", 1_250_000, 1_250_000, "INR"),
        ("1 crore rupees", 10_000_000, 10_000_000, "INR"),
        ("$30,000 - $40,000", 30_000, 40_000, "USD"),
        ("$30,000–40,000", 30_000, 40_000, "USD"),
        ("$30–40k", 30_000, 40_000, "USD"),
        ("$30k to $40k", 30_000, 40_000, "USD"),
        ("between $30,000 and $40,000", 30_000, 40_000, "USD"),
        ("5-7 LPA", 500_000, 700_000, "INR"),
        ("5 to 7 lakh", 500_000, 700_000, "INR"),
        ("Rs. 14,62,000 – 22,44,000", 1_462_000, 2_244_000, "INR"),
        ("$40,000-30,000", 30_000, 40_000, "USD"),
        ("$0.50", 0.5, 0.5, "USD"),
        ("$.50", 0.5, 0.5, "USD"),
        # The rest of the sentence is no part of the amount.
        ("$30,000 and 20 days of leave", 30_000, 30_000, "USD"),
        ("$30,000 and 401k", 30_000, 30_000, "USD"),
    ],
)
def test_values(text: str, low: float, high: float, currency: str) -> None:
    amount = only(f"They earn {text}, we hear.")
    assert (amount.low, amount.high, amount.currency) == (low, high, currency)
    assert amount.unit_error is False


@pytest.mark.parametrize(
    "text",
    ["", "30,000", "5 years", "12%", "$12% off", "COVID-19", "24/7", "ten dollars", "$", "Rs."],
)
def test_what_is_no_amount(text: str) -> None:
    assert READER.read(text) == ()


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("$30,000 a year", "year"),
        ("$30,000 per annum", "year"),
        ("an annual salary of $30,000", "year"),
        ("$30,000/year", "year"),
        ("$3,000 a month", "month"),
        ("$3,000 monthly", "month"),
        ("a monthly wage of $3,000", "month"),
        ("$700 a week", "week"),
        ("$200 per day", "day"),
        ("$20 an hour", "hour"),
        ("$20/hr", "hour"),
        ("5 LPA", "year"),
        ("5 lakh per annum", "year"),
        ("₹5 lakhs per annum", "year"),
        ("₹5 lakh a month", "month"),
        ("$30,000", ""),
    ],
)
def test_periods(text: str, period: str) -> None:
    assert only(text).period == period


@pytest.mark.parametrize(
    ("text", "statistics"),
    [
        ("It is $10.", [""]),
        ("The average is $10.", ["mean"]),
        ("It is $10 on average.", ["mean"]),
        ("The median is $10.", ["median"]),
        ("Up to $10 is paid.", ["maximum"]),
        ("At least $10 is paid.", ["minimum"]),
        ("It lies between $10 and $20.", ["range"]),
        ("The mean is $10, the median $12.", ["mean", "median"]),
        ("The lowest pay is $10, the highest $20.", ["minimum", "maximum"]),
        ("It is $10 a month, rising up to $20.", ["", "maximum"]),
    ],
)
def test_statistics(text: str, statistics: list[str]) -> None:
    assert [amount.statistic for amount in READER.read(text)] == statistics


@pytest.mark.parametrize(
    ("text", "low", "high", "wrong"),
    [
        ("Rs. 14,62,000 LPA", 1_462_000, 1_462_000, True),
        ("Rs. 14,62,000 – 22,44,000 LPA", 1_462_000, 2_244_000, True),
        ("Rs. 14,62,000 lakh per annum", 1_462_000, 1_462_000, True),
        ("14.62 LPA", 1_462_000, 1_462_000, False),
        ("14.62 – 22.44 LPA", 1_462_000, 2_244_000, False),
    ],
)
def test_lakhs_behind_full_rupees_are_an_error_of_the_source(
    text: str, low: float, high: float, wrong: bool
) -> None:
    amount = only(text)
    assert amount.unit_error is wrong
    assert (amount.low, amount.high) == pytest.approx((low, high))


def test_amounts_come_in_order_with_their_places() -> None:
    text = "From $20 an hour up to $1,000 a week; later €5,000 a month."
    found = READER.read(text)
    assert [a.printed for a in found] == ["$20", "$1,000", "€5,000"]
    assert [text[a.start : a.end] for a in found] == [a.printed for a in found]
    assert [a.period for a in found] == ["hour", "week", "month"]


@given(st.text(max_size=60) | st.text(alphabet="$₹€Rs. ,0123456789kLPA–-toand%", max_size=60))
def test_any_text_is_read(text: str) -> None:
    end = 0
    for amount in READER.read(text):
        assert end <= amount.start < amount.end <= len(text)
        assert text[amount.start : amount.end].strip() == amount.printed
        assert 0 <= amount.low <= amount.high
        assert amount.currency
        end = amount.end


@given(st.integers(min_value=1, max_value=99_999_999))
def test_both_ways_of_grouping_digits_are_read(value: int) -> None:
    western = f"{value:,}"
    rest, last = f"{value}"[:-3], f"{value}"[-3:]
    pairs = [rest[max(0, at - 2) : at] for at in range(len(rest), 0, -2)][::-1]
    indian = ",".join([*pairs, last])
    assert only(f"${western} a year").low == value
    assert only(f"Rs. {indian} a year").low == value
