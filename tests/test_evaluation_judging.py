from typing import Any

import pytest
from evaluation_support import question, unanswerable

from assistant.evaluation.given import Cited, Given
from assistant.evaluation.judging import REASONS, Ranking, failure, judge, rightness
from assistant.evaluation.questions import GoldQuestion

PAY = Cited("pay.md", "$30,000", "A baker earns $30,000 a year.")
DAY = Cited("day.md", "four", "Bakers rise at four.")


def gold(plain: dict[str, Any]) -> GoldQuestion:
    tupled = {
        "gold_facts": tuple(tuple(fact) for fact in plain["gold_facts"]),
        **{
            k: tuple(plain[k])
            for k in ("gold_docs", "evidence", "forbidden", "correction")
            if k in plain
        },
    }
    return GoldQuestion(**{**plain, **tupled})


def given(text: str, *cited: Cited, status: str = "answered", **more: Any) -> Given:
    return Given(text, status, cited, **more)


TWO_FACTS = gold(question(gold_facts=[["$30,000", "30 thousand"], ["Peru"]], forbidden=["cookies"]))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It pays **$30,000** in Peru.", (True, True)),
        ("30 thousand", (True, False)),
        ("nothing", (False, False)),
    ],
)
def test_facts_found(text: str, found: tuple[bool, ...]) -> None:
    assert judge(TWO_FACTS, given(text), {}).found == found


def test_facts_covered_by_cited_passages_and_quotes() -> None:
    assert judge(TWO_FACTS, given("", PAY), {}).covered == (True, False)
    assert judge(TWO_FACTS, given("", Cited("pay.md", "in Peru")), {}).covered == (False, True)


@pytest.mark.parametrize("status", ["abstained", "clarify"])
def test_a_refusal_states_nothing(status: str) -> None:
    judgement = judge(TWO_FACTS, given("$30,000 in Peru", PAY, status=status), {})
    assert judgement.found == judgement.covered == (False, False)
    assert judgement.refused


def test_cited_documents_count_once_and_duplicates_are_one() -> None:
    judgement = judge(TWO_FACTS, given("", PAY, PAY, DAY, Cited("copy.md")), {"copy.md": "pay.md"})
    assert judgement.cited == ("day.md", "pay.md")
    assert judgement.right == 1


@pytest.mark.parametrize(
    ("statement", "uncited"),
    [
        ("In short:", ()),
        ("They earn 30 thousand.", ("They earn 30 thousand.",)),
        ("It takes 7 years.", ("It takes 7 years.",)),
        ("Of the 5 you ask for:", ()),
    ],
)
def test_uncited_statements_carry_a_fact_or_a_figure(
    statement: str, uncited: tuple[str, ...]
) -> None:
    asked = gold(question(question="Tell me 5 things"))
    assert judge(asked, given("x", uncited=(statement,)), {}).uncited == uncited


def test_a_refusal_has_no_uncited_statements() -> None:
    said = given("x", status="abstained", uncited=("They earn 7.",))
    assert judge(TWO_FACTS, said, {}).uncited == ()


def test_corrections_and_expected_statuses() -> None:
    false = gold(unanswerable(correction=["Peru"], status="abstained"))
    judgement = judge(false, given("No: in Peru.", status="abstained"), {})
    assert (judgement.corrected, judgement.status_right) == (True, True)
    judgement = judge(false, given("Yes."), {})
    assert (judgement.corrected, judgement.status_right) == (False, False)
    judgement = judge(TWO_FACTS, given("Yes."), {})
    assert (judgement.corrected, judgement.status_right) == (None, None)


ALL = "$30,000 in Peru"
SEEN = Ranking((False, True), 1, ("a baker earns $30000 in peru",))
UNSEEN = Ranking((False, False), 1)
OTHER = Ranking((True,), 2, ("another evidence",))


@pytest.mark.parametrize(
    ("asked", "said", "ranking", "reason"),
    [
        (TWO_FACTS, given(ALL, PAY), SEEN, ""),
        (TWO_FACTS, given(ALL, PAY, status="partial"), UNSEEN, ""),
        (TWO_FACTS, given("$30,000", PAY), SEEN, "found but not said"),
        (TWO_FACTS, given("$30,000", PAY), UNSEEN, "not found"),
        (TWO_FACTS, given("$30,000", PAY), OTHER, "not found"),
        (TWO_FACTS, given("$30,000", PAY), None, "not said"),
        (TWO_FACTS, given("$30,000", PAY), Ranking((), 0), "not said"),
        (TWO_FACTS, given(ALL, status="abstained"), SEEN, "wrongly refused"),
        (TWO_FACTS, given(ALL, status="clarify"), SEEN, "wrongly refused"),
        (TWO_FACTS, given(ALL, PAY, DAY), SEEN, "wrong citation"),
        (TWO_FACTS, given(ALL), SEEN, "wrong citation"),
        (TWO_FACTS, given(ALL + " and cookies", PAY), SEEN, "forbidden"),
        (gold(question(status="partial")), given(ALL, PAY), SEEN, "wrong status"),
        (gold(unanswerable()), given("No.", status="abstained"), None, ""),
        (gold(unanswerable()), given("Which?", status="clarify"), None, ""),
        (gold(unanswerable()), given("Yes."), None, "not refused"),
        (gold(unanswerable()), given("Hi.", status="smalltalk"), None, "not refused"),
        (gold(unanswerable(kind="smalltalk")), given("Hi.", status="smalltalk"), None, ""),
        (gold(unanswerable(kind="smalltalk")), given("Hi.", PAY), None, "wrong citation"),
    ],
)
def test_why_an_answer_fails(
    asked: GoldQuestion, said: Given, ranking: Ranking | None, reason: str
) -> None:
    assert failure(asked, judge(asked, said, {}, ranking)) == reason
    assert reason in ("", *REASONS)


@pytest.mark.parametrize(
    ("asked", "said", "right"),
    [
        (TWO_FACTS, given("Peru"), 0.5),
        (TWO_FACTS, given("Peru", status="abstained"), 0.0),
        (gold(unanswerable()), given("", status="abstained"), 1.0),
        (gold(unanswerable()), given("x"), 0.0),
        (gold(unanswerable(kind="smalltalk")), given("x"), 1.0),
    ],
)
def test_rightness(asked: GoldQuestion, said: Given, right: float) -> None:
    assert rightness(asked, said) == right
