"""Answers questions about a career from documents, every statement cited to its sentence."""

from .assistant import Assistant, Conversation
from .errors import AssistantError, CorpusError
from .records import Answer, Citation, Document, Hit, Passage, Question

__all__ = [
    "Answer",
    "Assistant",
    "AssistantError",
    "Citation",
    "Conversation",
    "CorpusError",
    "Document",
    "Hit",
    "Passage",
    "Question",
]
