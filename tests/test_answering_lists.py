"""Lists in documents: found, united, and written with their items cited."""

from __future__ import annotations

import pytest
from core_support import check, material_of, quotes, told, understood

from assistant import Assistant
from assistant.answering.lists import SHOWN, Listing, list_part, listings, merged
from assistant.answering.material import Material

TOOLS = "# Welder\n\n## Tools\n\nA welder uses these tools:\n\n"


def found(question: str, material: Material) -> tuple[Listing, ...]:
    hits = material.searcher.search(understood(question).slots, 16)
    return listings(hits, material.viewer)


def shown(listing: Listing) -> list[str]:
    return [item[0].text for item in listing.items]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (TOOLS + "- torch\n- helmet\n- gloves\n", ["torch", "helmet", "gloves"]),
        (TOOLS + "1. torch\n2. helmet\n", ["torch", "helmet"]),
        (TOOLS + "- torch\n", []),
        (TOOLS.replace(":", "."), []),
        ("# Welder\n\n## Tools\n\nWelders use tools.\n\n### Torch\n\nIt is hot.\n\n"
         "### Helmet\n\nIt is dark.\n", ["Torch", "Helmet"]),
    ],
)  # fmt: skip
def test_lists_are_found(text: str, items: list[str]) -> None:
    lists = [shown(li) for li in found("What tools does a welder use?", material_of({"a": text}))]
    stripped = [[item.lstrip("-0123456789. ") for item in li] for li in lists]
    assert (items in stripped) if items else stripped == []


def test_sub_headings_come_with_what_explains_them() -> None:
    text = "# Welder\n\n## Tools\n\n### Torch\n\nIt is hot.\n\n### Helmet\n\nIt is dark.\n"
    listing = next(
        li for li in found("tools of a welder", material_of({"a": text})) if "Torch" in shown(li)
    )
    assert [[view.text for view in item] for item in listing.items] == [
        ["Torch", "It is hot."],
        ["Helmet", "It is dark."],
    ]


def test_a_list_cut_by_a_passages_end_is_put_together() -> None:
    lines = "".join(f"- tool number {n} which is used for task {n} at work\n" for n in range(60))
    material = material_of({"a": TOOLS + lines})
    assert len(material.searcher.passages) > 1
    (listing,) = found("What tools does a welder use?", material)
    assert len(listing.items) == 60
    assert len({item[0].key for item in listing.items}) == 60


def test_items_that_several_documents_name_come_first() -> None:
    texts = {
        "a": TOOLS + "- torch\n- helmet\n- gloves\n",
        "b": TOOLS.replace("A welder", "Every welder") + "- apron\n- gloves\n- helmet\n",
    }
    entries = merged(found("What tools does a welder use?", material_of(texts)))
    names = [entry[0][0].text for entry in entries]
    assert set(names[:2]) == {"helmet", "gloves"}
    assert sorted(names) == ["apron", "gloves", "helmet", "torch"]
    assert [len(entry) for entry in entries] == [2, 2, 1, 1]


def test_items_with_one_label_are_one() -> None:
    texts = {
        "a": TOOLS + "- Torch: it melts metal at great heat\n- Helmet: dark\n",
        "b": TOOLS.replace("A", "Any", 1) + "- torch: burns gas\n- Gloves: thick\n",
    }
    entries = merged(found("What tools does a welder use?", material_of(texts)))
    assert len(entries) == 3


def many(count: int) -> Material:
    return material_of({"a": TOOLS + "".join(f"- tool {chr(97 + n)}x{n}\n" for n in range(count))})


@pytest.mark.parametrize(
    ("count", "all_of_them", "rows", "more"),
    [
        (3, False, 3, False),
        (SHOWN, False, SHOWN, False),
        (SHOWN + 4, False, SHOWN, True),
        (SHOWN + 4, True, SHOWN + 4, False),
    ],
)
def test_ten_items_are_shown_unless_all_are_asked_for(
    count: int, all_of_them: bool, rows: int, more: bool
) -> None:
    material = many(count)
    entries = merged(found("What tools does a welder use?", material))
    writer = material.writer()
    parts = list_part(writer, entries, all_of_them=all_of_them)
    assert len(parts[0].rows) == len(writer.citations) == rows
    assert (len(parts) > 1) is more
    if more:
        assert "4 more" in parts[1].rows[0][0].text
        assert parts[1].rows[0][0].citations == ()


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("What tools does a welder use?", SHOWN),
        ("List all tools of a welder", SHOWN + 4),
        ("What are all of the tools a welder uses?", SHOWN + 4),
    ],
)
def test_all_of_them_when_asked(question: str, rows: int) -> None:
    items = "".join(f"- tool {chr(97 + n)}x{n}\n" for n in range(SHOWN + 4))
    assistant = Assistant.from_texts({"a": TOOLS + items})
    answer = assistant.ask(question)
    assert answer.parts[0].kind == "list"
    assert len(answer.parts[0].rows) == rows
    check(answer, assistant)


def test_an_item_two_documents_hold_cites_both() -> None:
    texts = {
        "a": TOOLS + "- torch\n- gloves\n",
        "b": TOOLS.replace("A w", "The w") + "- torch\n- mask\n",
    }
    assistant = Assistant.from_texts(texts)
    answer = assistant.ask("What tools does a welder use?")
    first = answer.parts[0].rows[0][0]
    assert first.text.lower() == "torch"
    assert len(first.citations) == 2
    check(answer, assistant)


def test_another_roles_list_is_no_answer() -> None:
    answer = Assistant.from_texts({"a": TOOLS + "- torch\n- gloves\n"}).ask(
        "What tools does a baker use?"
    )
    assert answer.abstained
    assert "torch" not in told(answer) or all(c.nearby for c in answer.citations)


def test_a_numbered_list_loses_its_numbers() -> None:
    answer = Assistant.from_texts({"a": TOOLS + "1. torch\n2. gloves\n"}).ask(
        "What tools does a welder use?"
    )
    assert told(answer) == "torch gloves"
    assert len(quotes(answer)) == 2
