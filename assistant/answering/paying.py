"""Whether a question wants amounts of pay, and what else it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..question import PLAINLY, SURE, Asked
from ..records import Slot
from .conditions import sets_condition
from .difference import only_pay
from .material import Material
from .salaries import Paid
from .saying import sure

_COMPARES = re.compile(
    r"\b(?:more|less|better|higher|lower|worse|most|least|best|bigger|smaller|larger|fatter|out-?earns?|"
    r"how far apart|gap)\b",
    re.I,
)
# The facets that "who earns more?" has the words of, too, where roles are named.
OF_PAY = frozenset({"pay", "pay-factors", "difference", "similarity"})
# What leads to a condition: "in banking", "with a degree", "after ten years".
_UNDER = (
    r"\b(?:after|as|at|by|during|for|if|in|on|over|under|when|while|with|within|without)\s+"
    r"(?:(?:an?|the|my|your|their|our|some|more|\d+)\s+)*"
)


def wants_amounts(asked: Asked) -> bool:
    """Tell whether amounts of pay are wanted, rather than something said about pay."""
    scores = dict(asked.facet_scores)
    sure = scores.get("pay", 0.0)
    if only_pay(asked) or _compares_employers(asked):
        return True
    compares = len(asked.question.roles) > 1 and bool(_COMPARES.search(asked.text))
    if compares and on_pay(asked):
        return True
    if asked.facet == "pay-factors" or sure < 0.8 * max(scores.values(), default=1.0):
        return False
    if sure < PLAINLY and (asked.topics or not asked.question.roles):
        return False
    wanted = asked.question.wants in ("amount", "list", "name", "number", "difference")
    return wanted or compares or bool(asked.question.employers)


def on_pay(asked: Asked) -> bool:
    """Tell whether pay is asked of roles by a word of its own, and nothing else more plainly."""
    scores = dict(asked.facet_scores)
    others = (score for facet, score in scores.items() if facet not in OF_PAY)
    return PLAINLY <= scores.get("pay", 0.0) >= max(others, default=0.0)


def asks_whether(asked: Asked, material: Material) -> bool:
    """Tell whether "do they earn well?" is asked of a role, and nothing besides."""
    plain = asked.facet == "pay" and asked.plainly and asked.question.wants == "yes-no"
    only = all(topic.cue or _means_pay(topic, material.pay_stems) for topic in asked.topics)
    return plain and only and bool(asked.question.roles)


def _compares_employers(asked: Asked) -> bool:
    """Tell whether employers are compared by a figure, which is then what they pay."""
    several = len(asked.question.employers) > 1 and asked.question.wants in ("number", "amount")
    only = all(_COMPARES.fullmatch(topic.text) for topic in asked.topics)
    return several and only and not asked.plainly


def other_subjects(asked: Asked, material: Material) -> list[Slot]:
    """Give the words of the question that are about something besides pay itself."""
    of_pay = material.pay_stems
    topics = [s for s in asked.topics if not sets_condition(s.text, material.lexicon)]
    if len(asked.question.roles) > 1 and on_pay(asked):
        # Of what else is said beside the roles only a name or an adverbial is a condition.
        topics = [s for s in topics if on_condition(s, asked)]
    elif max(len(asked.question.roles), len(asked.question.employers)) > 1:
        topics = [
            s
            for s in topics
            if not (_COMPARES.fullmatch(s.text) or (s.cue and not on_condition(s, asked)))
        ]
    return [s for s in topics if not _means_pay(s, of_pay)]


def unmet_condition(asked: Asked, chosen: Sequence[Paid], material: Material) -> str:
    """Give the words that set a condition on an amount which no figure speaks of, "" for none."""
    if not on_pay(asked) or asked.question.wants != "amount" or not asked.question.roles:
        return ""
    told = frozenset().union(*(p.view.held for p in chosen))
    for slot in other_subjects(asked, material):
        found = re.search(_UNDER + re.escape(slot.text), asked.text, re.I)
        if found and slot.cue and not sure(slot, told):
            return found[0]
    return ""


def on_condition(slot: Slot, asked: Asked) -> bool:
    """Tell whether words set a condition: a name, or what a preposition leads to."""
    return slot.named or bool(re.search(_UNDER + re.escape(slot.text), asked.text, re.I))


def _means_pay(slot: Slot, of_pay: frozenset[str]) -> bool:
    """Tell whether words only mean pay: "salary", or "typical salary", for an average one."""
    own = set(slot.variants[0].stems)
    sure = (set(v.stems) for v in slot.variants[1:] if v.weight >= SURE)
    return own <= of_pay or (bool(own & of_pay) and any(other <= of_pay for other in sure))
