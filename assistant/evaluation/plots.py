"""Plots that a page of any width can show: bars, stacked counts, differences, risk–coverage.

A line of a plot is a label, a track and a value; the track is an inline SVG measured in per
cent across and in pixels down, so that text keeps its size on a phone. Colours and fonts come
from the page's style sheet, so that a plot follows dark and light.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .markings import escape
from .statistics import Estimate

_HEIGHT = 28
_MIDDLE = _HEIGHT // 2
# Shares of a stack too narrow for their count: never shown, and not shown on a phone.
_NARROW, _NARROW_ON_PHONE = 0.03, 0.09

Range = tuple[float, float]
_SHARES: Range = (0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its interval, and where the rivals stand on the same measure."""

    label: str
    estimate: Estimate
    rivals: tuple[float | None, ...] = ()


def bars(title: str, rows: Sequence[Bar], rivals: Sequence[str] = ()) -> str:
    """Draw horizontal bars from 0 to 1 with whiskers, and a mark for each rival."""
    ticks = (0.0, 0.25, 0.5, 0.75, 1.0)
    lines = []
    for row in rows:
        width = _at(row.estimate.value, _SHARES)
        drawn = [
            _grid(ticks, _SHARES),
            f'<rect class="bar" x="0" y="5" width="{width}" height="18"/>',
            _whisker(row.estimate, _SHARES),
        ]
        marks = enumerate(row.rivals)
        drawn += [_rival(n, len(row.rivals), v) for n, v in marks if v is not None]
        lines.append(_line(row.label, drawn, f"{row.estimate.value:.2f}"))
    return _plot(title, [*lines, _axis(ticks, _SHARES)]) + _rival_legend(rivals)


def stacks(title: str, rows: Mapping[str, Mapping[str, int]], kinds: Sequence[str]) -> str:
    """Draw, for each row, its counts of each kind side by side as shares of the whole."""
    lines = []
    for label, counts in rows.items():
        total, left, drawn = sum(counts.values()), 0.0, []
        for number, kind in enumerate(kinds):
            if count := counts.get(kind, 0):
                share = count / total
                drawn.append(_segment((left, share), number, f"{label}: {count} {kind}"))
                drawn.append(_count(left, share, count))
                left += share
        lines.append(_line(label, drawn, str(total)))
    return _plot(title, lines) + _stack_legend(
        {number: kind for number, kind in enumerate(kinds) if any(kind in c for c in rows.values())}
    )


def differences(title: str, rows: Sequence[tuple[str, Estimate]]) -> str:
    """Draw differences with their intervals around zero."""
    reach = max((abs(b) for _, e in rows for b in (e.low, e.high, e.value)), default=1.0) or 1.0
    span, ticks = (-reach * 1.05, reach * 1.05), (-reach, 0.0, reach)
    lines = []
    for label, estimate in rows:
        dot = f'<circle class="dot" cx="{_at(estimate.value, span)}" cy="{_MIDDLE}" r="4.5"/>'
        drawn = [_grid(ticks, span), _whisker(estimate, span), dot]
        lines.append(_line(label, drawn, f"{estimate.value:+.2f}"))
    return _plot(title, [*lines, _axis(ticks, span, signed=True)])


def curve(title: str, points: Sequence[tuple[float, float]]) -> str:
    """Draw the risk of the surest answers against the share of answers kept, both 0 to 1."""
    left, top, width, height = 32, 22, 290, 170
    ticks = []
    for step in (0.0, 0.5, 1.0):
        x, y = left + step * width, top + (1 - step) * height
        ticks.append(f'<line class="grid" x1="{left}" x2="{left + width}" y1="{y}" y2="{y}"/>')
        ticks.append(_text("tick", f'x="{left - 6}" y="{y + 4}" text-anchor="end"', f"{step:g}"))
        place = f'x="{x}" y="{top + height + 18}" text-anchor="middle"'
        ticks.append(_text("tick", place, f"{step:g}"))
    path = " ".join(f"{left + c * width:.1f},{top + (1 - r) * height:.1f}" for c, r in points)
    below = f'x="{left + width / 2}" y="{top + height + 36}" text-anchor="middle"'
    return (
        f'<svg class="curves" viewBox="0 0 {left + width + 18} {top + height + 44}" role="img" '
        f'aria-label="{escape(title)}"><title>{escape(title)}</title>{"".join(ticks)}'
        f'<polyline class="curve" points="{path}"/>'
        + _text("tick", below, "share of answers kept, the surest first")
        + _text("tick", 'x="4" y="11"', "risk: share of facts lacking")
        + "</svg>"
    )


def _plot(title: str, lines: Sequence[str]) -> str:
    return f'<div class="plot" role="group" aria-label="{escape(title)}">{"".join(lines)}</div>'


def _line(label: str, drawn: Sequence[str], value: str) -> str:
    return (
        f'<div class="line"><span class="label">{escape(label)}</span>{_track(drawn)}'
        f'<span class="value">{value}</span></div>'
    )


def _track(drawn: Sequence[str]) -> str:
    return f'<svg class="track" height="{_HEIGHT}" aria-hidden="true">{"".join(drawn)}</svg>'


def _at(value: float, span: Range) -> str:
    low, high = span
    inside = min(max(value, low), high)
    return f"{100 * (inside - low) / (high - low):.2f}%"


def _text(kind: str, place: str, text: str) -> str:
    return f'<text class="{kind}" {place}>{escape(text)}</text>'


def _grid(ticks: Sequence[float], span: Range) -> str:
    drawn = []
    for tick in ticks:
        x, zero = _at(tick, span), " zero" if span[0] < 0 and not tick else ""
        drawn.append(f'<line class="grid{zero}" x1="{x}" x2="{x}" y1="0" y2="{_HEIGHT}"/>')
    return "".join(drawn)


def _axis(ticks: Sequence[float], span: Range, signed: bool = False) -> str:
    names = (f"{tick:+.2f}" if signed and tick else f"{tick:g}" for tick in ticks)
    drawn = [
        _text("tick", f'x="{_at(tick, span)}" y="13" text-anchor="middle"', name)
        for tick, name in zip(ticks, names, strict=True)
    ]
    return f'<div class="line axis"><span class="label"></span>{_track(drawn)}</div>'


def _whisker(estimate: Estimate, span: Range) -> str:
    left, right = _at(estimate.low, span), _at(estimate.high, span)
    ends = "".join(
        f'<line class="whisker" x1="{x}" x2="{x}" y1="{_MIDDLE - 4}" y2="{_MIDDLE + 4}"/>'
        for x in (left, right)
    )
    across = f'x1="{left}" x2="{right}" y1="{_MIDDLE}" y2="{_MIDDLE}"'
    return f'<line class="whisker" {across}/>{ends}'


def _rival(number: int, count: int, value: float) -> str:
    # A lane for each, so that equal values do not hide each other.
    y = _MIDDLE + (number - (count - 1) / 2) * min(10, 21 / count)
    x = _at(value, _SHARES)
    return f'<circle class="rival rival{number % 3}" cx="{x}" cy="{y:g}" r="4"/>'


def _segment(extent: Range, number: int, title: str) -> str:
    left, share = (f"{100 * part:.2f}%" for part in extent)
    return (
        f'<rect class="kind kind{number}" x="{left}" y="3" width="{share}" height="22">'
        f"<title>{escape(title)}</title></rect>"
    )


def _count(left: float, share: float, count: int) -> str:
    if share < _NARROW:
        return ""
    kind = "count" if share >= _NARROW_ON_PHONE else "count slim"
    middle = f'x="{100 * (left + share / 2):.2f}%" y="{_MIDDLE + 4}" text-anchor="middle"'
    return _text(kind, middle, str(count))


def _rival_legend(names: Sequence[str]) -> str:
    return _legend(
        (f'<circle class="rival rival{n % 3}" cx="7" cy="7" r="5"/>', name)
        for n, name in enumerate(names)
    )


def _stack_legend(kinds: Mapping[int, str]) -> str:
    return _legend(
        (f'<rect class="kind kind{n}" width="14" height="14"/>', kind) for n, kind in kinds.items()
    )


def _legend(entries: Iterable[tuple[str, str]]) -> str:
    items = "".join(
        f'<li><svg class="key" viewBox="0 0 14 14" aria-hidden="true">{drawn}</svg>'
        f"{escape(name)}</li>"
        for drawn, name in entries
    )
    return f'<ul class="legend">{items}</ul>' if items else ""
