"""Sentences that set several roles side by side, for questions that name all of them."""

from __future__ import annotations

from ..question import Asked
from .difference import about_roles
from .evidence import Weigher
from .features import Evidence
from .material import Material

# How well such a sentence must fit, beside the best one, which is about some of the roles only.
SIDE_BY_SIDE = 0.55
# … and where it is asked whether something is so, which a sentence on one of them may tell.
WHETHER = 0.75


def paired(
    asked: Asked, best: Evidence, weigher: Weigher, material: Material
) -> tuple[Evidence, ...]:
    """Give the sentences that tell apart all the roles that a question names, best first.

    () where it names one, where the best evidence speaks of all of them, or where none fits.
    """
    roles = set(asked.question.roles)
    if len(roles) < 2 or asked.moves or roles <= best.view.roles:
        return ()
    # They come from no search, so the best one's rank in it is left out as well.
    near = WHETHER if asked.question.wants == "yes-no" else SIDE_BY_SIDE
    least = near * weigher.evidence(best.view, 0.0).score
    found = (
        weigher.evidence(view, 0.0)
        for view in about_roles(asked, material)
        if view.says
        and not (view.about_source or view.untold)
        and "difference" in view.signs
        and roles <= view.roles
    )
    fitting = (e for e in found if e.score >= least)
    return tuple(sorted(fitting, key=lambda e: (-round(e.score, 9), e.view.key)))
