"""An answer as it is judged, whether our own assistant gave it or another system."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import QuestionSetError
from ..records import Answer, Citation, Part
from .folding import plain
from .questions import read_json_lines

_KEYS = ("id", "text", "abstained", "citations", "confidence", "milliseconds")
_CITATION_KEYS = ("document", "quote", "passage")
_SENTENCE_END = re.compile(r"(?<=[.!?])((?:\s*\[\d+\])*)\s+(?=[A-Z0-9])")
_HAS_MARKER = re.compile(r"(?<!\\)\[\d+\]")


@dataclass(frozen=True, slots=True)
class Cited:
    """What an answer cites: a document, the words quoted, and the passage around them.

    ``number`` is that of its ``[1]`` markers. ``start`` is the quote's place in the document,
    None where a system tells none.
    """

    document: str
    quote: str = ""
    passage: str = ""
    number: int = 0
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What is judged of an answer.

    ``citations`` are those that back it; ``nearby`` is what is cited beside a refusal, shown
    and not judged. ``uncited`` are the statements without a citation. ``understood`` is the
    question that was searched. ``confidence`` is None where a system tells none.
    """

    text: str
    status: str
    citations: tuple[Cited, ...] = ()
    uncited: tuple[str, ...] = ()
    understood: str = ""
    confidence: float | None = None
    nearby: tuple[Cited, ...] = ()

    @property
    def refused(self) -> bool:
        """Tell whether the question stays unanswered: by abstaining or by asking back."""
        return self.status in ("abstained", "clarify")


def given_by(answer: Answer) -> Given:
    """See an Answer of ours as it is judged."""
    return Given(
        text=answer.text,
        status=answer.status,
        citations=tuple(_cited(c) for c in answer.citations if not c.nearby),
        uncited=tuple(text for part in answer.parts for text in _unbacked(part)),
        understood=answer.question.standalone or answer.question.asked,
        confidence=answer.confidence,
        nearby=tuple(_cited(c) for c in answer.citations if c.nearby),
    )


def _cited(citation: Citation) -> Cited:
    return Cited(
        citation.document, citation.quote, citation.passage, citation.number, citation.start
    )


def _unbacked(part: Part) -> Iterator[str]:
    """Give what no citation backs: statements of prose, whole items and table rows."""
    for row in part.rows:
        if part.kind == "prose":
            yield from (statement.text for statement in row if not statement.citations)
        elif not any(statement.citations for statement in row):
            yield " ".join(statement.text for statement in row)


def read_answers(path: Path, known: Collection[str]) -> dict[str, tuple[Given, float | None]]:
    """Read the answers of another system: id → the answer and the milliseconds it took.

    The file is JSON Lines, an object a question: ``id`` and ``text`` (Markdown, without a
    list of sources; ``[1]`` may mark what a sentence rests on), and if wanted ``abstained``
    (true or false), ``citations`` (a list of objects with ``document`` and, if wanted,
    ``quote`` and ``passage``; a missing passage is the quote; ``[1]`` means the first),
    ``confidence`` (0 to 1) and ``milliseconds``. A question without an answer counts as refused.

    Raises QuestionSetError for a malformed line, an id that occurs twice and one that is not
    among the ``known``.
    """
    _, records = read_json_lines(path)
    answers: dict[str, tuple[Given, float | None]] = {}
    for line, record in records:
        place = f"{path.name}, line {line}"
        _check(record, place)
        name = record["id"]
        if name in answers:
            raise QuestionSetError(f"{place}, key 'id': '{name}' is answered twice; keep one.")
        if name not in known:
            raise QuestionSetError(
                f"{place}, key 'id': the question set holds no question '{name}'."
            )
        answers[name] = (_external(record), record.get("milliseconds"))
    return answers


def _check(record: Mapping[str, Any], place: str) -> None:
    _check_keys(record, _KEYS, ("id", "text"), place)
    good = {
        "id": isinstance(record["id"], str),
        "text": isinstance(record["text"], str),
        "abstained": isinstance(record.get("abstained", False), bool),
        "citations": isinstance(record.get("citations", []), list),
        "confidence": _number(record.get("confidence", 0)) and record.get("confidence", 0) <= 1,
        "milliseconds": _number(record.get("milliseconds", 0)),
    }
    for key, fits in good.items():
        if not fits:
            raise QuestionSetError(f"{place}, key '{key}': {record[key]!r} is not what it holds.")
    for citation in record.get("citations", []):
        if not isinstance(citation, dict):
            raise QuestionSetError(f"{place}, key 'citations': each must be an object.")
        _check_keys(citation, _CITATION_KEYS, ("document",), f"{place}, key 'citations'")
        for key, value in citation.items():
            if not isinstance(value, str):
                raise QuestionSetError(f"{place}, key 'citations': '{key}' must be a text.")


def _check_keys(
    record: Mapping[str, Any], known: tuple[str, ...], needed: tuple[str, ...], place: str
) -> None:
    for key in record:
        if key not in known:
            raise QuestionSetError(
                f"{place}: unknown key '{key}'; the known keys are {', '.join(known)}."
            )
    for key in needed:
        if key not in record:
            raise QuestionSetError(f"{place}: the key '{key}' is missing.")


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < 1e12


def _external(record: Mapping[str, Any]) -> Given:
    citations = tuple(
        Cited(c["document"], c.get("quote", ""), c.get("passage") or c.get("quote", ""), number)
        for number, c in enumerate(record.get("citations", []), 1)
    )
    return Given(
        text=record["text"],
        status="abstained" if record.get("abstained", False) else "answered",
        citations=citations,
        uncited=_unmarked(record["text"]),
        confidence=record.get("confidence"),
    )


def _unmarked(text: str) -> tuple[str, ...]:
    """List the sentences of a Markdown text that no ``[1]`` follows."""
    lines = (line for line in text.splitlines() if line.strip())
    pieces = (p for line in lines for p in _SENTENCE_END.sub(r"\1\n", line).split("\n"))
    return tuple(plain(p).strip() for p in pieces if p and not _HAS_MARKER.search(p))
