"""The sections that tell of the work: what it is, duties, skills, tools, education, neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from .datafiles import read_data
from .facts import Edition, Occupation, Outlook, Rating, Task, Technology
from .naming import Name
from .wording import (
    Section,
    capital,
    dated,
    joined,
    level,
    listing,
    many,
    month,
    onet,
    own_date,
    plain,
    section,
)

# How much is listed; what is left out is counted.
REPORTED = 10
SUPPLEMENTAL = 10
TECHNOLOGIES = 20
SKILLS = 10
KNOWLEDGE = 8
LEVELS = 3
RELATED = 10
# Levels of education that fewer name are left out, in per cent.
FEW = 5.0
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_LISTED = re.compile(r"(?:All|Any) (.+?) not (?:listed|specifically)", re.S)


class Describer:
    """Writes the sections of one occupation from the tables' editions."""

    def __init__(self, occupation: Occupation, name: Name, editions: Mapping[str, Edition]) -> None:
        self._it = occupation
        self._name = name
        self._editions = editions

    def _from(self, table: str) -> str:
        return onet(self._editions[table])

    def role(self) -> tuple[Section, ...]:
        """Tell what the work is, its code, and titles that people give it."""
        sentences = (
            list(_described(self._it.description, self._name)) if self._it.description else []
        )
        if "occupations" in self._editions:
            source = self._from("occupations")
            sentences.append(f"The code of {self._name.many} in {source} is {self._it.code}.")
        else:
            sentences.append(f"The SOC code of {self._name.many} is {self._it.code}.")
        titles = [plain(t) for t in self._it.reported[:REPORTED]]
        if titles:
            source = self._from("reported")
            sentences.append(
                f"Job titles that {self._name.many} report are {joined(titles)}, "
                f"according to {source}."
            )
        return section("What the role is", "\n".join(sentences))

    def duties(self) -> tuple[Section, ...]:
        """List the tasks: core ones, further ones, or those that nobody has rated."""
        if not self._it.tasks:
            return ()
        source = self._from("tasks")
        blocks = []
        for kind, lead in (
            ("core", f"The core tasks of {self._name.many} are, according to {source}"),
            (
                "",
                f"The tasks of {self._name.many}, which {source} lists and does not rate, are",
            ),
            ("supplemental", f"Further tasks of {self._name.many} are, according to {source}"),
        ):
            found = [t for t in self._it.tasks if t.kind == kind]
            shown = found[:SUPPLEMENTAL] if kind == "supplemental" else found
            blocks.append(listing(lead + dated([t.date for t in shown]), _tasks(shown)))
            blocks.append(self._more(len(found) - len(shown), "further tasks", source))
        return section("Duties", *blocks)

    def skills(self) -> tuple[Section, ...]:
        """List the skills and the knowledge that matter most."""
        lead = f"The skills that matter most to {self._name.many} are"
        known = f"The fields of knowledge that matter most to {self._name.many} are"
        return section(
            "Skills",
            self._rated("skills", lead, self._it.skills[:SKILLS]),
            self._rated("knowledge", known, self._it.knowledge[:KNOWLEDGE]),
        )

    def _rated(self, table: str, lead: str, ratings: Sequence[Rating]) -> str:
        if not ratings:
            return ""
        dates = [r.date for r in ratings]
        source = f"{lead}, by their importance from 1 to 5 in {self._from(table)}{dated(dates)}"
        return listing(
            source,
            (f"{plain(r.name)}: {r.value:.2f} of 5{own_date(r.date, dates)}" for r in ratings),
        )

    def tools(self) -> tuple[Section, ...]:
        """List the technology: what is in demand first, then what is hot."""
        if not self._it.technology:
            return ()
        source = self._from("technology")
        shown = self._it.technology[:TECHNOLOGIES]
        used = f"The software and other technology that {self._name.many} use"
        lead = f"{used} is, according to {source}"
        return section(
            "Tools",
            listing(lead, map(_technology, shown)),
            self._more(len(self._it.technology) - len(shown), "further technologies", source),
        )

    def _more(self, count: int, what: str, source: str) -> str:
        if count <= 0:
            return ""
        what = what if count > 1 else what.replace("ies", "y").removesuffix("s")
        return f"{source} lists {count} {what} of {self._name.many}."

    def education(self) -> tuple[Section, ...]:
        """Tell what entry takes and how much preparation the work needs."""
        return section(
            "Education and entry", "\n".join((*self._entry(), *self._zone(), *self._asked()))
        )

    def _entry(self) -> Iterator[str]:
        outlook = self._it.outlook
        if outlook is None:
            return
        years = self._editions["outlook"].dated
        source = f"according to the Bureau of Labor Statistics (Employment Projections {years})"
        of = "" if outlook.of.exact else self._as_part(outlook.of.title, outlook.of.code)
        who = self._name.many
        if outlook.entry:
            yield (
                f"The education that {who} typically need to enter the occupation{of} is "
                f"{level(outlook.entry)}, {source}."
            )
        needs = [said for said in (_experience(outlook), _training(outlook)) if said]
        if needs:
            yield f"{capital(who)} typically need {joined(needs)}{of}, {source}."

    def _as_part(self, title: str, code: str) -> str:
        return f", as part of the wider occupation “{plain(title)}” ({code})"

    def _zone(self) -> Iterator[str]:
        if not self._it.zone:
            return
        when = f", {month(self._it.zone_date)}" if self._it.zone_date else ""
        named = self._it.zone_name.lower()
        means = f" ({named})" if named else ""
        yield (
            f"{many(self._name)} are in job zone {self._it.zone} of 5{means}, "
            f"according to {self._from('zones')}{when}."
        )

    def _asked(self) -> Iterator[str]:
        shown = [n for n in self._it.needed if n.percent >= FEW][:LEVELS]
        if not shown:
            return
        first, *others = (f"{n.percent:.0f}% name {level(n.level)}" for n in shown)
        said = joined([first, *(o.replace(" name ", " ") for o in others)])
        yield (
            f"Of those who were asked what the work of {self._name.many} requires, {said}, "
            f"according to {self._from('education')}{dated([n.date for n in shown])}."
        )

    def neighbours(self, names: Mapping[str, Name]) -> tuple[Section, ...]:
        """List the occupations that are most alike."""
        found = [names[code].many for code in self._it.related if code in names][:RELATED]
        if not found:
            return ()
        lead = f"Occupations related to {self._name.many} are, according to {self._from('related')}"
        return section("Moving in and on", listing(lead, map(capital, found)))


def _tasks(tasks: Sequence[Task]) -> Iterator[str]:
    dates = [t.date for t in tasks]
    return (plain(task.text) + own_date(task.date, dates) for task in tasks)


def _technology(held: Technology) -> str:
    marks = [said for mark, said in ((held.in_demand, "in demand"), (held.hot, "hot")) if mark]
    category = plain(held.category)
    category = category[:1].lower() + category[1:] if category[1:2].islower() else category
    return f"{plain(held.name)}: {category}{f' ({joined(marks)} technology)' if marks else ''}"


def _experience(outlook: Outlook) -> str:
    """Say how much related work entry takes, in BLS's words."""
    told = outlook.experience.lower()
    if not told:
        return ""
    much = "no" if told == "none" else f"{told} of"
    return f"{much} work experience in a related occupation"


def _training(outlook: Outlook) -> str:
    """Say which training makes competent, in BLS's words."""
    told = outlook.training.lower()
    if not told:
        return ""
    known = {
        "none": "no on-the-job training",
        "apprenticeship": "an apprenticeship",
        "internship/residency": "an internship or residency",
    }
    return known.get(told, told)


def _described(description: str, name: Name) -> Iterator[str]:
    """Turn a description into sentences about them: "Assess patients." – "Nurses assess …"."""
    known = read_data("names.toml")["opening"]
    for sentence in _SENTENCE.split(" ".join(description.split())):
        text = plain(sentence if sentence.endswith(".") else f"{sentence}.")
        first, _, rest = text.partition(" ")
        listed = _LISTED.match(sentence)
        if listed:
            yield f"{many(name)} are all {plain(listed[1])} who are not listed separately."
        elif first in known["subject"]:
            yield f"{known['subject'][first]} of {name.many} {first.lower()} {rest}"
        elif first in known["quoted"]:
            yield f"O\\*NET says of {name.many}: “{text}”"
        else:
            yield f"{many(name)} {first[:1].lower()}{first[1:]} {rest}".rstrip()
