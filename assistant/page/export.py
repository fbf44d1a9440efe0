"""Answers as text to take away: clean Markdown with a list of sources, and JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ..records import Answer, Citation, Part, Statement


def answer_text(answer: Answer) -> str:
    """Write an answer as plain text with numbered markers and its sources below."""
    parts = [_part_text(part) for part in answer.parts]
    sources = [_source_line(citation) for citation in answer.citations]
    if sources:
        parts.append("Sources:\n" + "\n".join(sources))
    return "\n\n".join(parts) + "\n"


def conversation_markdown(answers: Sequence[Answer]) -> str:
    """Write a conversation as Markdown: a heading for each question, then answer and sources."""
    return "# Career assistant: a conversation\n\n" + "\n".join(
        _turn_markdown(answer) for answer in answers
    )


def conversation_json(answers: Sequence[Answer]) -> str:
    """Write a conversation as JSON: a list of what ``Answer.to_dict`` gives for each turn."""
    return json.dumps([answer.to_dict() for answer in answers], ensure_ascii=False, indent=2) + "\n"


def _turn_markdown(answer: Answer) -> str:
    lines = [f"## {_line(answer.question.asked)}", ""]
    if answer.question.understood_differently:
        lines += [f"*Understood as: {_line(answer.question.standalone)}*", ""]
    lines += [answer.text, ""]
    for citation in answer.citations:
        lines += [f"> {_source_line(citation)}", ">"]
    return "\n".join(lines[:-1] if answer.citations else lines) + "\n"


def _part_text(part: Part) -> str:
    if part.kind == "table":
        rows = [" | ".join(part.header)] if part.header else []
        return "\n".join(rows + [" | ".join(_text(s) for s in row) for row in part.rows])
    start = "- " if part.kind == "list" else ""
    return "\n".join(start + " ".join(_text(s) for s in row) for row in part.rows)


def _text(statement: Statement) -> str:
    markers = "".join(f"[{number}]" for number in statement.citations)
    return f"{statement.text} {markers}" if markers else statement.text


def _source_line(citation: Citation) -> str:
    where = " › ".join((citation.title, *citation.headings))
    kind = " (related)" if citation.nearby else ""
    return f"[{citation.number}]{kind} {_line(where)}: “{' '.join(citation.quote.split())}”"


def _line(text: str) -> str:
    return " ".join(text.split())
