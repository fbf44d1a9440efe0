"""Which place lies in which, by the lexicon."""

from __future__ import annotations

from ..lexicon import Lexicon


class Places:
    """Tells whether one place lies in another, by the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def within(self, place: str, asked: str) -> bool:
        """Tell whether ``place`` is ``asked`` or lies in it."""
        seen: set[str] = set()
        while place and place not in seen:
            if place == asked:
                return True
            seen.add(place)
            held = self._lexicon.by_id.get(("place", place))
            place = held.within if held else ""
        return False
