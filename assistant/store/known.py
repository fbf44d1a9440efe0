"""What is known of an indexed collection without reading its passages, out of the index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from ..answering import Forecast, Mentions, Paid, Viewer, forecast_of, mentions_of, paid_of
from ..figures import Profile
from ..lexicon import Lexicon
from ..records import Passage
from . import coding
from .builder import mark
from .rows import Rows

# Profiles and statements of pay that are kept ready.
PROFILES, SALARIES = 256, 50_000


class Profiles(Mapping[str, Profile]):
    """The roles' profiles by the documents' ids, each read when it is asked for."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._held = rows.ragged("document.profile")
        self._read = lru_cache(maxsize=PROFILES)(self._profile)

    def __getitem__(self, name: str) -> Profile:
        return self._read(name)

    def __contains__(self, name: object) -> bool:
        at = self._rows.places.get(name) if isinstance(name, str) else None
        return at is not None and bool(self._held.ends[at] < self._held.ends[at + 1])

    def __iter__(self) -> Iterator[str]:
        having = np.flatnonzero(np.diff(self._held.ends)).tolist()
        return (self._rows.names[at] for at in having)

    def __len__(self) -> int:
        return int(np.count_nonzero(np.diff(self._held.ends)))

    def _profile(self, name: str) -> Profile:
        found = coding.profile(self._held.raw(self._rows.places[name]))
        if found is None:
            raise KeyError(name)
        return found


class Known:
    """What is known of the collection: the roles it is about, pay, and employment."""

    def __init__(self, rows: Rows, passages: Sequence[Passage], meta: Mapping[str, Any]) -> None:
        self._rows, self._passages = rows, passages
        self._subjects: Mapping[str, int] = meta["subjects"]
        self._profiled = rows.fixed("document.profiled")
        self._profiles = Profiles(rows)
        self._roles = rows.fixed("salary.role")
        self._about, self._tells = rows.ragged("passage.about"), rows.fixed("passage.tells")
        self._read = lru_cache(maxsize=SALARIES)(self._paid)
        self._chosen = lru_cache(maxsize=64)(self._of)
        self._forecasts = lru_cache(maxsize=1)(self._all_forecasts)

    @property
    def profiles(self) -> Mapping[str, Profile]:
        """Give the roles' profiles by the documents' ids."""
        return self._profiles

    def profiled(self, role: str) -> Sequence[str]:
        """Give the ids of the documents that are a role's profile."""
        found = np.flatnonzero(self._profiled == mark(role)).tolist() if role else []
        return [self._rows.names[at] for at in found]

    def source_of(self, document: str) -> str:
        """Tell in words where a document comes from, "" when that is unknown."""
        return coding.source(self._rows.ragged("document.head").raw(self._rows.places[document]))

    def mentions(self, passage: Passage, lexicon: Lexicon) -> Sequence[Mentions]:
        """Give what each unit of a passage mentions."""
        return mentions_of(self._rows.record("passage.mentions", passage.number), lexicon)

    def stands(self, number: int, roles: frozenset[str], viewer: Viewer) -> tuple[bool, bool]:
        """Tell whether a passage is about one of the roles or about none, and whether it tells."""
        fitting = {mark(role) for role in (*roles, "")}
        return not fitting.isdisjoint(self._about[number].tolist()), bool(self._tells[number])

    def passages_of(self, document: str) -> Sequence[Passage]:
        """Give the passages of a document."""
        at = self._rows.places[document]
        first = self._rows.first["passages"]
        return [self._passages[n] for n in range(int(first[at]), int(first[at + 1]))]

    def subjects(self, viewer: Viewer) -> Mapping[str, int]:
        """Give how many of a sample of passages are about each role, most first."""
        return self._subjects

    def salaries(self, viewer: Viewer, roles: Sequence[str] = ()) -> Sequence[Paid]:
        """Give the statements of pay of some roles, of all by default."""
        return self._chosen(viewer, tuple(roles))

    def forecasts(self, viewer: Viewer) -> Sequence[Forecast]:
        """Give the figures of employment that profiles state."""
        return self._forecasts(viewer)

    def _of(self, viewer: Viewer, roles: tuple[str, ...]) -> Sequence[Paid]:
        chosen: Sequence[int] = range(len(self._roles))
        if roles:
            wanted = [mark(role) for role in roles]
            chosen = np.flatnonzero(np.isin(self._roles, wanted)).tolist()
        return tuple(self._read(viewer, number) for number in chosen)

    def _paid(self, viewer: Viewer, number: int) -> Paid:
        document = self._rows.document_of("salaries", number)
        record = self._rows.record("salary.record", number)
        return paid_of(record, self._passage_of(document), viewer)

    def _all_forecasts(self, viewer: Viewer) -> Sequence[Forecast]:
        found = []
        for number in range(len(self._rows.ragged("forecast.record"))):
            document = self._rows.document_of("forecasts", number)
            profile = self._profiles[self._rows.names[document]]
            record = self._rows.record("forecast.record", number)
            found.append(forecast_of(record, profile, self._passage_of(document), viewer))
        return tuple(found)

    def _passage_of(self, document: int) -> Callable[[int], Passage]:
        base = int(self._rows.first["passages"][document])
        return lambda at: self._passages[base + at]
