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
from .reading import Reading, TextReader, ids

# Passages whose units are kept ready; beyond that the oldest are worked out again.
KEPT = 4_000
# Words looked at for the role that a sentence opens with.
OPENING = 8
_FIGURE = re.compile(r"\d[\d,.]*\d|\d")
_DENIED = re.compile(r"\b(?:not|no|never|nor|without|cannot)\b|n[’']t\b", re.I)
_ABOUT_SOURCE = re.compile(
    r"(?:the|this|that) (?:article|source|document|text|page|author|report|post|website)"
    r"(?:['’]s)?\b",
    re.I,
)
_SOURCES = re.compile(r"(?:sources?|references|bibliography|further reading)\W*$", re.I)
UNTOLD = re.compile(r"\bdo(?:es)? not (?:tell|say)\b", re.I)
_POINTS_BACK = re.compile(r"[^.;:]{0,90}\b(?:these|those) \w+", re.I)
_OPENS_LIKE_A_REPLY = re.compile(
    r"(?:(?:before|after|when|once|while|if|in|at|during|then|by)\b[^,.;]{0,30}?\s)?"
    r"(?:(?:and|but|moreover|also|therefore|however|then|for (?:example|instance)),?\s+)?"
    r"(?:it|its|it's|it’s|they|they're|they’re|their|this|these|those|that|that's|that’s|such|he|"
    r"she|his|her|to them|to address this|the latter|the former)\b",
    re.I,
)


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
        announces = self.unit.kind == "heading" or self.text.rstrip().endswith(":")
        return not announces and not (self.unit.cells and self.unit.cells == self.unit.header)

    @property
    def about_source(self) -> bool:
        """Tell whether the unit speaks of the text it comes from rather than of its subject."""
        return self.in_sources or bool(_ABOUT_SOURCE.match(self.text))

    @property
    def untold(self) -> bool:
        """Tell whether the unit stands in a section on what the document does not tell."""
        return any(UNTOLD.search(heading) for heading in self.passage.headings[-1:])

    @property
    def in_sources(self) -> bool:
        """Tell whether the unit stands in a list of sources."""
        above = (self.above, *self.passage.headings[-1:])
        return any(_SOURCES.match(heading) for heading in above)

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


class Viewer:
    """Works out the views of passages, each once."""

    def __init__(
        self, lexicon: Lexicon, documents: Mapping[str, Document], profiles: Mapping[str, Profile]
    ) -> None:
        self.lexicon = lexicon
        self._documents = documents
        self._profiles = profiles
        self._profiled = lru_cache(maxsize=KEPT)(self._role_of_profile)
        self._kept: dict[int, tuple[View, ...]] = {}
        self._reader = TextReader(lexicon)
        self._above, self._sections = self._reader.above, self._reader.sections

    def forget(self) -> None:
        """Forget which documents are profiles; they have changed."""
        self._profiled.cache_clear()

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

    def subject(self, passage: Passage) -> frozenset[str]:
        """Tell whom a passage's first unit is about, without working out the others."""
        return next((view.subject for view in self._views(passage)), frozenset())

    def _views(self, passage: Passage) -> Iterator[View]:
        headings = list(passage.headings)
        inside: list[tuple[int, str]] = []
        last: View | None = None
        for unit in passage.units:
            text = passage.quote((unit.start, unit.end))
            if unit.kind == "heading":
                inside = [(lv, h) for lv, h in inside if lv < unit.level]
            before = last if last is not None and _goes_on(unit, text, last) else None
            above = headings + [h for _, h in inside]
            last = self._view(passage, unit, text, above, before)
            yield last
            if unit.kind == "heading":
                inside.append((unit.level, text))

    def _view(
        self, passage: Passage, unit: Unit, text: str, headings: list[str], before: View | None
    ) -> View:
        lead = self._lead(passage, unit)
        above = [*([lead] if lead else []), *reversed(headings)]
        around = (*above, passage.title)
        read = self._reader.read(text)
        # A document of one role alone is about it, whomever else it mentions.
        alone = self.lexicon.alone(passage.document)
        roles = alone or read.roles
        leads = self._leads(read, text)
        leads = leads if not alone or leads in alone else ""
        named = Named(roles, leads, unit.kind in ("item", "row"))
        context = self._context(around)
        if before is not None:
            context |= before.held
        sections = tuple(dict.fromkeys(s for text in above for s in self._sections(text)))
        profiled = self._profiled(passage.document)
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
            or self._subject(named, before, around),
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

    def _subject(self, named: Named, before: View | None, above: Iterable[str]) -> frozenset[str]:
        """Tell whom a unit is about.

        A pronoun is about whom the sentence before is about; an item of a list about the role
        it opens with or whom the list is of, for it may only mention another.
        """
        if before is not None and before.subject:
            return before.subject
        if named.listed:
            own = frozenset({named.leads} if named.leads else ())
            return own or self._first_roles(above) or named.roles
        return named.roles or self._first_roles(above)

    def _leads(self, read: Reading, text: str) -> str:
        """Give the role that a text opens with, behind an article or a label at most."""
        if not read.roles:
            return ""
        found = self.lexicon.entities.find(read.words[:OPENING], text)
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


def _goes_on(unit: Unit, text: str, last: View) -> bool:
    """Tell whether a sentence needs the one before it to be understood."""
    if unit.kind != "sentence" or last.unit.kind != "sentence":
        return False
    replies = _OPENS_LIKE_A_REPLY.match(text) or _POINTS_BACK.match(text)
    return bool(replies) or last.text.rstrip().endswith(":")
