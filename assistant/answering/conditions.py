"""Conditions that a question's wording sets on pay: a currency, a period, a level, a kind of payer.

Each keeps the figures that meet it. One that no figure meets is named, so that no other figure
is given in its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ..question import Asked
from .evidence import sure
from .material import Material
from .salaries import Paid

Figures = tuple[Paid, ...]

_COMPANIES = re.compile(r"\b(?:which|what) (?:\w+ )?(?:compan(?:y|ies)|employers?|firms?)\b", re.I)
_ENDS = re.compile(r"\b(?:most|least|best|worst|highest|lowest|top|\w+est)\b", re.I)
# Kinds of place (places.toml) that a question asks to choose among.
_PLACES = re.compile(r"\b(?:city|cities|town|towns|state|states|country|countries)\b", re.I)
_KINDS: Mapping[str, str] = {"ci": "city", "to": "city", "st": "state", "co": "country"}
_MANY: Mapping[str, str] = {"city": "cities", "state": "states", "country": "countries"}
_LEVEL = re.compile(
    r"\b(?:junior|senior|fresher|freshers|entry[- ]level|graduate|graduates|beginner|beginners|"
    r"intern|interns|trainee|trainees|principal|\d+ years?|(?:one|two|three|four|five|six|seven|"
    r"eight|ten|fifteen|twenty) years?)\b(?! (?:from now|ago|old))",
    re.I,
)
# How a period is spoken of, where a year is the usual one.
_BY: Mapping[str, str] = {"hour": "by the hour", "day": "by the day", "week": "by the week"}


def narrowed(asked: Asked, found: Figures, material: Material) -> tuple[Figures, str]:
    """Keep the figures that meet the question's conditions; name the first that none meets.

    The name continues "The documents give no pay …"; it is "" when all are met.
    """
    for condition in (_currency, _period, _level, _payer, _place):
        kept, lacking = condition(asked, found, material)
        if lacking and not kept:
            return (), lacking
        found = kept if lacking else found
    return found, ""


def sets_condition(word: str) -> bool:
    """Tell whether a word of a question sets a condition, rather than being its subject."""
    return any(pattern.search(word) for pattern in (_PLACES, _LEVEL))


def _kept(found: Figures, meets: Callable[[Paid], bool], lacking: str) -> tuple[Figures, str]:
    return tuple(paid for paid in found if meets(paid)), lacking


def _currency(asked: Asked, found: Figures, material: Material) -> tuple[Figures, str]:
    """Read "in euros"; an amount such as "100 euros" sets no condition."""
    codes = {
        code: word
        for code, words in material.lexicon.money.currencies.items()
        for word in words
        if word.isalpha() and _says(asked.text, word)
    }
    lacking = "in " + " or ".join(codes.values()) if codes else ""
    return _kept(found, lambda paid: paid.salary.currency in codes, lacking)


def _says(text: str, word: str) -> bool:
    return bool(re.search(rf"(?<![\d.,] )(?<!\w){re.escape(word)}(?!\w)", text, re.I))


def _period(asked: Asked, found: Figures, material: Material) -> tuple[Figures, str]:
    """Read "per hour"; a year is what pay is told for anyway."""
    period = material.money.period(asked.text)
    lacking = _BY.get(period, "")
    return _kept(found, lambda paid: paid.salary.period == period, lacking)


def _level(asked: Asked, found: Figures, material: Material) -> tuple[Figures, str]:
    """Read "junior" or "with five years": a figure's own sentence must speak of that level."""
    said = _LEVEL.search(asked.text)
    if said is None:
        return found, ""
    slots = [s for s in asked.topics if s.text in said[0] or said[0] in s.text]

    def meets(paid: Paid) -> bool:
        if not slots:
            return said[0].lower() in paid.view.text.lower()
        return any(sure(s, paid.view.held) > 0 for s in slots)

    return _kept(found, meets, f"for “{said[0]}”")


def _payer(asked: Asked, found: Figures, material: Material) -> tuple[Figures, str]:
    """Read "which company pays most": only what companies pay answers."""
    asks = _COMPANIES.search(asked.text) and _ENDS.search(asked.text)
    lacking = "of single companies" if asks else ""
    return _kept(found, lambda paid: bool(paid.salary.employer), lacking)


def _place(asked: Asked, found: Figures, material: Material) -> tuple[Figures, str]:
    """Read "top paying city": only figures for places of that kind answer."""
    said = _PLACES.search(asked.text)
    if said is None or asked.question.places:
        return found, ""
    kind = _KINDS[said[0][:2].lower()]
    by_id = material.lexicon.by_id

    def meets(paid: Paid) -> bool:
        place = by_id.get(("place", paid.salary.place))
        return place is not None and place.sort == kind and not paid.salary.employer

    return _kept(found, meets, f"for single {_MANY[kind]}")
