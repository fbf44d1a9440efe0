"""The list of what is indexed, as data and as text."""

from __future__ import annotations

from typing import Any

from .assistant import Assistant
from .terminal import table_text, wrapped


def listing(assistant: Assistant, with_dropped: bool) -> dict[str, Any]:
    """Give the documents with their sizes, and the files that were skipped and why."""
    counts = dict.fromkeys(assistant.documents, 0)
    for passage in assistant.passages:
        counts[passage.document] += 1
    documents = [
        {
            "document": document.id,
            "title": document.title,
            "passages": counts[document.id],
            "words": len(document.text.split()),
            "same_as": list(document.same_as),
        }
        for document in assistant.documents.values()
    ]
    skipped = [{"file": s.path, "reason": s.reason} for s in assistant.collection.skipped]
    held: dict[str, Any] = {"documents": documents, "skipped": skipped}
    if with_dropped:
        held["dropped"] = [
            {"document": name, "text": piece.text, "reason": piece.reason}
            for name, pieces in assistant.collection.dropped.items()
            for piece in pieces
        ]
    return held


def listing_text(held: dict[str, Any], width: int) -> str:
    """Write what ``listing`` gave, for a terminal of a width."""
    documents = held["documents"]
    rows = [(d["document"], str(d["passages"]), str(d["words"])) for d in documents]
    if len(documents) > 1:
        passages, words = (sum(d[key] for d in documents) for key in ("passages", "words"))
        rows.append(("in all", str(passages), str(words)))
    blocks = [table_text(("document", "passages", "words"), rows, width)]
    same = [f"{d['document']} = {other}" for d in documents for other in d["same_as"]]
    skipped = [f"{s['file']}: {s['reason']}" for s in held["skipped"]]
    dropped = [f"{d['document']}: {d['reason']}: {d['text']}" for d in held.get("dropped", ())]
    for title, lines in (
        ("The same text, indexed once:", same),
        ("Skipped:", skipped),
        ("Left out as boilerplate:", dropped),
    ):
        if lines:
            blocks.append("\n".join([title, *(wrapped(line, width, "  - ") for line in lines)]))
    if "dropped" in held and not dropped:
        blocks.append("Nothing was left out as boilerplate.")
    return "\n\n".join(blocks)
