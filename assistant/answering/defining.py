"""What a role is: the sentences that open with it and say so, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..lexicon import Lexicon
from ..question import VAGUE, Asked
from ..records import Answer, Part, Statement
from ..text import words
from .evidence import Weigher
from .features import Evidence
from .material import Material, answered
from .prose import WORDS, claims
from .views import View

# Passages looked through, and sentences told.
DEPTH, TOLD = 30, 3
_PEOPLE = (
    r"(?:professional|engineer|specialist|expert|person|practitioner|scientist|developer|"
    r"programmer|worker|technician|analyst|someone|somebody|one who|those who|people)s?\b"
)
# "… is a professional who", "… are engineers that"; behind the role's name.
_IS = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:is|are)\s+(?:\w+ly\s+)?(?:an?\s+|the\s+)?"
    rf"(?:[\w-]+\s+){{0,4}}?{_PEOPLE}",
    re.I,
)
# "… bridges data science and software engineering", "… are concerned with": by what they do.
_DOES = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:\w+ly\s+)?(?:(?:is|are)\s+(?:\w+ly\s+)?(?:concerned|responsible|focused|"
    r"tasked)\b|(?:bridg|build|creat|design|develop|combin|turn|mak|specialis|specializ|us|work|tak|"
    r"appl|analys|analyz|car|help|treat|teach|fix|repair|focus|extract|generat|collect|maintain|"
    r"manag|handl|writ|process|program|plan|deliver|operat|run|keep|mov|stud|install)"
    r"(?:e|es|s|y|ies)?\b)",
    re.I,
)
PLAINLY, BY_WORK = 1.0, 0.5


def definition_answer(asked: Asked, material: Material) -> Answer | None:
    """Tell what a role is; None unless just that is asked, and a sentence says it."""
    question = asked.question
    only = not any(not topic.cue for topic in asked.topics)
    plain = set(question.facets) <= VAGUE | {"titles"}
    if question.wants != "definition" or len(question.roles) != 1 or not (only and plain):
        return None
    weigher = Weigher(asked, material.searcher, material.lexicon)
    found = sorted(_defining(asked, weigher, material), key=lambda e: (-e[0], e[1].view.key))
    if not found:
        return None
    best = [e for plain, e in found if plain == found[0][0]]
    writer = material.writer()
    row: list[Statement] = []
    left = WORDS
    for claim in claims(best)[:TOLD]:
        if row and claim.views[0].size > left:
            continue
        row.append(writer.state(claim.views))
        left -= claim.views[0].size
    return answered(asked, (Part("prose", (tuple(row),)),), writer, 0.9)


def _defining(
    asked: Asked, weigher: Weigher, material: Material
) -> Iterator[tuple[float, Evidence]]:
    for hit in material.search(asked, DEPTH):
        for view in material.viewer.views(hit.passage):
            plain = plainness(view, asked.question.roles[0], material.lexicon)
            if plain and view.says and not (view.about_source or view.untold):
                yield plain, weigher.evidence(view, 0.0)


def plainness(view: View, role: str, lexicon: Lexicon) -> float:
    """Tell how plainly a sentence says what a role is: by what they are, or by their work."""
    if view.leads != role or view.unit.kind != "sentence":
        return 0.0
    named = lexicon.entities.find(words(view.text), view.text)
    first = next((m for m in named if m.value.kind == "role"), None)
    if first is None or view.text[: first.start].strip().lower() not in ("", "a", "an", "the"):
        return 0.0
    end = first.end
    if _IS.match(view.text, end):
        return PLAINLY
    return BY_WORK if _DOES.match(view.text, end) else 0.0
