"""Lists in documents: finding the one that answers, and uniting those of several documents.

A list is a run of items under one lead-in, the rows of a table, or the sub-headings of one
section.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..records import Hit, Part, Statement, Unit
from .prose import same
from .views import View, Viewer
from .writing import Writer, label_of

# Items shown unless all are asked for, and items that make a list.
SHOWN = 10
FEWEST = 2
# Up to so many words an item may have for its explanation to be shown with the others'.
ROOM = 110


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of one list, with the score of the best passage that holds any of them.

    Sub-headings come with the first sentence below each.
    """

    items: tuple[tuple[View, ...], ...]
    score: float = 0.0

    @property
    def first(self) -> View:
        """Give the first item, whose surroundings are those of all."""
        return self.items[0][0]

    @property
    def key(self) -> tuple[str, object]:
        """Give what the items have in common: their document and lead-in."""
        return (self.first.passage.document, self.first.unit.lead or self.first.above)


def listings(hits: Iterable[Hit], viewer: Viewer) -> tuple[Listing, ...]:
    """Find the lists in the passages, those cut in two by a passage's end put together."""
    found: dict[tuple[str, object], Listing] = {}
    for hit in sorted(hits, key=lambda h: h.passage.number):
        views = viewer.views(hit.passage)
        for listing in (*_runs(views), *_sections(views)):
            known = found.get(listing.key)
            items = (*(known.items if known else ()), *listing.items)
            found[listing.key] = Listing(items, max(hit.score, known.score if known else 0.0))
    return tuple(listing for listing in found.values() if len(listing.items) >= FEWEST)


def bare(listing: Listing) -> bool:
    """Tell whether a list is of sub-headings alone, with no sentence below any of them."""
    return all(len(item) == 1 and item[0].unit.kind == "heading" for item in listing.items)


def lead_of(listing: Listing, viewer: Viewer) -> View | None:
    """Give the sentence that leads in to a list, if it stands in the same passage."""
    lead, first = listing.first.unit.lead, listing.first
    views = viewer.views(first.passage) if lead is not None else ()
    return next((v for v in views if (v.unit.start, v.unit.end) == lead), None)


def _runs(views: Sequence[View]) -> Iterable[Listing]:
    runs: dict[object, list[tuple[View, ...]]] = {}
    for view in views:
        if view.unit.kind in ("item", "row"):
            runs.setdefault(view.unit.lead or view.above, []).append((view,))
    return (Listing(tuple(items)) for items in runs.values())


def _sections(views: Sequence[View]) -> Iterable[Listing]:
    """Read sub-headings of one level as a list, each with the sentence that follows it."""
    levels: dict[tuple[int, str], list[tuple[View, ...]]] = {}
    for at, view in enumerate(views):
        if view.unit.kind == "heading":
            below = views[at + 1] if at + 1 < len(views) else None
            items = (view, below) if below is not None and _explains(below.unit) else (view,)
            levels.setdefault((view.unit.level, view.above), []).append(items)
    return (Listing(tuple(items)) for items in levels.values())


def _explains(unit: Unit) -> bool:
    return unit.kind == "sentence"


def merged(found: Sequence[Listing]) -> tuple[tuple[tuple[View, ...], ...], ...]:
    """Unite the items of several lists: each with those that say the same, best-supported first.

    Each entry holds one or more items; the first is the one to show.
    """
    united: list[list[tuple[View, ...]]] = []
    for listing in found:
        for item in listing.items:
            for entry in united:
                if any(_alike(item[0], other[0]) for other in entry):
                    entry.append(item)
                    break
            else:
                united.append([item])
    order = sorted(range(len(united)), key=lambda i: (-_documents(united[i]), i))
    return tuple(tuple(united[i]) for i in order)


def _alike(one: View, other: View) -> bool:
    """Tell whether two items say the same, or bear the same label."""
    label, known = label_of(one.text).lower(), label_of(other.text).lower()
    return same(one, other) or bool(label and label == known)


def _documents(entry: Sequence[tuple[View, ...]]) -> int:
    return len({item[0].passage.document for item in entry})


def list_part(
    writer: Writer, entries: Sequence[tuple[tuple[View, ...], ...]], *, all_of_them: bool = False
) -> tuple[Part, ...]:
    """Write the items of united lists, ten of them unless all are asked for."""
    shown = entries if all_of_them else entries[:SHOWN]
    brief = sum(v.size for entry in shown for v in entry[0]) > ROOM
    rows = tuple(_row(writer, entry, brief=brief) for entry in shown)
    parts: tuple[Part, ...] = (Part("list", rows),)
    left = len(entries) - len(shown)
    if left:
        more = f"… and {left} more; ask for all of them to see the whole list."
        parts += (Part("prose", ((Statement(more),),)),)
    return parts


def _row(
    writer: Writer, entry: tuple[tuple[View, ...], ...], *, brief: bool
) -> tuple[Statement, ...]:
    others = [item[0] for item in entry]
    lead = writer.state(others, prose=False)
    if brief:
        return (lead,)
    return (lead, *(writer.state([view]) for view in entry[0][1:]))
