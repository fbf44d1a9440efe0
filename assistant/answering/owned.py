"""The documents that a role has to itself, as the profile of an occupation is of it alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from ..index import Searcher
from ..lexicon import Lexicon
from ..records import Document, Hit, Passage, Slot
from ..text import stems
from .keeping import Kept


class Owned:
    """The passages of the documents that are of one role alone, by role."""

    def __init__(
        self,
        searcher: Searcher,
        lexicon: Lexicon,
        documents: Mapping[str, Document],
        kept: Kept,
    ) -> None:
        self._searcher = searcher
        self._lexicon = lexicon
        self._documents = documents
        self._kept = kept

    def __contains__(self, role: str) -> bool:
        """Tell whether a role has a document to itself."""
        return role in self._documents_of

    def passages(self, role: str) -> tuple[Passage, ...]:
        """Give the passages of a role's own documents, in order; none without such."""
        documents = self._documents_of.get(role, ())
        return tuple(p for name in documents for p in self._kept.passages_of(name))

    def stems(self, role: str) -> frozenset[str]:
        """Give the stems of a role's own documents."""
        names = dict.fromkeys(passage.document for passage in self.passages(role))
        return frozenset(stem for name in names for stem in stems(self._documents[name].text))

    def hits(self, slots: Sequence[Slot], k: int, roles: Iterable[str]) -> tuple[Hit, ...]:
        """Give the ``k`` best passages that name the roles, and as many of their own documents.

        Among a thousand documents alike in words, those of the role asked about may not be
        among the best; what names none of the roles is no answer beside them.
        """
        asked = tuple(roles)
        found = self._searcher.search(slots, k)
        own = {passage.number for role in asked for passage in self.passages(role)}
        if not own:
            return found
        terms = {self._lexicon.entity("role", role).term for role in asked}
        found = tuple(h for h in found if h.passage.number in own or terms & set(h.terms))
        known = {hit.passage.number for hit in found}
        passages = self._searcher.passages
        others = self._searcher.index.search(slots, k, own - known)
        return (*found, *(Hit(passages[n], score, ()) for n, score in others))

    @cached_property
    def _documents_of(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for document in sorted(self._lexicon.exact):
            found.setdefault(self._lexicon.declared[document], []).append(document)
        return found
