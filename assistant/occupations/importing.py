"""An import from beginning to end: read, put together, write profiles, tell what was missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import ImportFileError
from .facts import Facts, Occupation
from .gathering import gather
from .naming import Name, name_of
from .profile import profile
from .sources import Progress, read_oews, read_onet, read_projections
from .store import Stored, merged, read_store, replacing, write_store
from .summary import Summary, summarise
from .tables import Table

SOURCES = ("onet", "oews", "projections")
_CODE = re.compile(r"\d\d(?:-\d{0,4}(?:\.\d\d?)?)?$")
_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What is imported: the source, its folders or files, where to, and which occupations.

    ``only`` are codes, beginnings of codes, or words of titles; none means all.
    """

    source: str
    inputs: tuple[Path, ...]
    out: Path
    only: tuple[str, ...] = ()


def run_import(options: ImportOptions, progress: Progress | None = None) -> Summary:
    """Import a publication into a folder of profiles, and tell what came of it.

    Raises ImportFileError for input or a folder that cannot be used; the folder is then as it
    was before. ``progress`` is told how many steps of how many are done.
    """
    _check_places(options)
    before = read_store(options.out)
    tables = _read(options, progress)
    held, notes = merged(before, tables, options.only)
    facts = gather(stored.table for stored in held.values())
    chosen = _chosen(facts, held)
    if not chosen:
        raise ImportFileError(_nothing(options, held))
    files = _write(options.out, facts, chosen, held, progress)
    return summarise(facts, chosen, options.out, files, notes)


def _check_places(options: ImportOptions) -> None:
    """Refuse to write into what is read, or to read what is written over."""
    out = options.out.resolve()
    for given in options.inputs:
        place = given.resolve()
        if out == place or place in out.parents or out in place.parents:
            raise ImportFileError(
                f"--out {options.out} and {given} lie in one another: name a folder apart from it"
            )


def _read(options: ImportOptions, progress: Progress | None) -> tuple[Table, ...]:
    if options.source == "onet":
        return read_onet(options.inputs, progress)
    read: Callable[[Path], tuple[Table, ...]]
    read = read_oews if options.source == "oews" else read_projections
    return tuple(table for file in options.inputs for table in read(file))


def _chosen(facts: Facts, held: Mapping[str, Stored]) -> tuple[Occupation, ...]:
    """Give the occupations that every imported table's choice takes in."""
    choices = {stored.only for stored in held.values() if stored.only}
    return tuple(o for o in facts.occupations if all(_meets(o, only) for only in choices))


def _meets(occupation: Occupation, only: Sequence[str]) -> bool:
    title = occupation.title.casefold()
    return any(
        occupation.code.startswith(term) if _CODE.match(term) else term.casefold() in title
        for term in only
    )


def _nothing(options: ImportOptions, held: Mapping[str, Stored]) -> str:
    if options.only:
        return (
            f"--only {','.join(options.only)} matches no occupation: give codes such as 15-2051, "
            "or a word of a title, such as nurse"
        )
    terms = next((stored.only for stored in held.values() if stored.only), ())
    return f"the earlier import took in only {','.join(terms)}, which none of these occupations is"


def _write(
    out: Path,
    facts: Facts,
    chosen: Sequence[Occupation],
    held: Mapping[str, Stored],
    progress: Progress | None,
) -> tuple[str, ...]:
    names: dict[str, Name] = {o.code: name_of(o.title) for o in facts.occupations}
    files = []
    with replacing(out) as fresh:
        for done, occupation in enumerate(chosen, 1):
            file = f"{occupation.code}-{_slug(names[occupation.code].many)}.md"
            text = profile(occupation, facts, names)
            (fresh / file).write_text(text, encoding="utf-8", newline="\n")
            files.append(file)
            if progress is not None:
                progress(done, len(chosen))
        write_store(fresh, held, files)
    return tuple(files)


def _slug(name: str) -> str:
    return _SLUG.sub("-", name.lower())[:60].strip("-")
