"""What two texts must share to count as the same words: folding, matching and counting.

A judge must not care for a capital, a curly quote or an asterisk; this module says for what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKER = re.compile(r"(?<!\\)\[\d+(?:\s*,\s*\d+)*\](?!\()")
_LINK = re.compile(r"(?<!\\)!?\[([^\]\n]*)\]\([^)\s]*\)")
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$", re.M)
_LINE_MARK = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+•●▪][ \t]+)+", re.M)
_EMPHASIS = re.compile(r"[*`]+|~~|(?<!\w)_+|_+(?!\w)")
# After it a group of two digits (Indian) or three ends a number's comma, thin space or quote.
_THOUSANDS = re.compile("(?<=\\d)[,\u2009\u202f](?=\\d{2,3}(?!\\d))")
_QUOTES = re.compile('["‘’‚‛“”„‟«»‹›′″´]')
_DASHES = re.compile("[‐‑‒–—―−-]+")
_BRACES = re.compile(r"[{}]")
_TABLE_LINE = re.compile(r"^[ \t]*\|.*$", re.M)


def plain(markdown: str) -> str:
    r"""Take Markdown's marks away: what is left are the words that a reader sees.

    Lines stay lines. Citation markers are marks too, unless they are escaped.

    >>> plain(r"- **C++** costs \[nothing\] [1][2]")
    'C++ costs [nothing] '
    """
    # Escapes go before the other marks, so that a document's own marks fold as ours do.
    text = unescaped(_MARKER.sub("", _LINK.sub(r"\1", markdown)))
    text = _LINE_MARK.sub("", _TABLE_RULE.sub("", text))
    return _EMPHASIS.sub("", text.replace("|", " "))


def unescaped(markdown: str) -> str:
    """Take only the backslashes away that keep Markdown's marks from being marks."""
    return _ESCAPED.sub(r"\1", markdown)


def fold(text: str) -> str:
    """Fold what a judgement must not hang on; both sides of a comparison are folded alike.

    Folded are case, white space, quotes, dashes, braces, thousands separators and Markdown
    with its backslash escapes and ``[1]`` markers.

    >>> fold("**Microsoft** – Rs. 14,62,000 {p.a.} [3]")
    'microsoft - rs. 1462000 p.a.'
    """
    text = _DASHES.sub("-", _QUOTES.sub("'", plain(text)))
    text = _BRACES.sub("", _THOUSANDS.sub("", text))
    return " ".join(text.casefold().split())


@lru_cache(maxsize=20_000)
def _wanted(alternative: str) -> tuple[str, re.Pattern[str]]:
    folded = fold(alternative)
    before = r"(?<!\w)" if re.match(r"\w", folded) else ""
    return folded, re.compile(rf"{before}{re.escape(folded)}s?(?!\w)")


def states(folded_text: str, alternative: str) -> bool:
    """Tell whether a folded text holds a string on word boundaries, a plural s allowed.

    >>> states(fold("Knows C++ and two **languages**."), "Language")
    True
    >>> states(fold("JavaScript"), "Java")
    False
    """
    folded, pattern = _wanted(alternative)
    return bool(folded) and folded in folded_text and pattern.search(folded_text) is not None


def states_any(folded_text: str, alternatives: Iterable[str]) -> bool:
    """Tell whether a folded text holds at least one of the strings."""
    return any(states(folded_text, alternative) for alternative in alternatives)


def count_words(markdown: str, tables: bool = False) -> int:
    r"""Count an answer's words as a reader sees them; those of tables only if asked for.

    A word is a run between white space that holds a letter or a digit.

    >>> count_words("It pays – well [1]:\n\n| City | Pay |\n| --- | --- |\n| Pune | 7 |")
    3
    """
    text = markdown if tables else _TABLE_LINE.sub("", markdown)
    return sum(any(map(str.isalnum, word)) for word in plain(text).split())
