"""What every kind of answer is made from: the passages of one collection and the lexicon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from ..index import Ranked, Searcher
from ..lexicon import Lexicon
from ..money import MoneyReader
from ..question import Asked
from ..records import Answer, Document, Hit, Part, Slot, Variant
from ..text import words
from .forecasts import Forecast
from .home import asks_roles, home_of
from .keeping import InMemory, Kept
from .owned import Owned
from .salaries import Paid
from .signs import asks_source
from .views import View, Viewer
from .writing import Writer

# What the role that is likeliest meant counts in a search, beside a word of the question's 1.
HOME_WEIGHT = 0.3
# Roles that a collection is mostly about, and how often passages are beside the first one.
ROLES, OFTEN = 3, 0.25
# How much deeper is searched than asked for, and what is left of the score of a passage that
# is only about other roles: than those named, or than the one that is likeliest meant.
DEEPER = 4
AWAY, BESIDE = 0.2, 0.8


class Material:
    """The searcher, the lexicon, the documents, and what is read from them once.

    ``kept`` is what is known of the collection without reading its passages.
    """

    def __init__(
        self,
        searcher: Searcher,
        lexicon: Lexicon,
        documents: Mapping[str, Document],
        kept: Kept | None = None,
    ) -> None:
        self.searcher = searcher
        self.lexicon = lexicon
        self.documents = documents
        self.kept = kept or InMemory(searcher.passages, documents, lexicon)
        self.viewer = Viewer(lexicon, documents, self.kept.profiles, self.kept.mentions)
        self.money = MoneyReader(lexicon.money)
        self.owned = Owned(searcher, lexicon, documents, self.kept)

    @property
    def salaries(self) -> Sequence[Paid]:
        """Give every statement of pay in the collection."""
        return self.kept.salaries(self.viewer)

    def paid(self, roles: Sequence[str]) -> Sequence[Paid]:
        """Give the statements of pay for some roles; all of them unless each role has one.

        Where a role has none of its own, those count in which it is another's nearest group.
        """
        found = tuple(self.kept.salaries(self.viewer, roles)) if roles else ()
        lacking = set(roles) - {p.salary.role for p in found}
        if roles and not lacking:
            return found
        others = [p for p in self.salaries if p.salary.group] if lacking else []
        named = [(self.lexicon.named("role", p.salary.group), p) for p in others]
        of_groups = tuple(_as_own(p, role) for role, p in named if role in lacking)
        enough = lacking and lacking <= {p.salary.role for p in of_groups}
        return (*found, *of_groups) if enough else (*self.salaries, *of_groups)

    @property
    def forecasts(self) -> Sequence[Forecast]:
        """Give every figure of employment that the profiles of the collection state."""
        return self.kept.forecasts(self.viewer)

    def everyday(self, text: str) -> tuple[str, ...]:
        """Give the words of a text that name a matter of everyday life, which is no career."""
        found = self.lexicon.matters.find_all(words(text))
        return tuple(text[m.start : m.end].lower() for m in found)

    def projected(self, roles: Sequence[str]) -> Sequence[Forecast]:
        """Give the figures of employment of some roles, as ``paid`` does those of pay."""
        found = [f for f in self.forecasts if f.role in roles]
        lacking = set(roles) - {f.role for f in found}
        others = [f for f in self.forecasts if f.figure.whose] if lacking else []
        named = [(self.lexicon.named("role", f.figure.whose), f) for f in others]
        own = [(role, f, replace(f.figure, match="exact")) for role, f in named if role in lacking]
        return (*found, *(replace(f, role=role, figure=figure) for role, f, figure in own))

    @cached_property
    def pay_stems(self) -> frozenset[str]:
        """Give the stems of the words for pay and for the kinds of figure it is given as."""
        money = self.lexicon.money
        named = [
            w for given in (*money.statistics.values(), *money.periods.values()) for w in given
        ]
        cues = (stem for key in self.lexicon.asks.keys_of("pay") for stem in key)
        return frozenset((*cues, *(w.stem for name in named for w in words(name))))

    @cached_property
    def subjects(self) -> Counter[str]:
        """Count the passages that are about each role."""
        return Counter(self.kept.subjects(self.viewer))

    @cached_property
    def present(self) -> tuple[str, ...]:
        """Give the roles that have documents of their own, those told of most first."""
        declared = set(self.lexicon.present)
        return tuple(role for role, _ in self.subjects.most_common() if role in declared)

    @cached_property
    def foremost(self) -> tuple[str, ...]:
        """Give the roles that most passages are about, the first of them first."""
        most = self.subjects.most_common(ROLES)
        return tuple(role for role, count in most if count >= OFTEN * most[0][1])

    def role_of(self, document: str) -> str:
        """Give the role that a document is the profile of, "" for none."""
        return self.viewer.role_of(document)

    @cached_property
    def home(self) -> str:
        """Give the role that the collection is about before all others, "" for none."""
        return home_of(self.subjects)

    def meant(self, asked: Asked) -> str:
        """Give the role that a question without one is likeliest about, "" for none."""
        return "" if asked.question.roles or asks_roles(asked) else self.home

    def untold(self, role: str, sign: str) -> tuple[View, ...]:
        """Give what a role's profile says that its facts do not tell of a facet."""
        return tuple(
            view
            for document in self.kept.profiled(role)
            for passage in self.kept.passages_of(document)
            for view in self.viewer.views(passage)
            if view.untold
            and view.subject == {role}
            and (sign in view.signs or sign in [w.lower for w in words(view.text)])
        )

    def search(self, asked: Asked, k: int) -> tuple[Hit, ...]:
        """Give the best passages for a question, those about other roles only set back.

        The roles are those it names, else the collection's home role, if it has one.
        """
        meant = self.meant(asked)
        roles = asked.origins | frozenset(asked.question.roles or filter(None, (meant,)))
        if not roles:
            return self.searcher.search(asked.slots, k)
        if any(role in self.owned for role in roles):
            return self.owned.hits(asked.slots, k, roles)
        slots = (*asked.slots, self._slot(meant)) if meant else asked.slots
        alone = {self.lexicon.entity("role", meant).term} if meant else set()
        sources = asks_source(asked)
        placed: list[Ranked] = []
        about = 0
        for found in self.searcher.ranked(slots, k * DEEPER):
            if meant and not set(found.terms) - alone:
                continue
            placed.append(self._placed(found, roles, BESIDE if meant else AWAY, sources=sources))
            about += placed[-1] is found
            # No later one can score more than these.
            if about == k:
                break
        best = sorted(placed, key=lambda found: -found.score)[:k]
        return self.searcher.hits(best)

    def _placed(
        self, found: Ranked, roles: frozenset[str], away: float, *, sources: bool
    ) -> Ranked:
        """Set a passage back that is about other roles only, or that tells nothing itself."""
        about, tells = self.kept.stands(found.number, roles, self.viewer)
        back = (1.0 if about else away) * (1.0 if tells or sources else AWAY)
        return found if back == 1.0 else found._replace(score=back * found.score)

    def _slot(self, role: str) -> Slot:
        """Give what to search for besides where a role is likeliest meant."""
        entity = self.lexicon.entity("role", role)
        return Slot(entity.name, "home", (Variant((entity.term,)),), HOME_WEIGHT, role)

    def writer(self) -> Writer:
        """Open the citations of a new answer."""
        return Writer(self.kept.source_of)

    def name(self, kind: str, identifier: str) -> str:
        """Give the name of a role, place or employer as it is shown; "" for none."""
        held = self.lexicon.by_id.get((kind, identifier))
        return held.shown if held else ""

    def called(self, kind: str, identifier: str) -> str:
        """Give what a refusal calls it: a role in the plural, else its name or its id."""
        if kind == "role":
            return self.lexicon.entity(kind, identifier).many
        return self.name(kind, identifier) or identifier


def answered(asked: Asked, parts: tuple[Part, ...], writer: Writer, confidence: float) -> Answer:
    """Make the answer to a question from its parts."""
    return Answer(
        asked.question, "answered", parts, writer.citations, confidence=round(confidence, 4)
    )


def _as_own(paid: Paid, role: str) -> Paid:
    """Give a figure that stands for another role as the one of the group that it is of."""
    return replace(paid, salary=replace(paid.salary, role=role, match="exact", group=""))
