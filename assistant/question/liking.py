"""What somebody who asks which job to take would like to do: "I love drawing charts. …"."""

from __future__ import annotations

import re

from .asked import PLAINLY, Scored

_LIKES = re.compile(
    r"\b(?:i(?: really| just| also| do| truly| much)* (?:like|love|enjoy|prefer)(?: to)?|"
    r"i(?:['’]d| would) (?:rather|like to|love to|prefer to|prefer)|"
    r"i(?:['’]m| am) (?:\w+ )?(?:good|great|best|better|interested|keen) (?:at|with|in|on)|"
    r"(?:someone|somebody|anyone|people|a person) who (?:really )?(?:likes?|loves?|enjoys?)"
    r"(?: to)?) "
    r"(?!(?:not|no|never|less|fewer|know|see|hear|ask|find|understand|compare|change|become|be|"
    r"earn|get|have|learn|switch|move|start|go|do|it|this|that|them|these|those)\b)"
    r"(?P<doing>[^.,;:?!]{2,80}?)"
    r"(?= (?:more|rather|better)? ?than\b| (?:and|but|so|which|what|or)\b|[.,;:?!]|$)",
    re.I,
)
_ASKS_JOB = re.compile(
    r"\b(?:which|what)(?: [\w-]+){0,4}? (?:jobs?|roles?|careers?|titles?|professions?|"
    r"occupations?|positions?)\b|\b(?:suits?|for|fits?) me\b|"
    r"\bwhat (?:could|can|should) i (?:become|be)\b|"
    r"\bshould i (?:pick|choose|become|be|go for|hunt for|look for|aim for|take)\b",
    re.I,
)
_AVOIDS = re.compile(
    r"\b(?:hates?|dislikes?|(?:can['’]?t|cannot) stand|can['’]?t bear|rubbish at|"
    r"terrible at|no good at|scared of|afraid of)\b",
    re.I,
)
# The facets of a question on which job to take; of another facet something else is asked.
_OF_CHOOSING = frozenset((
    "titles", "skills", "tools", "concept", "progression", "entry", "conditions", "uses",
))  # fmt: skip


def liked_in(message: str, facets: Scored, roles: int) -> str:
    """Give what somebody who asks which job to take would like to do, "" for nothing.

    ``roles`` is how many the message names: none, or several to choose from.

    >>> liked_in("I love drawing charts. Which job suits me?", (("titles", 1.1),), 0)
    'drawing charts'
    """
    if any(score >= PLAINLY and facet not in _OF_CHOOSING for facet, score in facets):
        return ""
    told = _LIKES.search(message)
    asks = bool(_ASKS_JOB.search(message)) if not roles else roles > 1
    return told["doing"].strip() if told and asks else ""


def avoids(message: str) -> bool:
    """Tell whether a job is asked for that spares somebody what he would not like to do.

    >>> avoids("Which job is best for someone who hates sums?")
    True
    """
    return bool(_ASKS_JOB.search(message) and _AVOIDS.search(message))
