"""Answers found in the text: a list or a few sentences, or a refusal when none will do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..question import OF_A_ROLE, Asked
from ..records import Answer, Hit
from . import lists
from .doubts import Doubt, doubt
from .evidence import DEPTH, Weigher
from .features import Evidence
from .home import ELSEWHERE
from .makers import asks_maker, on_making
from .material import Material, answered
from .noting import NOTED, noted
from .numbers import with_figures
from .paired import paired
from .premise import contradicting
from .prose import prose
from .reasons import with_reasons
from .refusal import corrected, refused
from .writing import label_of

# How much a list's lead-in must cover of the subject, with the facet right and without one.
LEAST_ABOVE = 0.5
ALONE = 0.75
# From here on a list's section is on the very facet asked for, not on one like it.
EXACT = 0.95
# How much worse than the best sentence a list may fit and still be the answer.
LIST_BONUS = 0.3
# How much liker a question noted beside a list must be than one beside any sentence.
NOTED_MORE = 0.1
# A role that is likeliest meant is kept to when its best sentences cover so much of what the
# best ones of others cover, and fit nearly as well.
HOMELY = 0.9
LEAST_OWN = 0.88
LIKELIEST = 3
# Lists are united with the best one when they score nearly as well.
NEAR = 0.85
# Words of a question that is about the documents' own sources.
_CITES = re.compile(
    r"\b(?:sources?|references?|bibliography|links?|cit(?:e|es|ed|ation\w*))\b", re.I
)
_ALL = re.compile(
    r"\ball (?:of |the |these |those |their |its |your |them\b|skills|duties|tools)|"
    r"\b(?:every|complete|full list|everything)\b|\b(?:list|name|show)(?: me)? all\b|\ball\W*$",
    re.I,
)


def found_answer(asked: Asked, material: Material, depth: int = DEPTH) -> Answer:
    """Answer from the best ``depth`` passages, or say that the documents do not tell."""
    return _answer(asked, _looked(asked, material, depth), material)


def noted_answer(asked: Asked, material: Material, depth: int = DEPTH) -> Answer | None:
    """Answer from a sentence beside which nearly the question is noted; None without one."""
    looked = _looked(asked, material, depth)
    if not looked.evidence or not noted(asked, looked.evidence, material):
        return None
    answer = _answer(asked, looked, material)
    return None if answer.abstained else answer


class _Looked(NamedTuple):
    """The best passages for a question, what weighed their units, and those that may be told."""

    hits: tuple[Hit, ...]
    weigher: Weigher
    evidence: tuple[Evidence, ...]


def _looked(asked: Asked, material: Material, depth: int) -> _Looked:
    hits = material.search(asked, 4 * depth if asked.moves else depth)
    known = material.subjects.keys()
    weigher = Weigher(asked, material.searcher, material.lexicon, material.meant(asked), known)
    cites = bool(_CITES.search(asked.text))
    weighed = weigher.weigh(hits, material.viewer)
    told = (e for e in weighed if e.view.says and not e.view.untold)
    evidence = _at_home(e for e in told if cites or not e.view.in_sources)
    return _Looked(hits, weigher, evidence)


def _answer(asked: Asked, looked: _Looked, material: Material) -> Answer:
    hits, weigher, evidence = looked
    reason = doubt(asked, evidence, material) or _pointless(asked, evidence)
    if reason is not None:
        return refused(asked, evidence, reason, material)
    against = contradicting(asked, evidence, material.lexicon)
    if against:
        return corrected(asked, against, material)
    if evidence[0].phrased < NOTED:
        evidence = with_reasons(asked, with_figures(asked, evidence, material))
    if asks_maker(asked):
        evidence = on_making(asked, evidence) or evidence
    beside = paired(asked, evidence[0], weigher, material)
    evidence = beside or evidence
    writer = material.writer()
    chosen = () if beside else _listed(asked, hits, evidence, weigher, material)
    if chosen:
        everything = bool(_ALL.search(asked.text))
        parts = lists.list_part(writer, lists.merged(chosen), all_of_them=everything)
    else:
        parts = (prose(writer, evidence, weigher, material.viewer),)
    return answered(asked, parts, writer, _confidence(asked, evidence[0]))


def _pointless(asked: Asked, evidence: Sequence[Evidence]) -> Doubt | None:
    """Tell that "do I need it?" is asked of the likely role, and only others' need is told."""
    own = any(e.features.subject != ELSEWHERE for e in evidence[:LIKELIEST])
    yes_no = asked.question.wants == "yes-no" and bool(OF_A_ROLE & set(asked.question.facets[:1]))
    return Doubt("", "weak") if yes_no and not own and evidence else None


def _at_home(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Keep to the role that is likeliest meant where it tells nearly as much as others do."""
    found = tuple(evidence)
    own = tuple(e for e in found if e.features.subject != ELSEWHERE)
    most = max((e.coverage for e in found), default=0.0)
    told = max((e.coverage for e in own[:LIKELIEST]), default=0.0)
    if own and own[0].score < LEAST_OWN * found[0].score:
        return found
    return own if own and told >= HOMELY * most else found


def _listed(
    asked: Asked,
    hits: tuple[Hit, ...],
    evidence: tuple[Evidence, ...],
    weigher: Weigher,
    material: Material,
) -> tuple[lists.Listing, ...]:
    """Give the lists that answer, when one is wanted and fits as well as any sentence."""
    wanted = _wants_list(asked, material) and not _labelled(asked, evidence[0])
    if not wanted and not evidence[0].view.unit.phrasings:
        return ()
    scored = [
        (_weighed(listing, hits, weigher, material), listing)
        for listing in lists.listings(hits, material.viewer)
    ]
    own = [pair for pair in scored if pair[0].features.subject >= evidence[0].features.subject]
    likest = max(own, key=lambda pair: pair[0].phrased, default=None)
    if likest and likest[0].phrased >= max(NOTED, evidence[0].phrased + NOTED_MORE):
        return (likest[1],)
    if not wanted:
        return ()
    least = evidence[0].score - LIST_BONUS
    subjects = [slot for slot in asked.topics if not slot.cue]
    fitting = [
        (found, listing)
        for found, listing in scored
        if found.score >= least
        and found.features.subject >= 0
        and found.coverage >= evidence[0].features.own
        and (found.facet > 0 or asked.facet in ("", "concept"))
        and (found.coverage >= (LEAST_ABOVE if found.facet else ALONE) or not subjects)
    ]
    items = [pair for pair in fitting if pair[1].first.unit.kind != "heading"]
    if items and max(fitting, key=lambda pair: pair[0].score) in items:
        fitting = items
    exact = [pair for pair in fitting if pair[0].facet >= EXACT]
    fitting = exact or fitting
    fitting.sort(key=lambda pair: -round(pair[0].score, 9))
    near = [li for found, li in fitting if found.score >= NEAR * fitting[0][0].score]
    # Bare headings say nothing beside a list that does.
    near = [li for li in near if not lists.bare(li)] or near
    # Of the lists of one section the first comes first: a document puts what matters most there.
    sections = list(dict.fromkeys(map(_section, near)))
    return tuple(sorted(near, key=lambda li: (sections.index(_section(li)), li.first.unit.start)))


def _labelled(asked: Asked, best: Evidence) -> bool:
    """Tell whether the best unit bears what is asked of as its label: "Data manipulation: …"."""
    label = label_of(best.view.text).lower()
    return any(label == topic.text.lower() for topic in asked.topics if label)


def _weighed(
    listing: lists.Listing, hits: tuple[Hit, ...], weigher: Weigher, material: Material
) -> Evidence:
    """Weigh a list by what stands above it, and by the questions noted beside its lead-in."""
    found = weigher.listing(listing.first, listing.score / hits[0].score)
    lead = lists.lead_of(listing, material.viewer)
    return replace(found, phrased=weigher.phrased(lead)) if lead is not None else found


def _section(listing: lists.Listing) -> tuple[str, tuple[str, ...]]:
    return (listing.first.passage.document, listing.first.passage.headings)


def _wants_list(asked: Asked, material: Material) -> bool:
    if asked.question.wants in ("yes-no", "name", "number", "amount", "purpose"):
        return False
    facet = material.lexicon.facets.get(asked.facet)
    return asked.question.wants == "list" or (facet is not None and facet.wants == "list")


def _confidence(asked: Asked, best: Evidence) -> float:
    if asked.topics:
        return min(1.0, 0.7 * best.coverage + 0.3 * best.facet)
    return min(1.0, 0.4 + 0.5 * best.facet)
