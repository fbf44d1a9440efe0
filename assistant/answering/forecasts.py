"""Figures of employment that profiles state, with the sentences that state them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from ..figures import OutlookFigure
from ..lexicon import Lexicon
from ..records import Document, Passage
from .views import View, Viewer


@dataclass(frozen=True, slots=True)
class Forecast:
    """A figure of a role's employment, where it holds (a place's id), and its sentence."""

    role: str
    place: str
    figure: OutlookFigure
    seen: Callable[[], View] = field(compare=False, repr=False)

    @property
    def view(self) -> View:
        """Give the view of the unit that states it, worked out when it is cited."""
        return self.seen()

    @property
    def own(self) -> bool:
        """Tell whether the figure is of the role itself, not of the group nearest to it."""
        return self.figure.match in ("exact", "contains")


def read_forecasts(
    passages: Iterable[Passage],
    documents: Mapping[str, Document],
    viewer: Viewer,
    lexicon: Lexicon,
) -> tuple[Forecast, ...]:
    """Give the forecasts of every profile among the documents, in order."""
    found: list[Forecast] = []
    for passage in passages:
        document = documents.get(passage.document)
        if document is not None and document.profile is not None and document.profile.outlook:
            found += _of_passage(passage, document, viewer, lexicon)
    return tuple(found)


def _of_passage(
    passage: Passage, document: Document, viewer: Viewer, lexicon: Lexicon
) -> Iterator[Forecast]:
    profile = document.profile
    spans = {f.span for f in profile.outlook} if profile else set()
    if profile is None or not any(passage.start <= s < passage.end for s, _ in spans):
        return
    role = lexicon.role_of(passage.document, profile.role)
    for view in viewer.views(passage):
        for figure in profile.outlook:
            if figure.span == (view.unit.start, view.unit.end):
                place = lexicon.named("place", figure.geography)
                yield Forecast(role, place, figure, partial(_same, view))


def _same(view: View) -> View:
    return view
