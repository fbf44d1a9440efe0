"""A text as its words show it: what it names, its stems, and the facets that it announces."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from ..lexicon import Entity, Lexicon, Match
from ..records import Passage, Unit
from ..text import Word, pairs, stopwords, unstemmed, words

# Texts that stand above others of which the readings are kept.
KEPT = 4_000
# Words looked at for the role that a text opens with: one behind an article or a label.
OPENING = 1


_NONE: frozenset[str] = frozenset()


class Reading(NamedTuple):
    """A text as its words show it: its words, what it names and where, the roles among that.

    ``stems`` are those of its words without the stop words, in order.
    """

    words: tuple[Word, ...]
    found: tuple[Match[Entity], ...]
    roles: frozenset[str]
    stems: tuple[str, ...]

    @property
    def terms(self) -> tuple[str, ...]:
        """Give what the text is found by: its stems, and a term for each thing that it names."""
        return (*self.stems, *(match.value.term for match in self.found))

    @property
    def pairs(self) -> tuple[str, ...]:
        """Give the pairs of neighbouring stems."""
        return pairs(self.stems)


class Around(NamedTuple):
    """What stands above a unit: its terms and pairs, the facets it announces, its first roles."""

    held: frozenset[str]
    sections: tuple[str, ...]
    roles: frozenset[str]


class Mentions(NamedTuple):
    """What a unit of text says by its words, whatever stands above it; may be kept for later.

    ``stems`` are those of its words without the stop words, in order, ``entities`` what it
    names, ``leads`` the role that it opens with, ``signs`` the facets that its words show.
    """

    stems: tuple[str, ...]
    entities: tuple[Entity, ...]
    leads: str
    signs: frozenset[str]

    def plain(self) -> list[Any]:
        """Give it as plain data."""
        named = [e.term for e in self.entities]
        return [" ".join(self.stems), named, self.leads, sorted(self.signs)]


# What the units of a passage mention, if that is kept.
Mentioned = Callable[[Passage, Lexicon], Sequence[Mentions] | None]


class TextReader:
    """Reads texts; what stands above many units, as titles and headings do, only once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._above = lru_cache(maxsize=KEPT)(self.read)
        self._sections = lru_cache(maxsize=KEPT)(self._announced)
        self.around = lru_cache(maxsize=KEPT)(self._around)

    def read(self, text: str) -> Reading:
        """Read a text."""
        found = words(text)
        named = self.lexicon.entities.find(found, text)
        ignored = stopwords()
        own = tuple(w.stem for w in found if w.lower not in ignored)
        return Reading(found, named, ids([m.value for m in named], "role"), own)

    def names(self, text: str) -> tuple[frozenset[str], str]:
        """Give the roles that a text names and the one that it opens with, without its stems."""
        found = self.lexicon.entities.find(unstemmed(text), text)
        return ids([m.value for m in found], "role"), _leads(found)

    def mentions(self, text: str) -> Mentions:
        """Read a unit's text."""
        read = self.read(text)
        return self._mentions(read.words, read.found, read.stems)

    def _around(self, above: tuple[str, ...], title: str) -> Around:
        """Read what stands above a unit, nearest first, and the title, which announces nothing."""
        texts = (*above, title)
        read = [self._above(text) for text in texts]
        held = frozenset(term for of in read for term in (*of.terms, *of.pairs))
        sections = dict.fromkeys(s for text in above for s in self._sections(text))
        return Around(held, tuple(sections), next((r.roles for r in read if r.roles), frozenset()))

    def units(self, passage: Passage, whole: Reading) -> tuple[Mentions, ...]:
        """Give what the units of a passage mention, from the reading of the passage's text."""
        starts = [word.start for word in whole.words]
        return tuple(self._unit(passage, unit, whole, starts) for unit in passage.units)

    def _unit(
        self, passage: Passage, unit: Unit, whole: Reading, starts: Sequence[int]
    ) -> Mentions:
        first = bisect_left(starts, unit.start - passage.start)
        last = bisect_left(starts, unit.end - passage.start)
        own = [m for m in whole.found if m.first < last and m.last >= first]
        across = any(m.first < first or m.last >= last for m in own)
        held = whole.words[first:last]
        if across or (held and held[-1].end > unit.end - passage.start):
            return self.mentions(passage.quote((unit.start, unit.end)))
        ignored = stopwords()
        said = tuple(w.stem for w in held if w.lower not in ignored)
        return self._mentions(held, own, said, first)

    def _mentions(
        self,
        held: Sequence[Word],
        found: Sequence[Match[Entity]],
        said: tuple[str, ...],
        first: int = 0,
    ) -> Mentions:
        """Put together what words mention; the matches count them from ``first`` on."""
        signs = frozenset(m.value for m in self.lexicon.signs.find_all(held))
        entities = tuple(dict.fromkeys(m.value for m in found))
        return Mentions(said, entities, _leads(found, first), signs)

    def _announced(self, text: str) -> tuple[str, ...]:
        """Give the facets that a heading or a lead-in announces."""
        found = self.lexicon.headings.find_all(self._above(text).words)
        return tuple(dict.fromkeys(match.value for match in found))


def mentions_of(plain: Iterable[Any], lexicon: Lexicon) -> tuple[Mentions, ...]:
    """Give back what units mention, from the plain data of each."""
    named = lexicon.by_id
    return tuple(
        Mentions(
            tuple(said.split(" ")) if said else (),
            tuple(named[kind, own] for kind, _, own in (t.partition(":") for t in terms)),
            leads,
            frozenset(signs),
        )
        for said, terms, leads, signs in plain
    )


def _leads(found: Iterable[Match[Entity]], first: int = 0) -> str:
    """Give the role that a text opens with, behind an article or a label at most."""
    opening = (m.value for m in found if m.first - first <= OPENING)
    return next((e.id for e in opening if e.kind == "role"), "")


def ids(entities: Sequence[Entity], kind: str) -> frozenset[str]:
    """Give the ids of the entities of a kind."""
    # Most units name nothing.
    return frozenset(e.id for e in entities if e.kind == kind) if entities else _NONE
