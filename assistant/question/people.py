"""The people that a question is about, as it names them: "a ghost archivist", "rural nurses".

A name that nobody knows, or a kind of a known role that no document tells of, is to be refused
rather than answered by what merely sounds alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..lexicon import Entity, Match
from ..text import Word, stopwords
from .asked import Choice, People

# Words that a name in the plural may follow: "the pay of ghost archivists".
_LEADS = frozenset((
    "of", "for", "do", "are", "than", "as", "become", "about", "like", "versus", "vs", "will",
    "hire", "employ",
))  # fmt: skip
# Words that end a name, besides those that say nothing by themselves.
_ENDS = frozenset((
    "earn", "earns", "make", "makes", "get", "gets", "need", "needs", "use", "uses", "work",
    "works", "pay", "pays", "paid", "learn", "know", "study", "take", "takes", "look",
    "looks", "typically", "usually", "known", "go", "goes", "want", "live", "bring",
))  # fmt: skip
LONGEST = 7


def people_in(
    found: Sequence[Word], text: str, named: Sequence[Match[Entity]], choices: Sequence[Choice]
) -> tuple[People, ...]:
    """Find the names of people in a question, behind an article or in the plural."""
    return tuple(_people(span, found, text, named, choices) for span in _spans(found, text))


def _spans(found: Sequence[Word], text: str) -> Iterator[range]:
    for at, word in enumerate(found):
        article = word.lower in ("a", "an")
        if not article and word.lower not in _LEADS:
            continue
        end = at + 1
        while end < len(found) and end - at <= LONGEST and _goes_on(found, text, at, end):
            end += 1
        last = found[end - 1].lower
        if end > at + 1 and (article or (last.endswith("s") and not last.endswith("ss"))):
            yield range(at + 1, end)


def _goes_on(found: Sequence[Word], text: str, at: int, end: int) -> bool:
    """Tell whether a word belongs to the name that opened before it."""
    lower = found[end].lower
    gap = text[found[end - 1].end : found[end].start]
    parted = end > at + 1 and gap.strip(" -/’'") != ""
    return not parted and lower not in stopwords() and lower not in _ENDS


def _people(
    span: range,
    found: Sequence[Word],
    text: str,
    named: Sequence[Match[Entity]],
    choices: Sequence[Choice],
) -> People:
    first, last = found[span.start], found[span.stop - 1]
    inside = [m for m in named if span.start <= m.first < span.stop]
    starts = [m.first for m in inside if m.value.kind == "role"]
    roles = tuple(m.value.id for m in inside if m.value.kind == "role")
    for choice in choices:
        if first.start <= choice.start < last.end:
            starts += [n for n in span if found[n].start == choice.start]
            roles += choice.roles
    taken = {n for m in inside if m.value.kind != "role" for n in range(m.first, m.last + 1)}
    before = (n for n in range(span.start, min(starts, default=span.stop)) if n not in taken)
    return People(
        text[first.start : last.end],
        tuple(found[n].stem for n in span),
        tuple(dict.fromkeys(roles)),
        tuple(found[n].stem for n in before),
    )
