"""Reading the lexicon's data files."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..errors import LexiconError
from ..text import lowered, phrase_stems, stopword_stems
from .phrases import Phrases
from .schema import check_table, check_words
from .vocabulary import Entity, Facet, Lexicon, Money, Reply, Stems, entity_phrases

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FOLDER = Path(__file__).parent
# How sure a phrase is when only one of its words is no stop word: "from home" by "home".
LOST = 0.3
# The field's own words for one another, and everyday words for those of the field.
SYNONYMS = ("synonyms.toml", "everyday.toml")


def load_lexicon(folder: Path = FOLDER) -> Lexicon:
    """Read the data files of a folder; a malformed one raises ``LexiconError`` with its name."""
    return _load(folder)


@lru_cache(maxsize=4)
def _load(folder: Path) -> Lexicon:
    entities = _entities(folder)
    facets = _tables(folder, "facets.toml", "facet")
    synonyms = _synonyms([group for name in SYNONYMS for group in _tables(folder, name, "group")])
    return Lexicon(
        entities=entity_phrases(entities),
        by_id={(e.kind, e.id): e for e in entities},
        fields=_fields(folder, "names"),
        crowds=_fields(folder, "names", "people"),
        facets={f["id"]: _facet(f) for f in facets},
        asks=_cues(facets, "asks"),
        headings=_cues(facets, "headings"),
        signs=_cues(facets, "words"),
        synonyms=synonyms,
        synonym_phrases=_phrase_table(synonyms),
        matters=Phrases(
            (word, m["name"])
            for m in _tables(folder, "matters.toml", "matter")
            for word in m["words"]
        ),
        opposites=_opposites(_tables(folder, "opposites.toml", "pair")),
        money=_money(folder),
        smalltalk=_smalltalk(_tables(folder, "smalltalk.toml", "kind")),
        distress=Phrases(
            (cue, Reply(d["level"], d["reply"]))
            for d in _tables(folder, "smalltalk.toml", "distress")
            for cue in d["cues"]
        ),
        shorthand=_shorthand(folder),
        languages={
            entry["name"]: frozenset(entry.get("words", ()))
            for entry in _tables(folder, "languages.toml", "language")
        },
        words=_words_in(folder, ("synonyms.toml", "group"), ("facets.toml", "facet")),
        everyday=_words_in(folder, ("everyday.toml", "group")),
        scripts={
            entry["script"]: entry["name"] for entry in _tables(folder, "languages.toml", "script")
        },
    )


def _fields(folder: Path, *keys: str) -> Phrases[str]:
    entries = _tables(folder, "fields.toml", "field")
    named = ((name, e["role"]) for e in entries for key in keys for name in e.get(key, ()))
    return Phrases(named, names=True)


def _facet(entry: Mapping[str, Any]) -> Facet:
    return Facet(
        entry["id"],
        entry.get("name", entry["id"]),
        entry.get("wants", ""),
        entry.get("ask", ""),
        tuple(entry.get("like", ())),
        bool(entry.get("strict", False)),
    )


@lru_cache(maxsize=64)
def _read(folder: Path, name: str) -> dict[str, Any]:
    path = folder / name
    if not path.exists():
        return {}
    try:
        held: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        return held
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise LexiconError(f"{path}: {problem}; mend the line or restore the file") from problem


def _tables(folder: Path, name: str, key: str) -> list[dict[str, Any]]:
    found = _read(folder, name).get(key, [])
    check_table(folder / name, key, found)
    return list(found)


def _entities(folder: Path) -> list[Entity]:
    return [
        _entity(kind, entry)
        for kind in ("role", "place", "employer")
        for entry in _tables(folder, f"{kind}s.toml", kind)
    ]


def _entity(kind: str, entry: Mapping[str, Any]) -> Entity:
    return Entity(
        kind=kind,
        id=entry["id"],
        name=entry["name"],
        aliases=tuple(entry.get("aliases", ())),
        cased=tuple(entry.get("cased", ())),
        ambiguous=bool(entry.get("ambiguous", False)),
        related=tuple(entry.get("related", ())),
        within=entry.get("within", ""),
        currency=entry.get("currency", ""),
        plural=entry.get("plural", ""),
        article=entry.get("article", ""),
        sort=entry.get("kind", ""),
    )


def _cues(facets: Sequence[Mapping[str, Any]], key: str) -> Phrases[str]:
    return Phrases((cue, facet["id"]) for facet in facets for cue in facet.get(key, ()))


def _content(key: Stems) -> tuple[Stems, float]:
    """Leave out a phrase's stop words; a single word that is left says much less than all."""
    ignored = stopword_stems()
    left = tuple(stem for stem in key if stem not in ignored)
    return left, LOST if len(left) == 1 < len(key) else 1.0


def _synonyms(groups: Sequence[Mapping[str, Any]]) -> dict[Stems, tuple[tuple[Stems, float], ...]]:
    table: dict[Stems, dict[Stems, float]] = {}
    for group in groups:
        weight = float(group.get("weight", 0.6))
        both = [phrase_stems(w) for w in group.get("words", ())]
        asked = both + [phrase_stems(w) for w in group.get("asked", ())]
        said = both + [phrase_stems(w) for w in group.get("said", ())]
        told = [(key, *_content(key)) for key in said]
        for one in filter(None, asked):
            held = table.setdefault(one, {})
            for key, other, sure in told:
                if other and one != key and one != other:
                    held[other] = max(weight * sure, held.get(other, 0.0))
    return {one: tuple(others.items()) for one, others in table.items() if others}


def _opposites(pairs: Sequence[Mapping[str, Any]]) -> dict[Stems, frozenset[Stems]]:
    table: dict[Stems, set[Stems]] = {}
    for pair in pairs:
        one, other = (
            [_content(phrase_stems(w))[0] for w in pair[side]] for side in ("one", "other")
        )
        for words_of, against in ((one, other), (other, one)):
            for key in filter(None, words_of):
                table.setdefault(key, set()).update(filter(None, against))
    return {key: frozenset(against) for key, against in table.items()}


def _phrase_table(synonyms: Mapping[Stems, Any]) -> Phrases[Stems]:
    table: Phrases[Stems] = Phrases()
    for key in synonyms:
        table.add_key(key, key)
    return table


def _money(folder: Path) -> Money:
    def tables(key: str) -> list[dict[str, Any]]:
        return _tables(folder, "currencies.toml", key)

    return Money(
        {
            c["code"]: tuple(c.get("symbols", ())) + tuple(c.get("words", ()))
            for c in tables("currency")
        },
        {word: float(m["factor"]) for m in tables("multiplier") for word in m["words"]},
        {p["id"]: tuple(p["words"]) for p in tables("period")},
        {s["id"]: tuple(s["words"]) for s in tables("statistic")},
        {b["id"]: tuple(b["words"]) for b in tables("basis")},
        tuple(word for level in tables("level") for word in level["words"]),
    )


def _smalltalk(kinds: Sequence[Mapping[str, Any]]) -> dict[Stems, Reply]:
    return {
        phrase_stems(phrase): Reply(kind["id"], kind["reply"])
        for kind in kinds
        for phrase in kind["phrases"]
    }


def _shorthand(folder: Path) -> Mapping[str, str]:
    found = _read(folder, "shorthand.toml").get("words", {})
    check_words(folder / "shorthand.toml", found)
    return dict(found)


def _words_in(folder: Path, *tables: tuple[str, str]) -> frozenset[str]:
    """Gather every word of some tables that is written for people to use."""
    return frozenset(
        word
        for name, key in tables
        for entry in _tables(folder, name, key)
        for values in entry.values()
        if isinstance(values, list)
        for phrase in values
        for word in lowered(phrase)
    )
