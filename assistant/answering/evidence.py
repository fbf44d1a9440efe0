"""Choosing evidence: how well each unit of the best passages answers what is asked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from ..index import Searcher
from ..lexicon import Lexicon
from ..question import Asked
from ..records import Hit, Slot
from ..text import pairs
from .features import Evidence, Features
from .home import apart
from .phrased import Phrased
from .saying import Likeness, literally, said, sure
from .signs import SIGNS_OF, asks_need, asks_source, defines, opens_with, tells_need
from .views import View, Viewer

# How many passages are looked into. Beyond these the wanted fact is hardly ever found.
DEPTH = 16
# What a word counts in the share of a question that a unit covers, by its kind.
KINDS = {
    "topic": 1.0,
    "employer": 1.0,
    "year": 1.0,
    "place": 0.7,
    "facet": 0.5,
    "common": 0.15,
}
# What a facet's cue counts in a unit whose section is on something else, and what a word of
# the subject counts that is itself a cue of the facet asked for, such as "college".
CUE, CUED = 0.25, 0.5
# What a section counts that announces a facet first, second, … counted from the unit outwards.
NEARNESS = (1.0, 0.94, 0.88, 0.7)
# What the first facet counts that is only like the one asked for, and less each further one.
LIKE, LESS_LIKE = 0.7, 0.1
# What a sentence counts that defines something, but not the very thing that is to be explained.
LOOSELY = 0.6
# What a word counts that neither the documents nor the lexicon know and that is no name.
UNKNOWN = 0.25


class Weigher:
    """Weighs the units of passages for one question; ``home`` is the role it is likeliest of.

    ``known`` are the roles that any passages are about; another one is only mentioned.
    """

    def __init__(
        self,
        asked: Asked,
        searcher: Searcher,
        lexicon: Lexicon,
        home: str = "",
        known: Collection[str] | None = None,
    ) -> None:
        self.asked = asked
        self.lexicon = lexicon
        self.home = home
        self._known = known
        self._asked = asked.about
        self._index = searcher.index
        self._weights = tuple(
            (
                self._in_corpus(slot),
                KINDS[slot.kind] * self._telling(slot) * (CUED if slot.cue else 1),
            )
            for slot in asked.slots
            if slot.kind in KINDS
        )
        self._total = sum(weight for _, weight in self._weights) or 1.0
        self._likeness = Likeness(asked, searcher)
        self._phrased = Phrased(asked, searcher)
        self._facets = _relative(asked.facet_scores, lexicon)
        self._moves = asked.moves
        self._asks_source = asks_source(asked)
        self._asks_questions = "interview" in asked.question.facets

    def _in_corpus(self, slot: Slot) -> Slot:
        """Leave out the ways of saying a slot that no document has, surest first.

        Of a phrase, other than the question's own, the words must stand together.
        """
        own, *others = slot.variants
        held = [v for v in others if all(s in self._index for s in v.stems)]
        held.sort(key=lambda v: -v.weight)
        phrases = (replace(v, stems=pairs(v.stems) or v.stems) for v in held)
        return replace(slot, variants=(own, *phrases))

    def _telling(self, slot: Slot) -> float:
        """Weigh a slot by how telling its word is; of a phrase, its rarest word."""
        telling = max(self._index.idf(stem) for stem in slot.variants[0].stems)
        held = any(all(s in self._index for s in v.stems) for v in slot.variants)
        return telling if held or slot.named or slot.known else UNKNOWN * telling

    def weigh(self, hits: Sequence[Hit], viewer: Viewer) -> tuple[Evidence, ...]:
        """Give the units of the passages, best first."""
        best = hits[0].score if hits else 1.0
        found = [
            self.evidence(view, hit.score / best)
            for hit in hits
            for view in viewer.views(hit.passage)
            if self._asks_questions or not view.text.rstrip().endswith("?")
        ]
        if any(e.features.subject > 0 for e in found):
            found = [e for e in found if e.features.subject >= 0]
        if self._moves:
            found = [e for e in found if e.features.subject == 1 and e.facet > 0] or found
        return tuple(sorted(found, key=lambda e: (-round(e.score, 9), e.view.key)))

    def evidence(self, view: View, rank: float) -> Evidence:
        """Weigh one unit of a passage that scores ``rank`` beside the best one's 1."""
        section = self._section(view)
        own, literal, around = self._held(view, section)
        return Evidence(
            view,
            Features(
                own=own,
                literal=literal,
                context=around - own,
                section=section,
                sign=max((w for f, w in self._facets if f in view.signs), default=0.0),
                rank=rank,
                subject=self.subject(view),
                wanted=self._wanted(view),
                item=float(view.unit.kind != "sentence"),
                replies=float(view.before is not None),
                brief=1.0 / (1.0 + len(view.stems) / 8),
                about_source=float(view.about_source and not self._asks_source),
                leads=float(view.leads in self.asked.question.roles and bool(view.leads)),
            ),
            self._likeness.of(view.stems, view.context),
            self.phrased(view),
        )

    def phrased(self, view: View) -> float:
        """Tell how far the question is one that is noted beside a unit, 0 to 1."""
        return self._phrased.of(view) if view.unit.phrasings else 0.0

    def _wanted(self, view: View) -> float:
        """Tell how far a unit holds the kind of thing wanted; of a role, it opens with the role."""
        question = self.asked.question
        if question.wants == "definition" and question.roles and not self.asked.topics:
            return float(view.leads in question.roles)
        if question.wants == "definition" and defines(view, self.asked):
            return 1.0
        if question.wants == "purpose":
            return float(opens_with(view, self.asked))
        if question.wants == "yes-no" and asks_need(self.asked):
            return float(tells_need(view))
        held = SIGNS_OF.get(question.wants)
        less = LOOSELY if question.wants == "definition" else 1.0
        return less if held is not None and held(view) else 0.0

    def _held(self, view: View, section: float) -> tuple[float, float, float]:
        """Give the shares of the question that a unit says, says literally, or has around it.

        A facet's cue says little outside its section.
        """
        everything = view.held | view.context
        own = literal = around = 0.0
        for slot, weight in self._weights:
            less = CUE if slot.kind == "facet" and not section else 1.0
            says = less * said(slot, view)
            best = max(says, sure(slot, everything))
            if slot.kind == "facet" and section > LIKE:
                best = max(best, section)
            own += weight * says
            literal += weight * less * literally(slot, view.stems)
            around += weight * best
        return own / self._total, literal / self._total, around / self._total

    def listing(self, view: View, rank: float) -> Evidence:
        """Weigh a list by what stands above its items: lead-in, headings and title."""
        own = self._share(lambda slot: self._announced(slot, view))
        literal = self._share(lambda slot: literally(slot, view.context))
        section = self._section(view)
        return Evidence(
            view,
            Features(
                own, literal, 0.0, section, section, rank, self._about(view.of), 1, 1, 0, 0, 0, 0
            ),
        )

    def added(self, view: View, told: frozenset[str]) -> float:
        """Give the share of the question that a unit covers and some stems do not, 0 to 1."""
        return self._share(lambda slot: max(0.0, said(slot, view) - sure(slot, told)))

    def _share(self, held: Callable[[Slot], float]) -> float:
        return sum(weight * held(slot) for slot, weight in self._weights) / self._total

    def _announced(self, slot: Slot, view: View) -> float:
        best = sure(slot, view.context)
        return max(best, self._on_it(view)) if slot.kind == "facet" else best

    def _on_it(self, view: View) -> float:
        """Tell how far a unit's section is on a facet that is asked for itself."""
        section = self._section(view)
        return section if section > LIKE else 0.0

    def _section(self, view: View) -> float:
        """Tell how far the headings above a unit are about the facets asked for, 0 to 1."""
        return max(
            (
                weight * NEARNESS[min(view.sections.index(facet), len(NEARNESS) - 1)]
                for facet, weight in self._facets
                if facet in view.sections
            ),
            default=0.0,
        )

    def subject(self, view: View) -> float:
        """Compare whom the unit is about with whom the question is about."""
        subject = view.subject | view.roles if self._moves else view.subject
        if self._known is not None and subject == view.roles - {view.leads}:
            # Whom no passage is about and no sentence opens with is only mentioned in it.
            subject = (
                frozenset(r for r in subject if r in self._known or r in self._asked) or view.of
            )
        return self._about(subject)

    def _about(self, subject: frozenset[str]) -> float:
        asked = self._asked
        if not asked:
            return apart(subject, self.home)
        if asked & subject:
            return float((len(asked & subject) / len(asked)) ** 2)
        return -1.0 if subject else 0.0


def _relative(
    scores: Sequence[tuple[str, float]], lexicon: Lexicon
) -> tuple[tuple[str, float], ...]:
    """Weigh the facets meant by the surest of them, and add those that are like them."""
    if not scores:
        return ()
    top = scores[0][1]
    found = {facet: min(1.0, score / top) for facet, score in scores if score >= 0.5 * top}
    for facet, weight in tuple(found.items()):
        for at, other in enumerate(lexicon.facets[facet].like):
            found.setdefault(other, weight * (LIKE - LESS_LIKE * at))
    return tuple(found.items())
