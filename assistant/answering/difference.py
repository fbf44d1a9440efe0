"""Answering what sets roles apart, in sentences on all of them and a table of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..lexicon import Lexicon
from ..question import PLAINLY, Asked
from ..records import Answer, Passage
from .comparison import ROWS, Comparison, compare, comparison_parts
from .defining import plainness
from .earnings import comparable
from .evidence import Weigher
from .material import Material, answered
from .prose import FEW
from .saying import said
from .sections import first_told
from .selection import best_first
from .views import View
from .writing import sentences

# Rows that figures fill, where there are any.
PAY, OUTLOOK = "Pay", "Outlook"
# Rows in which a role's own document is told by what it says first.
FIRST = {"Duties": "duties", "Education": "education"}
# Facets by which roles are compared as such: what sets them apart is what they do.
COMPARING = frozenset({"difference", "similarity", "concept", "duties"})
# Passages looked through for each role.
COMPARED = 40


def difference_answer(asked: Asked, material: Material) -> Answer | None:
    """Answer a comparison of roles; None when it is not one, or nothing is told of them."""
    roles = asked.question.roles
    scores = dict(asked.facet_scores)
    if len(roles) < 2 or asked.facet in ("similarity", "pay") or only_pay(asked):
        return None
    if asked.facet != "difference" and scores.get("difference", 0.0) < PLAINLY:
        return None
    views = about_roles(asked, material)
    if not set(roles) <= {role for view in views for role in view.roles}:
        return None
    figures = {PAY: _paid(roles, material), OUTLOOK: _forecast(roles, material)}
    figures |= {row: first_told(facet, roles, material) for row, facet in FIRST.items()}
    profiles = {d for role in roles for d in material.kept.profiled(role)}
    ranked = _ranked(asked, views, material)
    comparison = compare(roles, ranked, figures, profiles)
    writer = material.writer()
    if not comparison.shared and not comparison.filled:
        each = _one_each(roles, ranked)
        return answered(asked, (sentences(writer, each),), writer, 0.5) if each else None
    comparison = _on_topic(asked, _defined(comparison, views, material.lexicon))
    comparison = _of_facets(asked, comparison)
    short = comparison.shared[:FEW] or tuple(cell[0] for cell in comparison.cells[0] if cell)
    if asked.brief and (comparison.shared or len(short) == len(roles)):
        return answered(asked, (sentences(writer, short),), writer, 0.9)
    parts = comparison_parts(writer, comparison, material.lexicon)
    return answered(asked, parts, writer, 0.9)


def _one_each(roles: Sequence[str], views: Iterable[View]) -> tuple[View, ...]:
    """Give for each role the best unit that opens with it alone; nothing unless all have one."""
    found: dict[str, View] = {}
    for view in views:
        if view.says and view.leads in roles and view.roles == {view.leads}:
            found.setdefault(view.leads, view)
    return tuple(found[role] for role in roles) if len(found) == len(roles) else ()


def _defined(comparison: Comparison, views: Sequence[View], lexicon: Lexicon) -> Comparison:
    """Say of each role what it is where the first row only says something about it.

    A sentence beside what is told of another role comes first, and the plainest.
    """
    beside = {v.passage.number for cell in comparison.cells[0] for v in cell}
    focus = []
    for role, cell in zip(comparison.roles, comparison.cells[0], strict=True):
        if not any(v.unit.kind != "sentence" or plainness(v, role, lexicon) for v in cell):
            found = [(plainness(v, role, lexicon), v) for v in views if v.says]
            plain = [(p, v) for p, v in found if p and v not in comparison.shared]
            plain.sort(key=lambda pair: (pair[1].passage.number not in beside, -pair[0]))
            cell = (plain[0][1],) if plain else cell
        focus.append(cell)
    return Comparison(comparison.roles, comparison.shared, (tuple(focus), *comparison.cells[1:]))


def _on_topic(asked: Asked, comparison: Comparison) -> Comparison:
    """Keep to the sentences that say what is asked of the roles, where it is one thing.

    "A versus B: who trains the models?" wants no table of all that A and B are.
    """
    plain = {facet for facet, score in asked.facet_scores if score >= PLAINLY}
    topics = [t for t in asked.topics if not t.cue]
    topics = [t for t in topics if any(said(t, v) for v in comparison.shared)]
    telling = [v for v in comparison.shared if all(said(t, v) for t in topics)]
    if not topics or not telling or plain - {"difference", "similarity"}:
        return comparison
    return Comparison(comparison.roles, tuple(telling), tuple(() for _ in comparison.cells))


def _of_facets(asked: Asked, comparison: Comparison) -> Comparison:
    """Keep to the rows on the facets that are asked for: "the tools of A against those of B".

    Only where these tell something of every role.
    """
    plain = {facet for facet, score in asked.facet_scores if score >= PLAINLY} - COMPARING
    cells = tuple(
        row if plain.intersection(facets) and all(row) else tuple(() for _ in row)
        for (_, facets), row in zip(ROWS, comparison.cells, strict=True)
    )
    if asked.question.wants == "yes-no" or not any(any(row) for row in cells):
        return comparison
    shared = (v for v in comparison.shared if plain & {*v.signs, *v.sections[:1]})
    return Comparison(comparison.roles, tuple(shared), cells)


def only_pay(asked: Asked) -> bool:
    """Tell whether pay alone is to be compared: "nurse vs vet salary"."""
    plain = {facet for facet, score in asked.facet_scores if score >= PLAINLY}
    amounts = asked.question.wants == "amount" and "pay" in asked.question.facets
    of_pay = {"difference", "pay"} <= plain <= {"difference", "pay", "pay-factors", "similarity"}
    return of_pay or (amounts and len(asked.question.roles) > 1)


def about_roles(asked: Asked, material: Material) -> tuple[View, ...]:
    """Give the units of the passages about any of the roles, all of their profiles among them."""
    slots = [s for s in asked.slots if s.kind == "role"]
    held: dict[int, Passage] = {}
    for chosen in (slots, *([slot] for slot in slots)):
        found = material.owned.hits(chosen, COMPARED, asked.question.roles)
        held |= {hit.passage.number: hit.passage for hit in found}
    for document in (d for role in asked.question.roles for d in material.kept.profiled(role)):
        held |= {passage.number: passage for passage in material.kept.passages_of(document)}
    return tuple(view for passage in held.values() for view in material.viewer.views(passage))


def _ranked(asked: Asked, views: Iterable[View], material: Material) -> list[View]:
    """Order the units by how well they fit the question."""
    weigher = Weigher(asked, material.searcher, material.lexicon)
    return sorted(views, key=lambda v: (-round(weigher.evidence(v, 0.0).score, 9), v.key))


def _paid(roles: Sequence[str], material: Material) -> Mapping[str, View]:
    """Give the sentence on each role's pay: of one kind where there is one, else the best."""
    held = material.kept.salaries(material.viewer, tuple(roles))
    found = [p for p in held if p.salary.grade]
    usual = [p for p in found if p.salary.statistic == "median" and not p.salary.segment]
    best = {p.salary.role: p.view for p in reversed(best_first(usual or found))}
    # Without graded figures, the briefest of no single employer will do.
    told = sorted((p for p in held if not p.salary.employer), key=lambda p: -p.view.size)
    best = {p.salary.role: p.view for p in told} | best
    return best | {p.salary.role: p.view for p in comparable(usual, roles)}


def _forecast(roles: Sequence[str], material: Material) -> Mapping[str, View]:
    """Give the sentence on how the number of each role's jobs is to change."""
    found = [f for f in material.forecasts if f.figure.measure == "employment_change_pct"]
    return {f.role: f.view for f in reversed(found) if f.role in roles}
