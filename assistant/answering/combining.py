"""Putting the answers to several questions of one message together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..records import Answer, Citation, Part, Statement, Status
from .writing import say


def together(answers: Sequence[Answer], pieces: Sequence[str]) -> Answer:
    """Unite the answers to the pieces of a message; what is not told comes last, named."""
    told = [a for a in answers if not a.abstained]
    if not told:
        return answers[0]
    parts: list[Part] = []
    citations: list[Citation] = []
    for answer, piece in sorted(
        zip(answers, pieces, strict=True), key=lambda pair: pair[0].abstained
    ):
        numbers = {c.number: _number(c, citations) for c in answer.citations}
        if answer.abstained:
            parts.append(say(f"On “{piece.rstrip('?')}”:"))
        parts += [_renumbered(part, numbers) for part in answer.parts]
    parts = list(_once(parts))
    status: Status = "answered" if len(told) == len(answers) else "partial"
    return Answer(
        answers[0].question,
        status,
        tuple(parts),
        tuple(citations),
        confidence=min(a.confidence for a in told),
    )


def _once(parts: Iterable[Part]) -> Iterator[Part]:
    """Leave out of later paragraphs what was told before."""
    told: set[Statement] = set()
    for part in parts:
        if part.kind != "prose":
            yield part
            continue
        rows = tuple(tuple(s for s in row if s not in told) for row in part.rows)
        told.update(statement for row in rows for statement in row)
        if any(rows):
            yield replace(part, rows=tuple(row for row in rows if row))


def shortened(answer: Answer, parts: Sequence[Part]) -> Answer:
    """Keep some parts of an answer, and the citations that they use."""
    used = dict.fromkeys(n for part in parts for row in part.rows for s in row for n in s.citations)
    numbers = {old: new for new, old in enumerate(used, start=1)}
    held = {c.number: c for c in answer.citations}
    citations = tuple(replace(held[old], number=new) for old, new in numbers.items())
    return replace(answer, parts=tuple(_renumbered(p, numbers) for p in parts), citations=citations)


def _number(citation: Citation, known: list[Citation]) -> int:
    """Give a citation's number in the whole, adding it when it is new."""
    for other in known:
        if (other.document, other.start, other.end) == (
            citation.document,
            citation.start,
            citation.end,
        ):
            return other.number
    known.append(replace(citation, number=len(known) + 1))
    return len(known)


def _renumbered(part: Part, numbers: Mapping[int, int]) -> Part:
    rows = tuple(
        tuple(Statement(s.text, tuple(numbers[n] for n in s.citations)) for s in row)
        for row in part.rows
    )
    return replace(part, rows=rows)
