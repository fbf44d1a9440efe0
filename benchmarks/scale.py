"""Measures how cost grows with the collection: ``python -m benchmarks.scale [--out FOLDER]``.

For each size a collection is generated (``synthetic``), indexed, brought up to date after a
change to one file, opened and asked, each in a process of its own, and other engines search the
same stems for the same questions. Everything is measured in one run.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .growth import plot
from .machine import header_lines, machine, versions
from .peers import available
from .synthetic import SEED, write

SIZES = (1_000, 10_000, 100_000, 1_000_000)
OTHERS = ("bm25s", "numba", "tantivy")
Figures = dict[str, Any]

# Of whole answers and indexes: how a line of the table is named, and how written.
OURS = (
    ("build, s", "build", "seconds", "{:,.1f}"),
    ("build, peak MB", "build", "peak_megabytes", "{:,.0f}"),
    ("index on disk, MB", "build", "megabytes_on_disk", "{:,.1f}"),
    ("update after one changed file, s", "update", "seconds", "{:,.2f}"),
    ("open the saved index, s", "ask", "open_seconds", "{:.3f}"),
    ("memory that opening takes, MB", "ask", "open_megabytes", "{:,.0f}"),
    ("peak MB after 300 questions", "ask", "peak_megabytes", "{:,.0f}"),
    ("first question, ms", "ask", "first_ms", "{:,.0f}"),
    ("whole answer p50, ms", "ask", "ask_p50_ms", "{:,.1f}"),
    ("whole answer p99, ms", "ask", "ask_p99_ms", "{:,.1f}"),
    ("its search, synonyms included, p50, ms", "ask", "slots_p50_ms", "{:,.2f}"),
    ("questions a second, one process", "workers", "questions_a_second_1", "{:,.0f}"),
    ("questions a second, two processes", "workers", "questions_a_second_2", "{:,.0f}"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables, write the report and the plot, and give the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.scale",
        description="Measure how time, memory and disk grow with the number of passages.",
        epilog="example: python -m benchmarks.scale --sizes 1000 10000 --out measured",
    )
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=SIZES, help="passages (default: 10³ to 10⁶)"
    )
    parser.add_argument("--out", type=Path, help="write scale.json, scale.md and scale.svg here")
    parser.add_argument("--work", type=Path, help="keep the collections here, and use them again")
    parser.add_argument(
        "--engines", action="store_true", help="only find where bm25s begins to be the better one"
    )
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        work = given.work or Path(place)
        report = _engines(given.sizes, work) if given.engines else _report(given.sizes, work)
    text = "\n".join([*header_lines(report), "", *_tables(report)])
    print(text)
    if given.out:
        given.out.mkdir(parents=True, exist_ok=True)
        (given.out / "scale.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
        (given.out / "scale.md").write_text(f"{text}\n", encoding="utf-8")
        if not given.engines:
            (given.out / "scale.svg").write_text(_plot(report), encoding="utf-8")
    return 0


def _report(sizes: Sequence[int], work: Path) -> Figures:
    held = {}
    for size in sizes:
        folder, index = _collection(size, work)
        tasks = ("build", "update", "build", "ask", "workers")
        figures = {task: _measured(task, folder, index) for task in dict.fromkeys(tasks)}
        peers = {name: _measured("peer", folder, index, name) for name in available()}
        held[size] = {**figures, "peers": peers}
    return _headed({"sizes": held})


def _engines(sizes: Sequence[int], work: Path) -> Figures:
    """Measure both engines on ever more passages of one collection."""
    folder, index = _collection(max(sizes), work)
    _measured("build", folder, index)
    steps = [size for n in range(8) if (size := max(sizes) >> n) >= 500]
    names = ("rank-bm25", "bm25s")
    return _headed(
        {
            "engines": {
                s: {n: _measured("engine", folder, index, n, s) for n in names} for s in steps
            }
        }
    )


def _headed(figures: Figures) -> Figures:
    packages = {**versions(), **{name: _version(name) for name in OTHERS}}
    return {"machine": machine(), "versions": packages, "seed": SEED, **figures}


def _version(name: str) -> str | None:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _collection(size: int, work: Path) -> tuple[Path, Path]:
    folder = work / f"collection-{size}"
    done = work / f"collection-{size}.done"
    if not done.exists():
        _note(f"{size:,} passages: generating")
        write(folder, size)
        done.touch()
    return folder, work / f"index-{size}"


def _measured(task: str, folder: Path, index: Path, *options: object) -> Figures:
    _note(f"{folder.name}: {task} {' '.join(map(str, options))}")
    command = [sys.executable, "-m", "benchmarks.measuring", task, str(folder), str(index)]
    done = subprocess.run(
        [*command, *map(str, options)], stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        return {}
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def _note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _tables(report: Figures) -> list[str]:
    if "engines" in report:
        return _engine_table(report["engines"])
    held = report["sizes"]
    head = ["", *(f"{int(size):,}" for size in held)]
    ours = [
        [name, *(_shown(figures[task], key, form) for figures in held.values())]
        for name, task, key, form in OURS
    ]
    ours.insert(4, ["… as a share of a build", *(_share(f) for f in held.values())])
    names = list(next(iter(held.values()))["peers"])
    search = [["**ours**", *(_shown(f["ask"], "search_p50_ms", "{:,.2f}") for f in held.values())]]
    search += [
        [n, *(_peer(f, n, "search_p50_ms", "{:,.2f}") for f in held.values())] for n in names
    ]
    search += [[f"{n}: ratio to ours", *(_ratio(f, n) for f in held.values())] for n in names]
    build = [[f"{n}: index, s / peak MB", *(_built(f, n) for f in held.values())] for n in names]
    return [
        *_table(["passages", *head[1:]], ours),
        "",
        *_table(["search of the same stems, p50, ms", *head[1:]], search + build),
    ]


def _shown(figures: Figures, key: str, form: str) -> str:
    return form.format(figures[key]) if key in figures else "–"


def _peer(figures: Figures, name: str, key: str, form: str) -> str:
    return _shown(figures["peers"].get(name, {}), key, form)


def _share(figures: Figures) -> str:
    update, build = figures["update"].get("seconds"), figures["build"].get("seconds")
    return f"{100 * update / build:.1f} %" if update and build else "–"


def _ratio(figures: Figures, name: str) -> str:
    theirs = figures["peers"].get(name, {}).get("search_p50_ms")
    own = figures["ask"].get("search_p50_ms")
    return f"{theirs / own:,.2f}×" if theirs and own else "–"


def _built(figures: Figures, name: str) -> str:
    held = figures["peers"].get(name, {})
    return f"{held['seconds']:,.1f} / {held['peak_megabytes']:,.0f}" if held else "–"


def _engine_table(held: Figures) -> list[str]:
    rows = [
        [f"{int(size):,}", *(f"{f['build_seconds']:.2f} / {f['seconds']:.2f}" for f in of.values())]
        for size, of in sorted(held.items(), key=lambda item: int(item[0]))
    ]
    return _table(["passages", "rank-bm25: index / and 100 searches, s", "bm25s"], rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]


def _plot(report: Figures) -> str:
    held = report["sizes"]

    def line(task: str, key: str) -> list[tuple[float, float]]:
        return [(int(s), f[task][key]) for s, f in held.items() if key in f[task]]

    lines = {"whole answer": line("ask", "ask_p50_ms"), "our search": line("ask", "search_p50_ms")}
    for name in next(iter(held.values()))["peers"]:
        points = [
            (int(s), f["peers"][name]["search_p50_ms"])
            for s, f in held.items()
            if "search_p50_ms" in f["peers"].get(name, {})
        ]
        lines |= {name: points} if points else {}
    return plot("Milliseconds a question (p50) by the size of the collection", lines)


if __name__ == "__main__":
    raise SystemExit(main())
