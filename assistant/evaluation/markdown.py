"""The report as Markdown: figures, comparisons, failing questions and definitions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .backing import evidence_words
from .measures import MEASURES, named
from .report import Report, Rival, failing
from .rows import Row
from .statistics import Estimate
from .terminal import COLUMNS, commit_words, number, sizes

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>()#+.!|~$^-])")


def markdown_text(report: Report, aggregates_only: bool = False) -> str:
    """Give the text of ``report.md``; without the failing questions if aggregates only."""
    parts = [_head(report), _groups(report), _figures(report), _reasons(report)]
    parts += [_rival(rival) for rival in report.rivals]
    if not aggregates_only:
        parts.append(_failures(failing(report.rows)))
    return "\n\n".join(part for part in (*parts, _definitions()) if part) + "\n"


def escaped(text: str) -> str:
    r"""Put a text on one line with every character of Markdown's escaped.

    >>> print(escaped("a|b <script>"))
    a\|b \<script\>
    """
    return _ACTIVE.sub(r"\\\1", " ".join(text.split()))


def _head(report: Report) -> str:
    origin = report.origin
    lines = [
        f"# Evaluation of {escaped(report.system)} on {escaped(origin['question_set']['name'])}",
        "",
        f"- Split: {origin['question_set']['split'] or 'all'}",
        f"- Questions: {len(report.rows)} (SHA-256 `{origin['question_set']['sha256']}`)",
        f"- Documents: {origin['corpus']['documents']} (SHA-256 `{origin['corpus']['sha256']}`)",
        f"- Commit: {commit_words(origin['commit'], origin['dirty'])}",
        "- Versions: " + ", ".join(f"{k} {v}" for k, v in origin["versions"].items() if v),
    ]
    if report.timings.mean is not None:
        lines.append(f"- Time: {report.timings.mean:.1f} ms a question")
    return "\n".join(lines)


def _groups(report: Report) -> str:
    lines = [["", "n", *(title for title, _ in COLUMNS)]]
    for grouping in ("overall", "wording", "category", "kind"):
        counts = sizes(report, grouping)
        for group, figures in report.aggregates[grouping].items():
            cells = [number(figures.get(name), name) for _, name in COLUMNS]
            lines.append([escaped(group), str(counts[group]), *cells])
    return "## By group\n\n" + _table(lines)


def _figures(report: Report) -> str:
    lines = [["measure", "value", "95 % interval", "questions"]]
    lines += [
        [_title(name), f"{e.value:.3f}", f"{e.low:.3f} – {e.high:.3f}", str(e.questions)]
        for name, e in report.overall.items()
    ]
    return "## Overall, with bootstrap intervals\n\n" + _table(lines)


def _reasons(report: Report) -> str:
    if not report.reasons:
        return "## Failures\n\nNone."
    lines = [["reason", "questions"], *([reason, str(n)] for reason, n in report.reasons.items())]
    return "## Failures\n\n" + _table(lines)


def _rival(rival: Rival) -> str:
    theirs = rival.aggregates["overall"]["overall"]
    lines = [["measure", "theirs", "difference", "95 % interval"]]
    for name, difference in rival.differences.items():
        value = number(theirs.get(name), name)
        lines.append([_title(name), value, f"{difference.value:+.3f}", _signed(difference)])
    return f"## Against {escaped(rival.name)}\n\n" + _table(lines)


def _signed(estimate: Estimate) -> str:
    return f"{estimate.low:+.3f} – {estimate.high:+.3f}"


def _failures(rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    return "## Failing questions\n\n" + "\n".join(_failing(row) for row in rows)


def _failing(row: Row) -> str:
    lines = [f"- **{row.reason}** · {escaped(row.gold.id)} · {escaped(row.gold.question)}"]
    if row.missed:
        missed = "; ".join(" or ".join(map(escaped, fact)) for fact in row.missed)
        lines.append(f"  - missed: {missed}")
    if row.corrected is not None:
        lines.append(f"  - false premise: {'' if row.corrected else 'not '}corrected")
    if where := evidence_words(row):
        lines.append(f"  - {where}")
    wrong = sorted({c.document for c in row.citations if c.right is False and not c.nearby})
    if wrong:
        lines.append(f"  - wrongly cited: {', '.join(map(escaped, wrong))}")
    lines.append(f"  - answer: {escaped(row.text)[:400]}")
    return "\n".join(lines)


def _definitions() -> str:
    lines = [["measure", "better", "definition", "rival", "source"]]
    lines += [
        [
            m.title,
            "high" if m.higher else "low",
            *map(escaped, (m.definition, m.rival, m.source)),
        ]
        for m in MEASURES
    ]
    return "## What the measures mean\n\n" + _table(lines)


def _title(name: str) -> str:
    measure = named(name)
    return measure.title if measure else name


def _table(lines: Iterable[Sequence[str]]) -> str:
    head, *body = [f"| {' | '.join(line)} |" for line in lines]
    rule = "|" + " --- |" * (head.count(" | ") + 1)
    return "\n".join([head, rule, *body])
