"""What is published of one occupation, gathered from the tables that were imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

STATISTICS = ("median", "mean", "p10", "p25", "p75", "p90")


@dataclass(frozen=True, slots=True)
class Amount:
    """A published figure; ``value`` is None for none, ``top`` marks one above a cap."""

    value: float | None = None
    top: bool = False

    @property
    def given(self) -> bool:
        """Tell whether anything is published."""
        return self.value is not None or self.top


NOTHING = Amount()


@dataclass(frozen=True, slots=True)
class Task:
    """A task statement; ``kind`` is "core", "supplemental" or "" where it is not rated."""

    text: str
    kind: str
    date: str


@dataclass(frozen=True, slots=True)
class Technology:
    """A piece of software or technology, its category, and how it is marked."""

    name: str
    category: str
    hot: bool
    in_demand: bool


@dataclass(frozen=True, slots=True)
class Rating:
    """How important a skill or a field of knowledge is, from 1 to 5."""

    name: str
    value: float
    date: str


@dataclass(frozen=True, slots=True)
class Needed:
    """The share of those asked, in per cent, who name a level of education as required."""

    level: str
    percent: float
    date: str


@dataclass(frozen=True, slots=True)
class Group:
    """The occupation that a figure is published for: the same one, or a wider one."""

    code: str
    title: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Wages:
    """Wages by statistic, for a year and for an hour, and the number of employees."""

    of: Group
    yearly: Mapping[str, Amount]
    hourly: Mapping[str, Amount]
    employees: Amount

    @property
    def given(self) -> bool:
        """Tell whether any wage is published."""
        return any(a.given for held in (self.yearly, self.hourly) for a in held.values())


@dataclass(frozen=True, slots=True)
class Outlook:
    """Jobs in two years (all jobs, the self-employed too), and what entry usually takes."""

    of: Group
    jobs: Amount
    jobs_then: Amount
    change: Amount
    openings: Amount
    self_employed: Amount
    entry: str
    experience: str
    training: str


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation and everything published of it; what is empty is not published."""

    code: str
    title: str
    description: str = ""
    tasks: tuple[Task, ...] = ()
    technology: tuple[Technology, ...] = ()
    skills: tuple[Rating, ...] = ()
    knowledge: tuple[Rating, ...] = ()
    needed: tuple[Needed, ...] = ()
    zone: int = 0
    zone_name: str = ""
    zone_date: str = ""
    related: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()
    wages: Wages | None = None
    outlook: Outlook | None = None

    @property
    def soc(self) -> str:
        """Give the six-digit code."""
        return self.code[:7]


@dataclass(frozen=True, slots=True)
class Edition:
    """The edition of one imported table, as it is cited."""

    edition: str
    dated: str
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facts:
    """The occupations, the editions of the tables by their ids, and what could not be used."""

    occupations: tuple[Occupation, ...]
    editions: Mapping[str, Edition]
    complaints: tuple[str, ...] = ()
