"""The slots of a question: each thing it names, in every wording it may be found by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..lexicon import LOST, Entity, Lexicon, Match
from ..records import Slot, Variant
from ..text import Word, common_stems, stopwords
from ..wording import is_name
from .asked import Scored
from .facets import Cues, cue_words

# Initials so short that the lexicon knows are an abbreviation, not a name: "TV", "ML".
INITIALS = 4
# How much a word counts in a search that only names what is asked, one that nearly every
# question holds, and the name of a role, place or employer; a word of the subject counts 1.
FACET_WEIGHT = 0.8
COMMON_WEIGHT = 0.3
ENTITY_WEIGHT = 0.6
# A synonym of this weight names the same thing.
SURE = 0.6

# Letters that name something by themselves: the languages C and R.
_LETTERS = frozenset("BCDEFGHJKLMNOPQRSTUVWXYZ0123456789")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "I left school in 1998. …": a year of the asker's own life, told before the question.
_OWN_YEAR = re.compile(r"\b(?:I|we|my|our)\b[^.?!]*\b(?:19|20)\d\d\b[^.?!]*[.!](?=\s)", re.I)


class SlotReader:
    """Reads the slots of questions with a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def slots(
        self, found: Sequence[Word], named: Sequence[Match[Entity]], text: str, facets: Scored
    ) -> Iterable[Slot]:
        """Give the slots: what is named, the years, the known phrases, and the other words."""
        taken: set[int] = set()
        for match in named:
            if match.first not in taken:
                taken.update(range(match.first, match.last + 1))
                yield entity_slot(match, text)
        own = _OWN_YEAR.sub("", text)
        for year in dict.fromkeys(YEAR.findall(own)):
            yield Slot(year, "year", (Variant((year,)),), ENTITY_WEIGHT, year)
        cues = cue_words(found, text, facets, self._lexicon)
        rest = [w for i, w in enumerate(found) if i not in taken and not YEAR.fullmatch(w.lower)]
        phrased: set[int] = set()
        for run in self._phrases(rest):
            if phrased.isdisjoint(w.start for w in run):
                phrased.update(w.start for w in run)
                yield self._slot(tuple(w.stem for w in run), run, text, cues)
        ignored = stopwords()
        for word in (w for w in rest if w.start not in phrased):
            letter = len(word.lower) == 1 and text[word.start] in _LETTERS
            if word.lower not in ignored and (len(word.lower) > 1 or letter):
                yield self._slot((word.stem,), [word], text, cues)

    def _phrases(self, found: Sequence[Word]) -> list[Sequence[Word]]:
        """Give the known phrases of two words or more, those that say most first."""
        ignored = stopwords()
        runs = [
            found[m.first : m.last + 1]
            for m in self._lexicon.synonym_phrases.find_all(found)
            if m.size > 1
        ]
        telling = [(sum(w.lower not in ignored for w in run), run) for run in runs]
        telling.sort(key=lambda pair: (-pair[0], -len(pair[1]), pair[1][0].start))
        return [run for count, run in telling if count]

    def _names_facet(self, run: Sequence[Word], variants: Sequence[Variant], cues: Cues) -> bool:
        """Tell whether words only name a facet: they are its cue and mean the same as its name.

        A cue that means something more special, as "programming language" does for tools, is
        a subject.
        """
        facets = {facet for start, facet in cues if start == run[0].start}
        names = (self._lexicon.names_of(facet) for facet in facets)
        return any(held.issuperset(v.stems) for held in names for v in variants if v.weight >= SURE)

    def _slot(self, key: tuple[str, ...], run: Sequence[Word], text: str, cues: Cues) -> Slot:
        others = self._lexicon.synonyms.get(key, ())
        content = tuple(w.stem for w in run if w.lower not in stopwords()) or key
        variants = [Variant(content, LOST if len(content) == 1 < len(run) else 1.0)]
        variants += [Variant(stems, weight) for stems, weight in others if stems != content]
        kind, weight = "topic", 1.0
        if self._names_facet(run, variants, cues):
            kind, weight = "facet", FACET_WEIGHT
        elif len(content) == 1 and content[0] in common_stems():
            kind, weight = "common", COMMON_WEIGHT
        written = text[run[0].start : run[-1].end]
        short = written.removesuffix("s")
        initials = len(variants) > 1 and len(short) <= INITIALS and short.isupper()
        single = kind == "topic" and len(run) == 1 and not initials
        named = single and is_name(written, run[0].start, text)
        cue = kind == "topic" and any(start == run[0].start for start, _ in cues)
        return Slot(written, kind, tuple(variants), weight, named=named, cue=cue)


def entity_slot(match: Match[Entity], text: str) -> Slot:
    """Give the slot of a named role, place or employer."""
    entity = match.value
    return Slot(
        text=text[match.start : match.end],
        kind=entity.kind,
        variants=(Variant((entity.term,)),),
        weight=ENTITY_WEIGHT,
        entity=entity.id,
    )
