"""Numbers and amounts that a question wants: whether the evidence holds one of the right kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..question import Asked
from .features import Evidence
from .material import Material
from .saying import sure

# Below this share of the question's subject, a figure is not the one that is asked for.
LEAST_FOR_FIGURE = 0.38
# Units looked into for the figure.
LOOKED = 6
# Units of the role asked about that may count just what is counted.
COUNTING = 3
# Evidence that covers this share of what the best covers may be told.
NEARLY = 0.7

_COUNTED = re.compile(r"\bhow many\b", re.I)
_THING = re.compile(
    r"\b(?:how many|number of|average|typical|median|mean|usual|(?:percentage|share|proportion) of)"
    r" (?:the |all )?(?!per\b|percent|times\b|dollars|rupees|pounds|euros)(?P<thing>\w+)",
    re.I,
)
_COUNTS = re.compile(r"\bhow many (?P<thing>\w{4,})", re.I)
# "How much more", "by how much": a percentage tells it as well as an amount does.
_MORE = re.compile(r"\bhow much (?:more|less|higher|lower|extra|better)\b|\bby how much\b", re.I)
_SHARE = re.compile(r"\d\s?%|\d per ?cent", re.I)
_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|"
    r"hundred|thousand|million|billion|half|quarter|once|twice|dozen|decade|century)\b",
    re.I,
)


def counts(asked: Asked, text: str) -> bool:
    """Tell whether a text gives a number of the very thing that is counted: "3.7 years"."""
    found = _COUNTS.search(asked.text)
    return found is not None and bool(
        re.search(
            rf"(?:{_FIGURE.pattern})\S*(?:\s+\w+)?\s+{re.escape(found['thing'])}\b", text, re.I
        )
    )


def lacks_figure(asked: Asked, evidence: Sequence[Evidence], material: Material) -> bool:
    """Tell that a number is wanted and none of the evidence that fits as well holds one."""
    wants = asked.question.wants
    if wants not in ("number", "amount"):
        return False
    if any(e.features.subject == 1 and counts(asked, e.view.text) for e in evidence[:COUNTING]):
        return False
    if asked.topics and max(e.coverage for e in evidence[:3]) < LEAST_FOR_FIGURE:
        return True
    if wants == "amount" and asked.facet == "pay" and asked.topics and asked.plainly:
        return False
    if wants == "number" and not _is_told_of(asked, evidence):
        return True
    fitting = _fitting(asked, evidence)
    return not any(_holds_figure(e.view.text, wants, material) for e in fitting)


def holds_wanted(asked: Asked, text: str, material: Material) -> bool:
    """Tell whether a text holds the number or the amount that is wanted, if one is."""
    wants = asked.question.wants
    return wants not in ("number", "amount") or _holds_figure(text, wants, material)


def _is_told_of(asked: Asked, evidence: Sequence[Evidence]) -> bool:
    """Tell whether the evidence speaks of the thing that is counted: "how many hours"."""
    found = _THING.search(asked.text)
    slots = [s for s in asked.topics if found and found["thing"] in s.text.split()]
    views = [item.view for item in near(evidence)]
    return not slots or any(sure(s, v.held | v.context) > 0 for s in slots for v in views)


def near(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Give what is looked into of the evidence: what covers nearly as much as the best."""
    return [e for e in evidence[:LOOKED] if e.coverage >= NEARLY * evidence[0].coverage]


def _holds_figure(text: str, wants: str, material: Material) -> bool:
    """Tell whether a text holds a number, which an amount of money is not, or an amount."""
    if wants == "number":
        return bool(_FIGURE.search(_bare(text, material)))
    return bool(material.money.read(text) or _SHARE.search(text))


def with_figures(
    asked: Asked, evidence: tuple[Evidence, ...], material: Material
) -> tuple[Evidence, ...]:
    """Keep the evidence that holds the figure wanted, where some that fits as well does.

    Of pay, an amount of money rather than a percentage, unless it is asked how much more it is.
    """
    wants = asked.question.wants
    if wants not in ("number", "amount"):
        return evidence
    fitting = [e for e in evidence if e.coverage >= NEARLY * evidence[0].coverage]
    held = tuple(e for e in fitting if _holds_figure(e.view.text, wants, material))
    if asked.facet != "pay" or _MORE.search(asked.text):
        return held or evidence
    paid = tuple(e for e in held if material.money.read(e.view.text))
    return paid or held or evidence


def _fitting(asked: Asked, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Give the evidence that covers nearly as much of the question as the best of them.

    Where people of a role are counted, only those that name the role.
    """
    own = max(e.features.own for e in evidence[:LOOKED])
    counted = _COUNTED.search(asked.text)
    roles = {s.entity for s in asked.slots if s.kind == "role"} if counted else set()
    return [
        e
        for e in near(evidence)
        if e.features.own >= 0.5 * own and (not roles or roles & e.view.roles)
    ]


def _bare(text: str, material: Material) -> str:
    """Leave out amounts of money, which are not numbers of anything."""
    for amount in reversed(material.money.read(text)):
        text = text[: amount.start] + text[amount.end :]
    return text
