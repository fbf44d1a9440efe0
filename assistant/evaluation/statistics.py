"""Means with their uncertainty: bootstrap intervals and paired differences, always reproducible.

Every value is a ratio of two sums over questions, so that means, F1 and their resamples are one
matrix product each. Method: Efron and Tibshirani, An Introduction to the Bootstrap, 1993.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

SEED = 20_240_501
RESAMPLES = 2_000
# Draws held at a time: memory stays flat however many questions there are.
_DRAWS = 1_000_000


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its 95 % interval, over ``questions`` questions to which it applies."""

    value: float
    low: float
    high: float
    questions: int

    def to_dict(self) -> dict[str, float | int]:
        """Give the estimate as plain data, to six digits after the point."""
        numbers = {"value": self.value, "low": self.low, "high": self.high}
        rounded: dict[str, float | int] = {k: round(v, 6) + 0.0 for k, v in numbers.items()}
        return {**rounded, "questions": self.questions}


@dataclass(frozen=True, slots=True)
class Tallies:
    """A row a question, a column a measure: its numerator, and its denominator (0: left out)."""

    above: Array
    below: Array

    def __len__(self) -> int:
        return int(self.above.shape[0])

    def select(self, rows: list[int]) -> Tallies:
        """Keep some of the questions."""
        return Tallies(self.above[rows], self.below[rows])


def estimates(tallies: Tallies, resamples: int = RESAMPLES) -> list[Estimate | None]:
    """Estimate each measure; None for one that applies to no question."""
    values = _ratios(tallies, np.ones((1, len(tallies))))[0]
    drawn = [_ratios(tallies, weights) for weights in _weights(len(tallies), resamples)]
    return _summed_up(values, drawn, np.count_nonzero(tallies.below, axis=0))


def differences(new: Tallies, old: Tallies, resamples: int = RESAMPLES) -> list[Estimate | None]:
    """Estimate new − old, question by question paired: both are resampled alike."""
    one = np.ones((1, len(new)))
    values = (_ratios(new, one) - _ratios(old, one))[0]
    drawn = [_ratios(new, w) - _ratios(old, w) for w in _weights(len(new), resamples)]
    both = np.count_nonzero((new.below > 0) & (old.below > 0), axis=0)
    return _summed_up(values, drawn, both)


def curve_estimate(risks: Array, resamples: int = RESAMPLES) -> Estimate | None:
    """Estimate the area under a risk–coverage curve of risks in order of falling confidence."""
    count = len(risks)
    if not count:
        return None
    kept = np.arange(1, count + 1)
    value = float((np.cumsum(risks) / kept).mean())
    areas = [
        (np.cumsum(risks[np.sort(drawn, axis=1)], axis=1) / kept).mean(axis=1)
        for drawn in _draws(count, resamples)
    ]
    low, high = np.quantile(np.concatenate(areas), (0.025, 0.975))
    return Estimate(value, float(low), float(high), count)


def _ratios(tallies: Tallies, weights: Array) -> Array:
    below = weights @ tallies.below
    with np.errstate(invalid="ignore", divide="ignore"):
        ratios: Array = np.where(below > 0, (weights @ tallies.above) / below, np.nan)
    return ratios


def _summed_up(
    values: Array, drawn: list[Array], counts: NDArray[np.intp]
) -> list[Estimate | None]:
    every = np.concatenate(drawn)
    found: list[Estimate | None] = []
    for column, value in enumerate(values):
        sample = every[:, column]
        sample = sample[~np.isnan(sample)]
        if np.isnan(value):
            found.append(None)
            continue
        low, high = np.quantile(sample, (0.025, 0.975)) if len(sample) else (value, value)
        found.append(Estimate(float(value), float(low), float(high), int(counts[column])))
    return found


def _weights(count: int, resamples: int) -> Iterator[Array]:
    """Give, chunk by chunk, how often each resample draws each question."""
    for drawn in _draws(count, resamples):
        flat = drawn + (np.arange(len(drawn)) * count)[:, None]
        counted = np.bincount(flat.ravel(), minlength=len(drawn) * count)
        yield counted.reshape(len(drawn), count).astype(np.float64)


def _draws(count: int, resamples: int) -> Iterator[NDArray[np.int64]]:
    generator = np.random.default_rng(SEED)
    chunk = max(1, _DRAWS // max(1, count))
    for start in range(0, resamples, chunk):
        yield generator.integers(0, count, (min(chunk, resamples - start), count))
