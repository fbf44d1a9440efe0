"""Finding: whether the passages that hold the evidence are among the best k.

Relevance is binary. Each function takes a ranking of what one question's search gave.
"""

from __future__ import annotations

import math

from ..judging import Ranking


def recall(ranking: Ranking, k: int) -> float:
    """Share of the passages holding evidence that are among the best k.

    Rival: success@k asks only whether any of them is there; precision@k divides by k.
    Source: Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008, ch. 8.

    >>> recall(Ranking((False, True, True), relevant=4), k=2)
    0.25
    """
    return sum(ranking.holds[:k]) / ranking.relevant


def success(ranking: Ranking, k: int) -> float:
    """1 when at least one passage holding evidence is among the best k, else 0.

    Rival: recall@k, which asks for all of them; "hit rate" is another name of success.
    Source: TREC's measure "success_n" in trec_eval.

    >>> success(Ranking((False, True, True), relevant=4), k=2)
    1.0
    """
    return float(any(ranking.holds[:k]))


def reciprocal_rank(ranking: Ranking, k: int) -> float:
    """One divided by the place of the first passage holding evidence; 0 when not in the best k.

    Rival: average precision, which looks at every relevant passage, not only the first.
    Source: Voorhees, The TREC-8 Question Answering Track Report, 1999; its mean is MRR.

    >>> reciprocal_rank(Ranking((False, True, True), relevant=4), k=10)
    0.5
    """
    places = (place for place, holds in enumerate(ranking.holds[:k], 1) if holds)
    return 1 / next(places, math.inf)


def ndcg(ranking: Ranking, k: int) -> float:
    """Gain of the relevant passages, less the lower they stand, divided by the best possible.

    A relevant passage at place i gains 1 / log2(i + 1).
    Rival: plain DCG, which is not divided and so grows with the number of relevant passages.
    Source: Järvelin and Kekäläinen, ACM Transactions on Information Systems 20(4), 2002.

    >>> round(ndcg(Ranking((False, True), relevant=1), k=10), 3)
    0.631
    """
    gained = sum(_discount(i) for i, holds in enumerate(ranking.holds[:k], 1) if holds)
    return gained / sum(_discount(i) for i in range(1, min(k, ranking.relevant) + 1))


def _discount(place: int) -> float:
    return 1 / math.log2(place + 1)
