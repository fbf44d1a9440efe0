"""What a question asks: of whom, where, about what, and which kind of thing is wanted.

Works on one standalone question; following a conversation is ``dialogue``'s trade.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .lexicon import LOST, Entity, Lexicon, Match
from .records import Question, Slot, Variant
from .text import Word, common_stems, stopwords, words
from .wording import STORY, focus, is_name, is_of_asker, negates, wanted

# Initials so short that the lexicon knows are an abbreviation, not a name: "TV", "ML".
INITIALS = 4
# How much a word counts in a search that only names what is asked, one that nearly every
# question holds, and the name of a role, place or employer; a word of the subject counts 1.
FACET_WEIGHT = 0.8
COMMON_WEIGHT = 0.3
# What the words of a facet's headings count, which the question itself need not hold.
SECTION_WEIGHT = 0.5
# How sure a cue is that is made of stop words only, such as "what does".
WEAK = 0.3
# How sure "what does a … do" is about duties.
DOES = 1.5
# A synonym of this weight names the same thing.
SURE = 0.6
# What a message may name beside its question, rather than in it: "an offer from Quantiphi".
TOLD = ("role", "employer")
# A facet that scores so much of the best one's score is meant too.
NEARLY = 0.7
ENTITY_WEIGHT = 0.6
# What a word of the question before counts beside one of the question itself.
CARRIED = 0.35

# Letters that name something by themselves: the languages C and R.
_LETTERS = frozenset("BCDEFGHJKLMNOPQRSTUVWXYZ0123456789")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


Scored = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question complete in itself.

    ``standalone`` is shown; ``text`` is searched at full weight, and ``carried``, a part of
    the conversation before, at a lower one.
    """

    standalone: str
    text: str
    carried: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as understood: the public record and what searching it needs.

    ``text`` is the part that asks; ``facet_scores`` says how strongly each facet is meant.
    """

    question: Question
    text: str
    slots: tuple[Slot, ...]
    facet_scores: Scored = ()
    negated: bool = False

    @property
    def topics(self) -> tuple[Slot, ...]:
        """Give the slots of the subject: neither a facet's own words nor a named thing."""
        return tuple(s for s in self.slots if s.kind == "topic")

    @property
    def facet(self) -> str:
        """Give the facet that is meant most, or ""."""
        return self.facet_scores[0][0] if self.facet_scores else ""


class Understanding:
    """Reads questions with a lexicon and the words that a corpus knows.

    ``known`` tells whether any passage holds a stem.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def understand(self, standalone: str, asked: str = "", carried: str = "") -> Asked:
        """Read a standalone question; ``asked`` is what was typed, if that differs.

        ``carried`` is an earlier question, whose words count a little beside its own.
        """
        text, aside = focus(standalone)
        found = words(text)
        named = self._named(found, text)
        others = self._named(words(aside), aside) if len(aside.split()) <= STORY else ()
        facets = self._facets(found, text, named)
        slots = tuple(self._slots(found, named, text, facets))
        told = [m for m in others if m.value.kind in TOLD and not _ids(named, m.value.kind)]
        slots += tuple(self._entity_slot(m, aside) for m in told)
        slots += self._sections(facets) + self._carried(f"{aside} {carried}".strip())
        question = Question(
            asked=asked or standalone,
            standalone=standalone,
            facets=tuple(facet for facet, _ in facets),
            roles=_ids((*named, *told), "role"),
            places=_ids(named, "place"),
            employers=_ids((*named, *told), "employer"),
            years=tuple(dict.fromkeys(_YEAR.findall(text))),
            wants=self._wants(text, facets),
        )
        return Asked(question, text, slots, facets, negates(text))

    def _sections(self, facets: Scored) -> tuple[Slot, ...]:
        """Give the words by which headings announce the facets that are meant most."""
        meant = [f for f, score in facets[:2] if score >= NEARLY * facets[0][1] and f not in _VAGUE]
        return tuple(
            Slot(facet, "section", tuple(Variant(key) for key in keys), SECTION_WEIGHT, facet)
            for facet in meant
            if (keys := self.lexicon.heading_stems(facet))
        )

    def _carried(self, text: str) -> tuple[Slot, ...]:
        if not text:
            return ()
        found = words(text)
        slots = self._slots(found, self._named(found, text), text, ())
        return tuple(
            replace(slot, kind="carried", weight=CARRIED * slot.weight)
            for slot in slots
            if slot.kind in ("topic", "facet")
        )

    def _named(self, found: Sequence[Word], text: str) -> tuple[Match[Entity], ...]:
        matches = self.lexicon.entities.find(found, text)
        upper = text.isupper() or text.islower()
        return tuple(
            m for m in matches if not (upper and _ordinary(m, found)) and not _is_own(m, text)
        )

    def _facets(self, found: Sequence[Word], text: str, named: Sequence[Match[Entity]]) -> Scored:
        """Score the facets by the words of their cues; longer cues are surer."""
        covered = {i for m in named for i in range(m.first, m.last + 1)}
        scores: dict[str, float] = {}
        cues = self.lexicon.asks.find_all(found, text)
        shared = Counter((m.first, m.last) for m in cues)
        for match in cues:
            if match.first in covered and match.last in covered:
                continue
            run = found[match.first : match.last + 1]
            telling = sum(w.lower not in stopwords() for w in run)
            sure = (telling**1.5 if telling else WEAK) * (0.6 if match.value in _VAGUE else 1.0)
            sure /= shared[match.first, match.last] ** 0.5
            scores[match.value] = max(sure, scores.get(match.value, 0.0)) + 0.1 * telling
        for role in (m for m in named if m.value.kind == "role"):
            behind = found[role.last + 1].lower if role.last + 1 < len(found) else ""
            if behind in ("do", "does") and "duties" in self.lexicon.facets:
                scores["duties"] = max(DOES, scores.get("duties", 0.0))
        if len({m.value.id for m in named if m.value.kind == "role"}) > 1 and scores:
            scores["difference"] = scores.get("difference", 0.0) + 0.5
        order = sorted(scores.items(), key=lambda item: (item[0] in _VAGUE, -item[1], item[0]))
        return tuple(order)

    def _wants(self, text: str, facets: Scored) -> str:
        """Give the kind of thing wanted, by the wording or else by the facet."""
        facet = self.lexicon.facets.get(facets[0][0]) if facets else None
        usual = facet.wants if facet and facet.id not in _VAGUE else ""
        alone = len(facets) < 2 or facets[1][1] < facets[0][1]
        worded = wanted(text)
        if worded in ("yes-no", "reason") and usual != "difference":
            return worded
        if usual in ("amount", "difference") and alone:
            return usual
        return usual if worded in ("definition", "list", "") and usual else worded

    def _slots(
        self, found: Sequence[Word], named: Sequence[Match[Entity]], text: str, facets: Scored
    ) -> Iterable[Slot]:
        taken: set[int] = set()
        for match in named:
            if match.first not in taken:
                taken.update(range(match.first, match.last + 1))
                yield self._entity_slot(match, text)
        for year in dict.fromkeys(_YEAR.findall(text)):
            yield Slot(year, "year", (Variant((year,)),), ENTITY_WEIGHT, year)
        ignored = stopwords()
        cues = self._cue_words(found, text, facets)
        rest = [w for i, w in enumerate(found) if i not in taken and not _YEAR.fullmatch(w.lower)]
        phrased: set[int] = set()
        for run in self._phrases(rest):
            if phrased.isdisjoint(w.start for w in run):
                phrased.update(w.start for w in run)
                yield self._word_slot(tuple(w.stem for w in run), run, text, cues)
        for word in (w for w in rest if w.start not in phrased):
            letter = len(word.lower) == 1 and text[word.start] in _LETTERS
            if word.lower not in ignored and (len(word.lower) > 1 or letter):
                yield self._word_slot((word.stem,), [word], text, cues)

    def _phrases(self, found: Sequence[Word]) -> list[Sequence[Word]]:
        """Give the known phrases of two words or more, those that say most first."""
        ignored = stopwords()
        runs = [
            found[m.first : m.last + 1]
            for m in self.lexicon.synonym_phrases.find_all(found)
            if m.size > 1
        ]
        telling = [(sum(w.lower not in ignored for w in run), run) for run in runs]
        telling.sort(key=lambda pair: (-pair[0], -len(pair[1]), pair[1][0].start))
        return [run for count, run in telling if count]

    def _entity_slot(self, match: Match[Entity], text: str) -> Slot:
        entity = match.value
        return Slot(
            text=text[match.start : match.end],
            kind=entity.kind,
            variants=(Variant((entity.term,)),),
            weight=ENTITY_WEIGHT,
            entity=entity.id,
        )

    def _cue_words(self, found: Sequence[Word], text: str, facets: Scored) -> Cues:
        """Give the starts of the words that are cues of a facet meant, each with the facet."""
        meant = {facet for facet, score in facets if score >= NEARLY * facets[0][1]} - _VAGUE
        return tuple(
            (w.start, m.value)
            for m in self.lexicon.asks.find_all(found, text)
            if m.value in meant
            for w in found[m.first : m.last + 1]
        )

    def _names_facet(self, run: Sequence[Word], variants: Sequence[Variant], cues: Cues) -> bool:
        """Tell whether words only name a facet: they are its cue and mean the same as its name.

        A cue that means something more special, as "programming language" does for tools, is
        a subject.
        """
        facets = {facet for start, facet in cues if start == run[0].start}
        names = (self.lexicon.names_of(facet) for facet in facets)
        return any(held.issuperset(v.stems) for held in names for v in variants if v.weight >= SURE)

    def _word_slot(self, key: tuple[str, ...], run: Sequence[Word], text: str, cues: Cues) -> Slot:
        others = self.lexicon.synonyms.get(key, ())
        content = tuple(w.stem for w in run if w.lower not in stopwords()) or key
        variants = [Variant(content, LOST if len(content) == 1 < len(run) else 1.0)]
        variants += [Variant(stems, weight) for stems, weight in others if stems != content]
        kind, weight = "topic", 1.0
        if self._names_facet(run, variants, cues):
            kind, weight = "facet", FACET_WEIGHT
        elif len(content) == 1 and content[0] in common_stems():
            kind, weight = "common", COMMON_WEIGHT
        written = text[run[0].start : run[-1].end]
        initials = len(variants) > 1 and len(written) <= INITIALS and written.isupper()
        single = kind == "topic" and len(run) == 1 and not initials
        named = single and is_name(written, run[0].start, text)
        cue = kind == "topic" and any(start == run[0].start for start, _ in cues)
        return Slot(written, kind, tuple(variants), weight, named=named, cue=cue)


Cues = tuple[tuple[int, str], ...]
_PERSON = re.compile(r"\b(?:he|she|they|them|him|it|one)\b", re.I)


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


# Facets whose cues are everyday words, so that they decide little.
_VAGUE = frozenset({"concept", "uses", "benefits"})


def _ids(named: Iterable[Match[Entity]], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.value.id for m in named if m.value.kind == kind))


def _is_own(match: Match[Entity], text: str) -> bool:
    """Tell whether a role is what the asker is or was, not what is asked about."""
    return match.value.kind == "role" and is_of_asker(text, match.start)


def _ordinary(match: Match[Entity], found: Sequence[Word]) -> bool:
    """Tell whether a cased name is only an ordinary word in a text without any case."""
    written = " ".join(w.lower for w in found[match.first : match.last + 1])
    return match.value.kind != "role" and written in stopwords()
