"""A role's profile: the schema of its front matter, checked entry by entry.

A Markdown file whose front matter holds ``profile: 1`` is a profile. What is wrong with it is
told with key, line, value and remedy, and the file is not indexed, for a figure that is not
what it seems is worse than none. That every record has its sentence is ``tying``'s trade.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from ..figures import (
    BASES,
    GRADES,
    MATCHES,
    MEASURES,
    RANGES,
    STATISTICS,
    UNITS,
    UNKNOWN,
    Code,
    Education,
    OutlookFigure,
    PayFigure,
    Profile,
    Reading,
    Share,
    Source,
)
from .draft import UnreadableError
from .fields import Fields
from .marked import Marked, marked

VERSION = 1
MOST_TOLD = 5
_PERIOD = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?$|unknown$")
_YEAR = re.compile(r"(?:19|20|21)\d\d$")
_CURRENCY = re.compile(r"[A-Z]{3}$")
_URL = re.compile(r"https?://\S+$")
# What a profile's front matter may hold besides, which is only shown.
_SHOWN = (
    "profile", "updated", "licence", "source", "source_title", "source_kind", "source_date",
    "index", "release", "attribution", "note", "plural", "titles",
)  # fmt: skip

T = TypeVar("T")


def read_profile(text: str) -> Profile:
    r"""Read the profile in a file's front matter; raises UnreadableError, saying what is wrong.

    >>> read_profile("---\nprofile: 1\ntitle: Nurses\nrole: nurse\n---\n# Nurses\n").role
    'nurse'
    """
    complaints: list[str] = []
    fields = Fields(marked(text), complaints)
    version = fields.held("profile")
    if version is not None and version.value != VERSION:
        fields.complain(version, f"only version {VERSION} is known; write 'profile: {VERSION}'")
    profile = Profile(
        title=fields.text("title"),
        role=fields.text("role"),
        aliases=fields.texts("aliases"),
        confusable_with=fields.texts("confusable_with"),
        ambiguous=_each(fields, "ambiguous", _reading),
        codes=_each(fields, "codes", _code),
        education=_education(fields),
        pay=_each(fields, "pay", _pay),
        outlook=_each(fields, "outlook", _outlook),
        sources=_each(fields, "sources", _source),
    )
    fields.finish(*_SHOWN)
    _check_sources(fields, profile)
    refuse(complaints)
    return profile


def refuse(complaints: list[str]) -> None:
    """Raise UnreadableError with the first complaints, if there are any."""
    if complaints:
        more = len(complaints) - MOST_TOLD
        rest = f"; and {more} more" if more > 0 else ""
        raise UnreadableError(f"not a sound profile: {'; '.join(complaints[:MOST_TOLD])}{rest}")


def _each(fields: Fields, key: str, read: Callable[[Fields], T]) -> tuple[T, ...]:
    """Read every record of a list and tell which of their keys are unknown."""
    found = []
    for record in fields.records(key):
        found.append(read(record))
        record.finish()
    return tuple(found)


def _reading(fields: Fields) -> Reading:
    return Reading(fields.text("name"), fields.text("role"), line=fields.line)


def _code(fields: Fields) -> Code:
    return Code(
        system=fields.text("system"),
        code=fields.text("code", usual=""),
        match=fields.choice("match", MATCHES),
        uri=fields.text("uri", usual=""),
    )


def _source(fields: Fields) -> Source:
    return Source(
        id=fields.text("id"),
        title=fields.text("title"),
        publisher=fields.text("publisher"),
        url=fields.matching("url", _URL, "an address that begins with http:// or https://"),
        grade=fields.choice("grade", GRADES),
        data_period=fields.text("data_period", usual=""),
        published=fields.text("published", usual=""),
        read=fields.text("read", usual=""),
        licence=fields.text("licence", usual=""),
    )


def _pay(fields: Fields) -> PayFigure:
    statistic = fields.choice("statistic", STATISTICS)
    low, high = _amounts(fields, statistic)
    return PayFigure(
        statistic=statistic,
        low=low,
        high=high,
        currency=fields.matching("currency", _CURRENCY, "a code of three capitals, such as USD"),
        unit=fields.choice("unit", UNITS, usual="year"),
        geography=fields.text("geography"),
        period=fields.matching("period", _PERIOD, _PERIOD_IS),
        whose=fields.text("whose"),
        basis=fields.choice("basis", BASES),
        match=fields.choice("match", MATCHES, usual="exact"),
        source=fields.text("source"),
        segment=fields.text("segment", usual=""),
        n=int(fields.number("n", usual=0, least=1)),
        line=fields.line,
    )


_PERIOD_IS = f"a year, a month such as 2025-05, two of them with / between, or '{UNKNOWN}'"


def _amounts(fields: Fields, statistic: str) -> tuple[float, float]:
    """Read the two ends of a range, or the one amount of any other statistic."""
    if statistic not in RANGES:
        amount = fields.number("amount", least=0)
        return amount, amount
    low, high = fields.number("low", least=0), fields.number("high", least=0)
    held = fields.held("low")
    if low > high and held is not None:
        fields.complain(held, f"is more than 'high', {high:g}; exchange them")
    return low, high


def _outlook(fields: Fields) -> OutlookFigure:
    measure = fields.choice("measure", MEASURES)
    change = measure.startswith("employment_change")
    if fields.has("period"):
        begin = end = fields.matching("period", _PERIOD, _PERIOD_IS)
    else:
        begin = fields.matching("from", _YEAR, "a year; or write 'period'")
        end = fields.matching("to", _YEAR, "a year")
    return OutlookFigure(
        measure=measure,
        value=fields.number("value", least=None if change else 0),
        begin=begin,
        end=end,
        geography=fields.text("geography"),
        match=fields.choice("match", MATCHES, usual="exact"),
        source=fields.text("source"),
        whose=fields.text("whose", usual=""),
        line=fields.line,
    )


def _education(above: Fields) -> Education:
    fields = above.inner("education")
    if fields is None:
        return Education()
    found = Education(
        typical_entry=fields.text("typical_entry", usual=""),
        job_zone=int(fields.number("job_zone", usual=0, least=1, most=5)),
        source=fields.text("source", usual=""),
        held=_each(fields, "held", _share),
        needed=_each(fields, "needed", _share),
    )
    fields.finish()
    return found


def _share(fields: Fields) -> Share:
    return Share(
        level=fields.text("level"),
        pct=fields.number("pct", least=0, most=100),
        source=fields.text("source"),
        note=fields.text("note", usual=""),
    )


def _check_sources(fields: Fields, profile: Profile) -> None:
    """Complain of sources that are named and not given, or given twice."""
    known = [source.id for source in profile.sources]
    for number, record in enumerate(fields.all("sources")):
        held = (record.entries or {}).get("id")
        if held is not None and known[number] in known[:number]:
            fields.complain(held, "is the id of another source too; give each its own")
    for held in _named_sources(fields):
        if isinstance(held.value, str) and held.value not in known:
            listed = ", ".join(known) or "none"
            fields.complain(held, f"is no source's id (known: {listed}); add it to 'sources'")


def _named_sources(fields: Fields) -> list[Marked]:
    """Give every value that names a source."""
    education = fields.inner("education")
    within = [fields.all("pay"), fields.all("outlook")]
    if education is not None:
        within += [education.all("held"), education.all("needed"), (education.node,)]
    entries = (record.entries or {} for records in within for record in records)
    return [held for entry in entries if (held := entry.get("source")) is not None]
