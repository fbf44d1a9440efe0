"""The page before anything is asked: its frame, what it can answer and from which documents."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Document
from .markup import inert
from .service import LONGEST

# Documents named on the first screen; a large folder has too many to read.
NAMED = 12
# Topics with their examples in view; the others are named, and a click away.
SHOWN = 6
Topics = Sequence[tuple[str, Sequence[str]]]


def page_html(documents: Sequence[tuple[Document, str]], topics: Topics) -> str:
    """Write the whole page: header, first screen, conversation, question box, source panel."""
    return _FRAME.replace("LONGEST", str(LONGEST)).replace("WELCOME", _welcome(documents, topics))


def _welcome(documents: Sequence[tuple[Document, str]], topics: Topics) -> str:
    count = len(documents)
    noun = "document" if count == 1 else "documents"
    return (
        '<div class="ca-welcome"><h2>What would you like to know about a career?</h2>'
        f"<p>Every answer is put together from {count} {noun} and cites the exact sentence. "
        "What they do not tell, it does not make up. Your questions are kept in this browser "
        "only.</p>"
        + _topics(topics[:SHOWN])
        + _further(topics[SHOWN:])
        + _documents(documents)
        + "</div>"
    )


def _topics(topics: Topics) -> str:
    return f'<div class="ca-topics">{"".join(_topic(*topic) for topic in topics)}</div>'


def _further(topics: Topics) -> str:
    if not topics:
        return ""
    names = ", ".join(inert(title[:1].lower() + title[1:]) for title, _ in topics if title)
    about = f"More: {names}" if names else "More questions"
    return f'<details class="ca-more"><summary>{about}</summary>{_topics(topics)}</details>'


def _topic(title: str, questions: Sequence[str]) -> str:
    chips = "".join(
        f'<li><button type="button" data-ask="{inert(question)}">{inert(question)}</button></li>'
        for question in questions
    )
    heading = inert(title) or "More"
    return f'<section class="ca-topic"><h3>{heading}</h3><ul>{chips}</ul></section>'


def _documents(documents: Sequence[tuple[Document, str]]) -> str:
    items = "".join(
        f'<li><a role="button" href="#{reference}">{inert(document.title)}</a>'
        f"{_from(document)}</li>"
        for document, reference in documents[:NAMED]
    )
    more = len(documents) - NAMED
    items += f"<li>and {more:,} more</li>" if more > 0 else ""
    return f'<section class="ca-documents"><h3>Answers come from</h3><ul>{items}</ul></section>'


def _from(document: Document) -> str:
    return f" <span>{inert(document.source)}</span>" if document.source else ""


_FRAME = """
<div class="ca">
<header class="ca-top">
  <h1>Career assistant</h1>
  <div class="ca-tools">
    <button type="button" data-do="new" hidden>New chat</button>
    <details class="ca-menu" hidden><summary>Export</summary><div>
      <button type="button" data-do="markdown">As Markdown</button>
      <button type="button" data-do="json">As JSON</button></div></details>
    <button type="button" data-do="theme">Dark</button>
  </div>
</header>
<div class="ca-desk">
  <div class="ca-chat">
    <div class="ca-log" tabindex="0" role="region" aria-label="Conversation">
      <div class="ca-column">WELCOME<div class="ca-turns" role="log" aria-live="polite"></div></div>
    </div>
    <div class="ca-foot"><div class="ca-column">
      <p class="ca-banner" role="alert" hidden></p>
      <form class="ca-ask">
        <label class="ca-unseen" for="ca-question">Your question</label>
        <textarea id="ca-question" rows="1" autocomplete="off" enterkeyhint="send"
          data-longest="LONGEST" placeholder="Ask about a career"></textarea>
        <span class="ca-count" hidden></span>
        <button type="button" class="ca-cancel" data-do="cancel" hidden>Cancel</button>
        <button type="submit" class="ca-send">Ask</button>
      </form>
    </div></div>
  </div>
  <section class="ca-panel" aria-label="Source" hidden>
    <div class="ca-panel-top">
      <h2 tabindex="-1"></h2>
      <button type="button" data-do="close" aria-label="Close the source">✕</button>
    </div>
    <p class="ca-from"></p>
    <p class="ca-path"></p>
    <div class="ca-text" tabindex="0" role="region" aria-label="Text of the source"></div>
    <div class="ca-panel-foot">
      <button type="button" data-do="previous" aria-label="Previous source">‹ Previous</button>
      <span class="ca-place"></span>
      <button type="button" data-do="next" aria-label="Next source">Next ›</button>
      <button type="button" data-do="whole">Open whole document</button>
    </div>
  </section>
</div>
<div class="ca-card" hidden><strong></strong><span></span></div>
<p class="ca-unseen" role="status"></p>
</div>
"""
