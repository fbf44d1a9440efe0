"""Reading a standalone question with a lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..lexicon import Entity, Lexicon, Match
from ..records import Question, Slot
from ..text import Word, stopwords, words
from ..wording import (
    STORY,
    asks_own,
    compares_asker,
    focus,
    is_brief,
    is_of_asker,
    negates,
    origin,
)
from .asked import PLAINLY, Asked, Scored
from .described import described_in
from .facets import ON_PURPOSE, facets_of, moving, sections_of, wants_of
from .fields import with_crowds, with_fields
from .liking import liked_in
from .people import people_in
from .slots import SlotReader, entity_slot
from .titled import with_titles

# What a message may name beside its question, rather than in it: "an offer from Quantiphi".
TOLD = ("role", "employer")
# With fewer topics, "it" is what was told beside the question: "They ask about bias. What is it?"
FEW = 2
# What a word of the question before counts beside one of the question itself.
CARRIED = 0.35

# Up to so many words, the words of a subject are given with what stands between them.
TOGETHER = 4
# "I have an interview on Thursday": when somebody asks is not what about.
_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?", re.I)
_THING = re.compile(
    r"\b(?:it|that|this|them)\b(?!['’])(?=\W*(?:$|[?.!,]))|"
    r"(?<=\bhow is )it\b|(?<=\bhow does )it\b|(?<=\bwhat is )it\b|(?<=\bwhat )it(?= is\b)",
    re.I,
)
# "Why was this job invented? There were programmers already.": a role beside the job is not it.
_THIS_JOB = re.compile(
    r"\bth(?:is|at) (?:\w+ )?(?:job|role|profession|occupation|career|title)\b", re.I
)
# "I live in Peru. What would I earn?", "My firm has a branch in Peru. What would I earn there?"
_THERE = re.compile(r"\b(?:there|here|over there|over here)\b", re.I)
_LIVES = re.compile(
    r"\b(?:i|we)(?:['’]?m|['’]?re| am| are| live| work| study| studied| was| will| moved?)?\b"
    r"[^.?!;]{0,60}\b(?:in|to|near|around)\s+$",
    re.I,
)
_BECOMES = re.compile(
    r"\b(?:i|me)\b[^?]*\b(?:become|retrain as|turn into|"
    r"(?:switch|move|change|transition|get|go|break)(?: over)? (?:in)?to)\b",
    re.I,
)
# "Her teachers say so": people of the asker's story, whom the question is not about.
_OWNED = re.compile(r"\b(?:my|your|his|her|our|their)(?: \w+)?\s+$", re.I)
_SAYS = re.compile(
    r"\s+(?:(?:all|both|just|always|only|keeps?) )?(?:says?|said|tells?|told|thinks?|thought|"
    r"insists?|swears?|claims?|reckons?|suggests?|ha(?:s|ve) no (?:idea|clue))\b",
    re.I,
)
_LIKE = re.compile(r"\b(?:like|(?:in )?the way)\s+(?:an? |the |our |your )?$", re.I)
_ARE = re.compile(r"^\W*(?:and |so |but )?(?:is|are|was|were)\b", re.I)
_ALIKE = re.compile(r"\s+(?:do(?:es)?|did|would|can|ha(?:s|ve)|is|are)\W*$", re.I)
_PERSON = re.compile(r"\b(?:he|she|they|them|him|it|one)\b", re.I)


class Understanding:
    """Reads questions with a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._reader = SlotReader(lexicon)

    def understand(self, standalone: str, asked: str = "", carried: str = "") -> Asked:
        """Read a standalone question; ``asked`` is what was typed, if that differs.

        ``carried`` is an earlier question, whose words count a little beside its own.
        """
        text, aside = focus(standalone)
        text, left = _parted(text)
        found = words(text)
        askers = compares_asker(standalone)
        there = self._named(found, text, askers=askers)
        # Where nobody else is asked about, the asker's own job may be.
        if not askers and asks_own(standalone) and not _ids(there, "role"):
            askers, there = True, self._named(found, text, askers=True)
        known = with_crowds(there, found, text, self.lexicon)
        named, choices = with_titles(known, found, text, self.lexicon)
        short = len(aside.split()) <= STORY
        others = self._named(words(aside), aside, askers=askers) if short else ()
        origins = self._origins(left) or self._left_by_asker(standalone, text, there)
        facets = facets_of(found, text, named, self.lexicon)
        worked, fitting = with_fields(named, found, text, facets, self.lexicon)
        if worked is not named:
            named, facets = worked, facets_of(found, text, worked, self.lexicon)
        choices += fitting
        facets = moving(facets) if origins else facets
        # Whom the asker would leave says nothing of what is asked.
        gone = {slot.entity for slot in origins}
        left_out = [m for m in self.lexicon.entities.find(found, text) if m.value.id in gone]
        read = sorted({*named, *left_out}, key=_first) if left_out else named
        slots = tuple(
            s
            for s in self._reader.slots(found, read, text, facets)
            if s.kind != "role" or s.entity not in gone
        )
        wants = wants_of(text, facets, self.lexicon)
        if wants == "purpose":
            # What a role is for is what it is.
            of_a_thing = bool(_topics(slots))
            wants, facets = ("purpose", ON_PURPOSE) if of_a_thing else ("definition", facets)
        told = [m for m in others if m.value.kind in TOLD and not _OWNED.search(aside, 0, m.start)]
        told = [m for m in told if askers or not _ids(named, m.value.kind)]
        told = [m for m in told if m.value.kind != "role" or not _THIS_JOB.search(text)]
        if facets and facets[0][0] == "pay" and not _ids(named, "place"):
            told += [m for m in others if _is_where(m, aside, text)]
        slots += tuple(entity_slot(m, aside) for m in told)
        slots += origins
        bare = wants == "yes-no" and not _says_what(slots, facets)
        bare = bare or bool(aside and _THING.search(text) and len(_topics(slots)) < FEW)
        slots += sections_of(facets, self.lexicon)
        slots += self._carried(f"{aside} {left} {carried}".strip(), bare=bare)
        question = Question(
            asked=asked or standalone,
            standalone=standalone,
            facets=tuple(facet for facet, _ in facets),
            roles=_ids((*named, *told), "role"),
            places=_ids((*named, *told), "place"),
            employers=_ids((*named, *told), "employer"),
            years=tuple(dict.fromkeys(s.text for s in slots if s.kind == "year")),
            wants=wants,
        )
        return Asked(
            question,
            text,
            slots,
            facets,
            negated=negates(text),
            choices=choices,
            people=people_in(found, text, named, choices),
            described=described_in(found, text, named),
            liked=liked_in(standalone, facets, len(question.roles)),
            brief=is_brief(standalone),
        )

    def _origins(self, left: str) -> tuple[Slot, ...]:
        """Give the roles that the asker would leave, which the answer need not tell of."""
        found = self._named(words(left), left)
        roles = (entity_slot(m, left) for m in found if m.value.kind == "role")
        return tuple(replace(slot, kind="origin") for slot in roles)

    def _left_by_asker(
        self, standalone: str, text: str, named: Sequence[Match[Entity]]
    ) -> tuple[Slot, ...]:
        """Give the asker's own role where a move to another is asked about: "Could I become …?"."""
        goals = _ids(named, "role")
        if not goals or not _BECOMES.search(text):
            return ()
        found = self.lexicon.entities.find(words(standalone), standalone)
        own = [m for m in found if m.value.kind == "role" and is_of_asker(standalone, m.start)]
        held = [m for m in own if m.value.id not in goals and m.value.id in self.lexicon.present]
        slots = (entity_slot(m, standalone) for m in held)
        return tuple(replace(slot, kind="origin") for slot in slots)

    def _carried(self, text: str, *, bare: bool) -> tuple[Slot, ...]:
        """Read what stands beside a question, which is its subject where it is bare of one.

        "My bread burns. Can a baker help?" is about burning bread.
        """
        if not text:
            return ()
        found = words(text)
        slots = self._reader.slots(found, self._named(found, text), text, ())
        held = [slot for slot in slots if slot.kind in ("topic", "facet")]
        if bare:
            return tuple(replace(slot, kind="topic", weight=1.0) for slot in held)
        return tuple(replace(s, kind="carried", weight=CARRIED * s.weight) for s in held)

    def _named(
        self, found: Sequence[Word], text: str, *, askers: bool = False
    ) -> tuple[Match[Entity], ...]:
        """Find what a text names; the asker's own role only where ``askers`` job is compared."""
        matches = self.lexicon.entities.find(found, text)
        upper = text.isupper() or text.islower()
        named = [m for m in matches if not (upper and _ordinary(m, found))]
        named = [m for m in named if askers or not _is_own(m, text)]
        roles = [m for m in named if m.value.kind == "role"]
        return tuple(m for m in named if m not in roles[1:] or not _is_likened(m, text))


def with_role(text: str, role: Entity, understanding: Understanding) -> str:
    """Name a role in a question that leaves it out, in its pronoun's place or at the end.

    A question that names another role already is only given it for a pronoun.
    """
    known = understanding.understand(text).question.roles
    pronoun = _PERSON.search(text)
    if role.id in known or (known and not pronoun):
        return text
    if pronoun:
        name = role.many if pronoun[0].lower() in ("they", "them") else role.one
        return text[: pronoun.start()] + name + text[pronoun.end() :]
    return f"{text.strip().rstrip('?.! ')} for {role.one}?"


def subject_of(earlier: Asked, *, facets: bool) -> str:
    """Give the words of a question that say what it is about, in their order.

    With ``facets``, also those that name the facet: "ML interviews", not "ML" alone. Words
    that stand near one another are given with what stands between: "bias in AI".
    """
    kinds = ("topic", "facet") if facets else ("topic",)
    held = [s for s in earlier.slots if s.kind in kinds and not _DAY.fullmatch(s.text)]
    slots = [s for s in held if s.named or s.known] or held
    slots = [s for s in slots if s.named or s.kind == "facet"] or slots
    named = sorted(dict.fromkeys(s.text for s in slots), key=earlier.text.find)
    if not named:
        return ""
    start, end = earlier.text.find(named[0]), earlier.text.find(named[-1]) + len(named[-1])
    whole = earlier.text[start:end]
    return whole if 0 <= start < end and len(whole.split()) <= TOGETHER else " ".join(named)


def with_subject(text: str, earlier: Asked) -> str:
    """Put an earlier question's subject in the place of "it": "How do I prevent it?"."""
    pronoun = _THING.search(text)
    subject = subject_of(earlier, facets=False)
    if not pronoun or not subject:
        return text
    return text[: pronoun.start()] + subject + text[pronoun.end() :]


def _first(match: Match[Entity]) -> int:
    return match.first


def _ids(named: Iterable[Match[Entity]], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.value.id for m in named if m.value.kind == kind))


def _parted(text: str) -> tuple[str, str]:
    """Part what a question asks from where its asker comes from: "switch from … to nursing"."""
    start, end = origin(text)
    return text[:start] + text[end:], text[start:end]


def _topics(slots: Sequence[Slot]) -> list[Slot]:
    return [slot for slot in slots if slot.kind == "topic"]


def _says_what(slots: Sequence[Slot], facets: Scored) -> bool:
    """Tell whether a question itself says what it asks, by a subject or a facet."""
    return bool(_topics(slots)) or any(score >= PLAINLY for _, score in facets)


def _is_own(match: Match[Entity], text: str) -> bool:
    """Tell whether a role is the asker's, or of somebody in the asker's life, not asked about."""
    if match.value.kind != "role":
        return False
    owned = _OWNED.search(text, 0, match.start)
    return is_of_asker(text, match.start) or bool(owned and _SAYS.match(text, match.end))


def _is_where(match: Match[Entity], aside: str, text: str) -> bool:
    """Tell whether a place told beside a question on pay is where the asker would be paid."""
    if match.value.kind != "place":
        return False
    return bool(_THERE.search(text) or _LIVES.search(aside, 0, match.start))


def _is_likened(match: Match[Entity], text: str) -> bool:
    """Tell whether a role is only a likeness of another: "…, as welders do"."""
    opened = _LIKE.search(text, 0, match.start) and not _ARE.match(text)
    return bool(opened and _ALIKE.match(text, match.end))


def _ordinary(match: Match[Entity], found: Sequence[Word]) -> bool:
    """Tell whether a cased name is only an ordinary word in a text without any case."""
    written = " ".join(w.lower for w in found[match.first : match.last + 1])
    return match.value.kind != "role" and written in stopwords()
