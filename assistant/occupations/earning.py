"""The sections on pay and outlook: for every published figure a sentence and a typed record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..figures import printed_count, printed_money, printed_percent
from .facts import Amount, Edition, Group, Occupation, Outlook, Wages
from .naming import Name, name_of
from .wording import PLACE, plain

Record = Mapping[str, object]

_UNITS = {"year": "a year", "hour": "an hour"}
# How a percentile is said: what share of them earns less or more than it, and its name.
_PERCENTILES = {
    "p10": ("One in ten", "less", "10th percentile"),
    "p25": ("One in four", "less", "25th percentile"),
    "p75": ("One in four", "more", "75th percentile"),
    "p90": ("One in ten", "more", "90th percentile"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, and the record of the figure in it; None where there is none to record."""

    sentence: str
    record: Record | None = None


class Earnings:
    """Writes what is published of the wages of one occupation."""

    def __init__(self, occupation: Occupation, name: Name, edition: Edition) -> None:
        self._name = name
        self._wages = occupation.wages
        self._edition = edition
        self._who = _whom(name, occupation.wages.of) if occupation.wages else ""

    def said(self) -> Iterator[Said]:
        """Give the sentences: the wages for a year, and for an hour where there are such."""
        wages = self._wages
        if wages is None or not wages.given:
            return
        if not wages.of.exact:
            yield Said(_inherited(self._name, wages.of, "pay"))
        yearly = any(a.given for a in wages.yearly.values())
        for unit, held in (("year", wages.yearly), ("hour", wages.hourly)):
            for statistic, amount in held.items():
                # What is told for a year need not be told for an hour, but for the median.
                if amount.given and (unit == "year" or not yearly or statistic == "median"):
                    yield self._one(statistic, unit, amount, wages)
        yield from self._employees(wages)

    def _one(self, statistic: str, unit: str, amount: Amount, wages: Wages) -> Said:
        when = self._edition.dated
        source = "according to the Bureau of Labor Statistics (OEWS)"
        much = self._printed(amount, unit)
        if statistic in _PERCENTILES:
            share, than, percentile = _PERCENTILES[statistic]
            much = much if amount.value is not None else f"the {percentile}, which is {much},"
            sentence = (
                f"{share} {self._who} in {PLACE} earned {than} than {much} {_UNITS[unit]} "
                f"in {when} ({percentile}), {source}."
            )
        else:
            sentence = (
                f"The {statistic} pay of {self._who} in {PLACE} was {much} {_UNITS[unit]} "
                f"in {when}, {source}."
            )
        if amount.value is None:
            return Said(sentence)
        return Said(sentence, self._record(statistic, unit, amount.value, wages.of))

    def _printed(self, amount: Amount, unit: str) -> str:
        """Write an amount; of one above the cap, at least the cap, if the file tells it."""
        if amount.value is not None:
            return printed_money(amount.value, "USD")
        cap = self._edition.notes.get(unit)
        if cap is None:
            return "above the highest amount that is published,"
        return f"at least {printed_money(float(cap), 'USD')}"

    def _record(self, statistic: str, unit: str, amount: float, of: Group) -> Record:
        return {
            "statistic": statistic,
            "amount": _number(amount),
            "currency": "USD",
            "unit": unit,
            "geography": "US",
            "period": self._edition.edition,
            "whose": f"employees, {of.code} {of.title}",
            "basis": "employer-survey",
            "match": "exact" if of.exact else "contains",
            "source": "oews",
        }

    def _employees(self, wages: Wages) -> Iterator[Said]:
        if wages.employees.value is not None:
            yield Said(
                f"The wage survey counted {printed_count(wages.employees.value)} employed "
                f"{self._who} in {PLACE} in {self._edition.dated}; it leaves out the self-employed."
            )


class Prospects:
    """Writes what is published of the jobs of one occupation now and later."""

    def __init__(self, occupation: Occupation, name: Name, edition: Edition) -> None:
        self._name = name
        self._outlook = occupation.outlook
        self._begin, _, self._end = edition.edition.partition("-")
        self._source = (
            f"according to the Bureau of Labor Statistics (Employment Projections {edition.dated})"
        )

    def said(self) -> Iterator[Said]:
        """Give the sentences: jobs now, the change, jobs then, and openings."""
        outlook = self._outlook
        if outlook is None:
            return
        who = _whom(self._name, outlook.of)
        if not outlook.of.exact:
            yield Said(_inherited(self._name, outlook.of, "outlook"))
        yield from self._change(outlook, who)
        yield from self._jobs(outlook, who)
        if outlook.openings.value is not None:
            yield Said(
                f"About {printed_count(outlook.openings.value)} job openings for {who} are "
                f"expected in {PLACE} each year from {self._begin} to {self._end}, {self._source}.",
                self._record("openings_per_year", outlook.openings.value, outlook.of),
            )

    def _change(self, outlook: Outlook, who: str) -> Iterator[Said]:
        change = outlook.change.value
        if change is None:
            return
        how = "grow by" if change > 0 else "shrink, a change of"
        how = how if change else "stay the same, a change of"
        yield Said(
            f"The number of jobs of {who} in {PLACE} is projected to {how} "
            f"{printed_percent(change)} from {self._begin} to {self._end}, {self._source}.",
            self._record("employment_change_pct", change, outlook.of),
        )

    def _jobs(self, outlook: Outlook, who: str) -> Iterator[Said]:
        now, then = outlook.jobs.value, outlook.jobs_then.value
        if now is not None:
            alone = outlook.self_employed.value
            part = f", {printed_percent(alone)} of them self-employed" if alone else ""
            yield Said(
                f"There were {printed_count(now)} jobs of {who} in {PLACE} in {self._begin}{part}, "
                f"{self._source}.",
                self._record("employment", now, outlook.of, self._begin),
            )
        if then is not None:
            yield Said(
                f"There will be {printed_count(then)} jobs of {who} in {PLACE} in {self._end}, "
                f"{self._source}.",
                self._record("employment", then, outlook.of, self._end),
            )

    def _record(self, measure: str, value: float, of: Group, year: str = "") -> Record:
        when: Record = {"period": year} if year else {"from": self._begin, "to": self._end}
        return {
            "measure": measure,
            "value": _number(value),
            **when,
            "geography": "US",
            "match": "exact" if of.exact else "contains",
            "source": "projections",
            "whose": f"all jobs, {of.code} {of.title}",
        }


def _whom(name: Name, of: Group) -> str:
    """Say whose figure it is: theirs, or a wider occupation's that takes them in."""
    if of.exact:
        return name.many
    return f"{name_of(of.title).many} (which take in {name.many})"


def _inherited(name: Name, of: Group, what: str) -> str:
    """Say that a figure is published for a wider occupation only."""
    return (
        f"The {what} of {name.many} alone is not published; the nearest official figures are those "
        f"of the wider occupation “{plain(of.title)}” ({of.code}), "
        f"which takes in {name.many}."
    )


def _number(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value
