"""What the lexicon knows, and looking things up in it; ``loading`` reads its files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from ..text import article, stopwords, words
from .phrases import Phrases
from .titles import Titles, title_key

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A role, place or employer, with every name it goes by.

    ``sort`` tells a place's: country, state, city or region.
    """

    kind: str
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    ambiguous: bool = False
    related: tuple[str, ...] = ()
    within: str = ""
    currency: str = ""
    plural: str = ""
    article: str = ""
    sort: str = ""

    @property
    def term(self) -> str:
        """Give the term by which a passage that names it is found, however it is called."""
        return f"{self.kind}:{self.id}"

    @property
    def one(self) -> str:
        """Give the name with its article: "an electrician".

        >>> Entity("role", "nurse", "nurse").one
        'a nurse'
        """
        return f"{self.article or article(self.name)} {self.name}"

    @property
    def shown(self) -> str:
        """Give a place's or employer's name as a sentence has it: "the United States"."""
        return f"{self.article} {self.name}".strip() if self.kind == "place" else self.name

    @property
    def many(self) -> str:
        """Give the plural of the name."""
        if self.plural:
            return self.plural
        if self.name.endswith("y") and self.name[-2:-1] not in "aeiou":
            return f"{self.name[:-1]}ies"
        return self.name + ("es" if self.name.endswith(("s", "x", "ch", "sh")) else "s")


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing a question can be about, and how questions, headings and sentences show it.

    ``strict`` tells that a question about it is answered by nothing else that it mentions.
    """

    id: str
    name: str
    wants: str
    ask: str
    like: tuple[str, ...] = ()
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Money:
    """How amounts are written, and what they are: each kind of thing by its words.

    ``bases`` are the words for where figures of pay were taken: officially, in adverts …, and
    ``levels`` those for how far somebody has got in a job.
    """

    currencies: Mapping[str, tuple[str, ...]]
    multipliers: Mapping[str, float]
    periods: Mapping[str, tuple[str, ...]]
    statistics: Mapping[str, tuple[str, ...]]
    bases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply to small talk or to a sign of distress."""

    kind: str
    text: str


@dataclass(frozen=True)
class Lexicon:
    """Everything the data files hold, ready to be looked up.

    ``fields`` gives the id of the role whose line of work a name means, ``crowds`` the one whose
    people it means before such a word as "folks", ``matters`` the name of the matter of everyday
    life, no career, that a word is of.
    ``synonyms`` maps the stems of a word or phrase to those that may stand for it, each with
    a weight between 0 and 1 that says how sure it is. ``declared`` gives the role of each
    document that declares one, ``titles`` what such roles are called besides, ``exact`` the
    documents that are of their role alone, whomever they mention.
    """

    entities: Phrases[Entity]
    by_id: Mapping[tuple[str, str], Entity]
    fields: Phrases[str]
    crowds: Phrases[str]
    facets: Mapping[str, Facet]
    asks: Phrases[str]
    headings: Phrases[str]
    signs: Phrases[str]
    synonyms: Mapping[Stems, tuple[tuple[Stems, float], ...]]
    synonym_phrases: Phrases[Stems]
    matters: Phrases[str]
    opposites: Mapping[Stems, frozenset[Stems]]
    money: Money
    smalltalk: Mapping[Stems, Reply]
    distress: Phrases[Reply]
    shorthand: Mapping[str, str]
    languages: Mapping[str, frozenset[str]]
    scripts: Mapping[str, str]

    words: frozenset[str]
    everyday: frozenset[str]
    titles: Titles = field(default_factory=Titles)
    declared: Mapping[str, str] = field(default_factory=dict)
    exact: frozenset[str] = frozenset()

    def terms(self, text: str) -> tuple[str, ...]:
        """Give what a text is found by: its stems, and a term for each thing that it names."""
        found = words(text)
        ignored = stopwords()
        named = tuple(m.value.term for m in self.entities.find(found, text))
        return tuple(w.stem for w in found if w.lower not in ignored) + named

    def terms_of_document(self, document: str) -> tuple[str, ...]:
        """Give the terms that every passage of a document is found by: of a role it is of alone."""
        role = self.declared.get(document) if document in self.exact else None
        return (self.by_id["role", role].term,) if role else ()

    def role_of(self, document: str, name: str) -> str:
        """Give the id of the role that a document declares by a name."""
        return self.declared.get(document) or self.named("role", name)

    @property
    def present(self) -> Collection[str]:
        """Give the ids of the roles that documents declare."""
        return self.declared.values()

    def alone(self, document: str) -> frozenset[str]:
        """Give the role that a document is of alone, whomever it mentions; nothing for none."""
        return frozenset({self.declared[document]} if document in self.exact else ())

    def names_of(self, facet: str) -> frozenset[str]:
        """Give the stems of the words that name a facet."""
        return frozenset(w.stem for w in words(f"{self.facets[facet].name} {facet}"))

    def heading_stems(self, facet: str) -> tuple[Stems, ...]:
        """Give the stems of the words by which headings announce a facet."""
        return self.headings.keys_of(facet)

    def entity(self, kind: str, identifier: str) -> Entity:
        """Give a role, place or employer by its id."""
        return self.by_id[kind, identifier]

    def named(self, kind: str, name: str) -> str:
        """Give the id of the role, place or employer that a name means, "" for none."""
        found = self.entities.find(words(name), name)
        return next((m.value.id for m in found if m.value.kind == kind), "")

    def with_roles(self, roles: Iterable[Entity]) -> Lexicon:
        """Give a lexicon that also knows the roles that a corpus's documents declare."""
        known = dict(self.by_id)
        by_name = {n: e.id for e in known.values() if e.kind == "role" for n in _names(e)}
        for role in roles:
            before = known.get((role.kind, by_name.get(role.name.lower(), role.id)))
            held = replace(before or role, aliases=_united(role, before))
            known[held.kind, held.id] = held
            by_name |= dict.fromkeys(_names(held) - set(by_name), held.id)
        if known == self.by_id:
            return self
        return replace(self, by_id=known, entities=entity_phrases(known.values()))


def _names(entity: Entity) -> set[str]:
    """Give every name that an entity goes by, in small letters."""
    return {name.lower() for name in (entity.name, *entity.aliases, entity.plural) if name}


def _united(role: Entity, before: Entity | None) -> tuple[str, ...]:
    """Give a role's aliases with those it had before, its other name among them."""
    if before is None:
        return role.aliases
    known = {n.lower(): n for n in (*before.aliases, *role.aliases, role.name)}
    known.pop(before.name.lower(), None)
    return tuple(known.values())


def entity_phrases(entities: Iterable[Entity], hidden: Collection[Stems] = ()) -> Phrases[Entity]:
    """Gather every name of the roles, places and employers, to find them in texts.

    ``hidden`` are names of roles that are left out, by their words in the singular.
    """
    table: Phrases[Entity] = Phrases(names=True)
    for entity in entities:
        names = (entity.name, *entity.aliases, entity.plural)
        if hidden and entity.kind == "role":
            names = tuple(n for n in names if title_key(n) not in hidden)
        for name in names:
            if name not in entity.cased:
                table.add(name, entity)
        for alias in entity.cased:
            table.add(alias, entity, cased=True)
    return table
