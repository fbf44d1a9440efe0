"""Questions to offer: those that this collection does answer and that were not asked yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from ..question import Asked, Understanding
from ..records import Answer, Question
from .material import Material

OFFERED = 3
STARTERS = 12
# Roles of the collection that questions are offered about.
ROLES = 3
# A role is offered only if the passages are about it this often beside the first one.
OFTEN = 0.25
# … and a role that was asked about if so many passages are about it.
SPOKEN_OF = 2


class Suggester:
    """Offers questions, each checked by answering it."""

    def __init__(
        self, material: Material, understanding: Understanding, reply: Callable[[Asked], Answer]
    ) -> None:
        self._material = material
        self._understanding = understanding
        self._reply = reply
        self._checked: dict[str, bool] = {}

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """Give the roles that the collection's titles and headings name most often."""
        most = self._material.subjects.most_common(ROLES)
        return tuple(role for role, count in most if count >= OFTEN * most[0][1])

    @cached_property
    def starters(self) -> tuple[str, ...]:
        """Give example questions that the collection answers, by facet."""
        found = []
        for role in self.roles[:1]:
            for facet in self._offered:
                question = self.question(facet, role)
                if question and self.answerable(question):
                    found.append(question)
        return tuple(found[:STARTERS])

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
            self._checked[question] = self._reply(asked).status == "answered"
        return self._checked[question]

    def after(self, answer: Answer, heard: Iterable[str]) -> tuple[str, ...]:
        """Give a few next questions about the same roles, on facets not asked for yet.

        Where the question names none, about those of the profiles that the answer cites.
        """
        question, known_roles = answer.question, self._material.subjects
        cited = dict.fromkeys(self._material.role_of(c.document) for c in answer.citations)
        likely = (*question.roles, *cited, *self.roles[:1])
        roles = [r for r in likely if known_roles[r] >= SPOKEN_OF]
        known = {q.lower() for q in (*heard, question.asked, question.standalone)}
        found: list[str] = []
        for facet in self._next(question):
            offered = self.question(facet, roles[0]) if roles else ""
            if offered and offered.lower() not in known and self.answerable(offered):
                found.append(offered)
            if len(found) >= OFFERED:
                break
        return tuple(found)

    def _next(self, question: Question) -> tuple[str, ...]:
        """Give the facets in their order, beginning after the one that was asked for."""
        facets = self._offered
        asked = next((f for f in question.facets if f in facets), "")
        at = facets.index(asked) + 1 if asked else 0
        return tuple(f for f in facets[at:] + facets[:at] if f not in question.facets[:1])
