import math
from dataclasses import replace
from typing import Any

import ir_measures
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ir_measures import RR, R, Success, nDCG

from assistant.evaluation.judging import Judgement, Ranking
from assistant.evaluation.measures import (
    MEASURES,
    PER_QUESTION,
    answering,
    finding,
    named,
    refusing,
)

BLANK = Judgement(
    answerable=True,
    smalltalk=False,
    refused=False,
    confidence=0.5,
    words=60,
    found=(True, False),
    covered=(True, True),
    cited=("a", "b", "c"),
    right=2,
    forbidden=(),
    uncited=(),
)
UNANSWERABLE = replace(BLANK, answerable=False, found=(), covered=(), cited=(), right=0)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.booleans(), max_size=15), st.integers(0, 5), st.sampled_from([1, 3, 5, 10]))
def test_finding_agrees_with_ir_measures(holds: list[bool], unseen: int, k: int) -> None:
    relevant = sum(holds) + unseen
    if not relevant:
        return
    qrels = [ir_measures.Qrel("q", str(n), 1) for n, good in enumerate(holds) if good]
    qrels += [ir_measures.Qrel("q", f"unseen{n}", 1) for n in range(unseen)]
    run = [ir_measures.ScoredDoc("q", str(n), -float(n)) for n in range(len(holds))]
    run = run or [ir_measures.ScoredDoc("q", "none", 0.0)]
    theirs = ir_measures.calc_aggregate([R @ k, Success @ k, RR @ k, nDCG @ k], qrels, run)
    ranking = Ranking(tuple(holds), relevant)
    assert finding.recall(ranking, k) == pytest.approx(theirs[R @ k])
    assert finding.success(ranking, k) == pytest.approx(theirs[Success @ k])
    assert finding.reciprocal_rank(ranking, k) == pytest.approx(theirs[RR @ k])
    assert finding.ndcg(ranking, k) == pytest.approx(theirs[nDCG @ k])


@pytest.mark.parametrize(
    ("name", "changes", "value"),
    [
        ("fact_recall", {}, 0.5),
        ("fact_recall", {"answerable": False}, None),
        ("full", {}, 0.0),
        ("full", {"found": (True, True)}, 1.0),
        ("concise", {"words": 120}, 0.5),
        ("concise", {"words": 240}, 0.25),
        ("concise", {"words": 0, "found": (False, False)}, 0.0),
        ("words", {}, 60.0),
        ("words", {"refused": True}, None),
        ("citation_precision", {}, 2 / 3),
        ("citation_precision", {"cited": (), "right": 0}, None),
        ("citation_precision", {"answerable": False}, None),
        ("citation_coverage", {}, 1.0),
        ("citation_coverage", {"covered": (False, True)}, 0.5),
        ("uncited", {"uncited": ("a", "b")}, 2.0),
        ("uncited", {"refused": True}, None),
        ("forbidden", {"forbidden": ("x", "y")}, 2.0),
        ("status_right", {}, None),
        ("status_right", {"status_right": False}, 0.0),
        ("refusal_precision", {}, None),
        ("refusal_precision", {"refused": True}, 0.0),
        ("refusal_precision", {"refused": True, "answerable": False}, 1.0),
        ("refusal_precision", {"refused": True, "smalltalk": True, "answerable": False}, None),
        ("refusal_recall", {}, None),
        ("refusal_recall", {"answerable": False}, 0.0),
        ("refusal_recall", {"answerable": False, "refused": True}, 1.0),
        ("refusal_recall", {"answerable": False, "smalltalk": True}, None),
        ("wrong_refusals", {}, 0.0),
        ("wrong_refusals", {"refused": True}, 1.0),
        ("wrong_refusals", {"answerable": False, "refused": True}, None),
        ("corrected", {"corrected": True}, 1.0),
        ("corrected", {}, None),
        ("followup", {}, None),
        ("followup", {"in_full": 1.0}, 0.5),
        ("followup", {"in_full": 1.0, "answerable": False, "refused": True}, 1.0),
        ("followup_in_full", {"in_full": 1.0}, 1.0),
        ("followup_loss", {"in_full": 1.0}, 0.5),
        ("followup_loss", {}, None),
        ("recall@1", {}, None),
        ("recall@1", {"ranking": Ranking((), 0)}, None),
        ("recall@3", {"ranking": Ranking((True, False, True, True), 4)}, 0.5),
        ("mrr@10", {"ranking": Ranking((False, False, True), 4)}, 1 / 3),
        ("ndcg@10", {"ranking": Ranking((False, True), 1)}, 1 / math.log2(3)),
    ],
)
def test_measures_of_a_question(name: str, changes: dict[str, Any], value: float | None) -> None:
    found = PER_QUESTION[name](replace(BLANK, **changes))
    assert found == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("answerable", "refused", "share"),
    [
        (True, False, (0, 0)),
        (True, True, (0, 1)),
        (False, False, (0, 1)),
        (False, True, (2, 2)),
    ],
)
def test_f1_shares(answerable: bool, refused: bool, share: tuple[float, float]) -> None:
    assert refusing.refusal_f1(answerable, refused) == share


@pytest.mark.parametrize(
    ("confidences", "risks", "area"),
    [
        ([], [], None),
        ([0.5], [1.0], 1.0),
        ([0.9, 0.1], [0.0, 1.0], 0.25),
        ([0.1, 0.9], [0.0, 1.0], 0.75),
        # Equal confidences: whichever comes first, each has the mean risk.
        ([0.5, 0.5], [0.0, 1.0], 0.5),
        ([0.9, 0.5, 0.5], [0.0, 1.0, 0.0], (0 + 0.25 + 1 / 3) / 3),
    ],
)
def test_area_under_the_risk_coverage_curve(
    confidences: list[float], risks: list[float], area: float | None
) -> None:
    found = refusing.aurc(confidences, risks)
    assert found == (None if area is None else pytest.approx(area))


POINTS = st.lists(st.tuples(st.sampled_from([0.1, 0.5, 0.9]), st.floats(0, 1)), min_size=1)


@given(POINTS, st.randoms())
def test_no_order_among_equals_matters(points: list[tuple[float, float]], random: Any) -> None:
    shuffled = random.sample(points, len(points))
    one = refusing.aurc([c for c, _ in points], [r for _, r in points])
    two = refusing.aurc([c for c, _ in shuffled], [r for _, r in shuffled])
    assert one == pytest.approx(two)
    curve = refusing.risk_coverage([c for c, _ in points], [r for _, r in points])
    assert curve[-1][0] == 1
    assert curve[-1][1] == pytest.approx(sum(r for _, r in points) / len(points))


def test_every_measure_is_defined_beside_its_rival_with_its_source() -> None:
    assert len({m.name for m in MEASURES}) == len(MEASURES) == len(PER_QUESTION) + 2
    for measure in MEASURES:
        assert measure.definition and measure.rival and measure.source, measure.name
        assert "Rival:" not in measure.definition and ">>>" not in measure.source
        assert named(measure.name) is measure
    assert named("beauty") is None


@given(st.integers(0, 3), st.integers(0, 3), st.integers(0, 400))
def test_concise_never_exceeds_recall(said: int, unsaid: int, words: int) -> None:
    if not said + unsaid:
        return
    judgement = replace(BLANK, found=(True,) * said + (False,) * unsaid, words=words)
    concise, recall = answering.concise(judgement), answering.fact_recall(judgement)
    assert concise is not None and recall is not None
    assert 0 <= concise <= recall <= 1
