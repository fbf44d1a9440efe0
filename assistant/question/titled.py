"""Which roles a question means by the job titles in it, where names leave it open."""

from __future__ import annotations

from collections.abc import Sequence

from ..lexicon import KIND, Entity, Lexicon, Match
from ..text import Word
from .asked import Choice

Named = tuple[Match[Entity], ...]


def with_titles(
    named: Named, found: Sequence[Word], text: str, lexicon: Lexicon
) -> tuple[Named, tuple[Choice, ...]]:
    """Add the roles that titles stand for to what a question names, and what to tell of it.

    Told are the titles that several roles go by, and those that are far from the one role's
    name. A longer title wins over a shorter name; a name that documents are about wins over the
    same title.
    """
    kept = list(named)
    choices: list[Choice] = []
    for (first, last), titles in lexicon.titles.found(found, text).items():
        beside = [m for m in kept if m.first <= last and first <= m.last]
        if any(_outweighs(m, first, last, lexicon) for m in beside):
            continue
        roles = lexicon.titles.meant(m.value for m in titles)
        start, end = found[first].start, found[last].end
        kept = [m for m in kept if m not in beside]
        if len(roles) == 1:
            kept.append(Match(lexicon.entity("role", roles[0]), first, last, start, end))
        if len(roles) > 1 or min(m.value.rank for m in titles) > KIND:
            choices.append(Choice(start, end, text[start:end], roles))
    return tuple(sorted(kept, key=lambda m: m.first)), tuple(choices)


def _outweighs(match: Match[Entity], first: int, last: int, lexicon: Lexicon) -> bool:
    """Tell whether a name is surer than a title that stands there too."""
    if match.size != last - first + 1:
        return match.size > last - first + 1
    return match.value.kind != "role" or match.value.id in lexicon.present
