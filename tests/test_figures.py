"""Figures as data, and how amounts, percentages and counts are printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.figures import printed_count, printed_money, printed_percent
from assistant.lexicon import load_lexicon
from assistant.money import MoneyReader

READER = MoneyReader(load_lexicon().money)


@pytest.mark.parametrize(
    ("amount", "currency", "printed"),
    [
        (120230, "USD", "$120,230"),
        (795677, "INR", "Rs. 7,95,677"),
        (12345678, "INR", "Rs. 1,23,45,678"),
        (500, "INR", "Rs. 500"),
        (28900, "GBP", "£28,900"),
        (48.5, "CHF", "CHF 48.50"),
    ],
)
def test_money_is_printed_in_full(amount: float, currency: str, printed: str) -> None:
    assert printed_money(amount, currency) == printed


@given(
    st.integers(min_value=1_000, max_value=9_999_999),
    st.sampled_from(["USD", "INR", "GBP", "EUR", "CHF"]),
)
def test_what_is_printed_is_read_back(amount: int, currency: str) -> None:
    (read,) = READER.read(f"{printed_money(amount, currency)} a year.")
    assert (read.low, read.high, read.currency) == (amount, amount, currency)


@pytest.mark.parametrize(
    ("value", "printed"), [(33.5, "33.5%"), (10, "10%"), (-0.7, "-0.7%"), (0, "0%")]
)
def test_a_percentage_has_one_decimal_at_most(value: float, printed: str) -> None:
    assert printed_percent(value) == printed


def test_a_count_has_commas() -> None:
    assert printed_count(23400) == "23,400"
