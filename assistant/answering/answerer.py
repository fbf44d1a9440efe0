"""Choosing the kind of answer a question needs, and having it made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from ..index import Searcher
from ..lexicon import Lexicon
from ..question import Asked, Resolved, Understanding, with_role, with_subject
from ..records import Answer, Document, Part, Question, Status
from ..wording import split_questions
from .ambiguous import both_answers
from .choosing import choice_answer, with_titles_told
from .combining import together
from .contrast import contrast_answer
from .defining import definition_answer
from .described import described_answer
from .difference import difference_answer
from .evidence import DEPTH
from .findings import found_answer, noted_answer
from .keeping import Kept
from .liking import liking_answer
from .material import Material
from .outlook import outlook_answer
from .pay import pay_answer
from .sections import section_answer, unpublished_answer
from .similarity import similarity_answer
from .smalltalk import language_of, reply_to, without_greeting
from .strangers import stranger_answer
from .suggestions import OFFERED, Suggester
from .writing import joined, say

# Characters; what is longer is no question any more, and the rest of it is not read.
LONGEST_QUESTION = 4_000
# Roles that are named where it is asked which there are.
NAMED = 20
_MARKER = re.compile(r"\[\d+\]|</?[a-zA-Z][^<>]{0,200}>")


class Answerer:
    """Answers standalone questions from the passages of one collection."""

    def __init__(
        self,
        searcher: Searcher,
        lexicon: Lexicon,
        documents: Mapping[str, Document],
        kept: Kept | None = None,
    ) -> None:
        self.material = Material(searcher, lexicon, documents, kept)
        self.understanding = Understanding(lexicon)
        self.suggester = Suggester(self.material, self.understanding, self.reply)

    def answer(self, asked: str, resolved: Resolved, heard: Iterable[str] = ()) -> Answer:
        """Answer a question; ``heard`` are questions that need not be suggested again."""
        text = resolved.text[:LONGEST_QUESTION]
        plain = self._without_documents(asked, text)
        if plain is not None:
            return plain
        comfort = self._comfort(asked)
        pieces = self._complete(split_questions(text))
        answers = [
            self.reply(self.understanding.understand(piece, asked, resolved.carried))
            for piece in pieces
        ]
        whole = answers[0] if len(answers) == 1 else together(answers, pieces)
        # A role may have been put in the place of a description.
        understood = tuple(answer.question.standalone for answer in answers)
        standalone = resolved.standalone if understood == pieces else " ".join(understood)
        question = replace(whole.question, asked=asked, standalone=standalone)
        whole = replace(whole, question=question, parts=comfort + whole.parts)
        # What is asked back is the next question.
        asked_back = tuple(q for q in whole.suggestions if self.suggester.answerable(q))
        return replace(whole, suggestions=asked_back or self.suggester.after(whole, heard))

    def plain(self, text: str) -> str:
        """Give a message on one line, without a greeting before it or markers typed in it."""
        text = " ".join(_MARKER.sub(" ", text).split())
        return without_greeting(text, self.material.lexicon)

    def _complete(self, pieces: tuple[str, ...]) -> tuple[str, ...]:
        """Let the later questions of a message keep the role or the subject of the first."""
        if len(pieces) < 2:
            return pieces
        first = self.understanding.understand(pieces[0])
        roles = [s for s in first.slots if s.kind == "role"]
        if not roles:
            return (pieces[0], *(with_subject(piece, first) for piece in pieces[1:]))
        role = self.material.lexicon.entity("role", roles[0].entity)
        return (pieces[0], *(with_role(piece, role, self.understanding) for piece in pieces[1:]))

    def reply(self, asked: Asked, depth: int = DEPTH) -> Answer:
        """Answer one question as understood, for every meaning of an ambiguous title.

        ``depth`` passages are looked into where nothing tells at once which one answers.
        """
        plainly = partial(self._plainly, depth=depth)
        both = both_answers(asked, self.material, self.understanding, plainly)
        return with_titles_told(asked, both or plainly(asked), self.material)

    def _plainly(self, asked: Asked, depth: int = DEPTH) -> Answer:
        """Answer one question as understood, without suggestions."""
        return (
            liking_answer(asked, self.material, self.understanding)
            or self._described(asked, depth)
            or stranger_answer(asked, self.material)
            or choice_answer(asked, self.material, self.understanding, self.reply)
            or difference_answer(asked, self.material)
            or similarity_answer(asked, self.material)
            or self._figures(asked, depth)
            or contrast_answer(asked, self.material)
            or unpublished_answer(asked, self.material)
            or section_answer(asked, self.material)
            or definition_answer(asked, self.material)
            or found_answer(asked, self.material, depth)
        )

    def _described(self, asked: Asked, depth: int) -> Answer | None:
        """Answer of people told by their work, unless a sentence is noted as the answer."""
        found = described_answer(asked, self.material, self.understanding, self.reply)
        return found and (noted_answer(asked, self.material, depth) or found)

    def _figures(self, asked: Asked, depth: int) -> Answer | None:
        """Answer from the figures of pay and employment, or from a sentence noted as the answer."""
        figures = pay_answer(asked, self.material) or outlook_answer(asked, self.material)
        if figures is None or not figures.abstained:
            return figures
        return noted_answer(asked, self.material, depth) or figures

    def _without_documents(self, asked: str, text: str) -> Answer | None:
        """Reply to what needs no document: small talk, other languages, no words at all."""
        lexicon, question = self.material.lexicon, Question(asked=asked, standalone=text)
        reply = reply_to(asked, lexicon)
        if reply is not None and not (reply.kind == "hardship" and self._asks(text)):
            words = reply.text.replace("{roles}", self._told_of())
            return self._plain(question, "smalltalk", words)
        language = language_of(asked, lexicon)
        if language:
            words = f"The documents are in English, and this looks like {language}."
            return self._plain(question, "clarify", f"{words} Please ask in English.")
        if not any(c.isalnum() for c in asked):
            return self._plain(question, "clarify", "Please ask a question in words.")
        return None

    def _told_of(self) -> str:
        """Name the roles that have documents of their own, or else are told of most."""
        roles = self.material.present or self.material.foremost
        names = [self.material.called("role", role) for role in roles[:NAMED]]
        rest = len(roles) - NAMED
        return joined([*names, f"{rest} more"] if rest > 0 else names) or "no career by its name"

    def _asks(self, text: str) -> bool:
        """Tell whether a message asks something about a career besides what it tells."""
        asked = self.understanding.understand(text)
        return bool(asked.question.roles or asked.facet_scores) and "?" in text

    def _comfort(self, asked: str) -> tuple[Part, ...]:
        """Give the sentence that comes first when the asker is in a hard place."""
        reply = reply_to(asked, self.material.lexicon)
        return (say(reply.text),) if reply is not None else ()

    def _plain(self, question: Question, status: Status, words: str) -> Answer:
        return Answer(question, status, (say(words),), (), self.suggester.starters(OFFERED))
