"""What is to know of a unit of text before any question: its words, its subject, its section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from ..figures import Profile
from ..lexicon import Entity, Lexicon
from ..records import Document, Passage, Span, Unit
from ..text import Word
from .placing import Placed, about_source, in_sources, places, says, untold
from .reading import TextReader, ids

# Passages whose units are kept ready; beyond that the oldest are worked out again.
KEPT = 4_000
# Words looked at for the role that a sentence opens with.
OPENING = 8
_FIGURE = re.compile(r"\d[\d,.]*\d|\d")
_DENIED = re.compile(r"\b(?:not|no|never|nor|without|cannot)\b|n[’']t\b", re.I)


@dataclass(frozen=True, slots=True)
class View:
    """A unit with what it and its surroundings speak of.

    ``above`` is the nearest heading or lead-in, as text; ``held`` are its stems and their
    pairs, ``context`` those of the headings, the lead-in and the title. ``roles`` are named in
    the unit itself; ``subject`` is whom it is about: those, or else the roles of its lead-in,
    its headings or its document, whichever names any first; ``of`` is without the unit's own,
    whom a list is of. ``sections`` are the facets that the headings and the lead-in announce
    (nearest first), ``signs`` those that its own words show. ``before`` is the sentence that a
    unit opening with a pronoun, or following a colon, goes on from; its words are context.
    ``leads`` is the role that the unit opens with. ``things`` are the names and figures in it,
    and whether it denies. ``after`` are the sentences that go on from this one.
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
    signs: frozenset[str]
    leads: str = ""
    things: tuple[object, ...] = ()
    before: View | None = None
    after: tuple[View, ...] = field(default=(), compare=False, repr=False)

    @property
    def key(self) -> tuple[str, int, int]:
        """Give what tells this unit from any other."""
        return (self.passage.document, self.unit.start, self.unit.end)

    @property
    def says(self) -> bool:
        """Tell whether the unit states something: a heading or a lead-in only announces."""
        return says(self.unit, self.text)

    @property
    def about_source(self) -> bool:
        """Tell whether the unit speaks of the text it comes from rather than of its subject."""
        return self.in_sources or about_source(self.text)

    @property
    def untold(self) -> bool:
        """Tell whether the unit stands in a section on what the document does not tell."""
        return untold(self.passage)

    @property
    def in_sources(self) -> bool:
        """Tell whether the unit stands in a list of sources."""
        return in_sources(self.above, self.passage)

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
    """Works out the views of passages, each once."""

    def __init__(
        self, lexicon: Lexicon, documents: Mapping[str, Document], profiles: Mapping[str, Profile]
    ) -> None:
        self.lexicon = lexicon
        self._documents = documents
        self._profiles = profiles
        self.role_of = lru_cache(maxsize=KEPT)(self._role_of_profile)
        self._kept: dict[int, tuple[View, ...]] = {}
        self._reader = TextReader(lexicon)
        self._above, self._sections = self._reader.above, self._reader.sections

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
        profiled, aside = self.role_of(passage.document), untold(passage)
        alone = self.lexicon.alone(passage.document)
        last: frozenset[str] = frozenset()
        for place in places(passage, self._lead):
            found, roles = self._reader.names(place.text)
            leads = self._leads(found, place.text) if roles else ""
            named = Named(roles, leads, place.unit.kind in ("item", "row"))
            around = (*place.above, passage.title)
            sections = self._announced(place.above) if profiled else ()
            before = last if place.goes_on else frozenset()
            own = alone or _of_profile(profiled, sections, roles)
            last = own or self._subject(named, before, around)
            tells = says(place.unit, place.text) and not aside
            aside_too = about_source(place.text) or in_sources(around[0], passage)
            yield Subject(last, tells and not aside_too)

    def subject(self, passage: Passage) -> frozenset[str]:
        """Tell whom a passage's first unit is about, without working out the others."""
        return next((told.roles for told in self.subjects(passage)), frozenset())

    def _views(self, passage: Passage) -> Iterator[View]:
        last: View | None = None
        for place in places(passage, self._lead):
            last = self._view(passage, place, last if place.goes_on else None)
            yield last

    def _announced(self, above: Iterable[str]) -> tuple[str, ...]:
        """Give the facets that what stands above a unit announces, nearest first."""
        return tuple(dict.fromkeys(s for text in above for s in self._sections(text)))

    def _view(self, passage: Passage, place: Placed, before: View | None) -> View:
        unit, text, above = place.unit, place.text, place.above
        around = (*above, passage.title)
        read = self._reader.read(text)
        # A document of one role alone is about it, whomever else it mentions.
        alone = self.lexicon.alone(passage.document)
        roles = alone or read.roles
        leads = self._leads(read.words, text) if read.roles else ""
        leads = leads if not alone or leads in alone else ""
        named = Named(roles, leads, unit.kind in ("item", "row"))
        context = self._context(around)
        if before is not None:
            context |= before.held
        sections = self._announced(above)
        profiled = self.role_of(passage.document)
        return View(
            passage=passage,
            unit=unit,
            text=text,
            stems=frozenset(read.terms),
            held=frozenset((*read.terms, *read.pairs)),
            context=context,
            above=above[0] if above else passage.title,
            roles=roles,
            subject=alone
            or _of_profile(profiled, sections, roles)
            or self._subject(named, before.subject if before else frozenset(), around),
            of=alone or (frozenset({profiled}) if profiled else self._first_roles(around)),
            leads=named.leads,
            things=_things(read.entities, text),
            places=ids(read.entities, "place"),
            employers=ids(read.entities, "employer"),
            sections=sections,
            signs=frozenset(m.value for m in self.lexicon.signs.find_all(read.words)),
            before=before,
        )

    def _context(self, above: Iterable[str]) -> frozenset[str]:
        """Give the terms and pairs of what stands above a unit."""
        read = map(self._above, above)
        return frozenset(term for of in read for term in (*of.terms, *of.pairs))

    def _subject(
        self, named: Named, before: frozenset[str], above: Iterable[str]
    ) -> frozenset[str]:
        """Tell whom a unit is about; ``before`` is whom the sentence that it goes on from is.

        A pronoun is about whom the sentence before is about; an item of a list about the role
        it opens with or whom the list is of, for it may only mention another.
        """
        if before:
            return before
        if named.listed:
            own = frozenset({named.leads} if named.leads else ())
            return own or self._first_roles(above) or named.roles
        return named.roles or self._first_roles(above)

    def _leads(self, opening: Sequence[Word], text: str) -> str:
        """Give the role that a text opens with, behind an article or a label at most."""
        found = self.lexicon.entities.find(opening[:OPENING], text)
        return next((m.value.id for m in found if m.value.kind == "role" and m.first <= 1), "")

    def _lead(self, passage: Passage, unit: Unit) -> str:
        if unit.lead is None:
            return ""
        if passage.start <= unit.lead[0] and unit.lead[1] <= passage.end:
            return passage.quote(unit.lead)
        document = self._documents.get(passage.document)
        return document.text[slice(*unit.lead)] if document else ""

    def _first_roles(self, texts: Iterable[str]) -> frozenset[str]:
        return next((roles for text in texts if (roles := self._above(text).roles)), frozenset())


def _of_profile(role: str, sections: Sequence[str], named: frozenset[str]) -> frozenset[str]:
    """Tell whom a unit of a role's profile is about: that role, beside others it is compared to."""
    if not role:
        return frozenset()
    return frozenset({role}) | (named if "difference" in sections else frozenset())


def span_of(view: View) -> Span:
    """Give the offsets that quoting the unit cites."""
    return (view.unit.start, view.unit.end)


def _things(entities: Iterable[Entity], text: str) -> tuple[object, ...]:
    """Give what must be equal for two units to say the same: names, figures, denial."""
    figures = frozenset(_FIGURE.findall(text))
    return (frozenset(e.term for e in entities), figures, bool(_DENIED.search(text)))


def _followed(views: tuple[View, ...]) -> tuple[View, ...]:
    """Tell each view which ones go on from it."""
    after: dict[tuple[str, int, int], list[View]] = {}
    for view in views:
        if view.before is not None:
            after.setdefault(view.before.key, []).append(view)
    if not after:
        return views
    return tuple(replace(v, after=tuple(after.get(v.key, ()))) for v in views)
