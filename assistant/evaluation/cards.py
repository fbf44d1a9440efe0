"""A failing question as a person reads it: asked, said, missed, cited, and what was found."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from .answers import answer_html
from .backing import citations_html, evidence_words, passages_html, targets
from .judging import REASONS
from .markings import escape, marked
from .rows import DEPTH, Row


def failing_cards(rows: Sequence[Row]) -> str:
    """Lay out the failing questions under their reasons, each to be opened."""
    sections = []
    for reason, meaning in REASONS.items():
        chosen = [row for row in rows if row.reason == reason]
        if chosen:
            head = f'<h3 id="{_slug(reason)}">{escape(reason.capitalize())} ({len(chosen)})</h3>'
            note = f"<p>{escape(meaning.capitalize())}.{_causes(chosen)}</p>"
            cards = "".join(map(_card, chosen))
            sections.append(f'<div class="reason">{head}{note}{cards}</div>')
    return "".join(sections)


def reason_links(rows: Sequence[Row]) -> str:
    """List the reasons that occur, each leading to its questions."""
    items = []
    for reason in REASONS:
        count = sum(row.reason == reason for row in rows)
        if count:
            items.append(f'<li><a href="#{_slug(reason)}">{escape(reason)}</a> {count}</li>')
    return f'<ul class="links">{"".join(items)}</ul>' if items else "<p>No question fails.</p>"


def anchor(name: str) -> str:
    """Give the anchor of a question's card: its id, made fit for an address.

    >>> anchor("duties-04"), anchor("a b")
    ('q-duties-04', 'q-a-b-c8687a08')
    """
    fit = re.sub(r"[^A-Za-z0-9_.-]", "-", name)
    # Two ids may become one this way, so what was changed is told apart by its hash.
    raw = name.encode("utf-8", "surrogatepass")
    return f"q-{fit}" if fit == name else f"q-{fit}-{hashlib.sha256(raw).hexdigest()[:8]}"


def _slug(reason: str) -> str:
    return reason.replace(" ", "-")


def _causes(rows: Sequence[Row]) -> str:
    """Tell apart what a reason mixes: evidence found or not, premises corrected or not."""
    sought = [row for row in rows if row.gold.evidence and row.searched]
    places = [row.evidence_at for row in sought]
    counts = {
        f"evidence among the {DEPTH} best passages": sum(_measured(place) for place in places),
        "evidence further down": sum(p is not None and not _measured(p) for p in places),
        "evidence not found": places.count(None),
        "false premise corrected": sum(row.corrected is True for row in rows),
    }
    told = "; ".join(f"{words}: {count}" for words, count in counts.items() if count)
    return f" {told.capitalize()}." if told else ""


def _measured(place: int | None) -> bool:
    return place is not None and place <= DEPTH


def _card(row: Row) -> str:
    gold, own = row.gold, anchor(row.gold.id)
    wanted = [alternative for fact in gold.gold_facts for alternative in fact]
    parts = [_listed("Asked before", gold.history), _understood(row), _expected(row, wanted)]
    parts += [_correction(row), _answer(row, own, wanted), citations_html(row, own, wanted)]
    parts += [_listed("Should be cited", gold.gold_docs)]
    parts += [_listed("Must not stand in it", row.forbidden), _listed("Uncited", row.uncited)]
    parts += [passages_html(row, wanted), _listed("Note", [gold.note] if gold.note else ())]
    link = f'<p class="self"><a href="#{escape(own)}">Link to this question</a></p>'
    return (
        f'<details class="card" id="{escape(own)}" data-category="{escape(gold.category)}">'
        f"<summary>{_summary(row)}</summary>{''.join(parts)}{link}</details>"
    )


def _summary(row: Row) -> str:
    gold = row.gold
    before = f'<span class="before">{escape(gold.history[-1])} → </span>' if gold.history else ""
    tags = " · ".join(t for t in (gold.id, gold.category, gold.kind, gold.wording) if t)
    chips = [evidence_words(row)]
    if row.corrected is not None:
        chips.append("premise corrected" if row.corrected else "premise not corrected")
    shown = "".join(f' <span class="chip">{escape(chip)}</span>' for chip in chips if chip)
    return f'{before}{escape(gold.question)}<span class="tags">{escape(tags)}{shown}</span>'


def _understood(row: Row) -> str:
    if row.understood in ("", row.gold.question):
        return ""
    return _listed("Understood as", [row.understood])


def _expected(row: Row, wanted: Sequence[str]) -> str:
    """Set the facts that were wanted beside the sentences that state them."""
    gold = row.gold
    if not gold.gold_facts:
        return ""
    items = []
    for fact, said, covered in zip(gold.gold_facts, row.said, row.covered, strict=True):
        word = "said" if said else "missed"
        cited = "in a cited passage" if covered else "in no cited passage"
        text = " <em>or</em> ".join(map(escape, fact))
        items.append(f'<li class="{word}"><b>{word}</b>: {text} <small>({cited})</small></li>')
    facts = f'<div><h4>Facts</h4><ul class="facts">{"".join(items)}</ul></div>'
    quotes = "".join(f"<blockquote>{marked(text, wanted)}</blockquote>" for text in gold.evidence)
    return (
        f'<div class="pair">{facts}<div><h4>Expected, from the documents</h4>{quotes}</div></div>'
    )


def _correction(row: Row) -> str:
    if row.corrected is None:
        return ""
    word = "The answer corrects it" if row.corrected else "The answer does not correct it"
    kind = "said" if row.corrected else "missed"
    told = " <em>or</em> ".join(map(escape, row.gold.correction))
    return f'<h4>False premise</h4><p class="{kind}"><b>{word}</b>: wanted is {told}</p>'


def _answer(row: Row, own: str, wanted: Sequence[str]) -> str:
    confidence = row.scored.confidence
    surely = "" if confidence is None else f", confidence {confidence:.2f}"
    sought = (*wanted, *row.gold.correction)
    text = answer_html(row.text, sought, targets(row, own)) or "<i>no answer</i>"
    return f'<h4>Answer ({escape(row.status)}{surely})</h4><div class="answer">{text}</div>'


def _listed(title: str, texts: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f"<h4>{title}</h4><ul>{items}</ul>" if items else ""
