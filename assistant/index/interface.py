"""What every search engine offers, whatever computes its scores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from ..records import Slot


class Index(Protocol):
    """Ranks passages, which it knows by their numbers, for the slots of a question."""

    def search(
        self, slots: Sequence[Slot], k: int, among: Iterable[int] | None = None
    ) -> list[tuple[int, float]]:
        """Give the numbers and scores of the ``k`` best passages, best first.

        With ``among`` only the passages of these numbers are looked at.
        A passage that shares no term with the question is never among them. Scores are
        rounded to nine digits, and equal ones are in the order of the passages, so that every
        engine gives the same order.
        """
        ...

    def held(self, stems: Iterable[str], numbers: Sequence[int]) -> list[tuple[str, ...]]:
        """Give which of some stems each of some passages holds, sorted."""
        ...

    def idf(self, stem: str) -> float:
        """Give how telling a stem is: the inverse document frequency of BM25+ (≥ 0)."""
        ...

    def __contains__(self, stem: str) -> bool:
        """Tell whether any passage holds the stem, or has it noted beside a sentence."""
        ...

    def says(self, stem: str) -> bool:
        """Tell whether any passage says the stem itself."""
        ...

    def __len__(self) -> int:
        """Give the number of passages."""
        ...
