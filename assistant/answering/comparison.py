"""What roles have in common and apart, and the cited table that shows it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..lexicon import Entity, Lexicon
from ..records import Part, Statement
from .prose import same
from .views import View
from .writing import Writer, as_item, label_of, sentences

# The table's rows: what it is called, and the facets whose sections or sentences fill it.
ROWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Focus", ("difference", "concept")),
    ("Duties", ("duties", "difference")),
    ("Skills", ("skills",)),
    ("Tools", ("tools",)),
    ("Education", ("education",)),
    ("Pay", ("pay",)),
    ("Outlook", ("outlook",)),
)
NOT_STATED = "not stated"
_CONTRASTS = re.compile(
    r"(?:in|by|as a) (?:contrast|distinction|comparison)\b|on the other hand\b|conversely\b|"
    r"meanwhile\b|whereas\b",
    re.I,
)
CONTRASTS = 3
# Items of a list that a cell names by their labels.
LABELS = 5
# What it counts for a sentence to open the section on what a role is.
OPENS = 0.7
# Words up to which such a cell gives what an item says rather than its label.
BRIEF = 9

Cell = tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the documents hold on several roles: sentences on all, and cells for each.

    ``cells`` has a row for each entry of ``ROWS``, with a cell for each role: one sentence,
    or the labelled items of one list; empty where the documents tell nothing.
    """

    roles: tuple[str, ...]
    shared: tuple[View, ...]
    cells: tuple[tuple[Cell, ...], ...]

    @property
    def filled(self) -> int:
        """Give the number of rows that tell something of every role."""
        return sum(all(row) for row in self.cells)


def compare(
    roles: Sequence[str],
    views: Sequence[View],
    figures: Mapping[str, Mapping[str, View]] | None = None,
    profiles: Collection[str] = (),
) -> Comparison:
    """Gather what the views say of each role, the best first.

    ``figures`` gives for a row the sentence that fills the cell of a role; ``profiles`` are the
    documents that are the profile of one of them, and told before any other.
    """
    held = [v for v in views if v.says and not v.about_source]
    heads = [v for v in views if v.unit.kind == "heading"]
    both = [v for v in held if set(roles) <= v.roles & (v.subject or v.roles)]
    both.sort(key=lambda v: -_says(v))
    shared: list[View] = []
    for view in both:
        if not any(same(view, other) for other in shared):
            shared.append(view)
    shared = [*_couple(roles, held), *shared]
    used = {v.key for v in shared}
    beside = _side_by_side(roles, held)
    known = figures or {}
    cells = [
        tuple(
            (known[name][role],)
            if role in known.get(name, {})
            else _told(role, facets, [*held, *heads], used, profiles)
            for role in roles
        )
        for name, facets in ROWS
    ]
    if beside:
        cells[0] = beside
    return Comparison(tuple(roles), tuple(shared), tuple(cells))


def _couple(roles: Sequence[str], views: Sequence[View]) -> tuple[View, ...]:
    """Find two sentences, one behind the other, that set one role against the other.

    The second says that it does ("In contrast, …"), or both stand in a section on differences.
    """
    if len(roles) != 2:
        return ()
    in_order = sorted(views, key=lambda v: v.key)
    for first, second in zip(in_order, in_order[1:], strict=False):
        if first.passage is not second.passage or {*first.roles, *second.roles} != set(roles):
            continue
        apart = len(first.roles) == len(second.roles) == 1
        headed = "difference" in second.sections[:1] and bool(first.leads and second.leads)
        if apart and (_CONTRASTS.match(second.text) or headed):
            return (first, second)
    return ()


def _says(view: View) -> float:
    """Tell how plainly a unit contrasts, rather than likens or only mentions."""
    contrasts = 2.0 * ("difference" in view.signs) + ("difference" in view.sections[:2])
    return contrasts - ("similarity" in view.signs and "difference" not in view.signs)


def _side_by_side(roles: Sequence[str], views: Iterable[View]) -> tuple[Cell, ...]:
    """Find a list that has an item for each role, under the role's name."""
    lists: dict[object, dict[str, View]] = {}
    for view in views:
        # A list of whom another role works with says nothing of what sets these apart.
        own = view.of <= set(roles)
        if own and view.unit.lead is not None and {view.leads} == view.roles and _headed(view):
            lists.setdefault((view.passage.document, view.unit.lead), {})[min(view.roles)] = view
    for items in lists.values():
        if set(roles) <= set(items):
            return tuple((items[role],) for role in roles)
    return ()


def _headed(view: View) -> bool:
    """Tell whether an item opens with a short label."""
    return bool(label_of(view.text))


def _told(
    role: str,
    facets: Sequence[str],
    views: Sequence[View],
    used: set[tuple[str, int, int]],
    profiles: Collection[str],
) -> Cell:
    """Give what best tells one thing of one role, and of no other.

    That is from the profiles where they fill the cell, but a whole list goes before a sentence.
    """
    free = [v for v in views if v.subject == {role} and v.key not in used]
    own = _cell(facets, [v for v in free if v.passage.document in profiles])
    any_other = _cell(facets, free)
    best = any_other if len(own) < 2 <= len(any_other) else own or any_other
    used.update(view.key for view in best)
    return best


def _cell(facets: Sequence[str], views: Sequence[View]) -> Cell:
    """Give what best tells one thing of a role: a list, or a sentence."""
    best = () if "pay" in facets else _labelled(views, facets)
    return best or _sentence(views, facets)


def _labelled(views: Iterable[View], facets: Sequence[str]) -> Cell:
    """Give the longest list of labelled items in a section on one of the facets.

    Where that stands under one of even more sub-headings, these are the list.
    """
    lists: dict[object, list[View]] = {}
    heads: dict[object, list[View]] = {}
    for view in views:
        document = view.passage.document
        on_it = bool(set((view.headed or view.sections)[:1]) & set(facets))
        if on_it and view.unit.kind == "item" and _headed(view):
            lists.setdefault((document, view.unit.lead), []).append(view)
        elif on_it and view.unit.kind == "heading":
            heads.setdefault(_section(view), []).append(view)
    longest = max(lists.values(), key=len, default=[])
    parts = heads.get(_section(longest[0]), []) if longest else []
    chosen = parts if len(parts) > len(longest) else longest
    in_order = sorted(chosen, key=lambda v: v.unit.start)
    return tuple(in_order[:LABELS]) if len(in_order) > 1 else ()


def _section(view: View) -> tuple[str, tuple[str, ...]]:
    return (view.passage.document, view.passage.headings)


def _sentence(views: Iterable[View], facets: Sequence[str]) -> Cell:
    told = (view for view in views if view.says)
    fitting = [(view, score) for view in told if (score := _fits(view, facets)) > 0]
    return (max(fitting, key=lambda pair: pair[1])[0],) if fitting else ()


def _fits(view: View, facets: Sequence[str]) -> float:
    """Tell how well a unit names its role and tells one of the facets of it."""
    if view.before is not None or (view.unit.kind != "item" and not view.leads):
        return 0.0
    if "pay" in facets and not any(c.isdigit() for c in view.text):
        return 0.0
    places = [view.sections.index(f) for f in facets if f in view.sections[:3]]
    sign = any(f in view.signs for f in facets)
    if not places or not (sign or min(places) == 0):
        return 0.6 if sign and "pay" in facets else 0.0
    if "pay" in facets and view.employers:
        return 0.1
    brief = 1.0 / (1.0 + view.size / 20)
    opens = _place(view) == 0 and bool(view.leads) and view.sections[:1] == ("concept",)
    nearness = 1.0 / (1 + min(places)) + OPENS * opens
    return nearness + 0.6 * sign + 0.5 * bool(view.roles) + 0.3 * brief


def _place(view: View) -> int:
    """Tell how many units of the passage stand before one."""
    return view.passage.units.index(view.unit)


def comparison_parts(writer: Writer, comparison: Comparison, lexicon: Lexicon) -> tuple[Part, ...]:
    """Write the sentences on all roles, then the table where it tells something."""
    parts: list[Part] = []
    if comparison.shared:
        parts.append(sentences(writer, comparison.shared[:CONTRASTS]))
    entities = [lexicon.entity("role", role) for role in comparison.roles]
    rows = [
        (
            Statement(name),
            *(_statement(writer, cell, role) for cell, role in zip(cells, entities, strict=True)),
        )
        for (name, _), cells in zip(ROWS, comparison.cells, strict=True)
        if any(cells)
    ]
    if rows:
        names = tuple(_title(lexicon, role) for role in comparison.roles)
        parts.append(Part("table", tuple(rows), ("", *names)))
    return tuple(parts)


def _statement(writer: Writer, cell: Cell, role: Entity) -> Statement:
    """Say what a cell holds; a label that only names the column's role is left out."""
    if not cell:
        return Statement(NOT_STATED)
    if len(cell) == 1:
        told = writer.state(cell, prose=False)
        label = label_of(told.text)
        if label.lower() in (role.name.lower(), role.many.lower()):
            rest = told.text[len(label) + 1 :].strip()
            told = Statement(rest[:1].upper() + rest[1:], told.citations)
        return told
    items = "; ".join(_brief(cell))
    return Statement(items[:1].upper() + items[1:], tuple(writer.cite(view) for view in cell))


def _brief(cell: Cell) -> list[str]:
    """Give what a list's items say where most are short and no figures, else their labels."""
    labels = [label_of(view.text) or as_item(view.text) for view in cell]
    said = [as_item(view.text).removeprefix(f"{label}:").strip().rstrip(".")
            for view, label in zip(cell, labels, strict=True)]  # fmt: skip
    short = [len(text.split()) <= BRIEF and not any(c.isdigit() for c in text) for text in said]
    if 2 * sum(short) <= len(cell) or any(view.roles for view in cell):
        return labels
    return [text if fits else label for text, fits, label in zip(said, short, labels, strict=True)]


def _title(lexicon: Lexicon, role: str) -> str:
    name = lexicon.entity("role", role).name
    return name[:1].upper() + name[1:]
