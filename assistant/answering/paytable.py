"""Writing salaries: a few as sentences, more as a cited table, with notes on their units."""

from __future__ import annotations

from collections.abc import Container, Sequence

from ..records import Part, Statement
from .earnings import BASES
from .material import Material
from .salaries import Paid, Salary
from .writing import Writer, joined, say

# More statements than this are told as a table.
AS_SENTENCES = 3
STATISTICS = {
    "p10": "10th percentile",
    "p25": "25th percentile",
    "p75": "75th percentile",
    "p90": "90th percentile",
    "advertised_range": "advertised range",
}
# Rows of a table behind the sentence on the best-founded figure.
ROWS = 8
# Rows of a table of figures none of which is better founded; a collection may have thousands.
MOST_ROWS = 60


def pay_parts(
    writer: Writer, found: Sequence[Paid], material: Material, *, employers: bool = True
) -> tuple[Part, ...]:
    """Write salaries as sentences when they are few, else as a cited table.

    Without ``employers`` those of single employers are only counted, if there are others.
    """
    groups = united(found)
    general = {g[0].salary.role for g in groups if not g[0].salary.employer}
    single = [g for g in groups if g[0].salary.employer and g[0].salary.role in general]
    left_out = single if not employers and len(single) < len(groups) else []
    other = {id(group) for group in left_out}
    shown = tuple(group for group in groups if id(group) not in other)
    parts = _shown(writer, shown, material)
    return (*parts, *_also(writer, left_out, material), *_units(writer, shown))


def _shown(
    writer: Writer, groups: Sequence[tuple[Paid, ...]], material: Material
) -> tuple[Part, ...]:
    """Write a few figures as sentences, more as a table, led by the best-founded one."""
    first = groups[0][0].salary if groups else None
    if len(groups) <= AS_SENTENCES:
        said = {group[0].view.key: group for group in reversed(groups)}
        row = tuple(writer.state([p.view for p in g]) for g in groups if g in said.values())
        return (Part("prose", (row,)),)
    several = len({g[0].salary.role for g in groups}) > 1
    if first is None or not first.grade or several:
        return (_table(writer, groups[:MOST_ROWS], material), *_more(len(groups) - MOST_ROWS))
    groups = _every_place(groups)
    best = writer.state([p.view for p in groups[0]])
    kept, rest = groups[1 : ROWS + 1], len(groups) - ROWS - 1
    parts = (
        Part("prose", ((best,),)),
        say("Other figures differ in what they count:"),
        _table(writer, kept, material),
    )
    return (*parts, *_more(rest))


def _more(rest: int) -> tuple[Part, ...]:
    """Tell how many figures are left out, if any."""
    if rest < 1:
        return ()
    return (say(f"And {rest} more; ask for a place, a year or a kind of figure to see them."),)


def _every_place(groups: Sequence[tuple[Paid, ...]]) -> tuple[tuple[Paid, ...], ...]:
    """Put the first figure of each place before the second ones of any."""
    places = [group[0].salary.place for group in groups]
    firsts = [g for at, g in enumerate(groups) if places.index(places[at]) == at]
    return (*firsts, *(g for g in groups if g not in firsts))


def _also(
    writer: Writer, left_out: Sequence[Sequence[Paid]], material: Material
) -> tuple[Part, ...]:
    """Name the employers whose pay is given too."""
    if not left_out:
        return ()
    names = dict.fromkeys(material.name("employer", g[0].salary.employer) for g in left_out)
    text = f"They also give pay at {joined(names)}; ask for it to see the figures."
    return (_note(text, [writer.cite(g[0].view) for g in left_out]),)


def _note(text: str, numbers: Sequence[int]) -> Part:
    return Part("prose", ((Statement(text, tuple(dict.fromkeys(numbers))),),))


def united(found: Sequence[Paid]) -> tuple[tuple[Paid, ...], ...]:
    """Put together what states the same pay for the same people, sentences before rows."""
    groups: dict[tuple[object, ...], list[Paid]] = {}
    for paid in sorted(found, key=lambda p: p.row):
        s = paid.salary
        key = (s.role, s.place, s.employer, s.low, s.high, s.currency, s.segment, s.dated)
        groups.setdefault(key, []).append(paid)
    ends = {
        (s.role, s.currency, end)
        for s in (p.salary for p in found)
        if s.employer
        for end in (s.low, s.high)
    }
    kept = [g for g in groups.values() if not _part_of_another(g[0], ends)]
    order = {id(p): at for at, p in enumerate(found)}
    kept.sort(key=lambda group: min(order[id(p)] for p in group))
    return tuple(tuple(group) for group in kept)


def _part_of_another(paid: Paid, ends: Container[tuple[str, str, float]]) -> bool:
    """Tell whether an amount only repeats one end of an employer's range, or its figure."""
    s = paid.salary
    return not s.employer and s.low == s.high and (s.role, s.currency, s.low) in ends


def _table(writer: Writer, groups: Sequence[tuple[Paid, ...]], material: Material) -> Part:
    several = len({group[0].salary.role for group in groups}) > 1
    rows = tuple(_cells(writer, group, material)[0 if several else 1 :] for group in groups)
    header = ("Who", "Where", "Pay", "Kind of figure", "Year", "According to")
    return Part("table", rows, header[0 if several else 1 :])


def _cells(writer: Writer, group: Sequence[Paid], material: Material) -> tuple[Statement, ...]:
    """Write the row of a salary that one or more places state."""
    salary = group[0].salary
    numbers = tuple(dict.fromkeys(writer.cite(p.view) for p in group))
    where = [material.name("employer", salary.employer), material.name("place", salary.place)]
    told = {
        key: next((value for p in group if (value := getattr(p.salary, key))), "not stated")
        for key in ("year", "whose")
    }
    return (
        Statement(material.name("role", salary.role) or "not stated"),
        Statement(_capital(", ".join(w for w in where if w)) or "not stated"),
        Statement(salary.printed, numbers),
        Statement(_basis(salary)),
        Statement(told["year"]),
        Statement(told["whose"]),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _basis(salary: Salary) -> str:
    """Say what kind of figure it is: of what, taken where, and whose it is instead."""
    kind = STATISTICS.get(salary.statistic, salary.statistic)
    told = [kind, f"a {salary.period}" if salary.period else "", BASES.get(salary.basis, "")]
    told.append(salary.segment)
    if salary.match == "proxy":
        told.append(f"of {salary.group}, a nearest group")
    return ", ".join(x for x in told if x) or "not stated"


def _units(writer: Writer, shown: Sequence[Sequence[Paid]]) -> tuple[Part, ...]:
    """Explain amounts whose unit the source has got wrong."""
    wrong = [paid for group in shown for paid in group if paid.salary.unit_error]
    if not wrong:
        return ()
    salary = wrong[0].salary
    lakhs = f"{salary.low / 100_000:.2f}".rstrip("0").rstrip(".")
    printed = salary.printed.split("–")[0].strip().removesuffix("LPA").strip()
    text = (
        f'"LPA" means lakh (100,000) rupees a year. The source prints it after amounts that are '
        f"already in full rupees: {printed} is {lakhs} LPA."
    )
    return (_note(text, [writer.cite(wrong[0].view)]),)
