"""What is to know of a unit of text before any question: its words, its subject, its section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from ..figures import Profile
from ..lexicon import Lexicon
from ..records import Document, Passage, Span, Unit
from ..text import noted_stems, pairs
from .placing import Placed, about_source, in_sources, places, says, untold
from .reading import Mentioned, Mentions, TextReader, ids

# Passages whose units are kept ready; beyond that the oldest are worked out again.
KEPT = 4_000
_NONE: frozenset[str] = frozenset()
_FIGURE = re.compile(r"\d[\d,.]*\d|\d")
_DENIED = re.compile(r"\b(?:not|no|never|nor|without|cannot)\b|n[’']t\b", re.I)


@dataclass(frozen=True, slots=True)
class View:
    """A unit with what it and its surroundings speak of.

    ``above`` is the nearest heading or lead-in, as text; ``held`` are its stems and their pairs,
    ``context`` those of the headings, the lead-in and the title. ``roles`` are named in the unit
    itself; ``subject`` is whom it is about: those, or else the roles of its lead-in, its headings
    or its document, whichever names any first; ``of`` is without the unit's own, whom a list is
    of. ``sections`` are the facets that the headings and the lead-in announce (nearest first),
    ``headed`` the headings alone, ``signs`` those that its own words show. ``before`` is the
    sentence that a unit opening with a pronoun, or following a colon, goes on from; its words are
    context. ``leads`` is the role that the unit opens with. It ``says`` something unless it is a
    heading or a lead-in, which only announce. ``untold`` is what stands in a section on what the
    document does not tell, ``in_sources`` what stands in a list of sources, which is also
    ``about_source``, as is what speaks of the text it comes from rather than of its subject.
    ``named`` are the terms of what it names. ``after`` are the sentences that go on from it.
    """

    passage: Passage
    unit: Unit
    text: str
    stems: frozenset[str]
    held: frozenset[str]
    context: frozenset[str]
    above: str
    roles: frozenset[str]
    subject: frozenset[str]
    of: frozenset[str]
    places: frozenset[str]
    employers: frozenset[str]
    sections: tuple[str, ...]
    headed: tuple[str, ...]
    signs: frozenset[str]
    leads: str = ""
    says: bool = True
    untold: bool = False
    in_sources: bool = False
    about_source: bool = False
    named: frozenset[str] = frozenset()
    before: View | None = None
    after: tuple[View, ...] = field(default=(), compare=False, repr=False)

    @property
    def key(self) -> tuple[str, int, int]:
        """Give what tells this unit from any other."""
        return (self.passage.document, self.unit.start, self.unit.end)

    @property
    def things(self) -> tuple[object, ...]:
        """Give what must be equal for two units to say the same: names, figures, denial."""
        return (self.named, *_figures(self.text))

    @property
    def quoted(self) -> str:
        """Give the text exactly as the document has it, hard spaces included."""
        return self.passage.quote((self.unit.start, self.unit.end))

    @property
    def noted(self) -> frozenset[str]:
        """Give the stems of all the questions that are noted beside it."""
        return noted_stems(self.unit.phrasings) if self.unit.phrasings else _NONE

    def cells(self) -> tuple[str, ...]:
        """Give the texts of a table row's cells."""
        return tuple(self.passage.quote(span) for span in self.unit.cells)

    @property
    def size(self) -> int:
        """Give the number of words."""
        return len(self.text.split())


class Named(NamedTuple):
    """The roles that a unit names, the one it opens with, and whether it is of a list."""

    roles: frozenset[str]
    leads: str
    listed: bool


class Subject(NamedTuple):
    """Whom a unit is about, and whether it tells something besides its source and its gaps."""

    roles: frozenset[str]
    tells: bool


class Viewer:
    """Works out the views of passages, each once.

    ``mentioned`` gives what the units of a passage mention where that is kept; else they are
    read.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        documents: Mapping[str, Document],
        profiles: Mapping[str, Profile],
        mentioned: Mentioned | None = None,
    ) -> None:
        self.lexicon = lexicon
        self._documents = documents
        self._profiles = profiles
        self._mentioned = mentioned or _to_be_read
        self.role_of = lru_cache(maxsize=KEPT)(self._role_of_profile)
        self._kept: dict[int, tuple[View, ...]] = {}
        self._reader = TextReader(lexicon)

    def forget(self) -> None:
        """Forget which documents are profiles; they have changed."""
        self.role_of.cache_clear()

    def _role_of_profile(self, document: str) -> str:
        profile = self._profiles.get(document)
        return self.lexicon.role_of(document, profile.role) if profile is not None else ""

    def views(self, passage: Passage) -> tuple[View, ...]:
        """Give the views of a passage's units, in order."""
        known = self._kept.get(passage.number)
        if known is None:
            known = _followed(tuple(self._views(passage)))
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[passage.number] = known
        return known

    def subjects(self, passage: Passage) -> Iterator[Subject]:
        """Tell whom each unit is about, without working out its view, one by one."""
        known = self._kept.get(passage.number)
        if known is not None:
            for v in known:
                yield Subject(v.subject, v.says and not (v.about_source or v.untold))
            return
        aside = untold(passage)
        last: frozenset[str] = frozenset()
        for place, (roles, leads) in zip(self._places(passage), self._names(passage), strict=True):
            named = Named(roles, leads, place.unit.kind in ("item", "row"))
            last = self._subject(passage, place, named, last if place.goes_on else frozenset())
            tells = says(place.unit, place.text) and not aside
            aside_too = about_source(place.text) or in_sources(_nearest(passage, place), passage)
            yield Subject(last, tells and not aside_too)

    def subject(self, passage: Passage) -> frozenset[str]:
        """Tell whom a passage's first unit is about, without working out the others."""
        return next((told.roles for told in self.subjects(passage)), frozenset())

    def _places(self, passage: Passage) -> Iterator[Placed]:
        return places(passage, self._lead)

    def _names(self, passage: Passage) -> Iterator[tuple[frozenset[str], str]]:
        """Give the roles that each unit names and the one that it opens with."""
        kept = self._mentioned(passage, self.lexicon)
        if kept is None:
            return map(self._reader.names, _texts(passage))
        return ((ids(m.entities, "role"), m.leads) for m in kept)

    def _mentions(self, passage: Passage) -> Iterable[Mentions]:
        kept = self._mentioned(passage, self.lexicon)
        return map(self._reader.mentions, _texts(passage)) if kept is None else kept

    def _views(self, passage: Passage) -> Iterator[View]:
        last: View | None = None
        for place, said in zip(self._places(passage), self._mentions(passage), strict=True):
            last = self._view(passage, place, said, last if place.goes_on else None)
            yield last

    def _view(self, passage: Passage, place: Placed, said: Mentions, before: View | None) -> View:
        unit, text = place.unit, place.text
        around = self._reader.around(place.above, passage.title)
        # A document of one role alone is about it, whomever else it mentions.
        alone = self.lexicon.alone(passage.document)
        roles = alone or ids(said.entities, "role")
        leads = said.leads if not alone or said.leads in alone else ""
        named = Named(roles, leads, unit.kind in ("item", "row"))
        profiled = self.role_of(passage.document)
        terms = (*said.stems, *(entity.term for entity in said.entities))
        sources = in_sources(_nearest(passage, place), passage)
        return View(
            passage=passage,
            unit=unit,
            text=text,
            stems=frozenset(terms),
            held=frozenset((*terms, *pairs(said.stems))),
            context=around.held if before is None else around.held | before.held,
            above=_nearest(passage, place),
            roles=roles,
            subject=self._subject(passage, place, named, before.subject if before else frozenset()),
            of=alone or (frozenset({profiled}) if profiled else around.roles),
            leads=leads,
            says=says(unit, text),
            untold=untold(passage),
            in_sources=sources,
            about_source=sources or about_source(text),
            named=frozenset(entity.term for entity in said.entities),
            places=ids(said.entities, "place"),
            employers=ids(said.entities, "employer"),
            sections=around.sections,
            headed=self._reader.around(place.headings, passage.title).sections,
            signs=said.signs,
            before=before,
        )

    def _subject(
        self, passage: Passage, place: Placed, named: Named, before: frozenset[str]
    ) -> frozenset[str]:
        """Tell whom a unit is about; ``before`` is whom the sentence that it goes on from is.

        A pronoun is about whom the sentence before is about; an item of a list about the role
        it opens with or whom the list is of, for it may only mention another.
        """
        around = self._reader.around(place.above, passage.title)
        own = self.lexicon.alone(passage.document) or _of_profile(
            self.role_of(passage.document), around.sections, named.roles
        )
        if own or before:
            return own or before
        if named.listed:
            leads = frozenset({named.leads} if named.leads else ())
            return leads or around.roles or named.roles
        return named.roles or around.roles

    def _lead(self, passage: Passage, unit: Unit) -> str:
        if unit.lead is None:
            return ""
        if passage.start <= unit.lead[0] and unit.lead[1] <= passage.end:
            return passage.quote(unit.lead)
        document = self._documents.get(passage.document)
        return document.text[slice(*unit.lead)] if document else ""


def _texts(passage: Passage) -> Iterator[str]:
    return (passage.quote((unit.start, unit.end)) for unit in passage.units)


def _to_be_read(passage: Passage, lexicon: Lexicon) -> None:
    """Keep nothing of what units mention."""


def _nearest(passage: Passage, place: Placed) -> str:
    """Give the nearest text above a unit."""
    return place.above[0] if place.above else passage.title


def _of_profile(role: str, sections: Sequence[str], named: frozenset[str]) -> frozenset[str]:
    """Tell whom a unit of a role's profile is about: that role, beside others it is compared to."""
    if not role:
        return frozenset()
    return frozenset({role}) | (named if "difference" in sections else frozenset())


def span_of(view: View) -> Span:
    """Give the offsets that quoting the unit cites."""
    return (view.unit.start, view.unit.end)


@lru_cache(maxsize=KEPT)
def _figures(text: str) -> tuple[frozenset[str], bool]:
    """Give the figures in a text, and whether it denies."""
    return frozenset(_FIGURE.findall(text)), bool(_DENIED.search(text))


def _followed(views: tuple[View, ...]) -> tuple[View, ...]:
    """Tell each view which ones go on from it."""
    after: dict[tuple[str, int, int], list[View]] = {}
    for view in views:
        if view.before is not None:
            after.setdefault(view.before.key, []).append(view)
    if not after:
        return views
    return tuple(replace(v, after=tuple(after.get(v.key, ()))) for v in views)
