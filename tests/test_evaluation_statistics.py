import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.evaluation import statistics
from assistant.evaluation.measures.refusing import aurc, shared_risks
from assistant.evaluation.statistics import (
    Estimate,
    Tallies,
    curve_estimate,
    differences,
    estimates,
)


def tallies(values: list[float], asked: list[float] | None = None) -> Tallies:
    above = np.array(values, dtype=float)[:, None]
    return Tallies(above, np.ones_like(above) if asked is None else np.array(asked)[:, None])


def only(found: list[Estimate | None]) -> Estimate:
    (estimate,) = found
    assert estimate is not None
    return estimate


def test_a_mean_with_its_interval() -> None:
    found = only(estimates(tallies([0.0] * 50 + [1.0] * 50)))
    assert found.value == 0.5
    # The normal interval of a share of one half over 100: 0.5 ± 1.96 × 0.05.
    assert found.low == pytest.approx(0.402, abs=0.015)
    assert found.high == pytest.approx(0.598, abs=0.015)
    assert found.questions == 100


def test_questions_to_which_a_measure_does_not_apply_are_left_out() -> None:
    found = only(estimates(tallies([1.0, 0.0, 1.0], [1.0, 0.0, 1.0])))
    assert (found.value, found.low, found.high, found.questions) == (1.0, 1.0, 1.0, 2)
    assert estimates(tallies([0.0], [0.0])) == [None]


def test_a_ratio_of_sums_is_no_mean_of_ratios() -> None:
    found = only(estimates(tallies([2.0, 0.0, 0.0], [2.0, 1.0, 1.0])))
    assert found.value == 0.5


def test_a_constant_difference_is_certain_and_pairing_shows_it() -> None:
    old = tallies([0.0, 0.3, 0.6, 0.9])
    new = tallies([0.1, 0.4, 0.7, 1.0])
    found = only(differences(new, old))
    assert found.low == pytest.approx(0.1)
    assert found.high == pytest.approx(0.1)
    assert only(estimates(new)).low < only(estimates(new)).value - 0.1


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_the_interval_holds_the_value_of_a_mean_and_stays_in_range(values: list[float]) -> None:
    found = only(estimates(tallies(values), resamples=300))
    assert found.value == pytest.approx(np.mean(values))
    assert min(values) - 1e-9 <= found.low <= found.high <= max(values) + 1e-9


def test_chunks_do_not_change_the_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    values = tallies([float(n % 7) for n in range(40)])
    whole = estimates(values)
    monkeypatch.setattr(statistics, "_DRAWS", 100)
    assert estimates(values) == whole


@given(
    st.lists(st.tuples(st.sampled_from([0.2, 0.4, 0.8]), st.floats(0, 1)), min_size=1, max_size=20)
)
@settings(max_examples=30, deadline=None)
def test_the_curve_has_the_measure_s_area(points: list[tuple[float, float]]) -> None:
    confidences, risks = [c for c, _ in points], [r for _, r in points]
    shared = shared_risks(confidences, risks)
    order = sorted(range(len(points)), key=lambda n: -confidences[n])
    found = curve_estimate(np.array([shared[n] for n in order]), resamples=50)
    assert found is not None
    assert found.value == pytest.approx(aurc(confidences, risks))
    assert found.questions == len(points)


def test_no_answers_no_curve() -> None:
    assert curve_estimate(np.array([])) is None


def test_estimates_as_data_have_six_digits_and_no_negative_zero() -> None:
    plain = Estimate(-0.0000001, 1 / 3, 1.0, 3).to_dict()
    assert plain == {"value": 0.0, "low": 0.333333, "high": 1.0, "questions": 3}
    assert str(plain["value"]) == "0.0"
