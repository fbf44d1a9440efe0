"""A failing question as a person reads it: asked, said, missed, cited, and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .folding import unescaped
from .judging import REASONS
from .markings import escape, marked
from .rows import Found, Row


def failing_cards(rows: Sequence[Row]) -> str:
    """Lay out the failing questions under their reasons, each to be opened."""
    sections = []
    for reason, meaning in REASONS.items():
        chosen = [row for row in rows if row.reason == reason]
        if chosen:
            head = f'<h3 id="{_anchor(reason)}">{escape(reason.capitalize())} ({len(chosen)})</h3>'
            note = f"<p>{escape(meaning.capitalize())}.</p>"
            sections.append(head + note + "".join(map(_card, chosen)))
    return "".join(sections)


def reason_links(rows: Sequence[Row]) -> str:
    """List the reasons that occur, each leading to its questions."""
    items = []
    for reason in REASONS:
        count = sum(row.reason == reason for row in rows)
        if count:
            items.append(f'<li><a href="#{_anchor(reason)}">{escape(reason)}</a> {count}</li>')
    return f'<ul class="links">{"".join(items)}</ul>' if items else "<p>No question fails.</p>"


def _anchor(reason: str) -> str:
    return reason.replace(" ", "-")


def _card(row: Row) -> str:
    gold = row.gold
    parts = [_history(gold.history), _understood(row), _facts(row), _answer(row)]
    parts += [_listed("Cited", row.cited), _listed("Should be cited", gold.gold_docs)]
    parts += [_listed("Must not stand in it", row.forbidden), _listed("Uncited", row.uncited)]
    parts += [_listed("A correction would say one of", gold.correction), _passages(row)]
    parts.append(_listed("Evidence", gold.evidence))
    parts.append(_listed("Note", [gold.note] if gold.note else ()))
    tags = " · ".join(t for t in (gold.id, gold.category, gold.kind, gold.wording) if t)
    return (
        f"<details><summary>{escape(gold.question)}"
        f'<span class="tags">{escape(tags)}</span></summary>{"".join(parts)}</details>'
    )


def _history(turns: Sequence[str]) -> str:
    return _listed("Asked before", turns)


def _understood(row: Row) -> str:
    if row.understood in ("", row.gold.question):
        return ""
    return _listed("Understood as", [row.understood])


def _facts(row: Row) -> str:
    if not row.gold.gold_facts:
        return ""
    items = []
    for fact, said, covered in zip(row.gold.gold_facts, row.said, row.covered, strict=True):
        word = "said" if said else "missed"
        cited = "in a cited passage" if covered else "in no cited passage"
        text = " <em>or</em> ".join(map(escape, fact))
        items.append(f'<li class="{word}"><b>{word}</b>: {text} <small>({cited})</small></li>')
    return f'<h4>Facts</h4><ul class="facts">{"".join(items)}</ul>'


def _answer(row: Row) -> str:
    confidence = row.scored.confidence
    surely = "" if confidence is None else f", confidence {confidence:.2f}"
    text = marked(unescaped(row.text), _strings(row)) if row.text else "<i>no answer</i>"
    return f'<h4>Answer ({escape(row.status)}{surely})</h4><div class="answer">{text}</div>'


def _passages(row: Row) -> str:
    if not row.passages:
        return ""
    place = row.evidence_at
    where = f"evidence first at place {place}" if place else "no evidence among the best"
    if not row.gold.evidence:
        where = "no evidence exists"
    items = "".join(_passage(found, row) for found in row.passages)
    return f"<h4>Passages found ({where})</h4><ol>{items}</ol>"


def _passage(found: Found, row: Row) -> str:
    path = " › ".join((found.document, *found.headings))
    badge = '<span class="badge">holds evidence</span>' if found.evidence else ""
    text = marked(found.text, _strings(row))
    return (
        f'<li value="{found.place}">{badge}<span class="path">{escape(path)}</span>'
        f"<blockquote>{text}</blockquote></li>"
    )


def _strings(row: Row) -> list[str]:
    return [alternative for fact in row.gold.gold_facts for alternative in fact]


def _listed(title: str, texts: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f"<h4>{title}</h4><ul>{items}</ul>" if items else ""
