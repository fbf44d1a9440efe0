"""People that a question tells by what they do: "someone who fixes elevators"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..lexicon import Entity, Match
from ..text import Word, stopwords
from .asked import Described

_MANY = (
    r"people|persons|folks?|those|workers|guys|ladies|men|women|professionals|specialists|experts"
)
_ONE = (
    r"person|someone|somebody|anyone|anybody|worker|man|woman|guy|lady|professional|specialist|"
    r"expert"
)
_WHO = re.compile(
    rf"\b(?:(?:the|an?|any|most|some|all)\s+)?(?:"
    rf"(?:(?P<many>{_MANY})|(?P<one>{_ONE}))\s+"
    r"(?:who|that|whose (?:job|work) (?:it )?is to)(?:\s+(?:usually|mostly|also))?\s+|"
    rf"(?:(?P<these>people|folks?)|(?:{_ONE}))\s+(?=\w+ing\b))",
    re.I,
)
# Words that deny, apostrophes left out.
_DENIES = frozenset((
    "not", "never", "cannot", "without", "no", "dont", "doesnt", "didnt", "cant", "wont", "isnt",
    "arent", "couldnt", "wouldnt", "shouldnt", "havent", "hasnt",
))  # fmt: skip
# Behind "study" and "move" these tell what for or where to, not of what work consists.
_AIMS = ("to", "into", "for", "from", "at", "in", "abroad", "")
_JOINTS = ("and", "or", "than", "versus", "vs")
# Behind these a sentence goes on with what is asked of the people.
_ENDS = frozenset((
    "earn", "earns", "make", "makes", "get", "gets", "need", "needs", "pay", "paid", "have", "has",
    "do", "does", "must", "should", "can", "could", "will", "would", "is", "are", "be", "become",
    "learn", "study", "use", "work", "take", "bring", "pull", "face", "worry", "usually",
))  # fmt: skip
# What opens no description of work: what people are, have, want, know or are in the middle of.
_IDLE = frozenset((
    "is", "are", "was", "were", "be", "being", "am", "has", "have", "had", "having", "do", "does",
    "did", "can", "cannot", "could", "will", "would", "may", "might", "should", "want", "wants",
    "wanting", "like", "likes", "love", "loves", "enjoy", "enjoys", "hate", "hates", "prefer",
    "prefers", "know", "knows", "need", "needs", "never", "always", "already", "just", "only",
    "not", "get", "gets", "getting", "got", "become", "becomes", "went", "came", "lost", "left",
    "quit", "earn", "earns", "earning", "pay", "pays", "work", "works", "working", "looking",
    "during", "bring", "brings", "bringing",
    "try", "tries", "trying", "go", "goes", "going", "come", "comes", "coming", "start", "starts",
    "starting", "learn", "learns", "learning", "apply", "applies",
    "applying", "hire", "hires", "hiring", "think", "thinks", "thinking", "live", "lives",
    "living", "enter", "entering", "switch", "switching", "say", "says",
    "lack", "lacks", "hold", "holds", "speak", "speaks", "struggle", "struggles", "join",
))  # fmt: skip
_AS_A_JOB = re.compile(
    r"\b(?:for (?:a|their) (?:living|job)|for (?:work|money)|as (?:a|their) (?:job|living|career)|"
    r"professionally|all day(?: long)?|every day|at work|full[- ]time|nowadays|these days)\b",
    re.I,
)
# Words that a description has at least, and at most.
LEAST, MOST = 2, 10


def described_in(
    found: Sequence[Word], text: str, named: Sequence[Match[Entity]]
) -> Described | None:
    """Find the first people that a question tells by what they do; None for none.

    Not those among whose work a role is named, for that is whom the question is about.
    """
    who = _WHO.search(text)
    if who is None:
        return None
    held = [w for w in found if w.start >= who.end()]
    if not held or _tells_no_work(held):
        return None
    size = _size(held, text, named)
    last = held[size - 1].end if size else who.end()
    roles = [m for m in named if m.value.kind == "role" and who.start() < m.end <= last]
    if size < LEAST or roles or _denies(held[:size]):
        return None
    doing = text[who.end() : last]
    work = _AS_A_JOB.search(text, last)
    end = work.end() if work and not text[last : work.start()].strip() else last
    return Described(
        who.start(), end, text[who.start() : end], doing, many=bool(who["many"] or who["these"])
    )


def _tells_no_work(held: Sequence[Word]) -> bool:
    """Tell whether words open no description of work: "have a degree", "started late"."""
    first, behind = held[0].lower, held[1].lower if len(held) > 1 else ""
    past = first.endswith("ed") and not first.endswith("eed")
    learns = first.startswith(("study", "studi", "move", "moving")) and behind in _AIMS
    return first in _IDLE or past or learns or all(w.lower in stopwords() for w in held)


def _denies(held: Sequence[Word]) -> bool:
    return any(word.lower in _DENIES for word in held)


def _size(held: Sequence[Word], text: str, named: Sequence[Match[Entity]]) -> int:
    """Give how many words the description goes on for."""
    places = {m.start for m in named if m.value.kind == "place"}
    ends = (_AS_A_JOB.search(text, held[0].start), _WHO.search(text, held[0].start))
    stop = min((found.start() for found in ends if found), default=len(text))
    for at, word in enumerate(held[:MOST]):
        gap = text[held[at - 1].end : word.start] if at else ""
        if gap.strip(" -/’'&\n\t"):
            return at
        if word.start >= stop:
            return at - 1 if at and held[at - 1].lower in _JOINTS else at
        if at >= LEAST - 1 and word.lower in _ENDS:
            return at
        if word.start in places:
            return at - 1 if at and held[at - 1].lower in ("in", "at", "of", "across") else at
    return min(len(held), MOST)
