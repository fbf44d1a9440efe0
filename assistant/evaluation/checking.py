"""Whether a question set fits the documents: evidence in the corpus, facts in the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..errors import QuestionSetError
from ..records import Document
from .folding import fold, states_any
from .questions import GoldQuestion, QuestionSet, read_questions


def check_questions(path: Path, documents: Mapping[str, Document]) -> tuple[QuestionSet, list[str]]:
    """Read a question set and list what does not fit the documents, a sentence each.

    Raises QuestionSetError where the file itself is malformed.
    """
    question_set = read_questions(path)
    return question_set, check(question_set, documents)


def check(question_set: QuestionSet, documents: Mapping[str, Document]) -> list[str]:
    """List what does not fit: unknown documents, foreign evidence, facts without evidence."""
    folded = folded_documents(documents)
    complaints: list[str] = []
    for question in question_set.questions:
        place = f"{question_set.name}.jsonl, line {question.line}"
        complaints += [f"{place}, {text}" for text in _foreign(question, folded)]
        complaints += [f"{place}, {text}" for text in _unproven(question)]
    return complaints


def require_corpus(question_set: QuestionSet, documents: Mapping[str, Document]) -> None:
    """Raise QuestionSetError when a question's documents or evidence are not in the corpus."""
    folded = folded_documents(documents)
    complaints = [
        f"{question_set.name}.jsonl, line {question.line}, {text}"
        for question in question_set.questions
        for text in _foreign(question, folded)
    ]
    if complaints:
        more = f" ({len(complaints) - 1} more of the kind)" if len(complaints) > 1 else ""
        raise QuestionSetError(complaints[0] + more)


def folded_documents(documents: Mapping[str, Document]) -> dict[str, str]:
    """Give the folded title and text of each document, also under the ids that it replaces."""
    folded: dict[str, str] = {}
    for document in documents.values():
        text = fold(f"{document.title}\n{document.text}")
        for name in (document.id, *document.same_as):
            folded[name] = text
    return folded


def _foreign(question: GoldQuestion, folded: Mapping[str, str]) -> Iterator[str]:
    for name in question.gold_docs:
        if name not in folded:
            yield (
                f"key 'gold_docs': there is no document '{name}'; "
                "name a file of the corpus, or give its folder with --corpus."
            )
    known = [folded[name] for name in question.gold_docs if name in folded]
    for sentence in question.evidence:
        if known and not any(fold(sentence) in text for text in known):
            yield f"key 'evidence': '{_short(sentence)}' does not stand in the gold documents."


def _unproven(question: GoldQuestion) -> Iterator[str]:
    evidence = [fold(sentence) for sentence in question.evidence]
    for fact in question.gold_facts:
        if not any(states_any(sentence, fact) for sentence in evidence):
            yield f"key 'gold_facts': '{_short(fact[0])}' does not stand in the evidence."


def _short(text: str, width: int = 80) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1] + "…"
