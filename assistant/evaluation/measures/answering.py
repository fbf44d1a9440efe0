"""Answering: whether the facts are said, in how many words, and what backs them.

Each function takes the judgement of one answer and gives None where it does not apply.
"""

from __future__ import annotations

from ..judging import Judgement

# The words within which an answer is not held to be too long.
CONCISE_WORDS = 120


def fact_recall(judgement: Judgement) -> float | None:
    """Share of a question's facts that the answer states; a refusal states none.

    Rival: full, which counts only answers that state them all.
    Source: nugget recall, Voorhees, Overview of the TREC 2003 Question Answering Track.
    """
    if not judgement.answerable:
        return None
    return sum(judgement.found) / len(judgement.found)


def full(judgement: Judgement) -> float | None:
    """Whether the answer states every fact of an answerable question.

    Rival: fact recall, which credits a part.
    Source: the question sets' own rule.
    """
    return float(all(judgement.found)) if judgement.answerable else None


def concise(judgement: Judgement) -> float | None:
    """Fact recall × min(1, 120 ÷ words of the answer); the words of tables do not count.

    Rival: fact recall, in which a dump of every document is perfect.
    Source: the question sets' own rule; compare the length allowance of TREC 2003's nuggets.
    """
    recall = fact_recall(judgement)
    if recall is None:
        return None
    return recall * min(1.0, CONCISE_WORDS / max(1, judgement.words))


def words(judgement: Judgement) -> float | None:
    """Words of the answer to an answerable question that it did not refuse, tables left out.

    Rival: characters or tokens, which depend on the alphabet or the tokenizer.
    Source: the question sets' own rule.
    """
    return float(judgement.words) if judgement.answerable and not judgement.refused else None


def citation_precision(judgement: Judgement) -> float | None:
    """Share of the documents cited for an answerable question that are gold.

    Averaged over the answers that cite; what is cited as nearby beside a refusal is left out.
    Known limit: it counts documents, not sentences. An irrelevant sentence of the right
    document is not held against an answer, a supporting one of another document is.
    Rival: pooled precision, in which an answer with many citations weighs more.
    Source: Gao et al., Enabling Large Language Models to Generate Text with Citations, 2023.
    """
    if not judgement.answerable or not judgement.cited:
        return None
    return judgement.right / len(judgement.cited)


def citation_coverage(judgement: Judgement) -> float | None:
    """Share of a question's facts that stand in the passages the answer cites.

    Rival: fact recall, which asks what is said, not what a reader can look up.
    Source: citation recall of Gao et al., 2023, with gold facts in place of a judging model.
    """
    if not judgement.answerable:
        return None
    return sum(judgement.covered) / len(judgement.covered)


def uncited(judgement: Judgement) -> float | None:
    """Statements of a gold fact or figure without a citation, in an answer that is no refusal.

    Rival: all statements without a citation, among them mere connecting phrases.
    Source: "unsupported statements", Liu et al., Evaluating Verifiability, 2023.
    """
    return None if judgement.refused else float(len(judgement.uncited))


def forbidden(judgement: Judgement) -> float:
    """Number of strings in the answer that must not stand in it.

    Rival: the share of answers that hold one, which hides how many.
    Source: the question sets' own rule.
    """
    return float(len(judgement.forbidden))


def status_right(judgement: Judgement) -> float | None:
    """Whether the status is the expected one, where a question names one.

    Rival: refusal recall, which looks at refusing only.
    Source: the question sets' own rule.
    """
    return None if judgement.status_right is None else float(judgement.status_right)
