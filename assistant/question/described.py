"""People that a question tells by what they do: "someone who fixes elevators"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..lexicon import Entity, Match
from ..text import Word
from .asked import Described

_MANY = (
    r"people|persons|folks?|those|workers|guys|ladies|men|women|professionals|specialists|experts"
)
_ONE = (
    r"person|someone|somebody|anyone|anybody|worker|man|woman|guy|lady|professional|specialist|"
    r"expert"
)
_WHO = re.compile(
    rf"\b(?:(?:the|an?|any|most|some|all) )?(?:(?P<many>{_MANY})|(?P<one>{_ONE})) "
    r"(?:(?:who|that|whose (?:job|work) (?:it )?is to)(?: usually| mostly| also)? |(?=\w+ing\b))",
    re.I,
)
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
    "quit", "earn", "earns", "earning", "work", "works", "working", "looking",
    "try", "tries", "trying", "go", "goes", "going", "come", "comes", "coming", "start", "starts",
    "starting", "learn", "learns", "learning", "study", "studies", "studying", "apply", "applies",
    "applying", "hire", "hires", "hiring", "think", "thinks", "thinking", "live", "lives",
    "living", "enter", "entering", "move", "moving", "switch", "switching", "thinks", "say",
    "says", "lack", "lacks", "hold", "holds", "speak", "speaks", "struggle", "struggles", "join",
))  # fmt: skip
_AS_A_JOB = re.compile(
    r"\b(?:for (?:a|their) (?:living|job)|for (?:work|money)|as (?:a|their) (?:job|living|career)|"
    r"professionally|all day(?: long)?|every day|at work|full[- ]time|nowadays|these days)\b",
    re.I,
)
_LIKES = re.compile(
    r"\b(?:i(?: really| just| also| do| truly| much)* (?:like|love|enjoy|prefer)(?: to)?|"
    r"i(?:['’]d| would) (?:rather|like to|love to|prefer to|prefer)|"
    r"i(?:['’]m| am) (?:\w+ )?(?:good|great|best|better|interested|keen) (?:at|with|in|on)|"
    r"(?:someone|somebody|anyone|people|a person) who (?:really )?(?:likes?|loves?|enjoys?)"
    r"(?: to)?) "
    r"(?!(?:know|see|hear|ask|find|understand|compare|change|become|be|earn|get|have|learn|switch|"
    r"move|start|go|do|it|this|that|them|these|those)\b)(?P<doing>[^.,;:?!]+?)"
    r"(?= (?:more|rather|better)? ?than\b| (?:and|but|so|which|what|or)\b|[.,;:?!]|$)",
    re.I,
)
_ASKS_JOB = re.compile(
    r"\b(?:which|what)\b[^?]*\b(?:jobs?|roles?|careers?|titles?|professions?|occupations?|"
    r"positions?|work|one)\b|\b(?:suits?|for|fits?) me\b|"
    r"\bshould i (?:pick|choose|become|be|go for|hunt for|look for|aim for|take)\b",
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
    if not held or held[0].lower in _IDLE or held[0].lower.endswith("ed"):
        return None
    size = _size(held, text, named)
    last = held[size - 1].end if size else who.end()
    roles = [m for m in named if m.value.kind == "role" and who.start() < m.end <= last]
    if size < LEAST or roles:
        return None
    doing = text[who.end() : last]
    work = _AS_A_JOB.search(text, last)
    end = work.end() if work and not text[last : work.start()].strip() else last
    return Described(who.start(), end, text[who.start() : end], doing, many=bool(who["many"]))


def _size(held: Sequence[Word], text: str, named: Sequence[Match[Entity]]) -> int:
    """Give how many words the description goes on for."""
    places = {m.start for m in named if m.value.kind == "place"}
    job = _AS_A_JOB.search(text, held[0].start)
    for at, word in enumerate(held[:MOST]):
        gap = text[held[at - 1].end : word.start] if at else ""
        if gap.strip(" -/’'&") or (job and word.start >= job.start()):
            return at
        if at >= LEAST - 1 and word.lower in _ENDS:
            return at
        if word.start in places:
            return at - 1 if held[at - 1].lower in ("in", "at", "of", "across") else at
    return min(len(held), MOST)


def liked_in(message: str, roles: int) -> str:
    """Give what somebody who asks which job to take would like to do, "" for nothing.

    ``roles`` is how many the message names: none, or several to choose from.
    """
    told = _LIKES.search(message)
    asks = bool(_ASKS_JOB.search(message)) if not roles else roles > 1
    return told["doing"].strip() if told and asks else ""
