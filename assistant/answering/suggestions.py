"""Questions to offer: those that this collection does answer and that were not asked yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import islice

from ..question import Asked, Understanding
from ..records import Answer, Question
from .evidence import DEPTH
from .material import Material

OFFERED = 3
# After so many tries two will do, for each takes as long as a small answer.
PATIENCE, ENOUGH = 5, 2
# Passages looked into first to find out whether a question is answered, and how sure the answer
# must be for that to do: one of 1,000 questions so answered was refused with all passages.
CHECKED, SURE = 4, 0.55
STARTERS = 12
# A role that was asked about is offered only if so many passages are about it.
SPOKEN_OF = 2


class Suggester:
    """Offers questions, each checked by answering it."""

    def __init__(
        self,
        material: Material,
        understanding: Understanding,
        reply: Callable[[Asked, int], Answer],
    ) -> None:
        self._material = material
        self._understanding = understanding
        self._reply = reply
        self._checked: dict[str, bool] = {}
        self._seen: dict[str, bool | None] = {}

    def starters(self, most: int = STARTERS) -> tuple[str, ...]:
        """Give some example questions that the collection answers, by facet."""
        first = self._material.foremost[:1]
        worded = (self.question(facet, role) for role in first for facet in self._offered)
        return tuple(islice((q for q in worded if q and self.answerable(q)), most))

    @cached_property
    def _offered(self) -> tuple[str, ...]:
        """Give the facets to offer questions on: a strict one is hardly ever told of."""
        facets = self._material.lexicon.facets
        return tuple(name for name, facet in facets.items() if not facet.strict)

    def question(self, facet: str, role: str) -> str:
        """Word a facet's question about a role."""
        held = self._material.lexicon.facets[facet]
        entity = self._material.lexicon.entity("role", role)
        return held.ask.format(a_role=entity.one, role=entity.name, roles=entity.many)

    def answerable(self, question: str) -> bool:
        """Tell whether the collection answers a question, found out once."""
        if question not in self._checked:
            asked = self._understanding.understand(question)
            told = self._quickly(asked)
            whole = told is None and self._reply(asked, DEPTH).status == "answered"
            self._checked[question] = told or whole
        return self._checked[question]

    def _quickly(self, asked: Asked) -> bool | None:
        """Tell from a few passages whether a question is answered; None where these leave doubt."""
        quick = self._reply(asked, CHECKED)
        told = quick.status == "answered"
        return None if told and quick.confidence < SURE else told

    def _at_sight(self, question: str, role: str) -> bool | None:
        """Tell whether a question with a section of its own is answered, once; None in doubt."""
        if question not in self._seen:
            asked = self._understanding.understand(question)
            self._seen[question] = self._quickly(asked) if self._announced(asked, role) else None
        return self._seen[question]

    def after(self, answer: Answer, heard: Iterable[str]) -> tuple[str, ...]:
        """Give a few next questions about the same roles, on facets not asked for yet.

        Where the question names none, about those of the profiles that the answer cites.
        """
        question, known_roles = answer.question, self._material.subjects
        cited = dict.fromkeys(self._material.role_of(c.document) for c in answer.citations)
        likely = (*question.roles, *cited, *self._material.foremost[:1])
        roles = [r for r in likely if known_roles[r] >= SPOKEN_OF]
        known = {q.lower() for q in (*heard, question.asked, question.standalone)}
        worded = [self.question(facet, roles[0]) for facet in self._next(question)] if roles else []
        offered = [q for q in worded if q and q.lower() not in known]
        found: list[str] = []
        left: list[str] = []
        # Those which the index shows to have a section are answered most often, and tried first.
        for tried, candidate in enumerate(offered, 1):
            told = self._at_sight(candidate, roles[0])
            if told:
                found.append(candidate)
            elif told is None:
                left.append(candidate)
            if len(found) >= (OFFERED if tried < PATIENCE else ENOUGH):
                return tuple(found)
        others = (q for q in left if self.answerable(q))
        return (*found, *islice(others, OFFERED - len(found)))

    def _announced(self, asked: Asked, role: str) -> bool:
        """Tell whether passages name the role beside the words that announce the facet."""
        material = self._material
        term = material.lexicon.entity("role", role).term
        wanted = [s for s in asked.slots if s.kind in ("section", "facet")]
        stems = {stem for slot in wanted for v in slot.variants for stem in v.stems}
        found = material.searcher.ranked(asked.slots, CHECKED)
        return any(term in of.terms and stems & set(of.terms) for of in found)

    def _next(self, question: Question) -> tuple[str, ...]:
        """Give the facets in their order, beginning after the one that was asked for."""
        facets = self._offered
        asked = next((f for f in question.facets if f in facets), "")
        at = facets.index(asked) + 1 if asked else 0
        return tuple(f for f in facets[at:] + facets[:at] if f not in question.facets[:1])
