"""Roles that documents declare in their front matter, made known to the lexicon.

A document with ``role`` and ``aliases`` adds names to a role that the lexicon may know already.
One that lists the ``titles`` its people go by is exact: its own names are its alone, whatever
the lexicon takes for the same, and its titles are looked up in questions only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .titles import gathered, title_key
from .vocabulary import Entity, Lexicon, entity_phrases

_SLUG = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Declared:
    """A role as a document declares it; ``code`` is the occupation's code where it fits exactly.

    ``exact`` tells whether the document lists titles, which are then all that it goes by.
    """

    document: str
    role: Entity
    titles: tuple[str, ...] = ()
    code: str = ""
    exact: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names of the role that are its own."""
        return tuple(n for n in (self.role.name, self.role.plural, *self.role.aliases) if n)


def declared_role(document: str, details: Mapping[str, Any]) -> Declared | None:
    """Read the role of a document from its front matter; None where it names none."""
    name = details.get("role")
    if not isinstance(name, str) or not name.strip():
        return None
    plural = details.get("plural")
    role = Entity(
        "role",
        _SLUG.sub("-", name.lower()).strip("-"),
        name.strip(),
        _texts(details.get("aliases")) or (),
        plural=plural.strip() if isinstance(plural, str) else "",
    )
    titles = _texts(details.get("titles"))
    code = _code(details.get("codes"))
    return Declared(document, role, titles or (), code, titles is not None)


def _texts(given: object) -> tuple[str, ...] | None:
    return tuple(t for t in given if isinstance(t, str)) if isinstance(given, list) else None


def _code(codes: object) -> str:
    """Give the most detailed code that is the role's exactly."""
    held = [c for c in codes if isinstance(c, dict)] if isinstance(codes, list) else []
    exact = {str(c.get("system")): str(c.get("code")) for c in held if c.get("match") == "exact"}
    soc = exact.get("soc2018")
    return exact.get("onet-soc") or (f"{soc}.00" if soc else "")


def declare(lexicon: Lexicon, roles: Iterable[Declared]) -> Lexicon:
    """Give a lexicon that also knows the roles that documents declare, and of which they are."""
    held = list(roles)
    loose = [d for d in held if not d.exact]
    exact = [d for d in held if d.exact]
    wider = lexicon.with_roles(d.role for d in loose)
    documents = {d.document: i for d in loose if (i := _role_named(wider, d.role.name))}
    if not exact:
        return replace(wider, declared=documents) if documents else wider
    return _Exact(wider, loose, documents).declared(exact)


def _role_named(lexicon: Lexicon, name: str) -> str:
    """Give the id of the role that a name stands for."""
    held = lexicon.entities.get(title_key(name))
    return next((e.id for e in held if e.kind == "role"), "")


class _Exact:
    """Adds the roles of documents that list their titles."""

    def __init__(
        self, lexicon: Lexicon, loose: Sequence[Declared], documents: Mapping[str, str]
    ) -> None:
        self._lexicon = lexicon
        self._documents = dict(documents)
        self._known = dict(lexicon.by_id)
        by_id = {d.document: d for d in loose}
        self._codes = {by_id[doc].code: i for doc, i in documents.items() if by_id[doc].code}
        # Whose own a name is: of the lexicon's roles the shown one, of declared ones every one.
        self._owners = {
            title_key(name): e.id
            for (kind, _), e in lexicon.by_id.items()
            if kind == "role"
            for name in (e.name, e.plural)
            if name
        }
        self._owners |= {
            title_key(name): i for doc, i in documents.items() for name in by_id[doc].names
        }

    def declared(self, exact: Sequence[Declared]) -> Lexicon:
        """Give the lexicon with all of them."""
        ids = {d.document: self._id(d) for d in exact}
        owned = {title_key(n): ids[d.document] for d in exact for n in d.names}
        self._give_up(owned)
        for d in exact:
            self._add(d, ids[d.document])
        self._documents |= ids
        # A single word may be an everyday one ("model"); it counts in questions only.
        known = self._lexicon.entities
        hidden: set[tuple[str, ...]] = {k for k in owned if len(k) == 1 and not known.get(k)}
        return replace(
            self._lexicon,
            by_id=self._known,
            entities=entity_phrases(self._known.values(), hidden),
            titles=gathered(
                _listed(exact, ids, hidden),
                {title_key(name)[-1] for d in exact for name in (d.role.name,)},
                {ids[d.document]: d.code for d in exact if d.code},
            ),
            declared=self._documents,
            exact=frozenset(ids),
        )

    def _id(self, declared: Declared) -> str:
        """Find the role that has the same code or name already, or else make a new one."""
        names = (self._owners.get(title_key(name)) for name in declared.names)
        return self._codes.get(declared.code) or next(filter(None, names), declared.role.id)

    def _give_up(self, owned: Mapping[tuple[str, ...], str]) -> None:
        """Take names that are another role's own from those that the lexicon gives them to."""
        for key, entity in self._known.items():
            if entity.kind == "role":
                kept = tuple(
                    a for a in entity.aliases if owned.get(title_key(a), entity.id) == entity.id
                )
                if kept != entity.aliases:
                    self._known[key] = replace(entity, aliases=kept)

    def _add(self, declared: Declared, identifier: str) -> None:
        before = self._known.get(("role", identifier))
        if before is None:
            self._known["role", identifier] = declared.role
            return
        known = {n.lower(): n for n in (*before.aliases, *declared.names)}
        known.pop(before.name.lower(), None)
        self._known["role", identifier] = replace(before, aliases=tuple(known.values()))


def _listed(
    exact: Sequence[Declared], ids: Mapping[str, str], hidden: set[tuple[str, ...]]
) -> Iterator[tuple[str, str, int]]:
    """Give every title with its role and rank; the first titles of one word are its kinds."""
    for d in exact:
        role = ids[d.document]
        yield from ((name, role, 0) for name in d.names if title_key(name) in hidden)
        yield from ((title, role, rank) for title, rank in _ranked(d))


def _ranked(declared: Declared) -> Iterator[tuple[str, int]]:
    """Tell the kinds that a role's name is made of from its other titles."""
    name = declared.role.name.lower()
    pieces = {p.strip() for p in name.replace(" or ", ",").split(",")} if "(" not in name else set()
    for title in declared.titles:
        yield title, 1 if title.lower() in pieces else 2 + (not name.endswith(title.lower()))
