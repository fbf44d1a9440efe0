"""Comparing roles: what the documents say of both, and a cited table of each by facet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..lexicon import Lexicon
from ..question import Asked
from ..records import Answer, Hit, Part, Statement
from .evidence import Weigher
from .material import Material, answered
from .prose import same
from .views import View
from .writing import Writer

# The table's rows: what it is called, and the facets whose sections or sentences fill it.
ROWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Focus", ("difference", "concept")),
    ("Duties", ("duties",)),
    ("Skills", ("skills",)),
    ("Tools", ("tools",)),
    ("Education", ("education",)),
    ("Pay", ("pay",)),
)
NOT_STATED = "not stated"
CONTRASTS = 3


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the documents hold on several roles: sentences on all, and cells for each.

    ``cells`` has a row for each entry of ``ROWS``, with a view or None for each role.
    """

    roles: tuple[str, ...]
    shared: tuple[View, ...]
    cells: tuple[tuple[View | None, ...], ...]

    @property
    def filled(self) -> int:
        """Give the number of rows that tell something of every role."""
        return sum(all(row) for row in self.cells)


# Passages looked through for each role.
COMPARED = 40


def difference_answer(asked: Asked, material: Material) -> Answer | None:
    """Answer a comparison of roles; None when it is not one, or nothing is told of them."""
    roles = asked.question.roles
    if len(roles) < 2 or asked.facet in ("similarity", "pay"):
        return None
    if "difference" not in asked.question.facets:
        return None
    views = _about(asked, material)
    if not set(roles) <= {role for view in views for role in view.roles}:
        return None
    comparison = compare(roles, _ranked(asked, views, material))
    if not comparison.shared and not comparison.filled:
        return None
    writer = material.writer()
    parts = comparison_parts(writer, comparison, material.lexicon)
    return answered(asked, parts, writer, 0.9)


def _about(asked: Asked, material: Material) -> tuple[View, ...]:
    """Give the units of the passages about any of the roles."""
    slots = [s for s in asked.slots if s.kind == "role"]
    hits: dict[int, Hit] = {}
    for chosen in (slots, *([slot] for slot in slots)):
        for hit in material.searcher.search(chosen, COMPARED):
            hits.setdefault(hit.passage.number, hit)
    return tuple(v for hit in hits.values() for v in material.viewer.views(hit.passage))


def _ranked(asked: Asked, views: Iterable[View], material: Material) -> list[View]:
    """Order the units by how well they fit the question."""
    weigher = Weigher(asked, material.searcher)
    return sorted(views, key=lambda v: (-round(weigher.evidence(v, 0.0).score, 9), v.key))


def compare(roles: Sequence[str], views: Sequence[View]) -> Comparison:
    """Gather what the views say of each role, the best first."""
    held = [v for v in views if v.says]
    both = [v for v in held if set(roles) <= v.roles]
    both.sort(key=lambda v: -_says(v))
    shared: list[View] = []
    for view in both:
        if not any(same(view, other) for other in shared):
            shared.append(view)
    used = {v.key for v in shared}
    cells = tuple(tuple(_cell(role, facets, held, used) for role in roles) for _, facets in ROWS)
    return Comparison(tuple(roles), tuple(shared), cells)


def _says(view: View) -> float:
    """Tell how plainly a unit contrasts, rather than likens or only mentions."""
    contrasts = 2.0 * ("difference" in view.signs) + ("difference" in view.sections[:2])
    return contrasts - ("similarity" in view.signs and "difference" not in view.signs)


def _cell(
    role: str, facets: Sequence[str], views: Iterable[View], used: set[tuple[str, int, int]]
) -> View | None:
    """Give the unit that best says one thing of one role, and of no other."""
    fitting = [
        (view, score)
        for view in views
        if view.subject == {role} and view.key not in used and (score := _fits(view, facets)) > 0
    ]
    if not fitting:
        return None
    best = max(fitting, key=lambda pair: pair[1])[0]
    used.add(best.key)
    return best


def _fits(view: View, facets: Sequence[str]) -> float:
    section = max(
        (1.0 / (1 + view.sections.index(f)) for f in facets if f in view.sections), default=0.0
    )
    sign = any(f in view.signs for f in facets)
    if not section and not sign:
        return 0.0
    brief = 1.0 / (1.0 + view.size / 20)
    return section + 0.6 * sign + 0.5 * bool(view.roles) + 0.3 * brief


def comparison_parts(writer: Writer, comparison: Comparison, lexicon: Lexicon) -> tuple[Part, ...]:
    """Write the sentences on all roles, then the table where it tells something."""
    parts: list[Part] = []
    if comparison.shared:
        row = tuple(writer.state([v]) for v in comparison.shared[:CONTRASTS])
        parts.append(Part("prose", (row,)))
    rows = [
        (Statement(name), *(_statement(writer, view) for view in cells))
        for (name, _), cells in zip(ROWS, comparison.cells, strict=True)
        if any(cells)
    ]
    if rows:
        names = tuple(_title(lexicon, role) for role in comparison.roles)
        parts.append(Part("table", tuple(rows), ("", *names)))
    return tuple(parts)


def _statement(writer: Writer, view: View | None) -> Statement:
    return writer.state([view], prose=False) if view is not None else Statement(NOT_STATED)


def _title(lexicon: Lexicon, role: str) -> str:
    name = lexicon.entity("role", role).name
    return name[:1].upper() + name[1:]
