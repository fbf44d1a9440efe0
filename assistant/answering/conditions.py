"""Conditions that a question's wording sets on pay: a currency, a period, a level, a kind of payer.

Each keeps the figures that meet it. One that no figure meets is named, so that no other figure
is given in its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from ..lexicon import Lexicon
from ..question import Asked
from ..text import words
from .material import Material
from .salaries import Paid
from .saying import sure

Figures = tuple[Paid, ...]

_COMPANIES = re.compile(r"\b(?:which|what) (?:\w+ )?(?:compan(?:y|ies)|employers?|firms?)\b", re.I)
_MOST = frozenset((
    "most", "highest", "best", "top", "maximum", "max", "biggest", "fattest", "largest", "greatest",
))  # fmt: skip
_LEAST = frozenset(("least", "lowest", "worst", "minimum", "min", "smallest"))
# The kinds of place (places.toml) that a question may ask to choose among, by their words.
_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("city", "cities", "town", "towns"), "city"),
    **dict.fromkeys(("state", "states"), "state"),
    **dict.fromkeys(("country", "countries"), "country"),
}
_PLACES = re.compile(rf"\b(?:{'|'.join(_KINDS)})\b", re.I)
_MANY: Mapping[str, str] = {"city": "cities", "state": "states", "country": "countries"}
_YEARS = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|ten|fifteen|twenty) years?"
    r"(?! (?:from now|ago|old))"
)
# How a period is spoken of that no figure is for; a year is what pay is told for anyway.
_BY: Mapping[str, str] = {"hour": "by the hour", "day": "by the day", "week": "by the week"}


def end_asked(asked: Asked) -> str:
    """Tell whether the "most" or the "least" is asked for, "" for neither or both."""
    said = {word.lower for word in words(asked.text)}
    most, least = bool(said & _MOST), bool(said & _LEAST)
    return "" if most == least else "most" if most else "least"


def narrowed(asked: Asked, found: Figures, material: Material) -> tuple[Figures, str]:
    """Keep the figures that meet the question's conditions; name the first that none meets.

    The name continues "The documents give no pay …"; it is "" when all are met.
    """
    for condition in (_currency, _period, _level, _payer, _place):
        kept, lacking = condition(asked, found, material)
        if lacking and not kept:
            return (), lacking
        found = kept
    return found, ""


def sets_condition(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word of a question sets a condition, rather than being its subject."""
    return bool(_PLACES.search(word)) or is_level(word, lexicon)


def is_level(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word tells how experienced somebody is, as "senior" does."""
    return bool(_levels(lexicon.money.levels).search(word))


@lru_cache(maxsize=4)
def _levels(said: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join([*map(re.escape, said), _YEARS])})\b", re.I)


def _kept(found: Figures, meets: Callable[[Paid], bool], lacking: str) -> tuple[Figures, str]:
    return tuple(paid for paid in found if meets(paid)), lacking


def _currency(asked: Asked, found: Figures, material: Material) -> tuple[Figures, str]:
    """Read "in euros"; an amount such as "100 euros" sets no condition."""
    codes = {
        code: word
        for code, written in material.lexicon.money.currencies.items()
        for word in written
        if word.isalpha() and _says(asked.text, word)
    }
    if not codes:
        return found, ""
    lacking = "in " + " or ".join(codes.values())
    return _kept(found, lambda paid: paid.salary.currency in codes, lacking)


def _says(text: str, word: str) -> bool:
    return bool(re.search(rf"(?<![\d.,] )(?<!\w){re.escape(word)}(?!\w)", text, re.I))


def _period(asked: Asked, found: Figures, material: Material) -> tuple[Figures, str]:
    """Read "per hour"; for a year or a month, figures without a period will do, or else any."""
    period = material.money.period(asked.text)
    if not period:
        return found, ""
    lacking = _BY.get(period, "")
    meant = (period,) if lacking else (period, "")
    kept, _ = _kept(found, lambda paid: paid.salary.period in meant, lacking)
    return (kept, lacking) if kept or lacking else (found, "")


def _level(asked: Asked, found: Figures, material: Material) -> tuple[Figures, str]:
    """Read "junior" or "with five years": a figure's own sentence must speak of that level."""
    said = _levels(material.lexicon.money.levels).search(asked.text)
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
    if not (_COMPANIES.search(asked.text) and end_asked(asked)):
        return found, ""
    return _kept(found, lambda paid: bool(paid.salary.employer), "of single companies")


def _place(asked: Asked, found: Figures, material: Material) -> tuple[Figures, str]:
    """Read "top paying city": only figures for places of that kind answer."""
    said = _PLACES.search(asked.text)
    if said is None or asked.question.places:
        return found, ""
    kind = _KINDS[said[0].lower()]
    by_id = material.lexicon.by_id

    def meets(paid: Paid) -> bool:
        place = by_id.get(("place", paid.salary.place))
        return place is not None and place.sort == kind and not paid.salary.employer

    return _kept(found, meets, f"for single {_MANY[kind]}")
