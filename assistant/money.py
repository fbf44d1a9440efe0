"""Reading amounts of money as texts print them: ranges, lakhs, thousands, periods, statistics.

Knows how amounts are written, from ``lexicon/currencies.toml``; whose pay an amount is, is
``answering.salaries``' trade.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .lexicon import Money

_NUMBER = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<!\d)\.\d+"
_LAKH = 100_000


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount or a range, in whole units of its currency; ``low == high`` for one figure.

    ``period`` (year, month, …) and ``statistic`` (mean, median, …) are "" where the text does
    not say. ``printed`` is what stands at ``start`` to ``end``. ``unit_error`` marks a figure
    that is followed by "lakh" although it is in full rupees already.
    """

    low: float
    high: float
    currency: str
    period: str
    statistic: str
    start: int
    end: int
    printed: str
    unit_error: bool = False


class MoneyReader:
    """Finds the amounts in a text.

    >>> from assistant.lexicon import load_lexicon
    >>> reader = MoneyReader(load_lexicon().money)
    >>> a = reader.read("It pays Rs. 14,62,000 – 22,44,000 a year.")[0]
    >>> a.low, a.high, a.currency, a.period
    (1462000.0, 2244000.0, 'INR', 'year')
    """

    def __init__(self, money: Money) -> None:
        self._codes = {
            name.lower(): code for code, names in money.currencies.items() for name in names
        }
        self._factors = {word.lower(): factor for word, factor in money.multipliers.items()}
        self._periods = _ordered(money.periods)
        self._statistics = _ordered(money.statistics)
        names, factors = _alternatives(self._codes), _alternatives(self._factors)
        first, second = _figure(1, names, factors), _figure(2, names, factors)
        # "and" joins two ends only where the second has a currency too.
        joint = rf"\s*(?:-|–|—|to|until|and(?=\s*(?:{names})))\s*"
        after = rf"(?:\s*(?P<cx>{names})(?!\w))?"
        self._pattern = re.compile(rf"(?<![\w]){first}(?:{joint}{second})?{after}", re.I)

    def read(self, text: str) -> tuple[Amount, ...]:
        """Give the amounts that stand with a currency, in order."""
        return tuple(
            amount
            for match in self._pattern.finditer(text)
            if (amount := self._amount(match, text)) is not None
        )

    def period(self, text: str) -> str:
        """Give the period that a text names first, "" for none."""
        return _first(self._periods, text)

    def statistic(self, text: str) -> str:
        """Give the statistic that a text names first, "" for none."""
        return _first(self._statistics, text)

    def _amount(self, match: re.Match[str], text: str) -> Amount | None:
        marks = [match[name] for name in ("c1", "c2", "cx") if match[name]]
        factors = [(match[name] or "").lower() for name in ("f1", "f2")]
        if not marks and not any("lpa" in f or "lakh" in f or "lac" in f for f in factors):
            return None
        code = self._codes[marks[0].lower()] if marks else "INR"
        values = [_value(match[name]) for name in ("n1", "n2") if match[name]]
        wrong = any(
            f and self._factors[f] == _LAKH and v >= _LAKH
            for f, v in zip(factors[::-1] if match["n2"] else factors, values, strict=False)
        )
        factor = 1.0 if wrong else self._factor(factors)
        scaled = sorted(value * factor for value in values)
        return Amount(
            low=scaled[0],
            high=scaled[-1],
            currency=code,
            period=self._period(match, text, factors),
            statistic=_first(self._statistics, text[: match.end()], last=True)
            or _first(self._statistics, re.split("[,;.]", text[match.end() :])[0]),
            start=match.start() + _blank(match.group()),
            end=match.end(),
            printed=match.group().strip(),
            unit_error=wrong,
        )

    def _factor(self, factors: Iterable[str]) -> float:
        return next((self._factors[f] for f in reversed(list(factors)) if f), 1.0)

    def _period(self, match: re.Match[str], text: str, factors: Iterable[str]) -> str:
        near = (
            text[match.end() : match.end() + 40]
            + " "
            + text[max(0, match.start() - 60) : match.start()]
        )
        if any("lpa" in f for f in factors):
            return "year"
        return _first(self._periods, " ".join(factors)) or _first(self._periods, near)


def _figure(number: int, names: str, factors: str) -> str:
    """Give the pattern of one figure with the currency before it and the multiplier after."""
    return (
        rf"(?P<c{number}>{names})?(?:(?<=s)\.)?\s*(?P<n{number}>{_NUMBER})"
        rf"\s*(?P<f{number}>{factors})?(?![\w%])"
    )


def _value(printed: str) -> float:
    return float(printed.replace(",", ""))


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip())


def _alternatives(names: Iterable[str]) -> str:
    return "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))


def _ordered(groups: Mapping[str, Iterable[str]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(rf"(?<!\w)(?:{_alternatives(given)})(?!\w)", re.I))
        for name, given in groups.items()
    )


def _first(groups: Iterable[tuple[str, re.Pattern[str]]], text: str, *, last: bool = False) -> str:
    """Give the group whose words stand first in a text, or last."""
    found = [(m.start(), name) for name, pattern in groups for m in pattern.finditer(text)]
    if not found:
        return ""
    return max(found)[1] if last else min(found)[1]
