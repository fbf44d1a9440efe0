"""What the page asks of the assistant: answers, sources and exports as plain data.

Nothing of a visitor is kept here but a few conversations that can be made again at any
time: the browser holds the questions, sends those asked before with each new one, and the
same questions always lead to the same conversation. So a restart, a second tab, an edited or
an undone question need no care, and no visitor can reach another's conversation.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Any, Protocol

from ..lexicon import load_lexicon
from ..records import Answer, Document
from . import export
from .chart import Charts, Pay
from .render import answer_html
from .sources import Place, Sources, document_html, heading_path, passage_html

# Characters of one question, and questions of one conversation.
LONGEST = 2_000
TURNS = 100
# Earlier questions that are asked again to bring a conversation back to where it was.
RECALLED = 12
# Conversations kept ready, over all visitors.
READY = 256

logger = logging.getLogger(__name__)
_BROKEN = {
    "error": "Something went wrong while answering. Your conversation is kept.",
    "retry": True,
}
_GONE = {"error": "This source is not among the documents any more. Ask again to find its place."}


class Talk(Protocol):
    """A conversation: each question is understood in the light of those before."""

    def ask(self, question: str) -> Answer:
        """Answer the next question."""


class Answerer(Protocol):
    """What the page needs of an assistant."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """Give the documents by id."""

    def conversation(self) -> Talk:
        """Begin a conversation."""

    def starters(self) -> tuple[str, ...]:
        """Give questions that these documents answer."""

    def salaries(self) -> Sequence[Pay]:
        """Give the statements of pay that the documents make."""


class Service:
    """Answers the browser's calls; every given value is checked, every failure is a sentence."""

    def __init__(self, assistant: Answerer) -> None:
        self._assistant = assistant
        self._sources = Sources(assistant.documents)
        self._charts = Charts(assistant.salaries(), _named)
        self._ready: OrderedDict[tuple[str, ...], Talk] = OrderedDict()
        self._lock = Lock()

    @property
    def documents(self) -> tuple[tuple[Document, str], ...]:
        """Give the documents, each with the reference that opens it."""
        documents = self._assistant.documents.values()
        return tuple((document, self._sources.whole(document.id)) for document in documents)

    def topics(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give example questions by topic, which is what each is understood to ask for."""
        topics: dict[str, list[str]] = {}
        for question in self._assistant.starters():
            facets = self._assistant.conversation().ask(question).question.facets
            topics.setdefault(_heading(facets[0]) if facets else "", []).append(question)
        return tuple((topic, tuple(questions)) for topic, questions in topics.items())

    def ask(self, given: object) -> dict[str, Any]:
        """Answer ``{"question": …, "before": […]}`` as ``{"html", "copy"}`` or ``{"error"}``."""
        request = given if isinstance(given, dict) else {}
        question, before = request.get("question"), _questions(request.get("before"))
        if not isinstance(question, str):
            return {"error": "No question arrived. Please type one."}
        if len(question) > LONGEST:
            return {"error": too_long(len(question))}
        try:
            talk = self._talk(before)
            answer = talk.ask(question)
        except Exception:
            logger.exception("a question could not be answered")
            return _BROKEN
        self._keep((*before, question), talk)
        return self._turn(answer)

    def restore(self, given: object) -> dict[str, Any]:
        """Answer ``{"questions": […]}`` again as ``{"turns": […]}``, each like ``ask``."""
        turns: list[dict[str, Any]] = []
        before: list[str] = []
        for question in _questions(given.get("questions") if isinstance(given, dict) else None):
            turn = self.ask({"question": question, "before": before})
            turns.append({"question": question, **turn})
            # As in the first place, a question that failed is not part of what follows.
            before += () if "error" in turn else (question,)
        return {"turns": turns}

    def source(self, given: object) -> dict[str, Any]:
        """Show ``{"reference": …, "whole": bool}`` as title, source, headings and HTML."""
        request = given if isinstance(given, dict) else {}
        place = self._sources.find(request.get("reference"))
        if place is None:
            return dict(_GONE)
        whole = request.get("whole") is True or place.start == place.end
        return {
            "title": place.document.title,
            "source": place.document.source,
            "headings": list(heading_path(place)),
            "html": document_html(place) if whole else passage_html(place),
            "whole": whole,
            "copies": _copies(place),
        }

    def export(self, given: object) -> dict[str, Any]:
        """Write ``{"questions": […], "kind": "markdown" or "json"}`` as ``{"text": …}``."""
        request = given if isinstance(given, dict) else {}
        talk = self._assistant.conversation()
        try:
            answers = [talk.ask(question) for question in _questions(request.get("questions"))]
        except Exception:
            logger.exception("a conversation could not be exported")
            return {"error": "The conversation could not be exported. Please try again."}
        write = (
            export.conversation_json
            if request.get("kind") == "json"
            else export.conversation_markdown
        )
        return {"text": write(answers)}

    def _turn(self, answer: Answer) -> dict[str, Any]:
        return {
            "html": answer_html(answer, self._sources.reference, self._charts),
            "copy": export.answer_text(answer),
            "sources": len(answer.citations),
        }

    def _talk(self, before: tuple[str, ...]) -> Talk:
        """Take the conversation in which these questions were asked, or hold it again."""
        with self._lock:
            talk = self._ready.pop(before, None)
        if talk is None:
            talk = self._assistant.conversation()
            for question in before[-RECALLED:]:
                talk.ask(question)
        return talk

    def _keep(self, asked: tuple[str, ...], talk: Talk) -> None:
        """Keep a conversation for its next question; whoever takes it has it alone."""
        with self._lock:
            self._ready[asked] = talk
            while len(self._ready) > READY:
                self._ready.popitem(last=False)


def _heading(facet: str) -> str:
    """Name a facet as the lexicon shows it, or by its id when the lexicon has no such facet."""
    known = load_lexicon().facets.get(facet)
    name = known.name if known else facet.replace("-", " ")
    return name[:1].upper() + name[1:]


def _named(kind: str, identifier: str) -> str:
    """Name a place or an employer as the lexicon shows it."""
    known = load_lexicon().by_id.get((kind, identifier))
    return known.shown if known else identifier


def too_long(characters: int) -> str:
    """Say that a question is too long, and how long it may be."""
    return f"That is {characters:,} characters; please ask in at most {LONGEST:,}."


def _questions(given: object) -> tuple[str, ...]:
    """Keep what may be questions of one conversation, the newest when they are too many."""
    if not isinstance(given, Sequence) or isinstance(given, (str, bytes)):
        return ()
    fit = [text for text in given[-TURNS:] if isinstance(text, str) and len(text) <= LONGEST]
    return tuple(fit)


def _copies(place: Place) -> list[str]:
    return list(place.document.same_as)
