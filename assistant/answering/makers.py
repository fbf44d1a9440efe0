"""Who made something: only a sentence that tells of the making of that very thing answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..question import Asked
from ..text import stems
from .features import Evidence
from .things import Thing, groups

_VERBS = (
    "founded|invented|created|developed|built|made|wrote|written|discovered|owned|owns|runs|"
    "designed|launched|started|introduced|thought up|devised|coined|"
    r"came up with(?! (?:that|this|the|these|those) (?:figure|number|forecast|estimate|average))"
)
_NOUNS = "founder|inventor|creator|maker|author|owner|developer"
_ASKS = re.compile(
    r"^\W*(?:and |so )?(?:who|which (?:company|firm|person)) (?:first |originally )?"
    rf"(?:{_VERBS})\b|"
    rf"^\W*who (?:is|was|were) the (?:\w+ )?(?:one|man|woman|person|people|company|firm)s? "
    rf"(?:that|who|which) (?:first )?(?:{_VERBS})\b|"
    rf"\bwho (?:is|was|are|were) (?:the )?(?:{_NOUNS})s? of\b",
    re.I,
)
_MAKING = re.compile(rf"(?:{_VERBS}|(?:{_NOUNS})s?)", re.I)
# Who makes it stands behind "by", or before the verb.
_MADE = re.compile(rf"\b(?:{_VERBS}) by\b|\b[A-Z]\w+ (?:{_VERBS})\b|\b(?:{_NOUNS})s? of\b")


def asks_maker(asked: Asked) -> bool:
    """Tell whether a question asks who made something."""
    return bool(_ASKS.search(asked.text)) and bool(_things(asked))


def on_making(asked: Asked, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Give the evidence that tells by whom the thing, or one of them, was made."""
    things = _things(asked)
    return tuple(
        item
        for item in evidence
        if _MADE.search(item.view.text) and any(thing <= item.view.stems for thing in things)
    )


def _things(asked: Asked) -> list[Thing]:
    """Give the things of a question by their words, without those for making them."""
    making = {stem for verb in _MAKING.findall(asked.text) for stem in stems(verb)}
    things = (group.stems - making for group in groups(asked, _MAKING))
    return [thing for thing in things if thing]
