"""How times grow with the size of a collection, drawn as an SVG with two logarithmic axes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 74, 190, 44, 52
COLOURS = ("#0b5fa5", "#c2410c", "#15803d", "#7c3aed", "#b45309", "#be185d", "#0f766e", "#525252")

Points = Sequence[tuple[float, float]]


def plot(title: str, lines: Mapping[str, Points]) -> str:
    """Draw a line of (passages, milliseconds) for each name; values must be above 0."""
    points = [point for line in lines.values() for point in line]
    low_x, high_x = _decades([x for x, _ in points])
    low_y, high_y = _decades([y for _, y in points])

    def at(x: float, y: float) -> tuple[float, float]:
        across = (math.log10(x) - low_x) / (high_x - low_x)
        up = (math.log10(y) - low_y) / (high_y - low_y)
        wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
        return round(LEFT + across * wide, 1), round(HEIGHT - BOTTOM - up * high, 1)

    drawn = [_text(LEFT, 24, title, "font-weight='bold'")]
    for power in range(low_x, high_x + 1):
        x, bottom = at(10**power, 10**low_y)
        drawn.append(f"<path d='M{x} {bottom}V{TOP}' stroke='#ddd'/>")
        drawn.append(_text(x, HEIGHT - 30, f"{10**power:,}", "text-anchor='middle'"))
    for power in range(low_y, high_y + 1):
        left, y = at(10**low_x, 10**power)
        drawn.append(f"<path d='M{left} {y}H{WIDTH - RIGHT}' stroke='#ddd'/>")
        drawn.append(_text(LEFT - 8, y + 4, f"{10.0**power:g} ms", "text-anchor='end'"))
    middle = (LEFT + WIDTH - RIGHT) / 2
    drawn.append(_text(middle, HEIGHT - 8, "passages", "text-anchor='middle'"))
    ends = {name: at(*line[-1]) for name, line in lines.items()}
    labels = _apart({name: y for name, (_, y) in ends.items()})
    for (name, line), colour in zip(lines.items(), COLOURS * len(lines), strict=False):
        path = " ".join(f"{x},{y}" for x, y in (at(*point) for point in line))
        drawn.append(
            f"<polyline points='{path}' fill='none' stroke='{colour}' stroke-width='2.5'/>"
        )
        drawn += [
            f"<circle cx='{x}' cy='{y}' r='3.5' fill='{colour}'/>"
            for x, y in (at(*point) for point in line)
        ]
        drawn.append(_text(WIDTH - RIGHT + 12, labels[name] + 4, name, f"fill='{colour}'"))
    body = "\n".join(drawn)
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' role='img' "
        f"font-family='system-ui, sans-serif' font-size='13'>\n<title>{escape(title)}</title>\n"
        f"<rect width='{WIDTH}' height='{HEIGHT}' fill='white'/>\n{body}\n</svg>\n"
    )


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low = math.floor(math.log10(min(values)) + 1e-9)
    return low, max(low + 1, math.ceil(math.log10(max(values)) - 1e-9))


def _apart(wanted: Mapping[str, float]) -> dict[str, float]:
    """Move labels that would overlap down, in their order."""
    placed: dict[str, float] = {}
    last = -math.inf
    for name, y in sorted(wanted.items(), key=lambda item: item[1]):
        last = placed[name] = max(y, last + 17)
    return placed


def _text(x: float, y: float, text: str, more: str) -> str:
    return f"<text x='{x}' y='{y}' {more}>{escape(text)}</text>"
