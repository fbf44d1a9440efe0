"""What a card shows beneath an answer: the citations, and the passages that were found."""

from __future__ import annotations

from collections.abc import Sequence

from .answers import Target
from .markings import escape, marked
from .rows import DEPTH, Found, Quoted, Row


def targets(row: Row, anchor: str) -> dict[int, Target]:
    """Map each citation's number to its place on the card."""
    return {c.number: Target(f"{anchor}-c{c.number}", _wrong(c)) for c in row.citations}


def citations_html(row: Row, anchor: str, wanted: Sequence[str]) -> str:
    """List what was cited, the documents marked that should not have been."""
    if not row.citations:
        return "<h4>Cited</h4><p>Nothing.</p>" if not row.scored.refused else ""
    items = "".join(_citation(c, anchor, wanted) for c in row.citations)
    return f'<h4>Cited</h4><ol class="citations">{items}</ol>'


def passages_html(row: Row, wanted: Sequence[str]) -> str:
    """List the passages found; those that hold evidence are open."""
    if not row.passages:
        return ""
    wrong = {c.number for c in row.citations if _wrong(c)}
    items = "".join(_passage(found, wrong, wanted) for found in row.passages)
    where = evidence_words(row) or "there is no evidence to find"
    return f"<h4>Passages found ({where})</h4>{items}"


def evidence_words(row: Row) -> str:
    """Say where the evidence stands among the passages found, "" where there is none to find."""
    if not row.gold.evidence or not row.searched:
        return ""
    if row.evidence_at is None:
        return f"evidence not among the {row.searched} passages found"
    beyond = f", beyond the {DEPTH} measured" if row.evidence_at > DEPTH else ""
    return f"evidence at place {row.evidence_at}{beyond}"


def _wrong(citation: Quoted) -> bool:
    return citation.right is False and not citation.nearby


def _citation(citation: Quoted, anchor: str, wanted: Sequence[str]) -> str:
    notes = []
    if citation.right is not None:
        word = "" if citation.right else "not "
        kind = "good" if citation.right else "quiet" if citation.nearby else "bad"
        notes.append(_badge(kind, f"{word}among what should be cited"))
    if citation.nearby:
        notes.append(_badge("quiet", "nearby, beside a refusal"))
    if citation.place is not None:
        notes.append(f"<small>from passage {citation.place}</small>")
    return (
        f'<li id="{escape(anchor)}-c{citation.number}"><b>[{citation.number}]</b> '
        f'<span class="path">{escape(citation.document)}</span> {" ".join(notes)}'
        f"<blockquote>{marked(citation.quote, wanted)}</blockquote></li>"
    )


def _passage(found: Found, wrong: set[int], wanted: Sequence[str]) -> str:
    path = " › ".join((found.document, *found.headings))
    badges = [_badge("good", "holds evidence")] if found.evidence else []
    badges += [_badge("bad" if n in wrong else "quiet", f"cited [{n}]") for n in found.cited]
    return (
        f'<details class="passage"{" open" if found.evidence else ""}><summary>'
        f'{found.place}. <span class="path">{escape(path)}</span> {" ".join(badges)}</summary>'
        f"<blockquote>{marked(found.text, wanted)}</blockquote></details>"
    )


def _badge(kind: str, text: str) -> str:
    return f'<span class="badge {kind}">{escape(text)}</span>'
