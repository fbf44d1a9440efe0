"""Roles that documents declare themselves in their front matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .vocabulary import Entity


def declared_role(details: Mapping[str, Any]) -> Entity | None:
    """Read the role of a document's front matter: ``role`` and ``aliases``; None for none.

    >>> declared_role({"role": "Pilot", "aliases": ["aviator"]}).aliases
    ('aviator',)
    """
    name, aliases = details.get("role"), details.get("aliases")
    if not isinstance(name, str) or not name.strip():
        return None
    known = aliases if isinstance(aliases, list) else []
    others = tuple(alias for alias in known if isinstance(alias, str))
    return Entity("role", "-".join(name.lower().split()), name.strip(), others)
