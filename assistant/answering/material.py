"""What every kind of answer is made from: the passages of one collection and the lexicon."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from ..index import Searcher
from ..lexicon import Lexicon
from ..money import MoneyReader
from ..question import Asked
from ..records import Answer, Document, Part
from ..text import words
from .salaries import Paid, SalaryReader
from .views import Viewer
from .writing import Writer


class Material:
    """The searcher, the lexicon, the documents, and what is read from them once."""

    def __init__(
        self, searcher: Searcher, lexicon: Lexicon, documents: Mapping[str, Document]
    ) -> None:
        self.searcher = searcher
        self.lexicon = lexicon
        self.documents = documents
        self.viewer = Viewer(lexicon, documents)
        self.money = MoneyReader(lexicon.money)

    @cached_property
    def salaries(self) -> tuple[Paid, ...]:
        """Give every statement of pay in the collection."""
        return SalaryReader(self.lexicon, self.viewer, self.money).read(self.searcher.passages)

    @cached_property
    def pay_stems(self) -> frozenset[str]:
        """Give the stems of the words for pay and for the kinds of figure it is given as."""
        money = self.lexicon.money
        named = [
            w for given in (*money.statistics.values(), *money.periods.values()) for w in given
        ]
        cues = (stem for key in self.lexicon.asks.keys_of("pay") for stem in key)
        return frozenset((*cues, *(w.stem for name in named for w in words(name))))

    def writer(self) -> Writer:
        """Open the citations of a new answer."""
        return Writer(self.documents)

    def name(self, kind: str, identifier: str) -> str:
        """Give the name of a role, place or employer as it is shown; "" for none."""
        held = self.lexicon.by_id.get((kind, identifier))
        return held.shown if held else ""

    def called(self, kind: str, identifier: str) -> str:
        """Give what a refusal calls it: a role in the plural, else its name or its id."""
        if kind == "role":
            return self.lexicon.entity(kind, identifier).many
        return self.name(kind, identifier) or identifier


def answered(asked: Asked, parts: tuple[Part, ...], writer: Writer, confidence: float) -> Answer:
    """Make the answer to a question from its parts."""
    return Answer(
        asked.question, "answered", parts, writer.citations, confidence=round(confidence, 4)
    )
