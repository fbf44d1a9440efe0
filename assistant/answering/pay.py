"""Answers about pay: the amounts that the documents state for whom, where and by whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..lexicon import Lexicon
from ..question import Asked
from ..records import Answer, Part, Slot
from ..text import words
from .conditions import end_asked, narrowed
from .earnings import earnings_parts, most_comparable
from .home import asks_roles
from .material import Material, answered
from .paying import asks_whether, other_subjects, unmet_condition, wants_amounts
from .paytable import pay_parts, united
from .places import Places
from .premise import pays_otherwise
from .salaries import Paid
from .segments import asks_segment, segment_answer
from .selection import ENDS, asked_kind, best_first, selected, told_stems
from .writing import joined, say, sentences

_COMPANIES = re.compile(r"\b(?:compan(?:y|ies)|employers?|firms?|corporations?)\b", re.I)
# Names that a refusal lists of what pay is given for.
NAMED = 5
# What a refusal calls the parts of the paid that no figure tells.
KINDS = {
    "p10": "the lowest-paid tenth",
    "p25": "the lowest-paid quarter",
    "p75": "the best-paid quarter",
    "p90": "the best-paid tenth",
    "minimum": "the lowest-paid",
    "maximum": "the best-paid",
}


@dataclass(frozen=True, slots=True)
class PaySearch:
    """What is left of the salaries once the question's conditions are applied, one by one.

    ``missing`` names the condition that nothing meets: role, place, employer or year, and
    ``lacking`` what of its kind, or ``phrase`` says it; ``before`` is what was left until then.
    """

    found: tuple[Paid, ...]
    missing: str = ""
    before: tuple[Paid, ...] = ()
    lacking: tuple[str, ...] = ()
    phrase: str = ""


def pay_answer(asked: Asked, material: Material) -> Answer | None:
    """Answer a question about amounts of pay; None when it asks something else."""
    if not (asked.question.roles or asked.question.employers) and material.everyday(asked.text):
        return None
    paid = material.paid(asked.question.roles)
    if asks_segment(asked):
        told = segment_answer(asked, paid, material)
        if told is not None or end_asked(asked):
            return told or _unknown(asked, PaySearch((), phrase="by industry"), material)
    if not wants_amounts(asked) and not asks_whether(asked, material):
        return None
    search = search_pay(asked, paid, material.lexicon, material.meant(asked))
    if search.missing:
        return _unknown(asked, search, material)
    condition = _condition_unknown(asked, material)
    if condition:
        return _unknown(asked, PaySearch((), condition, search.found), material)
    found, unmet = narrowed(asked, search.found, material)
    if unmet:
        return _unknown(asked, PaySearch((), before=search.found, phrase=unmet), material)
    search = PaySearch(found)
    kind = "" if asks_roles(asked) else asked_kind(asked, material.lexicon)
    # "Who earns the most?" of several roles is about what they usually earn.
    kind = "" if kind in ENDS and len(asked.question.roles) > 1 else kind
    chosen = selected(asked, search.found, material.lexicon, kind)
    if search.found and not chosen:
        return _unknown(asked, PaySearch((), KINDS[kind], search.found), material)
    if not chosen:
        return None
    if _asks_more(asked, chosen, material):
        unmet = unmet_condition(asked, chosen, material)
        return (
            _unknown(asked, PaySearch((), before=chosen, phrase=unmet), material) if unmet else None
        )
    return _told(asked, chosen, search, material)


def _told(asked: Asked, chosen: tuple[Paid, ...], search: PaySearch, material: Material) -> Answer:
    """Tell the figures that were chosen, compared where several roles are asked about."""
    writer = material.writer()
    if pays_otherwise(asked, search.found):
        return _otherwise(asked, search.found, material)
    compared = earnings_parts(asked, chosen, writer, material)
    if compared:
        return answered(asked, compared, writer, 0.9)
    found = _best_role(asked, chosen) or extreme(asked, chosen) or chosen
    all_of_them = found != chosen or _asks_employers(asked)
    parts = pay_parts(writer, found, material, employers=all_of_them)
    told = {p.salary.role for p in chosen}
    lacking = [material.called("role", r) for r in asked.question.roles if r not in told]
    if not lacking:
        return answered(asked, parts, writer, 0.9)
    silent = say(f"The documents give no such figure of {joined(lacking, 'or')}.")
    return Answer(asked.question, "partial", (*parts, silent), writer.citations, confidence=0.5)


def _best_role(asked: Asked, chosen: Sequence[Paid]) -> tuple[Paid, ...]:
    """Give the role that is paid most or least, by figures of one kind that most roles have."""
    if not asks_roles(asked) or _asks_employers(asked) or len(asked.question.roles) == 1:
        return ()
    return extreme(asked, most_comparable(chosen))


def _asks_employers(asked: Asked) -> bool:
    """Tell whether single employers' pay is wanted, not that of a place or a role."""
    named = bool(asked.question.employers) or "industries" in asked.question.facets
    return named or bool(_COMPANIES.search(asked.text))


def _asks_more(asked: Asked, chosen: Sequence[Paid], material: Material) -> bool:
    """Tell whether the question has a subject besides pay, which amounts do not answer."""
    if extreme(asked, chosen):
        return False
    index = material.searcher.index
    told = told_stems(asked, chosen, material.lexicon)
    if len(asked.question.roles) > 1:
        told = told.union(*(p.view.stems for p in chosen))
    return any(
        any(all(t in index for t in v.stems) for v in slot.variants)
        for slot in other_subjects(asked, material)
        if not told.issuperset(slot.variants[0].stems)
    )


def _condition_unknown(asked: Asked, material: Material) -> str:
    """Give a condition of the question that the field knows and no document mentions."""
    index = material.searcher.index
    for slot in other_subjects(asked, material):
        unheard = not any(all(t in index for t in v.stems) for v in slot.variants)
        if unheard and (slot.known or slot.named):
            return slot.text
    return ""


def _unknown(asked: Asked, search: PaySearch, material: Material) -> Answer:
    """Refuse what no salary meets, and tell what is known instead."""
    question = asked.question
    kinds = {"role": question.roles, "place": question.places, "employer": question.employers}
    wanted = kinds.get(search.missing, question.years if search.missing == "year" else ())
    names = joined(material.called(search.missing, w) for w in search.lacking or wanted)
    where = {"place": "in", "employer": "at"}.get(search.missing, "for")
    lacking = search.phrase or f"{where} {names or search.missing}"
    parts = [say(f"The documents give no pay {lacking}.")]
    writer = material.writer()
    untold = [v for role in search.lacking for v in material.untold(role, "pay")[:1]]
    if search.missing == "role" and untold:
        parts.append(sentences(writer, untold, nearby=True))
    elif search.before:
        told = _known(search, material)
        parts.append(say(f"They do give it for {told}:" if told else "They do tell:"))
        examples = (p.view for p in _examples(search))
        parts.append(sentences(writer, examples, nearby=True))
    return Answer(question, "abstained", tuple(parts), writer.citations, confidence=0.1)


def _examples(search: PaySearch) -> tuple[Paid, ...]:
    """Give a salary for each of two places, employers or roles that have one."""
    chosen: dict[str, Paid] = {}
    for group in united(search.found or best_first(search.before)):
        chosen.setdefault(getattr(group[0].salary, search.missing, ""), group[0])
    return tuple(chosen.values())[:2]


def _otherwise(asked: Asked, found: Sequence[Paid], material: Material) -> Answer:
    """Put right a question that has the amounts the wrong way round."""
    writer = material.writer()
    row = tuple(writer.state([p.view for p in group], nearby=True) for group in united(found)[:2])
    parts = (say("The documents give these amounts the other way round:"), Part("prose", (row,)))
    return Answer(asked.question, "abstained", parts, writer.citations, confidence=0.2)


def _known(search: PaySearch, material: Material) -> str:
    """Name the places, employers or roles that pay is given for."""
    ids = dict.fromkeys(getattr(p.salary, search.missing, "") for p in search.before)
    names = [material.called(search.missing, i) for i in ids if i]
    rest = len(names) - NAMED
    return joined([*names[:NAMED], f"{rest} more"] if rest > 1 else names)


def search_pay(
    asked: Asked, salaries: Sequence[Paid], lexicon: Lexicon, home: str = ""
) -> PaySearch:
    """Find the salaries that meet every condition of the question.

    Where it names no role and a role is likeliest meant, only that role's are looked at.
    """
    question, places = asked.question, Places(lexicon)
    meets: dict[str, Callable[[Paid, str], bool]] = {
        "role": lambda p, x: p.salary.role == x,
        "employer": lambda p, x: p.salary.employer == x,
        "place": lambda p, x: places.within(p.salary.place, x),
        "year": lambda p, x: p.salary.year == x,
    }
    left = tuple(salaries)
    if home and not question.roles:
        left = tuple(p for p in left if p.salary.role in (home, "")) or left
    for kind, holds in meets.items():
        slots = [slot for slot in asked.slots if slot.kind == kind]
        wanted = [_namesakes(slot, lexicon) for slot in slots]
        met = [tuple(p for p in left if any(holds(p, x) for x in names)) for names in wanted]
        if not all(met):
            lacking = tuple(s.entity for s, found in zip(slots, met, strict=True) if not found)
            return PaySearch(tuple(p for found in met for p in found), kind, left, lacking)
        if met:
            held = {id(p) for found in met for p in found}
            left = tuple(p for p in left if id(p) in held)
    if not question.employers:
        left = _national_first(left)
    return PaySearch(left)


def _namesakes(slot: Slot, lexicon: Lexicon) -> tuple[str, ...]:
    """Give all that a name may mean: Georgia is a state and a country."""
    found = lexicon.entities.find(words(slot.text), slot.text)
    return (slot.entity, *(m.value.id for m in found if m.value.kind == slot.kind))


def _national_first(found: tuple[Paid, ...]) -> tuple[Paid, ...]:
    return tuple(sorted(found, key=lambda p: bool(p.salary.employer)))


def extreme(asked: Asked, found: Sequence[Paid]) -> tuple[Paid, ...]:
    """Give the best or worst paid where the question asks for it, within each currency."""
    end_of = end_asked(asked)
    if not end_of:
        return ()
    most = end_of == "most"
    groups: dict[tuple[str, str], list[Paid]] = {}
    for paid in found:
        if paid.salary.employer or paid.salary.role:
            groups.setdefault((paid.salary.currency, paid.salary.period), []).append(paid)
    chosen: list[Paid] = []
    for group in groups.values():
        if len({(p.salary.role, p.salary.employer, p.salary.place) for p in group}) > 1:
            ends = [p.salary.high if most else p.salary.low for p in group]
            end = max(ends) if most else min(ends)
            chosen += [p for p, own in zip(group, ends, strict=True) if own == end]
    return tuple(chosen)
