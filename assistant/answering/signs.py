"""How a unit shows that it holds the kind of thing that a question wants."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ..question import Asked
from ..text import stems
from .views import View
from .writing import label_of

# Words from the beginning of a unit among which it names what it is about.
OPENING = 4
_DIGITS = re.compile(r"\d")
_REASON = re.compile(
    r"\b(?:because|since|due to|thanks to|so that|therefore|why|as a result|in order to|helps?|"
    r"crucial|essential|important|lead(?:s|ing)? to|realize|realise)\b",
    re.I,
)
_LISTS = re.compile(r"\w, [^,.;]+,? (?:and|or|etc)\b|\b(?:such as|like|including)\b \w+,", re.I)
DEFINES = re.compile(
    r"^(?:an? |the )?[\w()/ -]{2,60}? (?:is|are|means|refers? to|describes?)\b|"
    r"^[\w()/ -]{2,40}:|"
    r"\b(?:a|an|another|one) (?:type|kind|form|field|technique|approach|subset|way)\b",
    re.I,
)
_SOURCE = re.compile(
    r"\b(?:article|source|document|report|author|publish|reliable|trust|verif|check|correct|wrong|"
    r"mistake|error|true|accurate|date|dated|typo|misprint|figure|according)\w*",
    re.I,
)
# What a sentence is about that says what something is, "the term" and its initials left out.
_DEFINED = re.compile(
    r"^(?:the (?:term|word|concept|idea|field) (?:of )?)?(?:an? |the )?[\"“‘']?"
    r"(?P<subject>[^,.;:(“”]{2,60}?)"
    r"[\"”’']?(?: \([^)]*\))?(?:,[^,.;]{2,80},)? (?:is|are|means?|refers? to|describes?|originated|"
    r"involves?|deals? with|consists? of|resembles?)\b",
    re.I,
)
_ASKS_NEED = re.compile(
    r"\b(?:need|needed|require|required|requirement|must|have to|has to|necessary|compulsory|"
    r"mandatory|essential|without)\b",
    re.I,
)
_NEED = re.compile(
    r"\b(?:minimum|requir\w+|necessary|need\w*|must|essential|crucial|optional|mandatory|"
    r"not usually|has to|have to|expect\w*)\b",
    re.I,
)
SIGNS_OF: Mapping[str, Callable[[View], bool]] = {
    "amount": lambda view: bool(_DIGITS.search(view.text)),
    "number": lambda view: bool(_DIGITS.search(view.text)),
    "reason": lambda view: bool(_REASON.search(view.text)),
    "definition": lambda view: bool(DEFINES.search(view.text)),
    "list": lambda view: bool(_LISTS.search(view.text)),
    "name": lambda view: bool(re.search(r"\w\W+[A-Z]", view.text)),
}


def asks_need(asked: Asked) -> bool:
    """Tell whether a question asks whether something is needed."""
    return bool(_ASKS_NEED.search(asked.text))


def tells_need(view: View) -> bool:
    """Tell whether a unit says that something is needed, or how much of it."""
    return bool(_NEED.search(view.text))


def defines(view: View, asked: Asked) -> bool:
    """Tell whether a unit says what the very thing is that is to be explained.

    "Big data tools are …" says nothing of what big data are.
    """
    found = _DEFINED.match(view.text)
    label = label_of(view.text)
    wanted = {stem for slot in asked.topics for stem in slot.variants[0].stems}
    named = (set(stems(text)) for text in (found["subject"] if found else "", label))
    return any(subject == wanted for subject in named if subject)


def opens_with(view: View, asked: Asked) -> bool:
    """Tell whether a unit opens with a thing that is asked about: "Ovens are for baking"."""
    opens = opening(view)
    return any(opens.issuperset(slot.variants[0].stems) for slot in asked.topics)


def opening(view: View) -> frozenset[str]:
    """Give the stems that a unit opens with, among which is what it is about."""
    return frozenset(stems(" ".join(view.text.split()[:OPENING])))


def asks_source(asked: Asked) -> bool:
    """Tell whether a question is about the documents themselves: who wrote them, what is wrong."""
    return bool(_SOURCE.search(asked.text))
