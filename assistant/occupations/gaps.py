"""What is not published of an occupation, said in its profile and counted for the summary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from .facts import Edition, Occupation
from .naming import Name
from .wording import onet

Tells = Callable[[Occupation], bool]

# For every table: what it is called, and whether it tells anything of an occupation.
TABLES: Mapping[str, tuple[str, Tells]] = {
    "tasks": ("tasks", lambda o: bool(o.tasks)),
    "skills": ("ratings of skills", lambda o: bool(o.skills)),
    "knowledge": ("ratings of knowledge", lambda o: bool(o.knowledge)),
    "technology": ("technology", lambda o: bool(o.technology)),
    "zones": ("job zone", lambda o: bool(o.zone)),
    "education": ("required education", lambda o: bool(o.needed)),
    "related": ("related occupations", lambda o: bool(o.related)),
    "wages": ("pay", lambda o: o.wages is not None and o.wages.given),
    "outlook": ("outlook", lambda o: o.outlook is not None),
}


def missing(occupation: Occupation, editions: Mapping[str, Edition]) -> tuple[str, ...]:
    """Give the ids of the imported tables that tell nothing of an occupation."""
    return tuple(k for k, (_, tells) in TABLES.items() if k in editions and not tells(occupation))


def gaps(occupation: Occupation, name: Name, editions: Mapping[str, Edition]) -> Iterator[str]:
    """Say what the imported tables do not tell of an occupation."""
    for table in missing(occupation, editions):
        what = TABLES[table][0]
        if table in ("wages", "outlook"):
            product = "OEWS" if table == "wages" else "Employment Projections"
            whose = f"the Bureau of Labor Statistics ({product} {editions[table].dated})"
        else:
            whose = onet(editions[table])
        yield f"The {what} of {name.many} is not published by {whose}.".replace(
            "ratings of skills", "importance of skills"
        ).replace("ratings of knowledge", "importance of knowledge")
    wages = occupation.wages
    if wages is not None and wages.given:
        lacking = [s for s, a in wages.yearly.items() if not a.given]
        if len(lacking) == len(wages.yearly):
            yield f"Pay for a year is not published for {name.many}, only pay for an hour."
        yield (
            f"The pay of {name.many} differs by place, employer and experience; these figures are "
            "of the whole of the United States."
        )
