"""Which facets a question is about, told by the words of their cues."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..lexicon import Entity, Lexicon, Match
from ..records import Slot, Variant
from ..text import Word, stopwords
from ..wording import tells_move, wanted
from .asked import PLAINLY, Scored

# How sure a cue is that is made of stop words only, such as "what does".
WEAK = 0.3
# How sure "can a … become a …" is about moves between roles.
MOVES = 3.0
ABOUT_MOVES = ("progression", "entry")
# How sure "what does a … do" is about duties.
DOES = 1.5
# A facet that scores so much of the best one's score is meant too.
NEARLY = 0.7
# What the words of a facet's headings count, which the question itself need not hold.
SECTION_WEIGHT = 0.5
# Facets whose cues are everyday words, so that they decide little.
VAGUE = frozenset({"concept", "uses", "benefits"})

# "What do I need calculus for?" is about its uses, whatever it is a part of.
ON_PURPOSE: Scored = (("uses", 1.0),)
# Facets of which "who" wants all there are: "Who hires nurses?".
BY_WHOM = frozenset({"industries"})
# Facets that are asked for in the words of a wider one, which is then hardly meant.
SPECIAL = {"pay-factors": "pay"}
LESS = 0.5

# Facets that belong to a role, so that another role's will not do.
OF_A_ROLE = frozenset((
    "duties", "skills", "tools", "education", "certification", "entry", "pay", "outlook",
    "progression", "conditions", "interview", "difference", "similarity", "titles",
))  # fmt: skip
MAKING = ("make", "makes", "making", "made", "get", "gets", "getting")
# What may follow "nurses do" besides small words when it is about their work.
DOING = frozenset(
    ("day", "daily", "exactly", "actually", "really", "today", "besides", "differently", "work")
)
# "Could a nurse do something for him?" asks for no duties.
FAVOUR = frozenset(("something", "anything", "nothing", "it", "that", "this"))
# "What do vets do that nurses don't?" asks what sets them apart.
_LACKS = re.compile(
    r"\W*(?:(?:does|do|did|can|could|will|would|has|have)(?: not|n[’']t|not)|can[’']t|won[’']t)\b",
    re.I,
)
APART = 2.0
# What stands between two roles where the one is said to be (no more than) the other.
_LIKENS = re.compile(
    r"\W*(?:(?:is|are|was|were|['’]s)\W+)?(?:\w+ly\W+)?"
    r"(?:just|only|merely|nothing (?:but|more than)|no more than|"
    r"an?other (?:name|word|title|term) (?:for|of)|the same(?: (?:job|thing|role|work))? as)\b"
    r"(?:\W+\w+){0,4}?\W+",
    re.I,
)
# "What is the role of statistics in it?" asks for the part that a thing plays, not for a job's.
_PART = re.compile(
    r"\broles? (?:of|that|does|do|played by) (?!an?\b|the\b|this\b|these\b)\w+", re.I
)
# "In how many different places?" compares nothing.
_SEVERAL = re.compile(
    r"different (?!from|to|than|between|about|in|is|are|for|when|with|and|or|on|as|now|then|really|"
    r"here|there|at|if)\w",
    re.I,
)
# "What does CTC mean?" asks for a meaning, whatever the word points to.
_MEANS = re.compile(
    r"\bwhat (?:does|do|did)\b[^?.!,]{1,40}?\b(?:mean|stand for)\b"
    r"(?! (?:to|for) (?:me|my|us|our)\b)|"
    r"\bwhat(?:['’]s| is) (?:meant by\b|[^?.!,]{1,20}? short for\b)|\bmeaning of\b",
    re.I,
)
# "Are there many nursing jobs?" asks for the outlook, whatever stands in between.
_OPEN = re.compile(
    r"\b(?:are|is) there\b[^?.]{0,40}?\b(?:many|much|enough|plenty|lots|few|any|more|fewer)\b"
    r"(?: \w+){1,4}? (?:jobs|work|positions|vacancies|openings|demand)\b",
    re.I,
)
# "Does it make any difference?" asks for an effect, and compares nothing.
_EFFECT = re.compile(r"\bmak(?:e|es|ing)(?: \w+){0,3} differences?$", re.I)
# "Should I become a nurse or a vet?" asks what the choice is between.
_CHOOSES = re.compile(
    r"\b(?:should i|shall i|(?:would|might) i be better|better (?:for me )?to|do i want to be)\b"
    r"[^?]*\b(?:or|than)\b|"
    r"\bor\b[^?]*\bwhich (?:one |of (?:the two|them|these) )?"
    r"(?:should|shall|do|would|is|to|suits?)\b",
    re.I,
)
# How sure it is that two roles in one question are compared.
BESIDE = 0.5
MIGHT = ("can", "could", "do", "does", "might", "will", "would", "typically", "usually")
_AMOUNT = re.compile(r"\b(?:the (?:most|least)|how much)\b", re.I)
# What may follow "nurses make" when it is about money.
MONEYED = frozenset((
    "in", "a", "an", "per", "than", "at", "on", "according", "these", "now", "nowadays", "back",
    "here",
))  # fmt: skip

# The starts of the words that are cues of a facet, each with the facet.
Cues = tuple[tuple[int, str], ...]


def facets_of(
    found: Sequence[Word], text: str, named: Sequence[Match[Entity]], lexicon: Lexicon
) -> Scored:
    """Score the facets by the words of their cues; longer cues are surer."""
    covered = {i for m in named for i in range(m.first, m.last + 1)}
    scores: dict[str, float] = {}
    cues = lexicon.asks.find_all(found, text)
    shared = Counter((m.first, m.last) for m in cues)
    for match in cues:
        if match.first in covered and match.last in covered:
            continue
        run = found[match.first : match.last + 1]
        telling = sum(w.lower not in stopwords() for w in run)
        sure = (telling**1.5 if telling else WEAK) * (0.6 if match.value in VAGUE else 1.0)
        sure /= shared[match.first, match.last] ** 0.5
        if match.value == "difference" and (
            _EFFECT.search(text, 0, match.end) or _SEVERAL.match(text, match.start)
        ):
            continue
        if match.value == "duties" and not named and _PART.search(text):
            continue
        scores[match.value] = max(sure, scores.get(match.value, 0.0)) + 0.1 * telling
    if _OPEN.search(text) and "outlook" in lexicon.facets:
        scores["outlook"] = max(PLAINLY, scores.get("outlook", 0.0))
    _add_by_roles(scores, found, named, text, lexicon)
    for special, general in SPECIAL.items():
        if scores.get(special, 0.0) >= min(PLAINLY, scores.get(general, 0.0)) > 0:
            scores[general] = LESS * min(scores[general], scores[special])
    if "concept" in lexicon.facets and _MEANS.search(text):
        scores = {"concept": APART}
    order = sorted(scores.items(), key=lambda item: (item[0] in VAGUE, -item[1], item[0]))
    return tuple(order)


def moving(facets: Scored) -> Scored:
    """Score the facets of a question whose asker would leave a role for another."""
    rest = tuple(pair for pair in facets if pair[0] not in ABOUT_MOVES)
    return (*((facet, MOVES) for facet in ABOUT_MOVES), *rest)


def _add_by_roles(
    scores: dict[str, float],
    found: Sequence[Word],
    named: Sequence[Match[Entity]],
    text: str,
    lexicon: Lexicon,
) -> None:
    """Add what roles show: "… nurses do" asks for duties, two of them may be compared."""
    roles = [m for m in named if m.value.kind == "role"]
    pairs = tuple(zip(roles, roles[1:], strict=False))
    if any(tells_move(text[one.end : other.start]) for one, other in pairs):
        scores |= dict.fromkeys(ABOUT_MOVES, MOVES)
        return
    if len({m.value.id for m in roles}) > 1 and _CHOOSES.search(text):
        for facet in ABOUT_MOVES:
            scores.pop(facet, None)
        scores["difference"] = APART + scores.get("difference", 0.0)
    if any(_LIKENS.fullmatch(text[one.end : other.start]) for one, other in pairs):
        scores["difference"] = APART + scores.get("difference", 0.0)
    for role in roles:
        if _does(found[role.last + 1 :]) and "duties" in lexicon.facets:
            scores["duties"] = max(DOES, scores.get("duties", 0.0))
        if _makes(found[role.last + 1 :], text) and "pay" in lexicon.facets:
            scores["pay"] = max(DOES, scores.get("pay", 0.0))
    lacks = bool(roles) and bool(_LACKS.match(text, roles[-1].end))
    if len({m.value.id for m in roles}) > 1 and (lacks or set(scores) - VAGUE):
        scores["difference"] = scores.get("difference", 0.0) + (APART if lacks else BESIDE)


def _does(behind: Sequence[Word]) -> bool:
    """Tell whether "do" behind a role is what it does, rather than an auxiliary verb."""
    said = [w.lower for w in behind[:2]]
    if not said or said[0] not in ("do", "does"):
        return False
    if said[1:] and said[1] in FAVOUR:
        return False
    return len(said) == 1 or said[1] in stopwords() or said[1] in DOING


def _makes(behind: Sequence[Word], text: str) -> bool:
    """Tell whether what stands behind a role says that it makes money, rather than a thing."""
    said = [w.lower for w in behind[:3]]
    if said and said[0] in MIGHT:
        said = said[1:]
    if not said or said[0] not in MAKING:
        return False
    return said[1] in MONEYED if len(said) > 1 else bool(_AMOUNT.search(text))


def wants_of(text: str, facets: Scored, lexicon: Lexicon) -> str:
    """Give the kind of thing wanted, by the wording or else by the facet."""
    facet = lexicon.facets.get(facets[0][0]) if facets else None
    usual = facet.wants if facet and facet.id not in VAGUE else ""
    alone = len(facets) < 2 or facets[1][1] < facets[0][1]
    worded = wanted(text)
    if worded == "amount" and any(f == "pay" for f, _ in facets):
        return usual if facets[0][0] in SPECIAL else worded
    if worded in ("yes-no", "reason") and usual != "difference":
        return worded
    if usual in ("amount", "difference") and alone:
        return usual
    if worded == "name" and facet and facet.id in BY_WHOM:
        return usual
    if worded == "" and facet and facet.id in ABOUT_MOVES:
        # "How do I get promoted?" wants no list, as "What can I move on to?" does.
        return worded
    return usual if worded in ("definition", "list", "") and usual else worded


def sections_of(facets: Scored, lexicon: Lexicon) -> tuple[Slot, ...]:
    """Give the words by which headings announce the facets that are meant most."""
    meant = [f for f, score in facets[:2] if score >= NEARLY * facets[0][1] and f not in VAGUE]
    return tuple(
        Slot(facet, "section", tuple(Variant(key) for key in keys), SECTION_WEIGHT, facet)
        for facet in meant
        if (keys := lexicon.heading_stems(facet))
    )


def cue_words(found: Sequence[Word], text: str, facets: Scored, lexicon: Lexicon) -> Cues:
    """Give the starts of the words that are cues of a facet meant, each with the facet."""
    meant = {facet for facet, score in facets if score >= NEARLY * facets[0][1]} - VAGUE
    return tuple(
        (w.start, m.value)
        for m in lexicon.asks.find_all(found, text)
        if m.value in meant
        for w in found[m.first : m.last + 1]
    )
