"""Answers about the number of jobs and its change, from the figures that profiles state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..question import PLAINLY, Asked
from ..records import Answer, Part, Statement
from .forecasts import Forecast
from .material import Material, answered
from .places import Places
from .premise import presupposes
from .writing import joined, say, sentences

CHANGE, OPENINGS, COUNT = "employment_change_pct", "openings_per_year", "employment"
_OPENINGS = re.compile(
    r"\bopenings?\b|\bvacanc(?:y|ies)\b|\b(?:comes?|falls?|becomes?) (?:free|vacant|up)\b", re.I
)
_COUNT = re.compile(
    r"\bhow many\b(?! (?:years|months|weeks|days|hours|times)\b)|"
    r"\bnumber of\b|\bhow big\b|\bhow large\b",
    re.I,
)
_MORE = re.compile(
    r"\b(?:more|most|fewer|fewest) (?:new |open |free )?(?:jobs|positions|vacancies)\b", re.I
)
_TO_COME = re.compile(r"\b(?:will|future|going to|soon|20[3-9]\d)\b", re.I)
_COUNTED = re.compile(r"\bjobs?\b|\bwork(?:ing)?\b|\bemploy\w*|\bare there\b|\bpeople\b", re.I)
_ADVERTS = re.compile(r"\b(?:adverts?|advertis\w+|ads?|postings?|listings?)\b", re.I)
_CHANGE = re.compile(
    r"\b(?:grow\w*|growth|increas\w+|declin\w+|shrink\w*|expand\w*|expansion|change|changing|rise|rising|fall|falling|"
    r"outlook|forecasts?|demand|prospects?|future|by how much|per ?cent|percentage)\b",
    re.I,
)
_PROJECTED = re.compile(
    r"\b(?:project\w*|forecasts?|official\w*|bls|labou?r statistics|2034|next decade|"
    r"next ten years|coming (?:years|decade)|openings?)\b",
    re.I,
)
_SEVERAL = re.compile(
    r"\bwhich (?:\w+ ){0,3}?(?:roles?|jobs?|titles?|occupations?|professions?|careers?|one)\b|"
    r"\bwhich of\b",
    re.I,
)
_JOBS = r"\b(?:jobs?|employment|demand|number|hiring|openings?|market)\b[^?.]*\b"
_SHRINKS = re.compile(_JOBS + r"(?:shrink\w*|fall\w*|declin\w+|drop\w*|dying|disappear\w*)\b", re.I)
_GROWS = re.compile(_JOBS + r"(?:grow\w*|ris\w+|increas\w+|boom\w*|surg\w+)\b", re.I)
_RANKED = re.compile(r"\b(?:rank\w*|among|stands?|list(?:ed)?|place[sd]?)\b", re.I)
# "… on LinkedIn's list": somebody else's ranking, which no figure of employment is.
_LISTED = re.compile(r"\b(?:on|in|of) (?:[\w'’]+ ){0,6}(?:list|ranking)\b", re.I)
_MOST = re.compile(r"\b(?:fastest|most|strongest|highest|best|biggest|largest)\b", re.I)
_LEAST = re.compile(r"\b(?:slowest|least|weakest|lowest|worst|fewest|shrink\w*)\b", re.I)


def outlook_answer(asked: Asked, material: Material) -> Answer | None:
    """Answer a question about numbers of jobs from typed figures; None when it is no such."""
    denied = _otherwise(asked, material)
    if denied is not None:
        return denied
    measure = _measure(asked)
    if not measure:
        return None
    roles = asked.question.roles
    if not roles:
        return _extreme(asked, material, measure)
    projected = material.projected(roles)
    found = [f for f in projected if f.figure.measure == measure]
    if measure != CHANGE and not found:
        return _untold(asked, material)
    fitting = _of_time(asked, [f for f in found if _there(asked, f, material)], material)
    if measure == COUNT and fitting and {f.role for f in found} < set(roles):
        return _partly(asked, fitting, material)
    if {f.role for f in found} != set(roles) or not _meant(asked, found):
        return None
    if {f.role for f in fitting} != set(roles):
        return _unknown(asked, found, material) if all(f.own for f in found) else None
    if len(roles) == 1 and measure == CHANGE and not _exact(asked):
        fitting += [f for f in projected if f.figure.measure == OPENINGS]
    return _told(asked, fitting, material)


def _partly(asked: Asked, fitting: Sequence[Forecast], material: Material) -> Answer:
    """Tell the figures of some of the roles, and that there are none of the others."""
    writer = material.writer()
    known = {f.role for f in fitting}
    lacking = [role for role in asked.question.roles if role not in known]
    untold = {role: material.untold(role, "job")[:1] for role in lacking}
    views = [f.view for f in fitting] + [v for told in untold.values() for v in told]
    told = tuple(writer.state([view]) for view in views)
    parts: tuple[Part, ...] = (Part("prose", (told,)),)
    silent = [material.called("role", role) for role in lacking if not untold[role]]
    if silent:
        parts += (say(f"The documents give no such figure of {joined(silent, 'or')}."),)
    return Answer(asked.question, "partial", parts, writer.citations, confidence=0.5)


def _otherwise(asked: Asked, material: Material) -> Answer | None:
    """Put right a "why" that takes a role's jobs to shrink where they are to grow, or the reverse.

    None where the figure agrees or the question takes nothing for granted.
    """
    down, up = bool(_SHRINKS.search(asked.text)), bool(_GROWS.search(asked.text))
    if down == up or not presupposes(asked) or len(asked.question.roles) != 1:
        return None
    found = [
        f
        for f in material.forecasts
        if f.own and f.role in asked.question.roles and f.figure.measure == CHANGE
    ]
    if not found or all((f.figure.value < 0) == down for f in found):
        return None
    writer = material.writer()
    told = sentences(writer, (f.view for f in found), nearby=True)
    parts = (say("The documents do not say so. They tell otherwise:"), told)
    return Answer(asked.question, "abstained", parts, writer.citations, confidence=0.2)


def _measure(asked: Asked) -> str:
    """Give the measure of employment that a question asks for, "" for none."""
    facets = asked.question.facets
    listed = _LISTED.search(asked.text) or not _SEVERAL.search(asked.text)
    if _RANKED.search(asked.text) and listed:
        return ""
    if facets[:1] in (("pay",), ("difference",)) and "outlook" not in facets[:2]:
        return ""
    if _OPENINGS.search(asked.text):
        return OPENINGS
    known = {"outlook", "titles", "concept", "diversity"}
    plain = facets[:1] == ("outlook",) or set(facets[:2]) <= known
    if plain and _counts_jobs(asked):
        return COUNT
    meant = {facet for facet, score in asked.facet_scores if score >= PLAINLY}
    of_jobs = meant <= known | {"difference"}
    if len(asked.question.roles) > 1 and of_jobs and _MORE.search(asked.text):
        return CHANGE if _TO_COME.search(asked.text) else COUNT
    plainly = bool(_PROJECTED.search(asked.text) or _SEVERAL.search(asked.text))
    plainly = plainly or len(asked.question.roles) > 1
    if asked.question.wants in ("reason", "list", "name") and not plainly:
        return ""
    said = _CHANGE.search(asked.text) and set(facets[:2]) & {"outlook", "trend"}
    whether = facets[:1] == ("outlook",) and asked.question.wants == "yes-no"
    whether = whether and not any(slot.known for slot in asked.topics if not slot.cue)
    return CHANGE if said or whether else ""


def _counts_jobs(asked: Asked) -> bool:
    """Tell whether jobs are counted, not adverts for them or those that want some thing named."""
    counted = _COUNT.search(asked.text) and _COUNTED.search(asked.text)
    return bool(counted) and not (
        _ADVERTS.search(asked.text) or any(slot.named for slot in asked.topics)
    )


def _exact(asked: Asked) -> bool:
    """Tell whether one number is wanted rather than the outlook in general."""
    return asked.question.wants in ("number", "amount", "yes-no")


def _meant(asked: Asked, found: Sequence[Forecast]) -> bool:
    """Tell whether official figures are meant; a nearest group's where named or compared."""
    several = len(asked.question.roles) > 1
    return several or all(f.own for f in found) or bool(_PROJECTED.search(asked.text))


def _there(asked: Asked, forecast: Forecast, material: Material) -> bool:
    places = Places(material.lexicon)
    wanted = asked.question.places
    return not wanted or any(places.within(forecast.place, place) for place in wanted)


def _of_time(asked: Asked, found: Sequence[Forecast], material: Material) -> list[Forecast]:
    """Keep the figures of the years asked for; of counts else the newest that is no forecast."""
    years = [int(y) for y in asked.question.years]
    if years:
        return [f for f in found if all(_covers(f, year) for year in years)]
    counts = [f for f in found if f.figure.measure == COUNT]
    to_come = {f.figure.end for f in material.forecasts if f.figure.measure == CHANGE}
    newest: dict[str, Forecast] = {}
    for f in sorted(counts, key=lambda f: f.figure.begin):
        if f.figure.begin not in to_come:
            newest[f.role] = f
    return list(newest.values()) if counts else list(found)


def _covers(forecast: Forecast, year: int) -> bool:
    begin, end = (int(text[:4]) for text in (forecast.figure.begin, forecast.figure.end))
    return begin <= year <= end


def _told(asked: Asked, found: Sequence[Forecast], material: Material) -> Answer:
    writer = material.writer()
    row = tuple(writer.state([f.view for f in group]) for group in _united(found))
    parts: tuple[Part, ...] = (Part("prose", (row,)),)
    order = _order(found, material)
    if order:
        numbers = tuple(dict.fromkeys(n for s in row for n in s.citations))
        parts = (Part("prose", ((Statement(order, numbers),),)), *parts)
    return answered(asked, parts, writer, 0.9)


def _united(found: Sequence[Forecast]) -> list[list[Forecast]]:
    """Put together what several documents state alike."""
    groups: dict[tuple[object, ...], list[Forecast]] = {}
    for f in found:
        g = f.figure
        key = (f.role, f.place, g.measure, g.value, g.begin, g.end, g.match)
        groups.setdefault(key, []).append(f)
    return list(groups.values())


def _order(found: Sequence[Forecast], material: Material) -> str:
    """Say which role's jobs change more, where the figures are of one kind; "" else."""
    figures = [f.figure for f in found]
    alike = {(g.measure, g.begin, g.end, g.geography) for g in figures}
    if len({f.role for f in found}) < 2 or len(alike) > 1 or not all(f.own for f in found):
        return ""
    ordered = sorted(found, key=lambda f: -f.figure.value)
    if ordered[0].figure.value == ordered[1].figure.value:
        return ""
    first, *others = (material.lexicon.entity("role", f.role).many for f in ordered)
    more = {CHANGE: "Jobs are to grow more for", OPENINGS: "More openings are expected for"}
    said = more.get(figures[0].measure, "There are more jobs for")
    return f"{said} {first} than for {joined(others)}."


def _extreme(asked: Asked, material: Material, measure: str) -> Answer | None:
    """Name the role with the highest or lowest figure, of those with one of their own."""
    most, least = bool(_MOST.search(asked.text)), bool(_LEAST.search(asked.text))
    alike = _of_time(
        asked, [f for f in material.forecasts if f.figure.measure == measure], material
    )
    found = [f for f in alike if f.figure.match == "exact"]
    if most == least or not _SEVERAL.search(asked.text) or len({f.role for f in found}) < 2:
        return None
    ordered = sorted(found, key=lambda f: f.figure.value, reverse=most)
    return _told(asked, ordered[:1], material)


def _untold(asked: Asked, material: Material) -> Answer | None:
    """Say that a role's profile gives no such figure, where it says so itself."""
    writer = material.writer()
    views = [v for role in asked.question.roles for v in material.untold(role, "job")[:1]]
    if not views:
        return None
    told = sentences(writer, views, nearby=True)
    parts = (say("The documents give no figure for that."), told)
    return Answer(asked.question, "abstained", parts, writer.citations, confidence=0.1)


def _unknown(asked: Asked, found: Sequence[Forecast], material: Material) -> Answer:
    """Refuse a place or year that no figure is of, and tell what is known instead."""
    writer = material.writer()
    names = joined(material.called("role", role) for role in asked.question.roles)
    places = joined(material.name("place", p) for p in asked.question.places)
    where = f" in {places}" if places else ""
    when = f" for {joined(asked.question.years)}" if asked.question.years else ""
    row = tuple(writer.state([f.view], nearby=True) for f in found[:2])
    parts = (
        say(f"The documents give no such figure of {names}{where}{when}. They do tell:"),
        Part("prose", (row,)),
    )
    return Answer(asked.question, "abstained", parts, writer.citations, confidence=0.1)
