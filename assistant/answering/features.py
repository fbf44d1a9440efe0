"""How a unit fits a question, in numbers, and the score that orders units."""

from __future__ import annotations

from dataclasses import dataclass
from operator import mul
from typing import NamedTuple

from .views import View

# How much of what a unit does not cover it is taken to cover where it is as alike as can be.
OPEN = 0.3
# What it counts that the question is one which is noted beside the unit.
PHRASED = 2.0


class Features(NamedTuple):
    """How a unit fits a question, each between -1 and 1.

    ``own`` is the share of the question's weight that the unit holds in any wording,
    ``literal`` in the question's own words, ``context`` what its surroundings add to that.
    ``section`` and ``sign`` tell whether what stands above it and its own words are about
    the facet asked for, ``rank`` how well its passage fits, ``subject`` whether it is about
    whom is asked, ``wanted`` whether it holds the kind of thing wanted.
    ``item``, ``replies``, ``brief`` and ``about_source`` tell what kind of unit it is,
    ``leads`` whether it opens with whom is asked about.
    """

    own: float
    literal: float
    context: float
    section: float
    sign: float
    rank: float
    subject: float
    wanted: float
    item: float
    replies: float
    brief: float
    about_source: float
    leads: float


# Fitted on the development questions by benchmarks/fit.py, rounded, and kept where the whole
# answers gained; what speaks of its source is pressed down beyond what was fitted.
WEIGHTS = Features(1.0, 0.35, 0.8, 0.22, 0.15, 1.0, 0.3, 0.28, 0.12, -0.15, -0.2, -0.8, 0.1)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A unit, how it fits the question, and the score that orders units.

    ``alike`` tells how far the two share their words as they stand, 0 to 1; ``phrased`` how far
    the question is one that is noted beside the unit.
    """

    view: View
    features: Features
    alike: float = 0.0
    phrased: float = 0.0

    @property
    def score(self) -> float:
        """Give the weighted sum of the features."""
        return float(sum(map(mul, WEIGHTS, self.features))) + PHRASED * self.phrased

    @property
    def held(self) -> float:
        """Give the share of the question that the unit and its surroundings hold, 0 to 1."""
        return self.features.own + self.features.context

    @property
    def coverage(self) -> float:
        """Give how much of the question the unit is taken to cover, 0 to 1.

        Of what it does not hold, a part counts where it is alike in its words; a question that
        is noted beside it is covered as far as the two are alike.
        """
        return max(self.held + OPEN * self.alike * (1 - min(self.held, 1.0)), self.phrased)

    @property
    def facet(self) -> float:
        """Tell how far the unit is about the facet asked for, 0 to 1."""
        return max(self.features.section, 0.6 * self.features.sign)
