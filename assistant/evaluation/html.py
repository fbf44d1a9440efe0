"""The report as one HTML page that needs nothing else: no font, no file, no request."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

from . import plots
from .aggregates import curve_of
from .cards import failing_cards, reason_links
from .filtering import POLICY, SCRIPT, filter_form
from .judging import REASONS
from .markings import escape
from .measures import MEASURES, named
from .measures.refusing import risk_coverage
from .report import Report, Rival, failing
from .terminal import COLUMNS, commit_words, number, sizes

_KEY_FIGURES = (
    "fact_recall",
    "full",
    "concise",
    "citation_precision",
    "citation_coverage",
    "refusal_f1",
    "wrong_refusals",
    "recall@5",
)
_RIGHT = "right"
_CONTENTS = (
    '<li><a href="#groups">figures by group</a></li>'
    '<li><a href="#measures">what the measures mean</a></li>'
)


def html_text(report: Report, aggregates_only: bool = False) -> str:
    """Give the text of ``report.html``; without the failing questions if aggregates only."""
    name = report.origin["question_set"]["name"]
    title = f"Evaluation: {report.system} on {name}"
    parts = [_head(report, title, aggregates_only), _key_figures(report), _why(report)]
    script = ""
    if not aggregates_only:
        parts.append(_failing(report))
        script = f"<script>{SCRIPT}</script>"
    parts += [_by_category(report), _against(report), _curve(report)]
    parts += [_table(report), _definitions()]
    style = (files(__package__) / "report.css").read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f"<title>{escape(title)}</title><style>{style}</style></head>"
        f"<body><main>{''.join(parts)}</main>{script}</body></html>\n"
    )


def _section(title: str, body: str, anchor: str = "") -> str:
    named_so = f' id="{anchor}"' if anchor else ""
    return f"<section{named_so}><h2>{escape(title)}</h2>{body}</section>" if body else ""


def _failing(report: Report) -> str:
    rows = failing(report.rows)
    body = filter_form(rows) + failing_cards(rows) if rows else ""
    return _section("Failing questions", body, "failing")


def _head(report: Report, title: str, aggregates_only: bool) -> str:
    origin = report.origin
    timing = report.timings.mean
    facts = {
        "Split": origin["question_set"]["split"] or "all",
        "Questions": f"{len(report.rows)} ({origin['question_set']['sha256'][:12]}…)",
        "Documents": f"{origin['corpus']['documents']} ({origin['corpus']['sha256'][:12]}…)",
        "Commit": commit_words(origin["commit"], origin["dirty"], 12),
        "Versions": ", ".join(f"{k} {v}" for k, v in origin["versions"].items() if v),
        "Time": "" if timing is None else f"{timing:.1f} ms a question",
    }
    items = "".join(f"<dt>{k}</dt><dd>{escape(v)}</dd>" for k, v in facts.items() if v)
    ways = "" if aggregates_only else reason_links(report.rows)
    links = f'<nav aria-label="Contents">{ways}<ul class="links">{_CONTENTS}</ul></nav>'
    return f'<header><h1>{escape(title)}</h1><dl class="origin">{items}</dl>{links}</header>'


def _key_figures(report: Report) -> str:
    items = []
    for name in _KEY_FIGURES:
        estimate, measure = report.overall.get(name), named(name)
        if estimate is not None and measure is not None:
            better = "higher is better" if measure.higher else "lower is better"
            items.append(
                f"<li><span>{measure.title}</span><b>{estimate.value:.3f}</b>"
                f"<small>{estimate.low:.2f} – {estimate.high:.2f}, {better}</small></li>"
            )
    return _section(
        "Key figures, with 95 % intervals", f'<ul class="figures">{"".join(items)}</ul>'
    )


def _why(report: Report) -> str:
    counts: dict[str, Counter[str]] = {"all": Counter()}
    for row in sorted(report.rows, key=lambda row: row.gold.category):
        for group in ("all", row.gold.category):
            counts.setdefault(group, Counter())[row.reason or _RIGHT] += 1
    plot = plots.stacks("What came of the questions, by category", counts, (_RIGHT, *REASONS))
    return _section("Why questions fail", plot)


def _by_category(report: Report) -> str:
    names = [rival.name for rival in report.rivals]
    sections = []
    for name in ("fact_recall", "recall@5", "citation_precision", "refusal_recall"):
        rows = _bars(report, name)
        if rows:
            title = f"{_title(name)} by group"
            sections.append(f"<h3>{title}</h3>" + plots.bars(title, rows, names))
    return _section("By group, with 95 % intervals", "".join(sections), "groups")


def _bars(report: Report, name: str) -> list[plots.Bar]:
    return [
        plots.Bar(
            group, figures[name], tuple(_theirs(r, grouping, group, name) for r in report.rivals)
        )
        for grouping in ("overall", "wording", "category", "kind")
        for group, figures in report.aggregates[grouping].items()
        if name in figures
    ]


def _theirs(rival: Rival, grouping: str, group: str, name: str) -> float | None:
    estimate = rival.aggregates.get(grouping, {}).get(group, {}).get(name)
    return None if estimate is None else estimate.value


def _against(report: Report) -> str:
    sections = []
    for rival in report.rivals:
        # Words are counted, not shares: they would flatten all else.
        shown = [(_pointed(n), e) for n, e in rival.differences.items() if n != "words"]
        if shown:
            title = f"Difference to {rival.name}, paired, with 95 % intervals"
            sections.append(f"<h3>{escape(title)}</h3>" + plots.differences(title, shown))
    note = "<p>Right of zero is better; for measures marked ↓, left of it.</p>" if sections else ""
    return _section("Against others", note + "".join(sections))


def _pointed(name: str) -> str:
    measure = named(name)
    return _title(name) + ("" if measure is None or measure.higher else " ↓")


def _curve(report: Report) -> str:
    confidences, risks = curve_of([row.scored for row in report.rows])
    points = risk_coverage(confidences, risks)
    if not points:
        return ""
    plot = plots.curve("Risk–coverage curve", points)
    note = "<p>Good confidences make a curve that rises late: the surest answers are right.</p>"
    return _section("Risk and coverage", plot + note)


def _table(report: Report) -> str:
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title, _ in COLUMNS)
    body = []
    for grouping in ("overall", "wording", "category", "kind"):
        counts = sizes(report, grouping)
        for group, figures in report.aggregates[grouping].items():
            cells = "".join(f"<td>{number(figures.get(n), n)}</td>" for _, n in COLUMNS)
            body.append(
                f'<tr><th scope="row">{escape(group)}</th><td>{counts[group]}</td>{cells}</tr>'
            )
    table = (
        '<div class="wide" tabindex="0" role="region" aria-label="All figures"><table><thead><tr>'
        f'<th scope="col">group</th><th scope="col">n</th>{head}</tr></thead>'
        f"<tbody>{''.join(body)}</tbody></table></div>"
    )
    return _section("All figures", table)


def _definitions() -> str:
    items = "".join(
        f"<dt>{escape(m.title)} <small>({'higher' if m.higher else 'lower'} is better)</small></dt>"
        f"<dd>{escape(m.definition)} <em>Rival:</em> {escape(m.rival)} "
        f"<em>Source:</em> {escape(m.source)}</dd>"
        for m in MEASURES
    )
    return _section("What the measures mean", f'<dl class="definitions">{items}</dl>', "measures")


def _title(name: str) -> str:
    measure = named(name)
    return measure.title if measure else name
