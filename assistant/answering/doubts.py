"""Reasons not to answer: what the best evidence lacks of what the question asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..question import OF_A_ROLE, PLAINLY, Asked, avoids
from ..records import Slot
from .features import Evidence
from .makers import asks_maker, on_making
from .material import Material
from .noting import NEARLY_NOTED, noted
from .numbers import LOOKED, NEARLY, counts, lacks_figure, near
from .saying import speaks_of, sure
from .unheard import off_field, unclaimed

# Below these shares of the question's subject, evidence does not answer it.
LEAST_COVERAGE = 0.25
LEAST_IN_SECTION = 0.15
# … and still less where the subject is itself a cue of the facet, such as "college".
LEAST_FOR_CUE = 0.04
SECTION = 0.6
# … and more where a facet is plainly asked for, and none of the best evidence is about it.
LEAST_OFF = 0.6
# From here on evidence stands in the very section of the facet asked for.
ON_IT = 0.9
LEAST_FACET = 0.45
# Of these facets people want all there is, not whether some thing of their own is among it.
AS_A_WHOLE = frozenset({"duties", "conditions", "outlook", "progression", "teamwork"})
# Facets of a role which a sentence that only mentions the role does not tell.
OF_WORK = frozenset({"duties", "skills", "tools", "education", "conditions"})
# How surely the word that is to be explained must be meant.
MEANT = 0.7
# From here on a question is noted so nearly that its facet need not show.
SURELY_NOTED = 0.8
# How many units that cover nearly as much as the best may rank things, or date them.
FIRST = 4

# "Which bootcamp is the best?": the end of a scale, which a mere list of them does not tell.
_ASKS_END = re.compile(
    r"\b(?:which|what)\b[^?]*?(?:\b(?:is|are|has|have)\b|['’]s\b)[^?]*"
    r"\b(?:best|top|worst|biggest|largest|latest|newest|greatest|easiest|hardest|quickest|safest|"
    r"the most(?! (?:i|you|we|they|an?|the)\b))\b",
    re.I,
)
_END = re.compile(
    r"\b(?:most|top|first|leading|popular|only|primary|main|favou?rite|"
    r"(?!(?:inter|requ|for|t|r|w|sugg|inv|gu|harv|hon|mod|cont|dig|prot|arr|manif|p|n|v)est\b)\w+est)\b",
    re.I,
)
# "What is the latest version?": what is newest, which a mere mention does not tell.
_ASKS_NEWEST = re.compile(
    r"\b(?:latest|newest|most recent|current) (?:version|release|edition)\b", re.I
)
_NEWEST = re.compile(r"\b(?:latest|newest|recent|version|release[ds]?|edition)\b", re.I)
# "How long does it take?": a span of time.
_ASKS_SPAN = re.compile(
    r"\bhow long\b(?! ago)|\bhow (?:much time|many (?:hours|days|weeks|months|years))\b", re.I
)
_SPAN = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|many|half|"
    r"full|of)(?:[\s-]+\w+){0,2}?[\s-]+(?:minute|hour|day|week|month|year|decade)s?\b|"
    r"\bfull[- ]time\b|\b(?:weekly|monthly|yearly|annual)\b",
    re.I,
)
# "When was it released?"; "When is it used?" asks on what occasion.
_ASKS_TIME = re.compile(
    r"^\W*(?:and )?(?:when (?:was|were|did|has|will|is(?![^?]*\b(?:used|useful|needed|better|"
    r"best|chosen|preferred|right|worth|appropriate|called|good|enough)\b))|"
    r"(?:in |since )?(?:what|which) year|since when|until when)\b",
    re.I,
)
_TIME = re.compile(r"\d{4}|\b(?:soon|future|ago|century|decades?|years?|days?)\b", re.I)
_DENIES = re.compile(
    r"(?:\b(?:not|no|never|without)|n[’']t)\s+(?:\w+\s+){0,2}(?:need|requir|necess|import|matter|use|"
    r"have|expect)|\bunnecessary\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the evidence does not answer: what it lacks, and of which kind that is."""

    missing: str
    kind: str


def doubt(asked: Asked, evidence: Sequence[Evidence], material: Material) -> Doubt | None:
    """Give the reason not to answer from this evidence, or None when it answers."""
    if not evidence:
        return Doubt("", "nothing")
    if asks_maker(asked):
        return None if on_making(asked, evidence) else Doubt("", "weak")
    return (
        _missing_entity(asked, evidence, material)
        or _missing_name(asked, evidence, material)
        or _off_subject(asked, evidence, material)
        or (None if noted(asked, evidence, material) else _unsaid(asked, evidence, material))
    )


def _unsaid(asked: Asked, evidence: Sequence[Evidence], material: Material) -> Doubt | None:
    """Find what a question asks and the words of the evidence do not tell."""
    if avoids(asked.text) and not (asked.question.roles or asked.liked):
        return Doubt("", "field")
    return (
        _unheard(asked, evidence, material)
        or _undefined(asked, evidence)
        or _missing_figure(asked, evidence, material)
        or _missing_end(asked, evidence)
        or _missing_date(asked, evidence)
        or _not_denied(asked, evidence)
        or _weak(asked, evidence, material)
    )


def _missing_entity(asked: Asked, evidence: Sequence[Evidence], material: Material) -> Doubt | None:
    """Find a place, employer, year or role of the question that the best evidence lacks."""
    for slot in asked.slots:
        if slot.kind not in ("place", "employer", "year", "role"):
            continue
        likely = [item for item in _likely(evidence) if speaks_of(slot, item.view)]
        # What a role does or needs is not told where others' work only mentions it.
        own = asked.facet in OF_WORK and slot.kind == "role" and not asked.topics
        if likely and not (own and all(item.features.subject < 0 for item in likely)):
            continue
        if slot.kind != "role" or not _beside_the_point(asked, slot, evidence):
            return Doubt(material.called(slot.kind, slot.entity) or slot.text, slot.kind)
    return None


def _opens_with(asked: Asked, slot: Slot) -> bool:
    """Tell whether a question's first named thing is this role: "Why do pilots …"."""
    first = min(
        (s for s in asked.slots if s.kind not in ("section", "carried")),
        key=lambda s: asked.text.find(s.text),
        default=slot,
    )
    return first.text == slot.text


def _likely(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Give the evidence that may be told: the best, and what covers nearly as much."""
    least = NEARLY * evidence[0].coverage
    return [e for at, e in enumerate(evidence) if at < LOOKED or e.coverage >= least > 0]


def _beside_the_point(asked: Asked, slot: Slot, evidence: Sequence[Evidence]) -> bool:
    """Tell whether a role is only mentioned: another is meant, or none, and none is compared."""
    if asked.facet == "difference":
        return False
    if asked.question.roles == (slot.entity,) and not _opens_with(asked, slot):
        return not OF_A_ROLE & set(asked.question.facets[:2])
    others = set(asked.question.roles) - {slot.entity}
    return any(others & item.view.subject for item in evidence[:LOOKED])


def _missing_name(asked: Asked, evidence: Sequence[Evidence], material: Material) -> Doubt | None:
    """Find a name in the question, such as a product's, that no document holds."""
    for slot in asked.slots:
        if (
            slot.named
            and slot.kind == "topic"
            and not all(s in material.searcher.index for s in slot.variants[0].stems)
        ):
            return Doubt(slot.text, "name")
    return None


def _off_subject(asked: Asked, evidence: Sequence[Evidence], material: Material) -> Doubt | None:
    """Tell that a facet is asked for which nothing else answers, and no evidence is about it."""
    facets = material.lexicon.facets
    if evidence[0].phrased >= SURELY_NOTED:
        return None
    for facet in (f for f, score in asked.facet_scores if score >= PLAINLY and facets[f].strict):
        views = [item.view for item in evidence[:LOOKED]]
        if not any(facet in v.signs or facet in v.sections[:1] for v in views):
            return Doubt("", "weak")
    return None


def _unheard(asked: Asked, evidence: Sequence[Evidence], material: Material) -> Doubt | None:
    """Tell that a question is on another field, or claims what no evidence says."""
    if off_field(asked, evidence, material):
        return Doubt("", "field")
    return Doubt("", "weak") if unclaimed(asked, evidence, material) else None


def _undefined(asked: Asked, evidence: Sequence[Evidence]) -> Doubt | None:
    """Tell that a word is to be explained which the best evidence hardly means."""
    if asked.question.wants != "definition" or len(asked.topics) != 1:
        return None
    topic = asked.topics[0]
    meant = max(sure(topic, e.view.held | e.view.context) for e in evidence[:LOOKED])
    return Doubt(topic.text, "name") if meant < MEANT else None


def _missing_figure(asked: Asked, evidence: Sequence[Evidence], material: Material) -> Doubt | None:
    return Doubt("", "figure") if lacks_figure(asked, evidence, material) else None


def _missing_end(asked: Asked, evidence: Sequence[Evidence]) -> Doubt | None:
    """Tell that the best or the newest of several is asked, and the evidence ranks none."""
    likely = near(evidence)[:FIRST]
    if _ASKS_NEWEST.search(asked.text):
        return None if any(_NEWEST.search(e.view.text) for e in likely) else Doubt("", "weak")
    if not _ASKS_END.search(asked.text):
        return None
    told = any(_END.search(e.view.text) for e in likely[:2])
    on_it = asked.plainly and any(e.features.section >= SECTION for e in likely)
    return None if told or on_it else Doubt("", "weak")


def _missing_date(asked: Asked, evidence: Sequence[Evidence]) -> Doubt | None:
    """Tell that the time of something is asked, or how long it takes, and none is given."""
    for asks, tells in ((_ASKS_TIME, _TIME), (_ASKS_SPAN, _SPAN)):
        if asks.search(asked.text):
            told = any(tells.search(e.view.text) for e in near(evidence)[:FIRST])
            return None if told else Doubt("", "figure")
    return None


def _not_denied(asked: Asked, evidence: Sequence[Evidence]) -> Doubt | None:
    """Tell that what is not so is asked, and the evidence only tells what is so."""
    asks_which = asked.question.wants in ("list", "name", "")
    denied = any(_DENIES.search(e.view.text) for e in evidence[:3])
    return Doubt("", "weak") if asked.negated and asks_which and not denied else None


def _weak(asked: Asked, evidence: Sequence[Evidence], material: Material) -> Doubt | None:
    """Tell that the evidence covers too little; less will do where the section is right."""
    best = evidence[:3]
    if any(_tells(asked, e) for e in best):
        return None
    if not asked.topics:
        weak = max(e.facet for e in best) < LEAST_FACET and not _of_whom(asked, best)
    else:
        off = asked.plainly and not any(e.facet for e in best)
        aside = [off and e.phrased < NEARLY_NOTED for e in best]
        pairs = tuple(zip(best, aside, strict=True))
        least = [LEAST_OFF if away else _least(asked, e, material) for e, away in pairs]
        # Where nothing is about the facet, being alike in words is no sign.
        held = [e.held if away else e.coverage for e, away in pairs]
        short = all(share < so_much for share, so_much in zip(held, least, strict=True))
        weak = short and not _only_facet(asked, best, material)
    return Doubt("", "weak") if weak else None


def _tells(asked: Asked, item: Evidence) -> bool:
    """Tell whether a unit counts what is counted of the role, or tells of the very move."""
    own = item.features.subject == 1 and counts(asked, item.view.text)
    return own or (asked.moves and item.facet >= ON_IT and item.view.roles >= asked.about)


def _only_facet(asked: Asked, best: Sequence[Evidence], material: Material) -> bool:
    """Tell whether only a facet of a role is asked for, in other words, and its section is met.

    A cue of something that no document knows is a subject of its own: "programming languages".
    Not so of a facet of which people want all there is: "What would fill my week as a nurse?".
    """
    whole = asked.facet in AS_A_WHOLE
    cues = bool(asked.question.roles) and asked.plainly
    cues = cues and all(t.cue and (whole or _heard(t, material)) for t in asked.topics)
    shows = whole and any(e.features.sign == 1 and e.features.subject == 1 for e in best)
    return cues and (shows or max(e.facet for e in best) >= ON_IT)


def _heard(slot: Slot, material: Material) -> bool:
    """Tell whether any document says a slot in any of its wordings."""
    index = material.searcher.index
    return any(all(stem in index for stem in v.stems) for v in slot.variants)


def _of_whom(asked: Asked, best: Sequence[Evidence]) -> bool:
    """Tell whether "what is" or "what does a … do" meets a sentence on the role itself."""
    general = set(asked.question.facets) <= {"concept", "duties"}
    return general and any(e.view.leads in asked.question.roles for e in best)


def _least(asked: Asked, item: Evidence, material: Material) -> float:
    if item.facet < SECTION:
        return LEAST_COVERAGE
    heard = item.held > 0 or item.phrased > 0
    heard = heard and any(slot.cue and _heard(slot, material) for slot in asked.topics)
    return LEAST_FOR_CUE if heard else LEAST_IN_SECTION
