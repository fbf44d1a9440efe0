"""Plots as inline SVG: bars with intervals, stacked counts, differences, risk–coverage.

Colours and fonts come from the page's style sheet, so that a plot follows dark and light.
Every plot has a title for those who do not see it; the same figures stand in tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .markings import escape
from .statistics import Estimate

_LABEL = 150
_WIDTH = 720
_ROW = 26
_RIGHT = 60


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its interval, and where the rivals stand on the same measure."""

    label: str
    estimate: Estimate
    rivals: tuple[float | None, ...] = ()


def bars(title: str, rows: Sequence[Bar], rivals: Sequence[str] = ()) -> str:
    """Draw horizontal bars from 0 to 1 with whiskers, and a mark for each rival."""
    drawn = [_grid(len(rows), (0.0, 0.25, 0.5, 0.75, 1.0), 0.0, 1.0)]
    for place, row in enumerate(rows):
        middle = _middle(place)
        drawn.append(_label(row.label, middle))
        width = _x(row.estimate.value, 0, 1) - _LABEL
        drawn.append(
            f'<rect class="bar" x="{_LABEL}" y="{middle - 7}" width="{width:.1f}" height="14"/>'
        )
        drawn.append(_whisker(row.estimate, middle, 0.0, 1.0))
        drawn += [_rival(n, v, middle) for n, v in enumerate(row.rivals) if v is not None]
        drawn.append(_value(f"{row.estimate.value:.2f}", middle))
    return _svg(title, drawn, len(rows)) + _rival_legend(rivals)


def stacks(title: str, rows: Mapping[str, Mapping[str, int]], kinds: Sequence[str]) -> str:
    """Draw, for each row, its counts of each kind side by side as shares of the whole."""
    drawn: list[str] = []
    for place, (label, counts) in enumerate(rows.items()):
        middle, total, left = _middle(place), sum(counts.values()), float(_LABEL)
        drawn.append(_label(label, middle))
        for number, kind in enumerate(kinds):
            count = counts.get(kind, 0)
            width = (_WIDTH - _LABEL - _RIGHT) * count / total if total else 0.0
            if count:
                drawn.append(_segment(left, middle, width, number, f"{label}: {count} {kind}"))
                if width > 16:
                    drawn.append(_count(left + width / 2, middle, count))
            left += width
        drawn.append(_value(str(total), middle))
    return _svg(title, drawn, len(rows), axis=False) + _stack_legend(
        {number: kind for number, kind in enumerate(kinds) if any(kind in c for c in rows.values())}
    )


def differences(title: str, rows: Sequence[tuple[str, Estimate]]) -> str:
    """Draw differences with their intervals around zero."""
    reach = max((abs(b) for _, e in rows for b in (e.low, e.high, e.value)), default=1.0) or 1.0
    reach *= 1.05
    drawn = [_grid(len(rows), (-reach, 0.0, reach), -reach, reach, signed=True)]
    for place, (label, estimate) in enumerate(rows):
        middle = _middle(place)
        drawn += [_label(label, middle), _whisker(estimate, middle, -reach, reach)]
        x = _x(estimate.value, -reach, reach)
        drawn.append(f'<circle class="dot" cx="{x:.1f}" cy="{middle}" r="4.5"/>')
        drawn.append(_value(f"{estimate.value:+.2f}", middle))
    return _svg(title, drawn, len(rows))


def curve(title: str, points: Sequence[tuple[float, float]]) -> str:
    """Draw the risk of the surest answers against the share of answers kept, both 0 to 1."""
    left, top, width, height = 60, 14, 420, 220
    ticks = []
    for step in (0.0, 0.5, 1.0):
        x, y = left + step * width, top + (1 - step) * height
        ticks.append(f'<line class="grid" x1="{left}" x2="{left + width}" y1="{y}" y2="{y}"/>')
        ticks.append(
            f'<text class="tick" x="{left - 8}" y="{y + 4}" text-anchor="end">{step}</text>'
        )
        ticks.append(
            f'<text class="tick" x="{x}" y="{top + height + 18}" text-anchor="middle">{step}</text>'
        )
    path = " ".join(f"{left + c * width:.1f},{top + (1 - r) * height:.1f}" for c, r in points)
    words = (
        f'<text class="tick" x="{left + width / 2}" y="{top + height + 38}" text-anchor="middle">'
        "share of answers kept, the surest first</text>"
        f'<text class="tick" x="{left}" y="{top - 3}">risk: share of facts lacking</text>'
    )
    body = "".join(ticks) + f'<polyline class="curve" points="{path}"/>' + words
    return _framed(title, body, left + width + 20, top + height + 48)


def _svg(title: str, drawn: Sequence[str], rows: int, axis: bool = True) -> str:
    return _framed(title, "".join(drawn), _WIDTH, rows * _ROW + (30 if axis else 10))


def _framed(title: str, body: str, width: float, height: float) -> str:
    return (
        f'<svg viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{body}</svg>"
    )


def _middle(place: int) -> int:
    return place * _ROW + 16


def _x(value: float, low: float, high: float) -> float:
    inside = min(max(value, low), high)
    return _LABEL + (_WIDTH - _LABEL - _RIGHT) * (inside - low) / (high - low)


def _grid(rows: int, ticks: Sequence[float], low: float, high: float, signed: bool = False) -> str:
    bottom = rows * _ROW + 6
    drawn = []
    for tick in ticks:
        x = _x(tick, low, high)
        name = f"{tick:+.2f}" if signed and tick else f"{tick:g}"
        zero = " zero" if signed and not tick else ""
        drawn.append(f'<line class="grid{zero}" x1="{x:.1f}" x2="{x:.1f}" y1="2" y2="{bottom}"/>')
        drawn.append(
            f'<text class="tick" x="{x:.1f}" y="{bottom + 15}" text-anchor="middle">{name}</text>'
        )
    return "".join(drawn)


def _label(text: str, middle: int) -> str:
    short = text if len(text) <= 22 else text[:21] + "…"
    return (
        f'<text class="label" x="{_LABEL - 10}" y="{middle + 4}" text-anchor="end">'
        f"{escape(short)}</text>"
    )


def _value(text: str, middle: int) -> str:
    return f'<text class="value" x="{_WIDTH - 4}" y="{middle + 4}" text-anchor="end">{text}</text>'


def _whisker(estimate: Estimate, middle: int, low: float, high: float) -> str:
    left, right = _x(estimate.low, low, high), _x(estimate.high, low, high)
    ends = "".join(
        f'<line class="whisker" x1="{x:.1f}" x2="{x:.1f}" y1="{middle - 4}" y2="{middle + 4}"/>'
        for x in (left, right)
    )
    across = f'x1="{left:.1f}" x2="{right:.1f}" y1="{middle}" y2="{middle}"'
    return f'<line class="whisker" {across}/>{ends}'


def _rival(number: int, value: float, middle: int) -> str:
    x = _x(value, 0.0, 1.0)
    return f'<path class="rival rival{number % 3}" d="M{x:.1f} {middle - 6} l5 6 l-5 6 l-5 -6 z"/>'


def _segment(left: float, middle: int, width: float, number: int, title: str) -> str:
    return (
        f'<rect class="kind kind{number}" x="{left:.1f}" y="{middle - 9}" '
        f'width="{max(0.5, width - 2):.1f}" height="18" rx="2">'
        f"<title>{escape(title)}</title></rect>"
    )


def _count(x: float, middle: int, count: int) -> str:
    return f'<text class="count" x="{x:.1f}" y="{middle + 4}" text-anchor="middle">{count}</text>'


def _rival_legend(names: Sequence[str]) -> str:
    if not names:
        return ""
    items = "".join(
        f'<li><svg class="key" viewBox="0 0 14 14" aria-hidden="true">'
        f'<path class="rival rival{n % 3}" d="M7 1 l6 6 l-6 6 l-6 -6 z"/></svg>{escape(name)}</li>'
        for n, name in enumerate(names)
    )
    return f'<ul class="legend">{items}</ul>'


def _stack_legend(kinds: Mapping[int, str]) -> str:
    items = "".join(
        f'<li><svg class="key" viewBox="0 0 14 14" aria-hidden="true">'
        f'<rect class="kind kind{n}" width="14" height="14" rx="2"/></svg>{escape(kind)}</li>'
        for n, kind in kinds.items()
    )
    return f'<ul class="legend">{items}</ul>'
