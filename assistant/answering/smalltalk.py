"""Replies that need no document: greetings, thanks, distress, other languages, empty input."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from ..lexicon import Lexicon, Reply
from ..text import words

LONGEST = 8
# What may come before a question without being part of it.
COURTESIES = frozenset({"greeting", "thanks", "ack"})
# Share of a message's words that mark another language before it is taken for one.
FOREIGN = 0.3


def reply_to(text: str, lexicon: Lexicon) -> Reply | None:
    """Give the reply to small talk or distress; None when the message asks something."""
    found = words(text)
    if len(found) <= LONGEST:
        known = lexicon.smalltalk.get(tuple(w.stem for w in found))
        if known is not None:
            return known
    distress = lexicon.distress.find_all(found, text)
    crises = [m.value for m in distress if m.value.kind == "crisis"]
    return crises[0] if crises else distress[0].value if distress else None


# "Indeed and Glassdoor disagree": what looks like a courtesy is a name.
_GOES_ON = re.compile(
    r"(?:['’]s)?\s+(?:and|or|vs|versus|says?|said|reports?|shows?|gives?)\b", re.I
)


def without_greeting(text: str, lexicon: Lexicon) -> str:
    """Leave out a greeting or thanks before a question.

    >>> from assistant.lexicon import load_lexicon
    >>> without_greeting("Good morning! What do nurses do?", load_lexicon())
    'What do nurses do?'
    """
    found = words(text)
    for size in range(min(LONGEST, len(found) - 1), 0, -1):
        known = lexicon.smalltalk.get(tuple(w.stem for w in found[:size]))
        goes_on = _GOES_ON.match(text, found[size - 1].end)
        if known is not None and known.kind in COURTESIES and not goes_on:
            return text[found[size].start :]
    return text


def language_of(text: str, lexicon: Lexicon) -> str:
    """Name the language of a message that is not in English; "" when it may be English."""
    scripts = Counter(
        unicodedata.name(c, "unnamed").split()[0] for c in text if c.isalpha() and ord(c) > 0x24F
    )
    letters = sum(c.isalpha() for c in text)
    if letters and scripts.total() > letters / 2:
        script = scripts.most_common(1)[0][0]
        return next(
            (n for s, n in lexicon.scripts.items() if s.upper() == script), "another language"
        )
    found = [w.lower for w in words(text) if len(w.lower) > 1]
    best, share = "", 0.0
    for name, marks in lexicon.languages.items():
        held = sum(w in marks for w in found) / len(found) if found else 0.0
        if held > share:
            best, share = name, held
    return best if share >= FOREIGN and len(found) >= 3 else ""
