"""The report as a table for a terminal: text only, nothing is printed here."""

from __future__ import annotations

from collections.abc import Sequence

from .aggregates import Figures
from .measures import named
from .report import Report
from .statistics import Estimate

# Title and measure of each column; three digits fit all but the words.
COLUMNS = (
    ("facts", "fact_recall"),
    ("full", "full"),
    ("concise", "concise"),
    ("cit.prec", "citation_precision"),
    ("cit.cov", "citation_coverage"),
    ("ref.F1", "refusal_f1"),
    ("wrong.ref", "wrong_refusals"),
    ("rec@5", "recall@5"),
    ("mrr", "mrr@10"),
    ("forbid", "forbidden"),
    ("words", "words"),
)


def terminal_text(report: Report) -> str:
    """Lay the report out: the table of groups, main figures with intervals, failures, rivals."""
    parts = [_title(report), _table(report), _intervals(report), _failures(report)]
    parts += [_rivals(report)] if report.rivals else []
    return "\n\n".join(part for part in parts if part) + "\n"


def commit_words(commit: str | None, dirty: bool | None, length: int = 40) -> str:
    """Name the commit of the code that was run, and say whether the code differed from it."""
    if commit is None:
        return "none"
    return commit[:length] + (", with uncommitted changes" if dirty else "")


def _title(report: Report) -> str:
    name = inert(report.origin["question_set"]["name"])
    timing = report.timings.mean
    split = report.origin["question_set"]["split"]
    half = f" ({split})" if split else ""
    took = "" if timing is None else f", {timing:.1f} ms a question"
    return f"{inert(report.system)} on {name}{half}: {len(report.rows)} questions{took}"


def _table(report: Report) -> str:
    lines = [("", "n", *(title for title, _ in COLUMNS))]
    for grouping in ("overall", "wording", "category", "kind"):
        counts = sizes(report, grouping)
        for group, figures in report.aggregates[grouping].items():
            lines.append((inert(group), str(counts[group]), *_cells(figures)))
    return _aligned(lines)


def sizes(report: Report, grouping: str) -> dict[str, int]:
    """Count the questions of each group of a grouping."""
    sizes: dict[str, int] = {}
    for row in report.rows:
        group = "overall" if grouping == "overall" else str(getattr(row.gold, grouping))
        sizes[group] = sizes.get(group, 0) + 1
    return sizes


def _cells(figures: Figures) -> list[str]:
    return [number(figures.get(name), name) for _, name in COLUMNS]


def inert(text: str) -> str:
    r"""Make a name harmless for a terminal, which would obey control characters.

    >>> inert("\x1b[2Jpay")
    '�[2Jpay'
    """
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def number(estimate: Estimate | None, name: str) -> str:
    """Write a value: words whole, all else to three digits, a dot where there is none."""
    if estimate is None:
        return "·"
    return f"{estimate.value:.0f}" if name == "words" else f"{estimate.value:.3f}"


def _intervals(report: Report) -> str:
    lines = [("measure", "value", "95 % interval", "n")]
    for name, estimate in report.overall.items():
        measure = named(name)
        title = measure.title if measure else name
        interval = f"{estimate.low:.3f} – {estimate.high:.3f}"
        lines.append((title, f"{estimate.value:.3f}", interval, str(estimate.questions)))
    return _aligned(lines)


def _failures(report: Report) -> str:
    if not report.reasons:
        return "No question fails."
    return "Failures: " + ", ".join(f"{n} {reason}" for reason, n in report.reasons.items())


def _rivals(report: Report) -> str:
    lines = [("against", *(title for title, _ in COLUMNS))]
    for rival in report.rivals:
        lines.append((inert(rival.name), *_cells(rival.aggregates["overall"]["overall"])))
        lines.append(("  difference", *(_signed(rival.differences.get(n)) for _, n in COLUMNS)))
        lines.append(("  95 % low", *(_bound(rival.differences.get(n), -1) for _, n in COLUMNS)))
        lines.append(("  95 % high", *(_bound(rival.differences.get(n), 1) for _, n in COLUMNS)))
    return _aligned(lines)


def _signed(estimate: Estimate | None) -> str:
    return "·" if estimate is None else f"{estimate.value:+.3f}"


def _bound(estimate: Estimate | None, side: int) -> str:
    if estimate is None:
        return "·"
    return f"{estimate.low if side < 0 else estimate.high:+.3f}"


def _aligned(lines: Sequence[Sequence[str]]) -> str:
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    laid = (
        "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )
    return "\n".join(line.rstrip() for line in laid)
