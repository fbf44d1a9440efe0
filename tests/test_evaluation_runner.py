from pathlib import Path

import pytest
from evaluation_support import DOCUMENTS, WORLD, Parrot, answer, question, write_lines

from assistant.evaluation.given import Given
from assistant.evaluation.questions import QuestionSet, read_questions
from assistant.evaluation.relevance import Relevance
from assistant.evaluation.runner import ask_all, judge_all
from assistant.evaluation.systems import Answerer, Finder, Talker, system_of
from assistant.records import Answer, Hit


@pytest.fixture
def world(tmp_path: Path) -> QuestionSet:
    return read_questions(write_lines(tmp_path / "world.jsonl", WORLD))


def test_the_fake_is_what_the_protocols_ask_for() -> None:
    assert isinstance(Parrot(), Answerer)
    assert isinstance(Parrot(), Talker)
    assert isinstance(Parrot(), Finder)


def test_a_run_gives_a_row_a_question_in_order(world: QuestionSet) -> None:
    calls: list[tuple[int, int]] = []
    timed = ask_all(world, system_of(Parrot()), lambda done, total: calls.append((done, total)))
    assert [row.gold.id for row, _ in timed] == [q["id"] for q in WORLD]
    assert calls == [(n, 6) for n in range(1, 7)]
    assert all(ms is not None and ms >= 0 for _, ms in timed)
    reasons = {row.gold.id: row.reason for row, _ in timed}
    assert reasons == {
        "pay-1": "",
        "pay-2": "",
        "day-1": "found but not said",
        "no-1": "",
        "no-2": "not refused",
        "hi-1": "",
    }


def test_what_was_found_is_measured_apart(world: QuestionSet) -> None:
    rows = {row.gold.id: row for row, _ in ask_all(world, system_of(Parrot()))}
    day = rows["day-1"]
    assert day.scored.scores["recall@10"] == 1.0
    assert day.scored.scores["fact_recall"] == 0.5
    assert day.evidence_at == 1
    assert day.forbidden == ("the oven",)
    assert day.missed == (("four",),)
    assert day.passages[0].evidence and day.passages[0].text
    # A question that is answered keeps no texts, one without evidence has nothing to find.
    assert rows["pay-1"].passages and not rows["pay-1"].passages[0].text
    assert rows["no-2"].scored.scores["recall@10"] is None


def test_evidence_far_down_is_shown_too(world: QuestionSet) -> None:
    class Deep(Parrot):
        """Finds the two passages that hold evidence last, behind eight that hold none."""

        def search(self, question: str, k: int) -> tuple[Hit, ...]:
            order = (1, 1, 1, 1, 1, 1, 1, 1, 2, 3)
            return tuple(Hit(self.passages[n], 1.0, ()) for n in order)[:k]

    rows = {row.gold.id: row for row, _ in ask_all(world, system_of(Deep()))}
    assert [found.place for found in rows["day-1"].passages] == [1, 2, 3, 4, 5, 9, 10]
    assert rows["day-1"].evidence_at == 9
    assert rows["day-1"].scored.scores["recall@5"] == 0.0


def test_history_is_replayed_and_the_full_question_asked_beside(world: QuestionSet) -> None:
    parrot = Parrot()
    ask_all(world, system_of(parrot))
    at = parrot.heard.index("What does a baker do?")
    assert parrot.heard[at + 1] == "What does a baker do? And which head earns more?"
    assert parrot.heard[at + 2] == "Which head baker earns more?"


def test_a_bare_function_is_enough(world: QuestionSet) -> None:
    heard: list[str] = []

    def silent(asked: str) -> Answer:
        heard.append(asked)
        return answer("?", status="abstained")

    timed = ask_all(world, system_of(silent))
    assert [row.reason for row, _ in timed] == ["wrongly refused"] * 3 + ["", "", ""]
    assert all(row.passages == () for row, _ in timed)
    assert "What does a baker do?" not in heard


class Silent(Parrot):
    """Knows no passages of its own, so that evidence has to be searched for."""

    def __init__(self) -> None:
        super().__init__()
        self.known, self.passages = self.passages, []

    def search(self, question: str, k: int) -> tuple[Hit, ...]:
        self.passages = self.known
        try:
            return super().search(question, k)
        finally:
            self.passages = []


@pytest.mark.parametrize("make", [Parrot, Silent])
def test_relevant_passages_hold_evidence_in_gold_documents(
    tmp_path: Path, make: type[Parrot]
) -> None:
    path = write_lines(
        tmp_path / "one.jsonl",
        [question(evidence=["a *baker* earns $30,000 a year", "Bakers rise at four."])],
    )
    (gold,) = read_questions(path).questions
    parrot = make()
    relevance = Relevance(system_of(parrot), {})
    ranking = relevance.ranking(gold, parrot.search("Peru knead baker", 10))
    assert ranking is not None
    assert ranking.relevant == 1
    assert sum(ranking.holds) == 1
    assert "a baker earns $30000 a year in peru." in ranking.texts[0]


def test_answers_of_another_system_are_judged_alike(world: QuestionSet) -> None:
    answers = {"pay-1": (Given("30 thousand", "answered"), 4.0)}
    timed = judge_all(world, answers, DOCUMENTS)
    rows = {row.gold.id: (row, ms) for row, ms in timed}
    assert rows["pay-1"][0].scored.scores["fact_recall"] == 1.0
    assert rows["pay-1"][1] == 4.0
    assert rows["pay-2"][0].reason == "wrongly refused"
    assert rows["pay-2"][1] is None
    assert rows["no-1"][0].reason == ""
