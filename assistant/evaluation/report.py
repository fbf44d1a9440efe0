"""The report: what an evaluation found, as records and as plain data for ``report.json``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import QuestionSetError
from .aggregates import OVERALL, Aggregates, Figures
from .judging import REASONS
from .measures import MEASURES
from .rows import Row, Scored
from .statistics import RESAMPLES, SEED, Estimate

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Rival:
    """Another system or an earlier report on the same questions, and our difference to it."""

    name: str
    aggregates: Aggregates
    differences: Mapping[str, Estimate]
    milliseconds: float | None = None


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds of the questions that were timed: the answer alone, history not counted."""

    per_question: Mapping[str, float] = field(default_factory=dict)

    def to_dict(self, with_questions: bool) -> dict[str, Any]:
        """Give mean, median, 95th percentile and maximum, and each question's if wanted."""
        ordered = sorted(self.per_question.values())
        count = len(ordered)
        summed: dict[str, Any] = {"questions": count}
        if count:
            summed["mean"] = round(sum(ordered) / count, 3)
            summed["median"] = round(ordered[count // 2], 3)
            summed["p95"] = round(ordered[min(count - 1, int(count * 0.95))], 3)
            summed["max"] = round(ordered[-1], 3)
        each = {name: round(value, 3) for name, value in self.per_question.items()}
        return {"milliseconds": summed, **({"per_question": each} if with_questions else {})}

    @property
    def mean(self) -> float | None:
        """Give the mean, None when nothing was timed."""
        times = self.per_question.values()
        return sum(times) / len(times) if times else None


@dataclass(frozen=True, slots=True)
class Report:
    """What an evaluation found.

    ``origin`` says what was evaluated: question set, corpus, commit, versions.
    ``system`` names what answered.
    """

    system: str
    origin: Mapping[str, Any]
    aggregates: Aggregates
    rows: tuple[Row, ...]
    timings: Timings
    rivals: tuple[Rival, ...] = ()
    resamples: int = RESAMPLES

    @property
    def overall(self) -> Figures:
        """Give the figures over all questions."""
        return self.aggregates[OVERALL][OVERALL]

    @property
    def reasons(self) -> dict[str, int]:
        """Count the failures by reason, the gravest first."""
        counts = Counter(row.reason for row in self.rows)
        return {reason: counts[reason] for reason in REASONS if counts[reason]}

    def to_dict(self, aggregates_only: bool = False) -> dict[str, Any]:
        """Give the report as plain data; all that changes from run to run is under ``timings``."""
        plain: dict[str, Any] = {"format": FORMAT, "system": self.system, **self.origin}
        plain["bootstrap"] = {"resamples": self.resamples, "seed": SEED, "interval": 0.95}
        plain["measures"] = {m.name: _measure(m) for m in MEASURES}
        plain["aggregates"] = _plain(self.aggregates)
        plain["failures"] = self.reasons
        plain["rivals"] = [
            {
                "name": rival.name,
                "aggregates": _plain(rival.aggregates),
                "differences": {n: e.to_dict() for n, e in rival.differences.items()},
            }
            for rival in self.rivals
        ]
        if not aggregates_only:
            plain["rows"] = [row.to_dict() for row in self.rows]
        plain["timings"] = {
            **self.timings.to_dict(not aggregates_only),
            "rivals": {rival.name: _milliseconds(rival.milliseconds) for rival in self.rivals},
        }
        return plain

    def to_json(self, aggregates_only: bool = False) -> str:
        """Give the text of ``report.json``."""
        plain = self.to_dict(aggregates_only)
        return json.dumps(plain, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _measure(measure: Any) -> dict[str, Any]:
    return {
        "title": measure.title,
        "higher_is_better": measure.higher,
        "definition": measure.definition,
        "rival": measure.rival,
        "source": measure.source,
    }


def _plain(aggregates: Aggregates) -> dict[str, Any]:
    return {
        grouping: {
            group: {name: estimate.to_dict() for name, estimate in figures.items()}
            for group, figures in groups.items()
        }
        for grouping, groups in aggregates.items()
    }


def _milliseconds(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier report as far as a later one is compared with it."""

    name: str
    aggregates: Aggregates
    scored: tuple[Scored, ...]


def read_report(path: Path) -> Earlier:
    """Read a ``report.json`` to compare with.

    Raises QuestionSetError when it is missing, malformed or was written without rows.
    """
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise QuestionSetError(f"The baseline {path} cannot be read: {reason}.") from error
    except (ValueError, RecursionError) as error:
        raise QuestionSetError(f"The baseline {path.name} is not valid JSON.") from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise QuestionSetError(
            f"The baseline {path.name} is no report of this version; evaluate it anew."
        )
    if "rows" not in plain:
        raise QuestionSetError(
            f"The baseline {path.name} was written with aggregates only, "
            "and pairing needs its rows; evaluate it anew with rows."
        )
    try:
        scored = tuple(_scored(row) for row in plain["rows"])
        return Earlier(f"{plain['system']} ({path.name})", _estimates(plain["aggregates"]), scored)
    except (KeyError, TypeError, AttributeError) as error:
        raise QuestionSetError(f"The baseline {path.name} is damaged; evaluate it anew.") from error


def _scored(row: Mapping[str, Any]) -> Scored:
    return Scored(
        id=row["id"],
        answerable=row["answerable"],
        smalltalk=row["kind"] == "smalltalk",
        refused=row["refused"],
        confidence=row["confidence"],
        scores=dict(row["scores"]),
    )


def _estimates(plain: Mapping[str, Any]) -> Aggregates:
    return {
        grouping: {
            group: {name: Estimate(**values) for name, values in figures.items()}
            for group, figures in groups.items()
        }
        for grouping, groups in plain.items()
    }


def failing(rows: Sequence[Row]) -> list[Row]:
    """Give the rows that fail, the gravest reasons first, else in the question set's order."""
    order = {reason: place for place, reason in enumerate(REASONS)}
    return sorted((row for row in rows if row.reason), key=lambda row: order[row.reason])
