"""A tiny world to evaluate in: two documents, a question set and a system."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from assistant.records import (
    Answer,
    Citation,
    Document,
    Hit,
    Part,
    Passage,
    Question,
    Statement,
)

TEXTS = {
    "pay.md": "A baker earns $30,000 a year in Peru.\n\nA head baker earns $45,000.",
    "day.md": "Bakers rise at four.\n\nThey knead dough, bake bread and clean the oven.",
}
DOCUMENTS = {name: Document(name, name.removesuffix(".md"), text) for name, text in TEXTS.items()}


def passages() -> list[Passage]:
    made: list[Passage] = []
    for document in DOCUMENTS.values():
        start = 0
        for piece in document.text.split("\n\n"):
            end = start + len(piece)
            made.append(Passage(len(made), document.id, document.title, (), start, end, piece, ()))
            start = end + 2
    return made


def cite(number: int, passage: Passage, nearby: bool = False) -> Citation:
    return Citation(
        number,
        passage.document,
        passage.title,
        passage.text,
        passage.start,
        passage.end,
        passage.text,
        passage.start,
        nearby=nearby,
    )


def answer(
    text: str, *cited: Passage, status: str = "answered", confidence: float = 0.5, asked: str = "?"
) -> Answer:
    """One statement that all the cited passages back."""
    citations = tuple(cite(number, passage) for number, passage in enumerate(cited, 1))
    statement = Statement(text, tuple(c.number for c in citations))
    return Answer(
        Question(asked, asked),
        status,  # type: ignore[arg-type]
        (Part("prose", ((statement,),)),),
        citations,
        confidence=confidence,
    )


class Parrot:
    """Says the passages that share a word of four letters or more with the question."""

    def __init__(self) -> None:
        self.documents = DOCUMENTS
        self.passages = passages()
        self.heard: list[str] = []

    def search(self, question: str, k: int) -> tuple[Hit, ...]:
        words = {word.strip("?.,").lower() for word in question.split() if len(word) > 3}
        scored = [
            (len(words & {w.strip(".,").lower() for w in p.text.split()}), p) for p in self.passages
        ]
        best = sorted((s for s in scored if s[0]), key=lambda s: -s[0])[:k]
        return tuple(Hit(passage, float(score), ()) for score, passage in best)

    def ask(self, question: str) -> Answer:
        self.heard.append(question)
        hits = self.search(question, 1)
        if not hits:
            return answer("I cannot tell.", status="abstained", asked=question, confidence=0.0)
        return answer(hits[0].passage.text, hits[0].passage, asked=question)

    def conversation(self) -> Talk:
        return Talk(self)


class Talk:
    def __init__(self, parrot: Parrot) -> None:
        self.parrot = parrot
        self.turns: list[str] = []

    def ask(self, question: str) -> Answer:
        self.turns.append(question)
        return self.parrot.ask(" ".join(self.turns[-2:]))


def question(**changes: Any) -> dict[str, Any]:
    """An answerable question of the tiny world, with some of its keys changed; None drops one."""
    plain: dict[str, Any] = {
        "id": "pay-1",
        "category": "pay",
        "question": "What does a baker get in Peru, what earns one?",
        "answerable": True,
        "gold_docs": ["pay.md"],
        "gold_facts": [["$30,000", "30 thousand"]],
        "evidence": ["A baker earns $30,000 a year in Peru."],
        "wording": "direct",
    }
    plain.update(changes)
    return {key: value for key, value in plain.items() if value is not None}


def unanswerable(**changes: Any) -> dict[str, Any]:
    plain = {"id": "no-1", "category": "unanswerable", "kind": "near-miss", "answerable": False}
    nothing = {"gold_docs": [], "gold_facts": [], "evidence": []}
    return question(**{**plain, **nothing, "question": "Is it fun?", **changes})


WORLD = [
    question(),
    question(
        id="pay-2",
        question="And which head earns more?",
        history=["What does a baker do?"],
        standalone="Which head baker earns more?",
        gold_facts=[["$45,000"], ["head baker"]],
        evidence=["A head baker earns $45,000."],
        wording="paraphrase",
    ),
    question(
        id="day-1",
        category="day",
        question="What do bakers knead, clean and whip?",
        gold_docs=["day.md"],
        gold_facts=[["dough"], ["four"]],
        evidence=["Bakers rise at four.", "They knead dough, bake bread and clean the oven."],
        forbidden=["the oven"],
    ),
    unanswerable(),
    unanswerable(id="no-2", question="What earns a baker in Norway?", correction=["Peru"]),
    unanswerable(id="hi-1", kind="smalltalk", question="Hello!"),
]


def write_lines(path: Path, records: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path
