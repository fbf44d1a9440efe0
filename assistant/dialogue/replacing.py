"""Putting one name in the place of another in a question, so that the sentence stays right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..lexicon import Lexicon, Match
from ..lexicon.vocabulary import Entity
from ..question import Asked, subject_of
from ..records import Answer, Slot
from ..text import article, words
from .pointing import BETTER, OPENING, ORDINAL, ORDINALS, VERSUS

# What is asked of the people of a line of work rather than of the work.
OF_PEOPLE = frozenset({"pay", "outlook", "conditions"})
# How to ask of which of two there is more of what was asked about.
RANKED = {"pay": "Who earns more", "outlook": "Which jobs are projected to grow more"}
PREPOSITION = {"place": "in", "employer": "at", "role": "for"}
LEADING_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.I)
_LEADING_TO = re.compile(r"^\W*(?:for|of|by|with|to)\s+", re.I)
_ARTICLE = re.compile(r"\ban?(?=\s+$)", re.I)


def counterpart(new: Sequence[Slot], earlier: Asked, before: str) -> Slot | None:
    """Give what a newly named thing takes the place of in the question before.

    Another name, a word akin to it, the only subject, or the one that ends the question; none
    where it is of the kind that was asked for: "healthcare" after "which industries".
    """
    old = [s for s in earlier.topics if s.text in before]
    kinds = any(s.kind == "facet" for s in earlier.slots)
    if kinds and any(s.cue for s in new):
        return None
    named = [s for s in old if s.named]
    if named and (len(named) == 1 or any(s.named for s in new)):
        return named[-1]
    said = {v.stems for s in new for v in s.variants}
    akin = [(len(said & {v.stems for v in s.variants}), s) for s in old]
    if any(shared for shared, _ in akin):
        return max(akin, key=lambda pair: pair[0])[1]
    if len(old) == 1 and (old[0].cue or not any(s.cue for s in new)):
        return old[0]
    return next((s for s in old if before.rstrip(" ?.!").endswith(s.text)), None)


def in_full(asked: str, earlier: Asked, lexicon: Lexicon) -> str:
    """Write a brief name out: "the architect" after database administrators.

    Only where documents are about the longer name and about nobody of the brief one. After a
    question on pay or the future, a line of work is short for its people: "and MLOps?".
    """
    brief = LEADING_ARTICLE.sub("", _LEADING_TO.sub("", OPENING.sub("", asked)).strip(" ?.!"))
    if not brief or len(brief.split()) > 2 or lexicon.named("role", brief) in lexicon.present:
        return asked
    of_people = earlier.question.roles and earlier.facet in OF_PEOPLE
    for match in lexicon.fields.find(words(brief), brief) if of_people else ():
        if match.value in lexicon.present and match.size == len(words(brief)):
            return asked.replace(brief, lexicon.entity("role", match.value).many, 1)
    for role in earlier.question.roles:
        field = lexicon.entity("role", role).name.rpartition(" ")[0]
        whole = words(f"{field} {brief}")
        found = lexicon.entities.find(whole, f"{field} {brief}") if field else ()
        meant = [m.value.id for m in found if m.value.kind == "role" and m.size == len(whole)]
        if any(known in lexicon.present for known in meant):
            return asked.replace(brief, f"{field} {brief}", 1)
    return asked


def compared_with(asked: str, earlier: Asked, lexicon: Lexicon) -> str:
    """Ask what sets two apart: "versus unsupervised learning?" after supervised learning.

    Gives "" where nothing is compared, or pay or the future, which are compared by figures,
    unless it is asked which is more: "is that better than what a nurse gets?".
    """
    more = BETTER.match(asked)
    if more and earlier.facet in RANKED and len(earlier.question.roles) == 1:
        other = lexicon.named("role", more["other"])
        one = earlier.question.roles[0]
        many = [lexicon.entity("role", role).many for role in (one, other) if role]
        return f"{RANKED[earlier.facet]}, {' or '.join(many)}?" if other not in ("", one) else ""
    found = VERSUS.match(asked)
    roles = earlier.question.roles
    if found is None or earlier.facet in OF_PEOPLE or len(roles) > 1:
        return ""
    subject = lexicon.entity("role", roles[0]).one if roles else subject_of(earlier, facets=False)
    return f"What is the difference between {subject} and {found['other']}?" if subject else ""


def as_shown(written: str, entity: Entity) -> str:
    """Write a place or an employer that was typed without capitals as it is written."""
    return entity.shown if written.islower() and entity.kind != "role" else written


def behind(kind: str, name: str) -> str:
    """Put the preposition before a name that a sentence has it behind: "in India"."""
    preposition = PREPOSITION[kind]
    bare = name[len(preposition) + 1 :] if name.lower().startswith(f"{preposition} ") else name
    return f"{preposition} {bare}"


def added(slots: Iterable[Slot], lexicon: Lexicon) -> list[str]:
    """Name what a question leaves out, each kind once: "for nurses and doctors", "in Peru"."""
    named: dict[str, list[str]] = {}
    for slot in slots:
        role = slot.kind == "role"
        name = lexicon.entity("role", slot.entity).many if role else slot.text
        named.setdefault(slot.kind, []).append(name)
    return [behind(kind, " and ".join(names)) for kind, names in named.items()]


def item_named(asked: str, last: Answer) -> str:
    """Put an item of the last answer's list in the place of "the second one"; "" without one."""
    found = ORDINAL.search(asked)
    lists = [part for part in last.parts if part.kind == "list"]
    at = ORDINALS[found["which"].lower()] if found else 0
    if not found or not lists or at >= len(lists[0].rows):
        return ""
    item = lists[0].rows[at][0].text
    name = item.split(":")[0] if ":" in item else " ".join(item.split()[:12])
    return ORDINAL.sub(f"{name} ", asked).strip()


def fitting(name: str, named: Entity, text: str, match: Match[Entity]) -> str:
    """Keep the number of what is replaced: "ML engineers" → "vets", "a nurse" → "vet"."""
    if match.value.kind != "role":
        return name
    plural, several = text[match.start : match.end].lower().endswith("s"), name.lower()[-1:] == "s"
    if plural and not several:
        return name + "s"
    one = name.lower() == f"{named.name.lower()}s" and _ARTICLE.search(text[: match.start])
    return name[:-1] if one else name


def with_article(name: str, opening: str) -> str:
    """Make an article that stands before a name suit its sound: "an ML" → "a data scientist"."""
    return _ARTICLE.sub(article(name), opening)


def without(text: str, match: Match[Entity]) -> str:
    """Leave a name out of a question, with the word that joins it to the one before."""
    cut = re.sub(r"\s+(?:and|or|vs|versus|against|,)\s*$", " ", text[: match.start])
    return cut + text[match.end :].lstrip()
