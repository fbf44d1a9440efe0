"""One occupation's profile as Markdown: front matter with typed records, and the text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from .describing import Describer
from .earning import Earnings, Prospects, Record, Said
from .facts import Edition, Facts, Occupation
from .gaps import gaps
from .naming import Name, kinds_of, short_of
from .wording import Section, joined, many, onet, section

_URLS = {
    "onet": "https://www.onetcenter.org/database.html",
    "oews": "https://www.bls.gov/oes/",
    "projections": "https://www.bls.gov/emp/",
}


def profile(occupation: Occupation, facts: Facts, names: Mapping[str, Name]) -> str:
    """Write the profile of one occupation; ``names`` are those of all occupations by code."""
    name = names[occupation.code]
    editions = facts.editions
    pay = tuple(Earnings(occupation, name, editions["wages"]).said()) if "wages" in editions else ()
    outlook = (
        tuple(Prospects(occupation, name, editions["outlook"]).said())
        if "outlook" in editions
        else ()
    )
    tell = Describer(occupation, name, editions)
    sections = (
        *tell.role(),
        *tell.duties(),
        *tell.skills(),
        *tell.tools(),
        *tell.education(),
        *section("Pay", _lines(pay)),
        *section("Outlook", _lines(outlook)),
        *tell.neighbours(names),
        *section("What these facts do not tell", "\n".join(gaps(occupation, name, editions))),
        *section("Sources", *_sources_told(editions)),
    )
    header = _header(occupation, name, editions, pay + outlook)
    return "\n".join((*header, "", f"# {many(name)}", "", *_body(sections)))


def _lines(said: Iterable[Said]) -> str:
    return "\n".join(s.sentence for s in said)


def _body(sections: Iterable[Section]) -> Iterator[str]:
    for held in sections:
        yield f"## {held.heading}"
        yield ""
        for block in held.blocks:
            yield block
            yield ""


def _header(
    occupation: Occupation, name: Name, editions: Mapping[str, Edition], said: Iterable[Said]
) -> Iterator[str]:
    """Write the front matter, as YAML in the form of JSON values."""
    records = [s.record for s in said if s.record is not None]
    yield "---"
    yield "profile: 1"
    yield f"title: {_value(many(name))}"
    yield f"role: {_value(name.one)}"
    yield f"plural: {_value(name.many)}"
    yield f"aliases: {_value(_aliases(occupation, name))}"
    yield f"titles: {_value(_titles(occupation, name))}"
    yield from _list("codes", _codes(occupation))
    yield from _education(occupation)
    yield from _list("pay", [r for r in records if "statistic" in r])
    yield from _list("outlook", [r for r in records if "measure" in r])
    yield from _list("sources", _sources(editions))
    yield f"source: {_value(_told(editions))}"
    yield "---"


def _aliases(occupation: Occupation, name: Name) -> list[str]:
    """Give the names that are the occupation's own: the plural and the published title."""
    return _once((name.many, short_of(occupation.title), occupation.title), {name.one})


def _titles(occupation: Occupation, name: Name) -> list[str]:
    """Give the titles that its people go by, which others may go by too."""
    own = {name.one, *_aliases(occupation, name)}
    return _once((*kinds_of(occupation.title), *occupation.titles), own)


def _once(names: Iterable[str], known: Iterable[str]) -> list[str]:
    """Give each name once, whatever its capitals, but for those known."""
    seen = {name.casefold() for name in known}
    found = {n.casefold(): n for n in names if n and n.casefold() not in seen}
    return list(found.values())


def _codes(occupation: Occupation) -> list[Record]:
    detailed = occupation.code.endswith(".00") or occupation.code == occupation.soc
    codes: list[Record] = [
        {"system": "soc2018", "code": occupation.soc, "match": "exact" if detailed else "contains"}
    ]
    if occupation.code != occupation.soc:
        codes.append({"system": "onet-soc", "code": occupation.code, "match": "exact"})
    return codes


def _education(occupation: Occupation) -> Iterator[str]:
    held: dict[str, object] = {}
    if occupation.outlook is not None and occupation.outlook.entry:
        held["typical_entry"] = occupation.outlook.entry
        held["source"] = "projections"
    if occupation.zone:
        held["job_zone"] = occupation.zone
    if occupation.needed:
        held["needed"] = [
            {"level": n.level.partition(" - ")[0], "pct": n.percent, "source": "onet"}
            for n in occupation.needed
        ]
    if held:
        yield f"education: {_value(held)}"


def _list(key: str, records: Iterable[Record]) -> Iterator[str]:
    held = list(records)
    if held:
        yield f"{key}:"
        yield from (f"  - {_value(record)}" for record in held)


def _value(value: object) -> str:
    """Write plain data as JSON, which YAML reads too."""
    return json.dumps(value, ensure_ascii=False)


def _onet_editions(editions: Mapping[str, Edition]) -> list[str]:
    return sorted({e.edition for key, e in editions.items() if key not in ("wages", "outlook")})


def _sources(editions: Mapping[str, Edition]) -> list[Record]:
    found: list[Record] = []
    releases = _onet_editions(editions)
    if releases:
        title = f"O*NET Database, release {' and '.join(r for r in releases if r) or 'not stated'}"
        publisher = "U.S. Department of Labor, Employment and Training Administration"
        found.append(_source("onet", title, publisher, "", "CC BY 4.0"))
    for key, table, title in (
        ("oews", "wages", "Occupational Employment and Wage Statistics, national"),
        ("projections", "outlook", "Employment Projections, occupational projections"),
    ):
        if table in editions:
            edition = editions[table]
            publisher = "Bureau of Labor Statistics, U.S. Department of Labor"
            named = f"{title}, {edition.dated}"
            found.append(_source(key, named, publisher, edition.edition, "public domain"))
    return found


def _source(key: str, title: str, publisher: str, period: str, licence: str) -> Record:
    held = {"id": key, "title": title, "publisher": publisher, "url": _URLS[key], "grade": "A"}
    if period:
        held["data_period"] = period
    return {**held, "licence": licence}


def _told(editions: Mapping[str, Edition]) -> str:
    """Name the publications in one line, which is shown beside a citation."""
    return "; ".join(str(s["title"]) for s in _sources(editions))


def _sources_told(editions: Mapping[str, Edition]) -> Iterator[str]:
    """Give the texts by which the publishers want to be named."""
    releases = [onet(Edition(release, "")) for release in _onet_editions(editions)]
    if releases:
        yield (
            f"This page includes information from the {joined(releases)} Database by the U.S. "
            "Department of Labor, Employment and Training Administration (USDOL/ETA), used under "
            "the CC BY 4.0 licence (https://creativecommons.org/licenses/by/4.0/). O\\*NET® is a "
            "trademark of USDOL/ETA. The career assistant has modified some of this information. "
            "USDOL/ETA has not approved, endorsed, or tested these modifications."
        )
    if "wages" in editions:
        yield (
            "Wages: Bureau of Labor Statistics, U.S. Department of Labor, Occupational Employment "
            f"and Wage Statistics, {editions['wages'].dated}, https://www.bls.gov/oes/."
        )
    if "outlook" in editions:
        yield (
            "Outlook and entry: Bureau of Labor Statistics, U.S. Department of Labor, Employment "
            f"Projections {editions['outlook'].dated}, https://www.bls.gov/emp/."
        )
