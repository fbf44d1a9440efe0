"""The run: ask every question, judge each answer, keep a small row of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ..records import Document
from .given import Given, given_by
from .judging import Ranking, judge, rightness
from .questions import GoldQuestion, QuestionSet
from .relevance import Relevance
from .rows import DEPTH, Row, Sought, row_of
from .systems import System

Progress = Callable[[int, int], None]
# A row with the milliseconds of its answer, None where nothing was timed.
Timed = tuple[Row, float | None]

# How deep evidence is looked for that is not among those: to be shown, never measured.
DEEP = 100


def ask_all(
    question_set: QuestionSet, system: System, progress: Progress | None = None
) -> list[Timed]:
    """Ask a system every question of a set and judge its answers, in the set's order."""
    asking = _Asking(system, Relevance(system, duplicates(system.documents)))
    return _counted(
        (asking.row(gold) for gold in question_set.questions), len(question_set.questions), progress
    )


def judge_all(
    question_set: QuestionSet,
    answers: Mapping[str, tuple[Given, float | None]],
    documents: Mapping[str, Document],
    progress: Progress | None = None,
) -> list[Timed]:
    """Judge the answers of another system; a question without one counts as refused."""
    same = duplicates(documents)
    missing: tuple[Given, float | None] = (Given("", "abstained"), None)

    def row(gold: GoldQuestion) -> Timed:
        given, milliseconds = answers.get(gold.id, missing)
        return row_of(gold, given, judge(gold, given, same), same), milliseconds

    return _counted(
        (row(gold) for gold in question_set.questions), len(question_set.questions), progress
    )


def duplicates(documents: Mapping[str, Document]) -> dict[str, str]:
    """Map the ids of files that held the same text to the document that stands for them."""
    return {other: d.id for d in documents.values() for other in d.same_as}


def _counted(rows: Iterable[Timed], total: int, progress: Progress | None) -> list[Timed]:
    done: list[Timed] = []
    for row in rows:
        done.append(row)
        if progress is not None:
            progress(len(done), total)
    return done


@dataclass(frozen=True, slots=True)
class _Asking:
    system: System
    relevance: Relevance

    def row(self, gold: GoldQuestion) -> Timed:
        """Ask one question; the answer itself is not kept."""
        reply = self.system.reply(gold.question, gold.history)
        started = time.perf_counter()
        answer = reply()
        milliseconds = (time.perf_counter() - started) * 1000
        given = given_by(answer)
        sought, ranking = self._sought(gold, given.understood)
        same = self.relevance.same
        judgement = judge(gold, given, same, ranking, self._in_full(gold))
        return row_of(gold, given, judgement, same, sought), milliseconds

    def _sought(self, gold: GoldQuestion, query: str) -> tuple[Sought, Ranking | None]:
        """Search for a question; deeper for the row than for the measures where need be."""
        search = self.system.search
        if search is None:
            return Sought(), None
        hits = tuple(search(query, DEPTH))
        ranking = self.relevance.ranking(gold, hits)
        if ranking is None:
            return Sought(hits, (False,) * len(hits)), None
        if any(ranking.holds) or not ranking.relevant:
            return Sought(hits, ranking.holds), ranking
        deeper = tuple(search(query, DEEP))
        further = self.relevance.ranking(gold, deeper)
        return Sought(deeper, further.holds if further else ()), ranking

    def _in_full(self, gold: GoldQuestion) -> float | None:
        if not gold.standalone:
            return None
        return rightness(gold, given_by(self.system.ask(gold.standalone)))
