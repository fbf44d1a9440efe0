"""How long an answer takes, against plain BM25 asked the same questions in the same run."""

from __future__ import annotations

import json
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rank_bm25 import BM25Okapi

from assistant import Assistant

HERE = Path(__file__).parent
SETS = HERE.parent / "tests" / "questions"
SEED = 20_240_501


@dataclass(frozen=True, slots=True)
class Asking:
    """Milliseconds of an answer, the first one apart, and of plain BM25."""

    first: float
    p50: float
    p99: float
    naive_p50: float

    @property
    def ratio(self) -> float:
        """Give how many times as long an answer takes as plain BM25's three best passages."""
        return self.p50 / self.naive_p50


def questions(limit: int | None = None, drawn: int = 60) -> list[str]:
    """Give the questions of ``questions.txt`` and some drawn from the question sets."""
    own = [q for q in (HERE / "questions.txt").read_text(encoding="utf-8").splitlines() if q]
    held = [
        str(json.loads(line)["question"])
        for path in sorted(SETS.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    chosen = random.Random(SEED).sample(held, min(drawn, len(held)))
    return (own + chosen)[:limit]


def measure(asked: Sequence[str], rounds: int) -> Asking:
    """Time every question some rounds long, with a new assistant over the shipped documents."""
    assistant = Assistant.from_folder()
    first = _milliseconds(assistant.ask, asked[0])
    ours = [_milliseconds(assistant.ask, q) for _ in range(rounds) for q in asked]
    texts = [passage.text for passage in assistant.passages]
    ranking = BM25Okapi([text.split() for text in texts])

    def naive(question: str) -> object:
        return ranking.get_top_n(question.split(), texts, n=3)

    theirs = [_milliseconds(naive, q) for _ in range(rounds) for q in asked]
    return Asking(first, statistics.median(ours), percentile(ours, 0.99), statistics.median(theirs))


def percentile(values: Sequence[float], share: float) -> float:
    """Give the smallest value that at least this share of the values does not exceed.

    >>> percentile([4, 1, 3, 2], 0.5)
    2
    """
    ordered = sorted(values)
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]


def _milliseconds(ask: Callable[[str], object], question: str) -> float:
    started = time.perf_counter()
    ask(question)
    return (time.perf_counter() - started) * 1000
