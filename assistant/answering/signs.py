"""How a unit shows that it holds the kind of thing that a question wants."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ..question import Asked
from .views import View

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
SIGNS_OF: Mapping[str, Callable[[View], bool]] = {
    "amount": lambda view: bool(_DIGITS.search(view.text)),
    "number": lambda view: bool(_DIGITS.search(view.text)),
    "reason": lambda view: bool(_REASON.search(view.text)),
    "definition": lambda view: bool(DEFINES.search(view.text)),
    "list": lambda view: bool(_LISTS.search(view.text)),
    "name": lambda view: bool(re.search(r"\w\W+[A-Z]", view.text)),
}


def asks_source(asked: Asked) -> bool:
    """Tell whether a question is about the documents themselves: who wrote them, what is wrong."""
    return bool(_SOURCE.search(asked.text))
