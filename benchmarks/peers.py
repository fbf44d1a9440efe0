"""Other search engines over the same stems, each as its own documentation has it used.

All of them are given the passages as lists of our stems and a question's stems, so that only
the engines differ. ``naive`` alone splits texts at white space, as most programs do that use
rank_bm25.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

Passages = Sequence[Sequence[str]]
Search = Callable[[Sequence[str]], object]
BEST = 10


def rank_bm25(passages: Passages, place: Path) -> Search:
    """Index with BM25Okapi and look at the best, as its page shows."""
    from rank_bm25 import BM25Okapi

    engine = BM25Okapi(passages)
    numbers = range(len(passages))
    return lambda stems: engine.get_top_n(list(stems), numbers, n=BEST)


def bm25s(passages: Passages, place: Path) -> Search:
    """Index with bm25s' BM25+ and its NumPy backend."""
    return _bm25s(passages, "numpy")


def bm25s_numba(passages: Passages, place: Path) -> Search:
    """Index with bm25s' BM25+ and its numba backend, compiled by a first search."""
    search = _bm25s(passages, "numba")
    search(passages[0][:2])
    return search


def _bm25s(passages: Passages, backend: str) -> Search:
    from bm25s import BM25

    engine: Any = BM25(method="bm25+", k1=1.5, b=0.75, delta=1, backend=backend)
    engine.index(passages, show_progress=False)
    k = min(BEST, len(passages))

    def search(stems: Sequence[str]) -> object:
        known = [stem for stem in stems if stem in engine.vocab_dict]
        return engine.retrieve([known], k=k, show_progress=False) if known else []

    return search


def fts5(passages: Passages, place: Path) -> Search:
    """Index with SQLite's full-text search, on disk."""
    held = sqlite3.connect(place / "fts5.sqlite")
    held.execute("CREATE VIRTUAL TABLE passage USING fts5(stems, content='', tokenize='ascii')")
    rows = ((number, _plain(stems)) for number, stems in enumerate(passages))
    held.executemany("INSERT INTO passage(rowid, stems) VALUES (?, ?)", rows)
    held.execute("INSERT INTO passage(passage) VALUES ('optimize')")
    held.commit()
    query = "SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?"

    def search(stems: Sequence[str]) -> object:
        words = " OR ".join(f'"{stem}"' for stem in _plain(stems).split())
        return held.execute(query, (words, BEST)).fetchall()

    return search


def tantivy(passages: Passages, place: Path) -> Search:
    """Index with tantivy, on disk."""
    import tantivy

    fields = tantivy.SchemaBuilder()
    fields.add_text_field("stems", stored=False, tokenizer_name="whitespace")
    fields.add_unsigned_field("number", stored=True)
    folder = place / "tantivy"
    folder.mkdir()
    index = tantivy.Index(fields.build(), path=str(folder))
    writer = index.writer(heap_size=200_000_000, num_threads=1)
    for number, stems in enumerate(passages):
        writer.add_document(tantivy.Document(stems=_plain(stems), number=number))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(stems: Sequence[str]) -> object:
        words = " ".join(f'"{stem}"' for stem in _plain(stems).split())
        return searcher.search(index.parse_query(words, ["stems"]), BEST).hits

    return search


def _plain(stems: Sequence[str]) -> str:
    """Join stems to a text that splits into them again in every engine."""
    return " ".join(stem.replace(":", "_").replace('"', "").replace(" ", "_") for stem in stems)


PEERS: dict[str, Callable[[Passages, Path], Search]] = {
    "rank_bm25": rank_bm25,
    "bm25s": bm25s,
    "bm25s with numba": bm25s_numba,
    "SQLite FTS5": fts5,
    "tantivy": tantivy,
}
_NEEDS = {"bm25s with numba": "numba", "tantivy": "tantivy"}


def available() -> list[str]:
    """Name the engines that are installed."""
    return [name for name in PEERS if name not in _NEEDS or find_spec(_NEEDS[name])]
