"""What plain methods reach: two systems that every report can be compared with.

Both cut documents at empty lines, rank the paragraphs by BM25 and repeat the three best.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from rank_bm25 import BM25Okapi

from ..records import Answer, Citation, Document, Hit, Part, Passage, Question, Statement
from ..text import stems

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![ \t]*\n)[^\n]*)*")
_SAID = 3

Tokens = Callable[[str], Sequence[str]]


class ParagraphBaseline:
    """BM25 over paragraphs; says the three best that share a word, abstains when none does."""

    def __init__(
        self, documents: Mapping[str, Document], tokens: Tokens, remembers: bool = False
    ) -> None:
        """Index the paragraphs; one that ``remembers`` adds the earlier turns to the query."""
        self.documents = documents
        self.passages = tuple(_paragraphs(documents))
        self.remembers = remembers
        self._tokens = tokens
        cut = [list(tokens(passage.text)) for passage in self.passages]
        self._terms = [frozenset(one) for one in cut]
        # rank_bm25 divides by zero when there is no paragraph or no word.
        self._bm25 = BM25Okapi(cut) if any(cut) else None

    def search(self, question: str, k: int) -> tuple[Hit, ...]:
        """Give the k best paragraphs that share a word with the question."""
        query = list(self._tokens(question))
        if self._bm25 is None or not query:
            return ()
        scores = self._bm25.get_scores(query)
        wanted = frozenset(query)
        order = (int(n) for n in np.argsort(-scores, kind="stable"))
        sharing = (n for n in order if not wanted.isdisjoint(self._terms[n]))
        best = [n for n, _ in zip(sharing, range(k), strict=False)]
        return tuple(
            Hit(self.passages[n], float(scores[n]), tuple(sorted(wanted & self._terms[n])))
            for n in best
        )

    def ask(self, question: str) -> Answer:
        """Repeat the three best paragraphs."""
        hits = self.search(question, _SAID)
        asked = Question(asked=question, standalone=question)
        if not hits:
            return Answer(asked, "abstained", ())
        parts = tuple(
            Part("prose", ((Statement(hit.passage.text, (number,)),),))
            for number, hit in enumerate(hits, 1)
        )
        citations = tuple(_citation(number, hit.passage) for number, hit in enumerate(hits, 1))
        best = max(0.0, hits[0].score)
        return Answer(asked, "answered", parts, citations, confidence=best / (1 + best))

    def conversation(self) -> _Turns:
        """Begin a dialogue."""
        return _Turns(self)


class _Turns:
    """A dialogue with a baseline: what was said before is added to the query, or forgotten."""

    def __init__(self, system: ParagraphBaseline) -> None:
        self._system = system
        self._earlier: list[str] = []

    def ask(self, question: str) -> Answer:
        """Answer the next turn."""
        query = " ".join((*self._earlier, question))
        if self._system.remembers:
            self._earlier.append(question)
        return self._system.ask(query)


def naive(documents: Mapping[str, Document]) -> ParagraphBaseline:
    """Make the naive baseline: words are what stands between white space."""
    return ParagraphBaseline(documents, str.split)


def stemmed(documents: Mapping[str, Document]) -> ParagraphBaseline:
    """Make the better baseline: stems without stop words, the history added to the query."""
    return ParagraphBaseline(documents, stems, remembers=True)


BASELINES: dict[str, Callable[[Mapping[str, Document]], ParagraphBaseline]] = {
    "naive BM25": naive,
    "stems, stop words, history": stemmed,
}


def _paragraphs(documents: Mapping[str, Document]) -> Iterator[Passage]:
    number = 0
    for document in documents.values():
        for match in _PARAGRAPH.finditer(document.text):
            yield Passage(
                number, document.id, document.title, (), match.start(), match.end(), match[0], ()
            )
            number += 1


def _citation(number: int, passage: Passage) -> Citation:
    return Citation(
        number=number,
        document=passage.document,
        title=passage.title,
        quote=passage.text,
        start=passage.start,
        end=passage.end,
        passage=passage.text,
        passage_start=passage.start,
    )
