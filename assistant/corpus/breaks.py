"""Words that a sentence cannot end in: the sign that a line goes on, or that it was cut off."""

from __future__ import annotations

import re

# Capitals are names or figures, not these words: "vitamin A", "on page IN".
_LAST_WORD = re.compile(r"(?<![\w’'-])([a-z]+)[,–—-]?\s*$")


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# A sentence cannot end in one of these …
DANGLING = _words(
    "a an the and or nor but of than as their its our your his whose which because although "
    "while whereas if unless into onto upon among between via per is are was were be been being "
    "has have had will would can could should may might must including such"
)
# An item of a list may end in one of these: "… is signed; or".
JOINING = _words("and or but nor")
# … nor usually in one of these, except in a heading: "What to look for".
LEANING = _words("to for from with in at by not very that")


def last_word(line: str) -> str:
    """Give the word that a line ends in; "" when it ends in a sign or a capitalised word.

    >>> last_word("It depends on the"), last_word("It ends.")
    ('the', '')
    """
    match = _LAST_WORD.search(line[-50:])
    return match[1] if match else ""


def dangles(line: str) -> bool:
    """Tell whether a line ends in a word that no sentence ends in."""
    return last_word(line) in DANGLING
