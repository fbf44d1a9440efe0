"""What roles have in common and apart, and the table of it."""

from __future__ import annotations

from dataclasses import replace

from core_support import views_of

from assistant.answering.comparison import ROWS, Comparison, compare


def cells(comparison: Comparison, name: str) -> tuple[list[str], ...]:
    """Give the texts of a row's cells."""
    row = comparison.cells[[called for called, _ in ROWS].index(name)]
    return tuple([view.text for view in cell] for cell in row)


def test_comparing_nothing_fills_nothing() -> None:
    comparison = compare(("baker", "welder"), ())
    assert comparison.shared == ()
    assert comparison.filled == 0
    assert len(comparison.cells) == len(ROWS)


def test_sub_headings_stand_for_the_lists_below_them() -> None:
    text = (
        "# Bread\n\n## Responsibilities of a baker\n\n### Kneading\n\nBy hand.\n\n"
        "### Proving\n\nThey must:\n\n"
        "- Wait: an hour.\n- Look: for bubbles.\n\n### Baking\n\nIn an oven."
    )
    found = cells(compare(("baker", "welder"), views_of(text)), "Duties")
    assert found == (["Kneading", "Proving", "Baking"], [])


def test_a_longer_list_stands_for_itself() -> None:
    text = (
        "# Bread\n\n## Skills of a baker\n\n### Hard\n\nThey need:\n\n"
        "- Dough: kneading it.\n- Ovens: heating them.\n- Sums: weighing flour.\n\n"
        "### Soft\n\nPatience."
    )
    found = cells(compare(("baker", "welder"), views_of(text)), "Skills")
    assert found == (
        ["Dough: kneading it.", "Ovens: heating them.", "Sums: weighing flour."],
        [],
    )


def test_a_heading_tells_better_than_a_lead_in_what_a_list_is_of() -> None:
    text = (
        "# Bread\n\n## Duties of a baker\n\nThe tools of a baker serve to:\n\n"
        "- Knead: work the dough.\n- Prove: wait for it.\n\n## Pay\n\nBakers earn $9."
    )
    comparison = compare(("baker", "welder"), views_of(text))
    assert cells(comparison, "Duties") == (["Knead: work the dough.", "Prove: wait for it."], [])
    assert cells(comparison, "Tools") == ([], [])


def test_a_role_s_profile_is_told_before_other_documents() -> None:
    views = views_of("# A\n\n## Skills of bakers\n\nBakers need patience and skills.")
    other = views_of("# B\n\n## Skills of bakers\n\nBakers need the skills of a taster.")
    (first,) = (v for v in views if v.says)
    (second,) = (v for v in other if v.says)
    assert first.passage.document == second.passage.document
    both = [*views, *(replace(v, passage=replace(v.passage, document="b")) for v in other)]
    told = compare(("baker", "welder"), both, profiles=("b",))
    assert cells(told, "Skills") == ([second.text], [])
