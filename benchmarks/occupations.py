"""Questions made from the publishers' tables: ``python -m benchmarks.occupations``.

The tables are read here once more, apart from the importer, so that its mistakes show. The
questions are drawn with a fixed seed: for occupations the median wage, the education for entry,
the change of employment, a task and a piece of technology, as far as published; for pairs who
earns more; and titles that do not exist, which must be refused.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant import Assistant
from assistant.occupations import ImportOptions, run_import
from assistant.occupations.naming import Name, name_of
from assistant.records import Answer

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
SEED = 2026
FLOOR = 0.95
OCCUPATIONS, PAIRS, INVENTED = 200, 100, 50

ASKS: Mapping[str, Sequence[str]] = {
    "wage": (
        "How much do {many} earn?",
        "What is the median pay of {many}?",
        "What does {a_one} make in a year?",
        "What's the typical salary for {a_one} in the US?",
        "How well paid are {many}?",
    ),
    "education": (
        "What education does {a_one} need?",
        "Which degree do I need to become {a_one}?",
        "What schooling do {many} typically need to get in?",
        "What are the education requirements for {many}?",
    ),
    "change": (
        "What is the job outlook for {many}?",
        "By how much will the number of jobs of {many} change by 2034?",
        "Is employment of {many} growing?",
        "How fast is the demand for {many} projected to grow?",
    ),
    "task": (
        "What does {a_one} do?",
        "What are the duties of {many}?",
        "What do {many} do all day?",
        "What are the main tasks of {a_one}?",
    ),
    "technology": (
        "What software do {many} use?",
        "Which tools does {a_one} use?",
        "What technology do {many} work with?",
        "Which computer programs should {a_one} know?",
    ),
    "pair": (
        "Who earns more, {a_one} or {b_one}?",
        "Do {many} earn more than {b_many}?",
        "Which pays better, {a_one} or {b_one}?",
        "Are {many} paid better than {b_many}?",
    ),
    "invented": (
        "How much does {a_one} earn?",
        "What does {a_one} do?",
        "What education does {a_one} need?",
        "What is the job outlook for {many}?",
        "Which tools does {a_one} use?",
    ),
}
_CODED = re.compile(r"(?:.*/)?\d\d-\d{4}")
_KINDS_OF = (
    "quantum", "lunar", "psychic", "dragon", "submarine", "invisible", "holographic",
    "antimatter", "time-travel", "feng-shui", "underwater", "volcanic", "interdimensional",
    "ghost", "glacier",
)  # fmt: skip
_WORKS = (
    "whisperer", "tamer", "polisher", "navigator", "sommelier", "archivist", "harvester",
    "negotiator", "choreographer", "taxidermist", "untangler", "smuggler",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Published:
    """What the tables say of an occupation; "" and () where nothing is published."""

    code: str
    name: Name
    wage: str
    entry: str
    change: str
    tasks: tuple[str, ...]
    technology: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question, the codes it is about, and what tells whether an answer is right."""

    kind: str
    text: str
    codes: tuple[str, ...]
    right: Callable[[str], bool]


def published(data: Path) -> list[Published]:
    """Read what is published of each O*NET occupation, without the importer."""
    onet = data / "onet_30_1"
    tasks = _gathered(onet / "Task Statements.txt", "Task")
    technology = _gathered(onet / "Technology Skills.txt", "Example")
    wages = {r["OCC_CODE"]: r for r in _sheet(data / "bls/national_M2025_dl.xlsx", "OCC_CODE")}
    held = _sheet(data / "bls/occupation.xlsx", "Occupation type", "Table 1.2")
    outlook = {r["2024 National Employment Matrix code"]: r for r in held}
    found = []
    for row in _rows(onet / "Occupation Data.txt"):
        code = row["O*NET-SOC Code"]
        wage, ahead = wages.get(code[:7], {}), outlook.get(code[:7], {})
        found.append(
            Published(
                code,
                name_of(row["Title"]),
                _money(wage.get("A_MEDIAN", "")),
                ahead.get("Typical education needed for entry", ""),
                ahead.get("Employment change, percent, 2024–34", ""),
                tuple(tasks.get(code, ())),
                tuple(technology.get(code, ())),
            )
        )
    return found


def _rows(file: Path) -> Iterator[Mapping[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _gathered(file: Path, column: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in _rows(file):
        found.setdefault(row["O*NET-SOC Code"], []).append(row[column])
    return found


def _sheet(file: Path, column: str, sheet: str = "") -> list[dict[str, str]]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(file))
    rows = book.get_sheet_by_name(sheet or book.sheet_names[0]).to_python()
    at = next(n for n, row in enumerate(rows) if column in row)
    header = [str(name) for name in rows[at]]
    return [dict(zip(header, map(str, row), strict=True)) for row in rows[at + 1 :]]


def _money(text: str) -> str:
    return f"${float(text):,.0f}" if re.fullmatch(r"[\d.]+", text) else ""


def questions(held: Sequence[Published], seed: int = SEED) -> list[Ask]:
    """Draw the questions."""
    draw = random.Random(seed)
    found: list[Ask] = []
    for it in draw.sample(list(held), min(OCCUPATIONS, len(held))):
        found += _of_one(it, draw)
    paid = [it for it in held if it.wage]
    for _ in range(PAIRS):
        one, other = draw.sample(paid, 2)
        found.append(_pair(one, other, draw))
    known = {it.name.one for it in held}
    for n in range(INVENTED):
        first = f"{draw.choice(_KINDS_OF)} {draw.choice(_WORKS)}"
        title = Name(first, f"{first}s")
        if first not in known:
            text = _worded("invented", title, draw, n)
            found.append(Ask("invented", text, (), lambda answer: False))
    return found


def _of_one(it: Published, draw: random.Random) -> Iterator[Ask]:
    codes = (it.code,)
    if it.wage:
        yield Ask("wage", _worded("wage", it.name, draw), codes, _holds(it.wage))
    if it.entry and it.entry != "—":
        yield Ask("education", _worded("education", it.name, draw), codes, _level(it.entry))
    if it.change and it.change != "—":
        printed = f"{float(it.change):.1f}".removesuffix(".0") + "%"
        yield Ask("change", _worded("change", it.name, draw), codes, _holds(printed))
    if it.tasks:
        yield Ask("task", _worded("task", it.name, draw), codes, _any(it.tasks))
    if it.technology:
        yield Ask("technology", _worded("technology", it.name, draw), codes, _any(it.technology))


def _pair(one: Published, other: Published, draw: random.Random) -> Ask:
    text = _worded("pair", one.name, draw, beside=other.name)
    amounts = [int(it.wage.strip("$").replace(",", "")) for it in (one, other)]
    better, worse = (one, other) if amounts[0] > amounts[1] else (other, one)

    def right(answer: str) -> bool:
        if not (one.wage in answer and other.wage in answer):
            return False
        # An occupation may go by its name without what it leaves out.
        names = [it.name.many.partition(" (")[0] for it in (better, worse)]
        first, second = (answer.find(name) for name in names)
        return amounts[0] == amounts[1] or 0 <= first < second or names[0] in names[1]

    return Ask("pair", text, (one.code, other.code), right)


def _worded(
    kind: str, name: Name, draw: random.Random, at: int = -1, beside: Name | None = None
) -> str:
    ask = ASKS[kind][at % len(ASKS[kind])] if at >= 0 else draw.choice(ASKS[kind])
    other = beside or name
    return ask.format(
        many=name.many, a_one=name.with_article, b_one=other.with_article, b_many=other.many
    )


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.replace("\\", "")).casefold()


def _holds(printed: str) -> Callable[[str], bool]:
    return lambda answer: bool(re.search(rf"(?<![\d,.-]){re.escape(printed)}(?![\d,])", answer))


def _level(entry: str) -> Callable[[str], bool]:
    words = _plain(entry.replace("college, no", "college but no"))
    return lambda answer: words in _plain(answer)


def _any(texts: Iterable[str]) -> Callable[[str], bool]:
    wanted = [_plain(text) for text in texts]
    return lambda answer: any(text in _plain(answer) for text in wanted)


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer and how it was judged; ``foreign`` are documents of other occupations."""

    ask: Ask
    answer: Answer
    right: bool
    foreign: tuple[str, ...]
    seconds: float


def judge(assistant: Assistant, asks: Iterable[Ask]) -> Iterator[Asked]:
    """Ask every question and judge the answer."""
    for ask in asks:
        begin = time.perf_counter()
        answer = assistant.ask(ask.text)
        taken = time.perf_counter() - begin
        told = answer.status in ("answered", "partial")
        cited = {c.document for c in answer.citations if not c.nearby and _CODED.match(c.document)}
        cited = cited if told else set()
        foreign = {d for d in cited if not Path(d).name.startswith(ask.codes or ("none",))}
        right = not told if ask.kind == "invented" else told and ask.right(answer.text)
        yield Asked(ask, answer, right, tuple(sorted(foreign)), taken)


def main(arguments: Sequence[str] | None = None) -> int:
    """Import, ask and report; the exit code is 1 where too few answers are right."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, help="an import, else one is made")
    options.add_argument("--beside", action="append", default=[], help="further folders to read")
    options.add_argument("--show", type=int, default=3, help="failures shown of each kind")
    options.add_argument("--seed", type=int, default=SEED)
    given = options.parse_args(arguments)
    if not DATA.is_dir():
        print(f"there is no {DATA}: the tables are needed")
        return 2
    with tempfile.TemporaryDirectory() as made:
        folder = given.folder or imported(Path(made) / "occupations")
        begin = time.perf_counter()
        assistant = Assistant.from_folder(*given.beside, folder)
        print(f"read and indexed in {time.perf_counter() - begin:.1f} s")
        asked = list(judge(assistant, questions(published(DATA), given.seed)))
    return _report(asked, given.show)


def imported(out: Path, only: tuple[str, ...] = ()) -> Path:
    """Import all the tables into a folder."""
    begin = time.perf_counter()
    for source, inputs in (
        ("onet", (DATA / "onet_30_1", DATA / "onet_29_3")),
        ("oews", (DATA / "bls/national_M2025_dl.xlsx",)),
        ("projections", (DATA / "bls/occupation.xlsx",)),
    ):
        run_import(ImportOptions(source, inputs, out, only))
    print(f"imported in {time.perf_counter() - begin:.1f} s")
    return out


def _report(asked: Sequence[Asked], show: int) -> int:
    below = False
    for kind in ASKS:
        held = [a for a in asked if a.ask.kind == kind]
        wrong = [a for a in held if not a.right]
        foreign = [a for a in held if a.foreign]
        share = 1 - len(wrong) / len(held) if held else 1.0
        below = below or share < FLOOR or (kind != "invented" and bool(foreign))
        print(f"{kind:<12}{len(held):>5} asked  {share:.3f} right  {len(foreign)} cite another's")
        for a in (*wrong[:show], *foreign[:show]):
            print(f"    {a.ask.text}\n      [{a.answer.status}] {a.answer.text[:250]!r}")
            if a.foreign:
                print(f"      cites {', '.join(a.foreign[:2])}")
    taken = sorted(a.seconds for a in asked)
    print(
        f"ask: p50 {1000 * statistics.median(taken):.0f} ms, "
        f"p95 {1000 * taken[int(0.95 * len(taken))]:.0f} ms, {len(asked)} questions"
    )
    return int(below)


if __name__ == "__main__":
    sys.exit(main())
