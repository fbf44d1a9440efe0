"""A text as its words show it: what it names, its stems, and the facets that it announces."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from ..lexicon import Entity, Lexicon
from ..text import Word, pairs, stopwords, unstemmed, words

# Texts that stand above others of which the readings are kept.
KEPT = 4_000


class Reading(NamedTuple):
    """A text as its words show it: what it names, the roles among that, its stems and terms."""

    words: tuple[Word, ...]
    entities: tuple[Entity, ...]
    roles: frozenset[str]
    terms: tuple[str, ...]
    pairs: tuple[str, ...]


class TextReader:
    """Reads texts; what stands above many units, as titles and headings do, only once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.above = lru_cache(maxsize=KEPT)(self.read)
        self.sections = lru_cache(maxsize=KEPT)(self._sections)

    def read(self, text: str) -> Reading:
        """Read a text."""
        found = words(text)
        entities = tuple(m.value for m in self.lexicon.entities.find(found, text))
        ignored = stopwords()
        own = tuple(w.stem for w in found if w.lower not in ignored)
        terms = (*own, *(entity.term for entity in entities))
        return Reading(found, entities, ids(entities, "role"), terms, pairs(own))

    def names(self, text: str) -> tuple[tuple[Word, ...], frozenset[str]]:
        """Give a text's words, without stems, and the roles that it names."""
        found = unstemmed(text)
        return found, ids((m.value for m in self.lexicon.entities.find(found, text)), "role")

    def _sections(self, text: str) -> tuple[str, ...]:
        """Give the facets that a heading or a lead-in announces."""
        found = self.lexicon.headings.find_all(self.above(text).words)
        return tuple(dict.fromkeys(match.value for match in found))


def ids(entities: Iterable[Entity], kind: str) -> frozenset[str]:
    """Give the ids of the entities of a kind."""
    return frozenset(e.id for e in entities if e.kind == kind)
