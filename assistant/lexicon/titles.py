"""Job titles that documents list for their roles, which several roles may share.

A title counts only in a question, and one that is an everyday word or no name of people only
where the question uses it as a role: "what does a host earn", not "how do I host a model".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..text import Word, lowered, stopwords
from .phrases import Match, Phrases, singular

# Initials of at most so many letters are only meant where they are written so.
INITIALS = 5
# From here on a title is a role's own, so that others that list it too are not meant.
KIND = 1
# So many words may stand between an article and a title.
ADJECTIVES = 2
# What stands before a role in a question, an article left out: "does a cook", "pay of cooks".
_BEFORE = frozenset((
    "do", "does", "did", "is", "are", "was", "were", "can", "could", "would", "will",
    "should", "become", "becoming", "be", "being", "been", "as", "of", "for", "than",
    "between", "versus", "vs", "and", "or", "like", "what", "about", "many", "much", "hire",
    "better", "worse", "more", "less", "compare",
))  # fmt: skip
# What stands behind one that is named without an article: "cook salary".
_NOUNS = frozenset((
    "salary", "salaries", "pay", "wage", "wages", "job", "jobs", "career", "careers", "work",
    "income", "earnings", "education", "degree", "duties", "tasks", "skills", "tools",
))  # fmt: skip
_VERBS = frozenset((
    "earn", "earns", "make", "makes", "do", "does", "get", "gets", "need", "needs", "use",
    "uses", "work", "works",
))  # fmt: skip
# A question with a title that is an everyday word must speak of work by one of these.
_CUES = re.compile(
    r"\b(?:earn\w*|paid|pays?|salar(?:y|ies)|wages?|incomes?|makes?|jobs?|careers?|work\w*|"
    r"becom\w+|degrees?|educat\w+|qualif\w+|dut(?:y|ies)|tasks?|do|does|day|outlook|hourly|"
    r"employ\w*|hire[ds]?|openings?|demand|differ\w*|compare\w*|versus|vs|skills?|software|"
    r"tools|technolog(?:y|ies)|grow\w*|shrink\w*|people|professionals?|know|programs?|apps?)\b",
    re.I,
)


class Title(NamedTuple):
    """A title of a role, and how near it is to its name.

    ``rank`` is 0 for the name, 1 for a kind of them, 2 for the end of it, 3 for any other.
    """

    role: str
    rank: int


@dataclass(frozen=True)
class Titles:
    """The titles of a collection's roles, and the last words of the roles' own names."""

    phrases: Phrases[Title] = field(default_factory=lambda: Phrases(names=True))
    heads: frozenset[str] = frozenset()
    codes: Mapping[str, str] = field(default_factory=dict)

    def meant(self, titles: Iterable[Title]) -> tuple[str, ...]:
        """Give the roles that a title may mean, those first that it is nearest to being of.

        A role whose own name it is wins over those that only list it.

        An occupation stands for its own parts: 29-1141.00 for 29-1141.01.
        """
        held = sorted(titles, key=lambda title: title.rank)
        own = held[0].rank <= KIND
        roles = dict.fromkeys(t.role for t in held if not own or t.rank == held[0].rank)
        codes = [self.codes.get(role, role) for role in roles]
        if len({code[:7] for code in codes}) == 1:
            whole = [r for r, c in zip(roles, codes, strict=True) if c.endswith(".00")]
            return tuple(whole or roles)
        return tuple(roles)

    def found(
        self, words: Sequence[Word], text: str
    ) -> Mapping[tuple[int, int], Sequence[Match[Title]]]:
        """Find the titles of a question that it uses as roles, by the words that they cover."""
        spans: dict[tuple[int, int], list[Match[Title]]] = {}
        for match in self.phrases.find(words, text):
            spans.setdefault((match.first, match.last), []).append(match)
        return {span: held for span, held in spans.items() if self._meant(held[0], words, text)}

    def _meant(self, match: Match[Title], words: Sequence[Word], text: str) -> bool:
        last = singular(words[match.last].lower)
        if match.size > 1 and last in self.heads:
            return True
        rest = text[: match.start] + text[match.end :]
        return bool(_CUES.search(rest)) and _as_role(match, words, text)


def _as_role(match: Match[Title], words: Sequence[Word], text: str) -> bool:
    """Tell whether a word stands where a role does: "as a cook", "cooks earn", "cook salary".

    It may also open a part of its own: "Who earns more, cooks or waiters?".
    """
    at = match.first - 1
    if at >= 0 and text[words[at].end : match.start].strip()[:1] in (",", ":", ";"):
        return words[match.last].lower != singular(words[match.last].lower)
    # What kind of cook it is may stand between: "a rural nurse".
    ends = stopwords() | _BEFORE
    while at >= 0 and match.first - at <= ADJECTIVES and words[at].lower not in ends:
        at -= 1
    article = at >= 0 and words[at].lower in ("a", "an", "the")
    lead = words[at - article].lower if at >= article else ""
    behind = words[match.last + 1].lower if match.last + 1 < len(words) else ""
    last = words[match.last].lower
    named = article or last != singular(last)
    if lead in _BEFORE or not lead:
        return named or behind in _NOUNS
    return named and behind in _VERBS


def title_key(title: str) -> tuple[str, ...]:
    """Give the words by which a title is found, the plural's endings off."""
    return tuple(map(singular, lowered(title)))


def gathered(
    listed: Iterable[tuple[str, str, int]], heads: Iterable[str], codes: Mapping[str, str]
) -> Titles:
    """Gather titles, each with its role's id and its rank."""
    phrases: Phrases[Title] = Phrases(names=True)
    for title, role, rank in listed:
        initials = title.isupper() and len(title) <= INITIALS and " " not in title
        phrases.add_key(title_key(title), Title(role, rank), title if initials else "")
    return Titles(phrases, frozenset(heads), codes)
