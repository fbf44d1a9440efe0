"""The records every stage exchanges: frozen, plain data, no behaviour beyond derived values.

Offsets are character positions in ``Document.text``; ``text[start:end]`` is the span.
Nothing here reads files, searches or renders for a particular way in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from .figures import Profile
from .markdown import inert

Span = tuple[int, int]
BlockKind = Literal["heading", "paragraph", "item", "row"]
UnitKind = Literal["heading", "sentence", "item", "row"]
Status = Literal["answered", "partial", "abstained", "clarify", "smalltalk"]
PartKind = Literal["prose", "list", "table"]


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a document's structure, in reading order and never overlapping another.

    ``level`` is 1 for the outermost heading and for an item of an unnested list.
    ``cells`` are the spans of a table row's cells; ``header`` marks a table's heading row.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    cells: tuple[Span, ...] = ()
    header: bool = False


class Note(NamedTuple):
    """Questions that an author says a sentence answers, which begins with ``opening``."""

    opening: str
    phrasings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it is indexed and quoted.

    ``id`` is its path under the corpus folder, with forward slashes. ``text`` is what remains
    of the decoded file when markup and web boilerplate are deleted. ``source`` says in words
    where the document comes from ("" when unknown). ``details`` is its front matter, ``profile``
    a role's figures. ``same_as`` are the ids of other files that held the same text. ``notes``
    tell in which other words people ask for what single sentences say.
    """

    id: str
    title: str
    text: str
    blocks: tuple[Block, ...] = ()
    source: str = ""
    details: Mapping[str, Any] = field(default_factory=_nothing, hash=False)
    same_as: tuple[str, ...] = ()
    profile: Profile | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest thing an answer may quote: a sentence, list item, table row or heading.

    ``lead`` is the span of the sentence (or heading) that introduces the list or table to
    which an item or row belongs. ``level`` is the heading's level, or the item's depth.
    ``cells`` are a row's cells, ``header`` the spans of its table's heading cells.
    ``phrasings`` are questions that its author notes it answers, in people's own words.
    """

    kind: UnitKind
    start: int
    end: int
    lead: Span | None = None
    level: int = 0
    cells: tuple[Span, ...] = ()
    header: tuple[Span, ...] = ()
    phrasings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole units of one section, which is what the index ranks.

    ``number`` is its place in the collection. ``headings`` is the path of headings above it,
    outermost first, without the document's title. ``text`` is ``document.text[start:end]``.
    """

    number: int
    document: str
    title: str
    headings: tuple[str, ...]
    start: int
    end: int
    text: str
    units: tuple[Unit, ...]

    def quote(self, span: Span) -> str:
        """Give the text of a span of document offsets that lies within the passage."""
        return self.text[span[0] - self.start : span[1] - self.start]


@dataclass(frozen=True, slots=True)
class Variant:
    """One way in which documents may say what a question asks, and how sure that is (0 to 1).

    All of its stems have to occur.
    """

    stems: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing a question mentions, with every way in which it may be said.

    ``kind`` tells a word of the subject ("topic") from one that only names what is asked
    ("facet"), one that says little ("common"), one of an earlier question ("carried"), the
    headings that answers of a facet stand under ("section"), and from a named thing ("role",
    "place", "employer", "year"), whose id is ``entity``. ``weight`` is how much it counts in
    a search. ``named`` marks a name, such as "PyTorch", which no synonym can stand for;
    ``cue`` a word that points to a facet without being its name, as "college" does.
    """

    text: str
    kind: str
    variants: tuple[Variant, ...]
    weight: float = 1.0
    entity: str = ""
    named: bool = False
    cue: bool = False

    @property
    def known(self) -> bool:
        """Tell whether the lexicon knows the word: it has other words for it."""
        return len(self.variants) > 1


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that matches; scores compare within one search only."""

    passage: Passage
    score: float
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed and how it was understood.

    ``standalone`` is the question that is searched: the same as ``asked`` unless it follows
    up an earlier one. The rest are the lexicon's names for what is asked (``facets``), of
    whom (``roles``), where (``places``), by whom paid (``employers``), when (``years``) and
    the kind of thing wanted (``wants``: amount, number, name, list, reason, purpose,
    definition, yes-no, difference, or "" for prose).
    """

    asked: str
    standalone: str = ""
    facets: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    wants: str = ""

    @property
    def understood_differently(self) -> bool:
        """Tell whether what was searched is not what was typed."""
        asked, meant = (" ".join(text.lower().split()) for text in (self.asked, self.standalone))
        return bool(meant) and meant != asked


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact place that backs a statement: ``documents[document].text[start:end] == quote``.

    ``passage`` is the text around the quote, beginning at offset ``passage_start``;
    ``headings`` is the path above it. ``nearby`` marks what is cited beside a refusal: it is
    related, and does not answer.
    """

    number: int
    document: str
    title: str
    quote: str
    start: int
    end: int
    passage: str
    passage_start: int
    headings: tuple[str, ...] = ()
    source: str = ""
    nearby: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Give the citation as plain data, for JSON."""
        plain = {field.name: getattr(self, field.name) for field in fields(self)}
        return {**plain, "headings": list(self.headings)}


@dataclass(frozen=True, slots=True)
class Statement:
    """A run of plain text and the numbers of the citations that back it.

    Without citations it is a connecting phrase of ours, which carries no fact.
    """

    text: str
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, a list or a table of an answer, as plain text that no markup is active in.

    ``rows`` holds a paragraph's statements in its single row, one list item a row (of one or
    more statements), or one table row a row (a statement for each column of ``header``).
    """

    kind: PartKind
    rows: tuple[tuple[Statement, ...], ...]
    header: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the part as plain data, for JSON."""
        rows = [
            [{"text": s.text, "citations": list(s.citations)} for s in row] for row in self.rows
        ]
        return {"kind": self.kind, "header": list(self.header), "rows": rows}


@dataclass(frozen=True, slots=True)
class Answer:
    """What every way in receives: the parts, their citations and what to ask next.

    ``confidence`` (0 to 1) orders answers for evaluation and is never shown to people.
    """

    question: Question
    status: Status
    parts: tuple[Part, ...]
    citations: tuple[Citation, ...] = ()
    suggestions: tuple[str, ...] = ()
    confidence: float = 0.0

    @property
    def abstained(self) -> bool:
        """Tell whether the documents do not hold the answer."""
        return self.status == "abstained"

    @property
    def text(self) -> str:
        """Give the answer as Markdown with ``[1]`` markers, without a list of sources."""
        return "\n\n".join(_part_markdown(part) for part in self.parts)

    def to_dict(self) -> dict[str, Any]:
        """Give the answer as plain data, the same on every channel."""
        return {
            "question": {"asked": self.question.asked, "standalone": self.question.standalone},
            "status": self.status,
            "abstained": self.abstained,
            "text": self.text,
            "parts": [part.to_dict() for part in self.parts],
            "citations": [citation.to_dict() for citation in self.citations],
            "suggestions": list(self.suggestions),
            "confidence": self.confidence,
        }


def _part_markdown(part: Part) -> str:
    if part.kind == "prose":
        return " ".join(_statement_markdown(s) for row in part.rows for s in row)
    lines = [" ".join(_statement_markdown(s) for s in row) for row in part.rows]
    if part.kind == "list":
        return "\n".join(f"- {line}" for line in lines)
    table = [part.header, tuple("---" for _ in part.header)]
    table += [tuple(_statement_markdown(s) for s in row) for row in part.rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in table)


def _statement_markdown(statement: Statement) -> str:
    markers = "".join(f"[{number}]" for number in statement.citations)
    return f"{inert(statement.text)} {markers}".rstrip()
