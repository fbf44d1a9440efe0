"""One measurement of a collection, in a process of its own: ``python -m benchmarks.measuring``.

Prints a JSON object. Times are processor time, which other work on the machine does not lengthen
much; only questions a second are by the clock. Memory is the peak of the process, which is why
none does two things.
"""

from __future__ import annotations

import json
import multiprocessing
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from assistant.index import ENGINES
from assistant.records import Slot, Variant
from assistant.text import stems

from .asking import percentile
from .synthetic import questions

Figures = dict[str, float]
# Seconds after which an engine is asked no further question.
PATIENCE = 60


def build(folder: Path, index: Path) -> Figures:
    """Read and index a folder, from nothing."""
    from assistant.store import make_index

    shutil.rmtree(index, ignore_errors=True)
    started = time.process_time()
    opened = make_index([folder], index)
    seconds = time.process_time() - started
    size = sum(path.stat().st_size for path in index.rglob("*") if path.is_file())
    return {
        "passages": len(opened.library.passages),
        "documents": len(opened.library.documents),
        "seconds": seconds,
        "megabytes_on_disk": size / 1e6,
        "peak_megabytes": peak(),
    }


def update(folder: Path, index: Path) -> Figures:
    """Change one file, and bring the index up to date."""
    from assistant.store import make_index

    path = sorted(folder.rglob("*.md"))[len(list(folder.rglob("*.md"))) // 2]
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nOne more sentence.\n", encoding="utf-8")
    started = time.process_time()
    read = make_index([], index).read
    seconds = time.process_time() - started
    path.write_text(text, encoding="utf-8")
    return {"seconds": seconds, "read": read, "peak_megabytes": peak()}


def ask(folder: Path, index: Path, count: int = 300) -> Figures:
    """Open an index and ask whole questions, each once."""
    from assistant import Assistant

    # What every start takes, whatever the collection: the lexicon.
    Assistant.from_texts({"a": "A baker bakes."})
    before = resident()
    started = time.process_time()
    assistant = Assistant.from_folder(index)
    opened = time.process_time() - started
    figures = {"open_seconds": opened, "open_megabytes": resident() - before}
    asked = questions(count)
    first = _milliseconds(assistant.ask, asked[0])
    times = [_milliseconds(assistant.ask, question) for question in asked[1:]]
    understood = [assistant._answerer.understanding.understand(q).slots for q in asked]
    searcher = assistant._searcher
    found = [_milliseconds(lambda slots: searcher.search(slots, 16), s) for s in understood]
    plain = [_slots(question) for question in asked]
    same = [_milliseconds(lambda slots: searcher.index.search(slots, 10), s) for s in plain]
    return {
        **figures,
        "first_ms": first,
        **_spread("ask", times),
        **_spread("slots", found),
        **_spread("search", same),
        "peak_megabytes": peak(),
    }


def workers(folder: Path, index: Path, count: int = 400) -> Figures:
    """Ask with one process and with two at once."""
    return {f"questions_a_second_{n}": _together(index, n, count) for n in (1, 2)}


def peer(folder: Path, index: Path, name: str) -> Figures:
    """Index and search with another engine."""
    from .peers import PEERS

    passages = _stems(index)
    asked = [list(stems(question)) for question in questions(300)]
    with tempfile.TemporaryDirectory(dir=index.parent) as place:
        started = time.process_time()
        search = PEERS[name](passages, Path(place))
        seconds = time.process_time() - started
        times: list[float] = []
        deadline = time.process_time() + PATIENCE
        for question in asked:
            times.append(_milliseconds(search, question))
            if time.process_time() > deadline:
                break
        size = sum(path.stat().st_size for path in Path(place).rglob("*") if path.is_file())
    figures = {"seconds": seconds, "megabytes_on_disk": size / 1e6, "peak_megabytes": peak()}
    return {**figures, **_spread("search", times), "asked": len(times)}


def engine(folder: Path, index: Path, name: str, size: int = 0) -> Figures:
    """Index the first passages with one of our engines, and search 100 times."""
    passages = _stems(index)[:size]
    asked = [_slots(question) for question in questions(100)]
    started = time.process_time()
    held = ENGINES[name](passages)
    built = time.process_time() - started
    for slots in asked:
        held.search(slots, 16)
    return {"build_seconds": built, "seconds": time.process_time() - started}


def _slots(question: str) -> list[Slot]:
    return [Slot(stem, "topic", (Variant((stem,)),)) for stem in stems(question)]


def _stems(index: Path) -> list[list[str]]:
    """Read the stems of the passages from an index, as strings shared among them."""
    from assistant.store import disk
    from assistant.store.columns import Ragged, table
    from assistant.store.vocabulary import SortedWords

    columns = table(disk.load(index).arrays)
    held, words = columns["passage.stems"], columns["stems.word"]
    assert isinstance(held, Ragged)
    assert isinstance(words, Ragged)
    known = SortedWords(words).words()
    return [[known[number] for number in held[at].tolist()] for at in range(len(held))]


def _together(index: Path, count: int, asked: int) -> float:
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(count + 1)
    shares = [questions(asked)[n::count] for n in range(count)]
    running = [context.Process(target=_work, args=(index, share, ready)) for share in shares]
    for process in running:
        process.start()
    ready.wait()
    started = time.perf_counter()
    for process in running:
        process.join()
    return asked / (time.perf_counter() - started)


def _work(index: Path, asked: Sequence[str], ready: Any) -> None:
    from assistant import Assistant

    assistant = Assistant.from_folder(index)
    assistant.ask("What does a nurse do?")
    ready.wait()
    for question in asked:
        assistant.ask(question)


def _spread(name: str, times: Sequence[float]) -> Figures:
    return {f"{name}_p50_ms": percentile(times, 0.5), f"{name}_p99_ms": percentile(times, 0.99)}


def _milliseconds(call: Callable[[Any], object], given: object) -> float:
    started = time.process_time()
    call(given)
    return (time.process_time() - started) * 1000


def peak() -> float:
    """Give the peak memory of this process in megabytes; 0 where it is not told."""
    if not find_spec("resource"):
        return 0.0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def resident() -> float:
    """Give the megabytes of memory in use now, or the peak where that is not told."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return peak()
    return next(int(line.split()[1]) / 1e3 for line in lines if line.startswith("VmRSS:"))


TASKS: dict[str, Callable[..., Figures]] = {
    "build": build,
    "update": update,
    "ask": ask,
    "workers": workers,
    "peer": peer,
    "engine": engine,
}

if __name__ == "__main__":
    task, given_folder, given_index, *rest = sys.argv[1:]
    options = [int(option) if option.isdigit() else option for option in rest]
    print(json.dumps(TASKS[task](Path(given_folder), Path(given_index), *options)))
