"""Fits the weights by which evidence is ordered, on the development halves of question sets.

``python -m benchmarks.fit tests/questions/shipped.jsonl corpus [QUESTIONS FOLDER …]`` prints the
weights of ``assistant.answering.features.Features`` that make the units with the evidence of a
question likeliest under a softmax over all units of its best passages (a listwise loss, as in
Cao et al., Learning to Rank, 2007), relative to ``own``, and the share of questions with such a
unit among the best 1, 3 and 5. They are copied by hand, rounded, where that helps end to end.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answering.evidence import DEPTH, Weigher
from assistant.answering.features import WEIGHTS, Features
from assistant.answering.keeping import profiles_of
from assistant.answering.views import Viewer
from assistant.corpus import read_folders, split
from assistant.evaluation import read_questions
from assistant.index import Searcher
from assistant.lexicon import load_lexicon
from assistant.question import Understanding
from assistant.records import Passage

Numbers = NDArray[np.float64]
Example = tuple[Numbers, Numbers]
PENALTY, STEPS, RATE = 0.01, 1_500, 0.09


def examples(questions: Path, folder: Path) -> Iterator[Example]:
    """Give the features of each question's units, and which of them hold its evidence."""
    lexicon = load_lexicon()
    collection = read_folders([folder])
    passages: list[Passage] = []
    for document in collection.documents.values():
        passages += split(document, len(passages))
    searcher, viewer = (
        Searcher.of(passages, lexicon.terms),
        Viewer(lexicon, collection.documents, profiles_of(collection.documents)),
    )
    understanding = Understanding(lexicon)
    for gold in read_questions(questions).of_split("dev").questions:
        asked = understanding.understand(gold.standalone or gold.question)
        hits = searcher.search(asked.slots, DEPTH)
        found = Weigher(asked, searcher, lexicon).weigh(hits, viewer)
        proof = [_bare(sentence) for sentence in gold.evidence]
        holds = [any(p in _bare(e.view.text) for p in proof) for e in found]
        if any(holds):
            yield np.array([e.features for e in found], float), np.array(holds, float)


def _bare(text: str) -> str:
    return re.sub(r"[\s{}*]+", "", text.lower().replace("’", "'"))


def fit(given: list[Example]) -> Numbers:
    """Climb the mean log-likelihood by gradient, with momentum and an L2 penalty."""
    weights = np.array(WEIGHTS, float) * 3
    step = np.zeros_like(weights)
    for _ in range(STEPS):
        slope = -PENALTY * weights
        for features, holds in given:
            scores = np.exp(features @ weights - (features @ weights).max())
            likely = scores / scores.sum()
            wanted = likely * holds / (likely * holds).sum()
            slope += (wanted - likely) @ features / len(given)
        step = 0.9 * step + slope
        weights = weights + RATE * step
    return weights


def found_among(given: list[Example], weights: Numbers, best: int) -> float:
    """Give the share of questions with a unit that holds evidence among the best few."""
    order = (np.argsort(-(f @ weights), kind="stable")[:best] for f, _ in given)
    return float(np.mean([h[o].any() for (_, h), o in zip(given, order, strict=True)]))


def main(arguments: list[str]) -> int:
    """Fit on the question sets and folders given in pairs, and print what came of it."""
    if not arguments or len(arguments) % 2:
        print("Give question sets and their folders in pairs: QUESTIONS FOLDER …", file=sys.stderr)
        return 2
    pairs = zip(arguments[::2], arguments[1::2], strict=True)
    given = [e for questions, folder in pairs for e in examples(Path(questions), Path(folder))]
    weights = fit(given)
    for name, value in zip(Features._fields, weights / weights[0], strict=True):
        print(f"{name:14} {value:6.2f}")
    for name, used in (("now", np.array(WEIGHTS, float)), ("fitted", weights)):
        shares = "  ".join(f"{k}: {found_among(given, used, k):.3f}" for k in (1, 3, 5))
        print(f"{name:14} {shares}  of {len(given)} questions")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
