"""The gate: figures that must not fall below what was once reached.

A floor names a measure (``fact_recall``), or a measure of one category, wording, kind or
split (``salary.fact_recall``, ``near-miss.refusal_recall``). Of measures where less is
better, such as ``wrong_refusals``, the value is a ceiling.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import QuestionSetError
from .aggregates import Figures
from .measures import MEASURES, Measure, named
from .report import Report

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def check_floors(report: Report, floors: Mapping[str, float]) -> list[str]:
    """List the floors that the report falls below, a sentence each; none: it passes.

    Raises QuestionSetError for a floor that names no measure or no group of the report.
    """
    breaches = []
    for name, floor in floors.items():
        group, _, measure_name = name.rpartition(".")
        measure = measured_by(name)
        figures = _group(report, group) if group else report.overall
        estimate = figures.get(measure_name)
        if estimate is None:
            breaches.append(f"{name} has no value: no question of the set measures it.")
        elif _falls_short(measure, estimate.value, floor):
            side = "below the floor" if measure.higher else "above the ceiling"
            breaches.append(f"{name} is {estimate.value:.4f}, {side} of {floor:g}.")
    return breaches


def _falls_short(measure: Measure, value: float, floor: float) -> bool:
    """Compare as reports round, so that a floor copied from a report is met."""
    value, floor = round(value, 6), round(floor, 6)
    return value < floor if measure.higher else value > floor


def measured_by(floor: str) -> Measure:
    """Give the measure that a floor names; raises QuestionSetError when there is none."""
    name = floor.rpartition(".")[2]
    measure = named(name)
    if measure is None:
        known = ", ".join(m.name for m in MEASURES)
        raise QuestionSetError(f"There is no measure '{name}'; the measures are {known}.")
    return measure


def _group(report: Report, name: str) -> Figures:
    for groups in report.aggregates.values():
        if name in groups:
            return groups[name]
    known = ", ".join(dict.fromkeys(g for groups in report.aggregates.values() for g in groups))
    raise QuestionSetError(f"The report has no group '{name}'; its groups are {known}.")


def parse_floor(text: str) -> tuple[str, float]:
    """Read ``metric=value`` as the command line takes it.

    Raises QuestionSetError for an unknown measure and a value that is no number.
    """
    name, sign, value = text.partition("=")
    try:
        floor = float(value)
    except ValueError:
        floor = float("nan")
    if not sign or floor != floor:
        raise QuestionSetError(f"'{text}' is no floor; write metric=value, as fact_recall=0.6.")
    measured_by(name.strip())
    return name.strip(), floor


def read_floors(path: Path, question_set: str) -> dict[str, float]:
    """Read the floors of one question set from a TOML file; empty when it sets none.

    Each table is named as the question set's file without its ending::

        [sources-dev]
        fact_recall = 0.6
        salary.fact_recall = 0.7

    Raises QuestionSetError when the file is missing or malformed, or a value is no number.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise QuestionSetError(f"The floors {path} cannot be read: {reason}.") from error
    except ValueError as error:
        raise QuestionSetError(f"The floors {path.name} are not valid TOML: {error}.") from error
    floors = _flat(tables.get(question_set, {}), "", path)
    for name in floors:
        measured_by(name)
    return floors


def _flat(table: Any, above: str, path: Path) -> dict[str, float]:
    if isinstance(table, dict):
        flat: dict[str, float] = {}
        for key, value in table.items():
            flat.update(_flat(value, f"{above}.{key}" if above else key, path))
        return flat
    if isinstance(table, bool) or not isinstance(table, (int, float)):
        raise QuestionSetError(f"{path.name}: the floor '{above}' must be a number.")
    return {above: float(table)}
